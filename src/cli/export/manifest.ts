import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import { assertWritableFile, writeAtomically } from '../terminal/atomic-file.ts'
import { CommandError } from '../terminal/command-error.ts'

const NAME = 'manifest.json'

/** Entries that are not in the manifest yet, a file each: several processes may write them. */
const PARTS = '.manifest'

/** A file of a session, and what it was made of. */
export interface ManifestEntry {
  readonly sessionId: string
  /** in the folder of the manifest */
  readonly file: string
  readonly bytes: number
  readonly sha256: string
  /** of the recording's content */
  readonly fileVersion: string
  /** the request in canonical form, as an address has it */
  readonly request: string
  /** number type of the counts; null: the format's usual one */
  readonly dtype: string | null
  readonly spikeqlVersion: string
}

/**
 * What the files of a folder hold: `manifest.json`, and the parts of runs that are not over. Any
 * number of processes may write files of their own into one folder.
 */
export class Manifest {
  readonly #folder: string
  readonly #entries: ReadonlyMap<string, ManifestEntry>

  /** @throws CommandError for a folder that cannot be written, or a manifest that is none */
  constructor(folder: string) {
    this.#folder = folder
    mkdirSync(folder, { recursive: true })
    assertWritableFile(this.#file)
    this.#entries = this.#read(this.#parts())
  }

  /** Whether a file is there and holds just what is wanted. */
  holds(wanted: Omit<ManifestEntry, 'bytes' | 'sha256'>): boolean {
    const entry = this.#entries.get(wanted.file)
    if (!entry) return false
    const { bytes, sha256: _, ...made } = entry
    const path = join(this.#folder, entry.file)
    const isThere = statSync(path, { throwIfNoEntry: false })?.size === bytes
    return isThere && JSON.stringify(made) === JSON.stringify(wanted)
  }

  /** Of a file that is there now: it is not written again, even if the run is broken off. */
  async add(entry: ManifestEntry, signal: AbortSignal): Promise<void> {
    mkdirSync(join(this.#folder, PARTS), { recursive: true })
    await writeAtomically(this.#partOf(`${entry.file}.json`), jsonBytes(entry), signal)
  }

  /**
   * Put all parts into manifest.json.
   *
   * @param isLast false: others may still be writing; the parts stay
   */
  async join(signal: AbortSignal, isLast: boolean): Promise<void> {
    let parts = this.#parts()
    for (;;) {
      const files = [...this.#read(parts).values()].sort((a, b) => (a.file < b.file ? -1 : 1))
      await writeAtomically(this.#file, jsonBytes({ files }), signal)
      const now = this.#parts()
      // Another process may have put its own in place, without what this one has read.
      if (now.length === parts.length) break
      parts = now
    }
    if (isLast) this.#remove(parts)
  }

  get #file(): string {
    return join(this.#folder, NAME)
  }

  #partOf(name: string): string {
    return join(this.#folder, PARTS, name)
  }

  #parts(): string[] {
    const folder = join(this.#folder, PARTS)
    const names = existsSync(folder) ? readdirSync(folder) : []
    return names.filter((name) => name.endsWith('.json'))
  }

  #read(parts: readonly string[]): Map<string, ManifestEntry> {
    const added = parts.map((name): ManifestEntry => {
      return JSON.parse(readFileSync(this.#partOf(name), 'utf8'))
    })
    return new Map([...entriesIn(this.#file), ...added].map((entry) => [entry.file, entry]))
  }

  #remove(parts: readonly string[]): void {
    for (const name of parts) rmSync(this.#partOf(name), { force: true })
    try {
      rmdirSync(join(this.#folder, PARTS))
    } catch {
      // There was none, or another process has begun to write into it.
    }
  }
}

async function* jsonBytes(value: object): AsyncGenerator<Uint8Array> {
  yield Buffer.from(`${JSON.stringify(value, null, 2)}\n`)
}

function entriesIn(file: string): ManifestEntry[] {
  if (!existsSync(file)) return []
  try {
    const { files } = JSON.parse(readFileSync(file, 'utf8'))
    if (Array.isArray(files)) return files
  } catch {}
  throw new CommandError(
    `${file} is not a manifest of exports. Remove it, or choose another --out.`,
  )
}
