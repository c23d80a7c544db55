import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { Dataset, File, Group, ready } from 'h5wasm'

/**
 * A written file, read with h5wasm in its memory. Values come as they are expected to
 * be; a wrong kind is a failure.
 */
export class WrittenFile {
  readonly #file: File

  static async open(path: string): Promise<WrittenFile> {
    const { FS } = await ready
    const memoryPath = `/${process.pid}-${basename(path)}`
    FS.writeFile(memoryPath, await readFile(path))
    const file = new File(memoryPath, 'r')
    FS.unlink(memoryPath)
    return new WrittenFile(file)
  }

  static async ofBytes(bytes: Uint8Array): Promise<WrittenFile> {
    const { FS } = await ready
    FS.writeFile('/bytes.h5', bytes)
    const file = new File('/bytes.h5', 'r')
    FS.unlink('/bytes.h5')
    return new WrittenFile(file)
  }

  private constructor(file: File) {
    this.#file = file
  }

  children(path: string): string[] {
    const group = this.#file.get(path)
    if (!(group instanceof Group)) throw new Error(`${path} is no group`)
    return group.keys()
  }

  dataset(path: string): Dataset {
    const dataset = this.#file.get(path)
    if (!(dataset instanceof Dataset)) throw new Error(`${path} is no dataset`)
    return dataset
  }

  numbers(path: string): number[] {
    return Array.from(this.dataset(path).value as ArrayLike<number | bigint>, Number)
  }

  strings(path: string): string[] {
    return this.dataset(path).value as string[]
  }

  attribute(path: string, name: string): unknown {
    const entity = path === '/' ? this.#file : this.#file.get(path)
    if (!(entity instanceof Dataset || entity instanceof Group)) throw new Error(`no ${path}`)
    return entity.attrs[name]?.value
  }
}

/** Rows of the units that the AllenSDK keeps by default. */
export function passingUnits(file: WrittenFile): number[] {
  const electrodes = '/general/extracellular_ephys/electrodes'
  const rowOfChannel = new Map(file.numbers(`${electrodes}/id`).map((id, row) => [id, row]))
  const areas = file.strings(`${electrodes}/location`)
  const valid = file.numbers(`${electrodes}/valid_data`)
  const metric = (name: string) => file.numbers(`/units/${name}`)
  const cutoff = metric('amplitude_cutoff')
  const presence = metric('presence_ratio')
  const violations = metric('isi_violations')
  const quality = file.strings('/units/quality')
  return metric('peak_channel_id').flatMap((id, unit) => {
    const channel = rowOfChannel.get(id) ?? -1
    const isKept =
      valid[channel] === 1 &&
      areas[channel] !== '' &&
      quality[unit] === 'good' &&
      cutoff[unit] <= 0.1 &&
      presence[unit] >= 0.95 &&
      violations[unit] <= 0.5
    return isKept ? [unit] : []
  })
}
