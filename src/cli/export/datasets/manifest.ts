import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { CommandError } from '../../terminal/command-error.ts'

const NAME = 'manifest.json'

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

/** What the files of a folder hold: `manifest.json`. */
export class Manifest {
  readonly #folder: string
  readonly #entries: Map<string, ManifestEntry>

  /** @throws CommandError for a manifest that is none */
  constructor(folder: string) {
    this.#folder = folder
    this.#entries = new Map(entriesIn(join(folder, NAME)).map((entry) => [entry.file, entry]))
  }

  get file(): string {
    return join(this.#folder, NAME)
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

  add(entry: ManifestEntry): void {
    this.#entries.set(entry.file, entry)
  }

  /** Its bytes: the entries in order of their files. */
  async *bytes(): AsyncGenerator<Uint8Array> {
    const files = [...this.#entries.values()].sort((a, b) => (a.file < b.file ? -1 : 1))
    yield Buffer.from(`${JSON.stringify({ files }, null, 2)}\n`)
  }
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
