import { appendFile, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { objectIn, parseJson } from '../json-values.ts'

/** What a download is of: equal only for equal bytes. */
export interface JournalSubject {
  /** see remoteKey */
  readonly key: string
  /** bytes */
  readonly size: number
  readonly partBytes: number
}

/**
 * Which parts of a file were written to disk: a line that says what the file is, and one for each
 * part. A line that was not finished counts for nothing.
 */
export class PartJournal {
  readonly #path: string
  readonly done: Set<number>

  /** The journal of a download that was begun, if it was of the same bytes; else a new one. */
  static async open(path: string, subject: JournalSubject): Promise<PartJournal> {
    const [first, ...lines] = (await readFile(path, 'utf8').catch(() => '')).split('\n')
    const known = objectIn(parseJson(new TextEncoder().encode(first)))
    const isSame =
      known.key === subject.key &&
      known.size === subject.size &&
      known.partBytes === subject.partBytes
    const count = Math.ceil(subject.size / subject.partBytes)
    const done = new Set(isSame ? partsIn(lines.slice(0, -1), count) : [])
    // Written again: nothing may be added to a line that was cut off.
    await writeFile(`${path}.new`, [JSON.stringify(subject), ...done, ''].join('\n'))
    await rename(`${path}.new`, path)
    return new PartJournal(path, done)
  }

  private constructor(path: string, done: Set<number>) {
    this.#path = path
    this.done = done
  }

  /** Note parts that are on the disk. */
  async add(parts: readonly number[]): Promise<void> {
    await appendFile(this.#path, parts.map((part) => `${part}\n`).join(''))
    for (const part of parts) this.done.add(part)
  }

  async remove(): Promise<void> {
    await rm(this.#path, { force: true })
  }
}

function partsIn(lines: readonly string[], count: number): number[] {
  return lines
    .filter((line) => /^\d+$/.test(line))
    .map(Number)
    .filter((part) => part < count)
}
