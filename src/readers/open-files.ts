import { basename } from 'node:path'
import { type FileIdentity, identityAtSync, isSameFile } from '../byte-sources/source-identity.ts'
import { RecordingError } from '../errors.ts'

export interface OpenFile {
  readonly identity: FileIdentity
  /** since it was opened */
  readonly bytesRead: number
  close(): void
}

/** Files that are open, by path: those used last. */
export class OpenFiles<File extends OpenFile> {
  readonly #open = new Map<string, File>()
  readonly #maxCount: number

  constructor(maxCount: number) {
    this.#maxCount = maxCount
  }

  peek(path: string): File | undefined {
    return this.#open.get(path)
  }

  /** The open file, if it still is what lies at the path; else what lies there now. */
  async get(path: string, open: () => Promise<File>): Promise<File> {
    const identity = identityAtSync(path)
    const known = this.#open.get(path)
    if (known && isSameFile(known.identity, identity)) {
      this.#open.delete(path)
      this.#open.set(path, known)
      return known
    }
    this.close(path)
    const oldest = this.#open.keys().next()
    if (this.#open.size >= this.#maxCount && !oldest.done) this.close(oldest.value)
    const file = await open()
    this.#open.set(path, file)
    return file
  }

  close(path: string): void {
    this.#open.get(path)?.close()
    this.#open.delete(path)
  }

  closeAll(): void {
    for (const path of [...this.#open.keys()]) this.close(path)
  }
}

/**
 * @throws RecordingError FILE_CHANGED, FILE_MISSING when what lies at the path is not the file that
 *   was opened
 */
export function assertUnchanged(path: string, { identity }: OpenFile): void {
  if (isSameFile(identityAtSync(path), identity)) return
  throw new RecordingError('FILE_CHANGED', basename(path))
}
