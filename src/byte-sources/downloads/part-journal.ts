import { appendFile, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { crc32 } from 'node:zlib'

/** What a download is of: equal only for equal bytes. */
export interface JournalSubject {
  /** see remoteKey */
  readonly key: string
  /** bytes */
  readonly size: number
  readonly partBytes: number
}

/** A part that is on the disk. */
export interface WrittenPart {
  readonly number: number
  /** see checksumOf */
  readonly checksum: number
}

/** Of the bytes of a part, as they came: what the disk has of it later is compared with it. */
export const checksumOf = (bytes: Uint8Array): number => crc32(bytes)

/** Lies beside the file of parts. */
export const journalPath = (part: string): string => `${part}.journal`

/**
 * Which parts of a file were written to disk: a line that says what the file is, and one for each
 * part, with its checksum. A line that was not finished counts for nothing.
 */
export class PartJournal {
  readonly #path: string
  /** checksums, by the number of the part */
  readonly done: Map<number, number>

  /** The journal of a download that was begun, if it was of the same bytes; else a new one. */
  static async open(path: string, subject: JournalSubject): Promise<PartJournal> {
    const known = await readJournal(path)
    const isSame = known?.subject.key === subject.key && hasSameParts(known.subject, subject)
    const journal = new PartJournal(path, isSame ? new Map(known.done) : new Map())
    await journal.#rewrite(subject)
    return journal
  }

  private constructor(path: string, done: Map<number, number>) {
    this.#path = path
    this.done = done
  }

  /** Note parts that are on the disk. */
  async add(parts: readonly WrittenPart[]): Promise<void> {
    await appendFile(this.#path, parts.map(lineOf).join(''))
    for (const { number, checksum } of parts) this.done.set(number, checksum)
  }

  async remove(): Promise<void> {
    await rm(this.#path, { force: true })
  }

  /** Nothing may be added to a line that was cut off. */
  async #rewrite(subject: JournalSubject): Promise<void> {
    const lines = Array.from(this.done, ([number, checksum]) => lineOf({ number, checksum }))
    await writeFile(`${this.#path}.new`, [`${JSON.stringify(subject)}\n`, ...lines].join(''))
    await rename(`${this.#path}.new`, this.#path)
  }
}

/** What a journal says now; null: there is none, or what lies there is not one. */
export async function readJournal(path: string): Promise<{
  readonly subject: JournalSubject
  /** checksums, by the number of the part */
  readonly done: ReadonlyMap<number, number>
} | null> {
  const [first, ...lines] = (await readFile(path, 'utf8').catch(() => '')).split('\n')
  const subject = subjectIn(first)
  if (!subject) return null
  const count = Math.ceil(subject.size / subject.partBytes)
  const parts = lines.slice(0, -1).flatMap((line) => {
    const [, number, checksum] = /^(\d+) ([0-9a-f]{8})$/.exec(line) ?? []
    return number !== undefined && Number(number) < count
      ? [[Number(number), Number.parseInt(checksum, 16)] as const]
      : []
  })
  return { subject, done: new Map(parts) }
}

const lineOf = ({ number, checksum }: WrittenPart) =>
  `${number} ${checksum.toString(16).padStart(8, '0')}\n`

const hasSameParts = (one: JournalSubject, other: JournalSubject) =>
  one.size === other.size && one.partBytes === other.partBytes

function subjectIn(line: string): JournalSubject | null {
  try {
    const { key, size, partBytes } = JSON.parse(line) as Partial<JournalSubject>
    const isSubject = typeof key === 'string' && Number(size) >= 0 && Number(partBytes) > 0
    return isSubject ? { key, size: Number(size), partBytes: Number(partBytes) } : null
  } catch {
    return null
  }
}
