// What a zip of stored files holds as well as their bytes: a header before each,
// and the directory at the end.

const LOCAL_HEADER = 0x04034b50
const DESCRIPTOR = 0x08074b50
const CENTRAL_HEADER = 0x02014b50
const END = 0x06054b50
const LONG_END = 0x06064b50
const LONG_END_LOCATOR = 0x07064b50
/**
 * of the zip format: 2.0, the oldest that every program reads; and 4.5,
 * which has numbers of 8 bytes
 */
const VERSION = 20
const LONG_VERSION = 45
/** names are UTF-8 */
const UTF8 = 0x0800
/** the checksum stands after the member */
const HAS_DESCRIPTOR = 0x0008
/** 1 January 1980, the format's first day: the same contents make the same bytes */
const DATE = 0x21
/** instead of a number that takes 8 bytes, and stands elsewhere */
const LONG = 0xffffffff
const MANY = 0xffff

type Field = readonly [value: number, bytes: 2 | 4 | 8]

interface Described {
  readonly name: Uint8Array
  readonly size: number
  /** where it begins */
  readonly at: number
  readonly flags: number
}

/** Makes the records of one zip, whose members are added in order. */
export class ZipRecords {
  readonly #directory: Uint8Array[] = []
  /** bytes of the zip so far, with the member that was added last */
  #length = 0
  /** waits for its checksum */
  #open: Described | null = null

  /**
   * The bytes before a member's.
   *
   * @param size bytes
   * @param checksum null: given after the member, by {@link descriptor}
   */
  before(path: string, size: number, checksum: number | null): Uint8Array {
    const name = new TextEncoder().encode(path)
    const flags = checksum === null ? UTF8 | HAS_DESCRIPTOR : UTF8
    const member = { name, size, at: this.#length, flags }
    const extra = size >= LONG ? longNumbers(size, size) : []
    const header = concatenate([
      fields([LOCAL_HEADER, 4], ...about(member, checksum ?? 0, size >= LONG, extra)),
      name,
      fields(...extra),
    ])
    this.#length += header.length + size
    if (checksum === null) this.#open = member
    else this.#describe(member, checksum)
    return header
  }

  /** The bytes after a member whose checksum was not known before. */
  descriptor(checksum: number): Uint8Array {
    const member = this.#open as Described
    const { size } = member
    this.#describe(member, checksum)
    const width = size >= LONG ? 8 : 4
    const descriptor = fields([DESCRIPTOR, 4], [checksum, 4], [size, width], [size, width])
    this.#length += descriptor.length
    return descriptor
  }

  /** The bytes after all members. */
  end(): Uint8Array {
    const at = this.#length
    const count = this.#directory.length
    const directory = concatenate(this.#directory)
    const size = directory.length
    const parts = [directory]
    if (Math.max(at, size) >= LONG || count >= MANY) {
      const counts: Field[] = [
        [count, 8],
        [count, 8],
      ]
      const versions: Field[] = [
        [LONG_VERSION, 2],
        [LONG_VERSION, 2],
      ]
      parts.push(
        fields([LONG_END, 4], [44, 8], ...versions, [0, 4], [0, 4], ...counts, [size, 8], [at, 8]),
        fields([LONG_END_LOCATOR, 4], [0, 4], [at + size, 8], [1, 4]),
      )
    }
    const shown = Math.min(count, MANY)
    const place: Field[] = [
      [Math.min(size, LONG), 4],
      [Math.min(at, LONG), 4],
    ]
    parts.push(fields([END, 4], [0, 2], [0, 2], [shown, 2], [shown, 2], ...place, [0, 2]))
    return concatenate(parts)
  }

  #describe(member: Described, checksum: number): void {
    const { name, size, at } = member
    const isLong = Math.max(size, at) >= LONG
    const extra = isLong ? longNumbers(size, size, at) : []
    const version = isLong ? LONG_VERSION : VERSION
    this.#directory.push(
      concatenate([
        fields([CENTRAL_HEADER, 4], [version, 2], ...about(member, checksum, isLong, extra)),
        // comment, disk, two of attributes
        fields([0, 2], [0, 2], [0, 2], [0, 4], [isLong ? LONG : at, 4]),
        name,
        fields(...extra),
      ]),
    )
  }
}

/**
 * What both headers say of a member: version, flags, stored, time, date, sum, size twice,
 * lengths of name and extra fields.
 */
function about(
  { name, size, flags }: Described,
  checksum: number,
  isLong: boolean,
  extra: readonly Field[],
): Field[] {
  const shown = isLong ? LONG : size
  return [
    [isLong ? LONG_VERSION : VERSION, 2],
    [flags, 2],
    [0, 2],
    [0, 2],
    [DATE, 2],
    [checksum, 4],
    [shown, 4],
    [shown, 4],
    [name.length, 2],
    [lengthOfFields(extra), 2],
  ]
}

/** The extra field of numbers that take 8 bytes. */
function longNumbers(...numbers: number[]): Field[] {
  return [[1, 2], [8 * numbers.length, 2], ...numbers.map((number): Field => [number, 8])]
}

const lengthOfFields = (values: readonly Field[]) =>
  values.reduce((sum, [, width]) => sum + width, 0)

/** Little-endian whole numbers, one after the other. */
function fields(...values: Field[]): Uint8Array {
  const bytes = new Uint8Array(lengthOfFields(values))
  const view = new DataView(bytes.buffer)
  let at = 0
  for (const [value, width] of values) {
    if (width === 2) view.setUint16(at, value, true)
    else if (width === 4) view.setUint32(at, value, true)
    else view.setBigUint64(at, BigInt(value), true)
    at += width
  }
  return bytes
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
