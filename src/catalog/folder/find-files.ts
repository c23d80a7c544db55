import { basename, join, resolve, sep } from 'node:path'
import { type Disk, unlessSilent } from '../../byte-sources/disk/disk.ts'
import { fileError } from '../../byte-sources/source-identity.ts'
import { InvalidArgumentError, RecordingError } from '../../errors.ts'
import { isAllenProbeFile, isDandiProbeFile } from '../../readers/probes/probe-file.ts'
import type { RefusedFile } from '../../sessions/session-catalog.ts'
import { isZarrRecording, isZarrStore } from './zarr-store.ts'

/** Absolute paths, ordered. */
export interface FoundFiles {
  /** files as they are given, and every .nwb file below a folder */
  readonly recordings: readonly string[]
  /**
   * those of them that are named as files of a probe, beside that of its session:
   * without units they belong to it
   */
  readonly probeFiles: ReadonlySet<string>
  /** every manifest.json below a folder: an AllenSDK cache keeps one beside its tables */
  readonly manifests: readonly string[]
  /** folders that cannot be listed, and those that are recordings in another format */
  readonly refused: readonly RefusedFile[]
  /** every folder that was entered, links resolved */
  readonly realFolders: ReadonlySet<string>
}

/**
 * What there is to serve at some places. Hidden folders are left out, and hidden files
 * (macOS puts a `._name.nwb` beside each file on foreign disks); links are followed. A place
 * that is not there holds nothing.
 *
 * @param mayEnter whether to enter a folder; false: it is passed over
 * @throws DiskSilentError
 */
export async function findFiles(
  disk: Disk,
  places: readonly string[],
  mayEnter: (realFolder: string) => boolean = () => true,
): Promise<FoundFiles> {
  const search = new Search(disk, mayEnter)
  for (const place of places) {
    const stats = await disk.stat(place).catch(unlessSilent(null))
    if (stats?.kind === 'folder') await search.collect(resolve(place))
    else if (stats?.kind === 'file') search.recordings.add(resolve(place))
  }
  const { recordings, probeFiles, manifests, refused, realFolders } = search
  return {
    recordings: [...recordings].sort(),
    probeFiles,
    realFolders,
    manifests: [...manifests].sort(),
    refused: [...refused].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, file]) => file),
  }
}

/** @throws InvalidArgumentError when a place is neither a file nor a folder */
export async function assertPlacesExist(disk: Disk, places: readonly string[]): Promise<void> {
  for (const place of places) {
    const stats = await disk.stat(place).catch(unlessSilent(null))
    if (stats?.kind === 'folder' || stats?.kind === 'file') continue
    throw new InvalidArgumentError(`No file or folder "${place}". Give a folder of NWB files.`)
  }
}

class Search {
  readonly recordings = new Set<string>()
  readonly probeFiles = new Set<string>()
  readonly manifests = new Set<string>()
  /** by path */
  readonly refused = new Map<string, RefusedFile>()
  readonly #disk: Disk
  readonly #mayEnter: (realFolder: string) => boolean
  readonly realFolders = new Set<string>()

  constructor(disk: Disk, mayEnter: (realFolder: string) => boolean) {
    this.#disk = disk
    this.#mayEnter = mayEnter
  }

  async collect(folder: string): Promise<void> {
    const real = await this.#disk.realPath(folder).catch(unlessSilent(folder))
    if (this.realFolders.has(real) || !this.#mayEnter(real)) return
    this.realFolders.add(real)
    const entries = await this.#list(folder)
    const names = entries.map(({ name }) => name)
    // Never looked into: it may hold millions of files.
    if (isZarrStore(folder, names)) {
      if (await isZarrRecording(this.#disk, folder)) this.#refuse(folder, 'ZARR_STORE')
      return
    }
    // As join() does, but once: there may be hundreds of thousands of files.
    const prefix = join(folder, sep)
    for (const entry of entries) {
      if (entry.name.startsWith('.')) continue
      const path = prefix + entry.name
      const target =
        entry.kind === 'link' ? await this.#disk.stat(path).catch(unlessSilent(null)) : entry
      if (target?.kind === 'folder') await this.collect(path)
      // A link that leads nowhere is kept, to be refused with its reason; a pipe or a
      // socket would be waited for.
      else if (target && target.kind !== 'file') continue
      else if (isRecording(entry.name)) {
        this.recordings.add(path)
        if (isDandiProbeFile(entry.name, names)) this.probeFiles.add(path)
      } else if (entry.name === 'manifest.json') this.manifests.add(path)
    }
  }

  /**
   * A folder that cannot be listed is refused, and the others are served all the same; one that
   * vanishes meanwhile holds nothing.
   */
  async #list(folder: string) {
    try {
      return await this.#disk.list(folder)
    } catch (cause) {
      unlessSilent(null)(cause)
      const { code, detail } = fileError(basename(folder), cause)
      if (code !== 'FILE_MISSING') this.#refuse(folder, code, detail, cause)
      return []
    }
  }

  #refuse(folder: string, code: RecordingError['code'], detail = '', cause?: unknown): void {
    const fileName = basename(folder)
    const error = new RecordingError(code, fileName, detail, { cause })
    this.refused.set(folder, { fileName, error })
  }
}

function isRecording(fileName: string): boolean {
  return /\.nwb$/i.test(fileName) && !isAllenProbeFile(fileName)
}
