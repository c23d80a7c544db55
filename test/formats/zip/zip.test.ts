import { describe, expect, test } from 'vitest'
import { bytesOf } from '../../../src/formats/numpy/dtype.ts'
import { zipMember, zipPieces } from '../../../src/formats/zip/zip.ts'
import { ZipRecords } from '../../../src/formats/zip/zip-records.ts'

/** Where a local header keeps the check sum of its member. */
const SUM_AT = 14

test('a member whose last part is empty has the check sum of the others', () => {
  const header = new TextEncoder().encode('header')
  const noCells = bytesOf(new BigInt64Array(0))
  const zip = Buffer.concat([...zipPieces([zipMember('unit_ids.npy', [header, noCells])])])
  // python3 -c "import zlib; print(hex(zlib.crc32(b'header')))"
  expect(zip.readUInt32LE(SUM_AT)).toBe(0x6e72a8c1)
})

test('a zip of one file is these bytes', () => {
  const zip = Buffer.concat([
    ...zipPieces([zipMember('a', [Uint8Array.of(1, 2), Uint8Array.of(3)])]),
  ])
  // Version 2.0, names in UTF-8, stored, no time, 1 January 1980.
  const member = '1400 0008 0000 0000 2100'
  // python3 -c "import zlib; print(hex(zlib.crc32(bytes([1, 2, 3]))))"; the size twice.
  const sums = '1d80bc55 03000000 03000000'
  const lengths = '0100 0000'
  const expected = [
    `504b0304 ${member} ${sums} ${lengths} 61 010203`,
    // Without comment and attributes, on the first disk, from byte 0 on.
    `504b0102 1400 ${member} ${sums} ${lengths} 0000 0000 0000 00000000 00000000 61`,
    // On this disk one entry, of one: a directory of 47 bytes, from byte 34 on; no comment.
    '504b0506 0000 0000 0100 0100 2f000000 22000000 0000',
  ]
  expect(zip.toString('hex')).toBe(expected.join('').replaceAll(' ', ''))
})

/** The numbers of a local header, but for its signature. */
function readLocalHeader(header: Uint8Array) {
  const bytes = Buffer.from(header)
  expect(bytes.readUInt32LE(0)).toBe(0x04034b50)
  return {
    version: bytes.readUInt16LE(4),
    flags: bytes.readUInt16LE(6),
    method: bytes.readUInt16LE(8),
    checksum: bytes.readUInt32LE(14),
    sizes: [bytes.readUInt32LE(18), bytes.readUInt32LE(22)],
    nameLength: bytes.readUInt16LE(26),
    extraLength: bytes.readUInt16LE(28),
  }
}

describe('the records behind all members', () => {
  const END_BYTES = 22
  const LONG_END_BYTES = 56 + 20

  test('tell how many there are, and where the directory begins', () => {
    const records = new ZipRecords()
    const before = records.before('a', 5, 7).length + 5
    const end = Buffer.from(records.end())
    const size = 46 + 1
    expect(end).toHaveLength(size + END_BYTES)
    expect(end.readUInt16LE(size + 8)).toBe(1)
    expect(end.readUInt16LE(size + 10)).toBe(1)
    expect(end.readUInt32LE(size + 12)).toBe(size)
    expect(end.readUInt32LE(size + 16)).toBe(before)
  })

  test('have numbers of 8 bytes for what begins after 4 GB', () => {
    const records = new ZipRecords()
    const at = records.before('a', 2 ** 32, 1).length + 2 ** 32
    const all = at + records.before('b', 5, 7).length + 5
    const end = Buffer.from(records.end())
    const [first, second] = [46 + 1 + 28, 46 + 1 + 28]
    const size = first + second
    expect(end).toHaveLength(size + LONG_END_BYTES + END_BYTES)
    // Of the second member: its place is long, and with it its sizes.
    expect(end.readUInt16LE(first + 4)).toBe(45)
    expect(end.readUInt32LE(first + 42)).toBe(0xffffffff)
    const extra = first + 46 + 1
    expect([end.readUInt16LE(extra), end.readUInt16LE(extra + 2)]).toEqual([1, 24])
    expect([4, 12, 20].map((i) => end.readBigUInt64LE(extra + i))).toEqual([5n, 5n, BigInt(at)])
    const long = end.subarray(size)
    expect(long.readUInt32LE(0)).toBe(0x06064b50)
    expect(long.readBigUInt64LE(4)).toBe(44n)
    expect([12, 14].map((i) => long.readUInt16LE(i))).toEqual([45, 45])
    expect([16, 20].map((i) => long.readUInt32LE(i))).toEqual([0, 0])
    expect([24, 32, 40, 48].map((i) => long.readBigUInt64LE(i))).toEqual([
      2n,
      2n,
      BigInt(size),
      BigInt(all),
    ])
    const locator = long.subarray(56)
    expect(locator.readUInt32LE(0)).toBe(0x07064b50)
    expect(locator.readUInt32LE(4)).toBe(0)
    expect(locator.readBigUInt64LE(8)).toBe(BigInt(all + size))
    expect(locator.readUInt32LE(16)).toBe(1)
    const short = locator.subarray(20)
    expect([8, 10].map((i) => short.readUInt16LE(i))).toEqual([2, 2])
    expect(short.readUInt32LE(12)).toBe(size)
    expect(short.readUInt32LE(16)).toBe(0xffffffff)
  })

  test('have them from the first place on that does not fit in 4 bytes', () => {
    const HEADER = 31
    const directoryOf = (at: number) => {
      const records = new ZipRecords()
      records.before('a', at - HEADER, 1)
      return Buffer.from(records.end()).length
    }
    expect(directoryOf(0xfffffffe)).toBe(47 + END_BYTES)
    expect(directoryOf(0xffffffff)).toBe(47 + LONG_END_BYTES + END_BYTES)
    const secondEntryOf = (at: number) => {
      const records = new ZipRecords()
      records.before('a', at - HEADER, 1)
      records.before('b', 0, 0)
      const entry = Buffer.from(records.end()).subarray(47)
      return { version: entry.readUInt16LE(4), at: entry.readUInt32LE(42) }
    }
    expect(secondEntryOf(0xfffffffe)).toEqual({ version: 20, at: 0xfffffffe })
    expect(secondEntryOf(0xffffffff)).toEqual({ version: 45, at: 0xffffffff })
  })

  test('have them for 65,535 members, and not for one fewer', () => {
    const recordsOf = (count: number) => {
      const records = new ZipRecords()
      for (let i = 0; i < count; i++) records.before('a', 0, 0)
      return Buffer.from(records.end())
    }
    expect(recordsOf(65_534)).toHaveLength(65_534 * 47 + END_BYTES)
    const end = recordsOf(65_535)
    expect(end).toHaveLength(65_535 * 47 + LONG_END_BYTES + END_BYTES)
    expect(end.readUInt16LE(end.length - 12)).toBe(0xffff)
    expect(end.readBigUInt64LE(65_535 * 47 + 24)).toBe(65_535n)
  })

  test('say of a member whose checksum came later what it was', () => {
    const records = new ZipRecords()
    const before = records.before('a', 5, null).length + 5 + records.descriptor(0x6e72a8c1).length
    const end = Buffer.from(records.end())
    expect(end.readUInt16LE(8)).toBe(0x0808)
    expect(end.readUInt32LE(16)).toBe(0x6e72a8c1)
    expect(end.readUInt32LE(end.length - 6)).toBe(before)
  })
})

describe('the header before a member', () => {
  test('tells its checksum and sizes, for readers that do not wait for the directory', () => {
    const header = new ZipRecords().before('é.npy', 70_000, 0x6e72a8c1)
    expect(readLocalHeader(header)).toEqual({
      version: 20,
      flags: 0x0800,
      method: 0,
      checksum: 0x6e72a8c1,
      sizes: [70_000, 70_000],
      nameLength: 6,
      extraLength: 0,
    })
    expect(Buffer.from(header.subarray(30)).toString()).toBe('é.npy')
  })

  test('says that the checksum follows where it is not known yet', () => {
    const records = new ZipRecords()
    expect(readLocalHeader(records.before('a', 5, null))).toMatchObject({
      flags: 0x0808,
      checksum: 0,
    })
    const descriptor = Buffer.from(records.descriptor(7))
    expect(descriptor).toHaveLength(16)
    expect([0, 4, 8, 12].map((at) => descriptor.readUInt32LE(at))).toEqual([0x08074b50, 7, 5, 5])
  })

  test('and what follows have numbers of 8 bytes for a member of 4 GB', () => {
    const size = 2 ** 32 + 5
    const records = new ZipRecords()
    const header = Buffer.from(records.before('a', size, null))
    expect(readLocalHeader(header)).toMatchObject({
      version: 45,
      sizes: [0xffffffff, 0xffffffff],
      extraLength: 20,
    })
    expect([header.readBigUInt64LE(35), header.readBigUInt64LE(43)]).toEqual([
      BigInt(size),
      BigInt(size),
    ])
    const descriptor = Buffer.from(records.descriptor(7))
    expect(descriptor).toHaveLength(24)
    expect([descriptor.readBigUInt64LE(8), descriptor.readBigUInt64LE(16)]).toEqual([
      BigInt(size),
      BigInt(size),
    ])
  })

  test('stays short for the largest member whose size takes 4 bytes', () => {
    const records = new ZipRecords()
    expect(readLocalHeader(records.before('a', 0xfffffffe, null)).version).toBe(20)
    expect(records.descriptor(7)).toHaveLength(16)
    expect(readLocalHeader(new ZipRecords().before('a', 0xffffffff, 1)).version).toBe(45)
  })
})
