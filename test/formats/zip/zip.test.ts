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
    const descriptor = Buffer.from(records.behind(7))
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
    const descriptor = Buffer.from(records.behind(7))
    expect(descriptor).toHaveLength(24)
    expect([descriptor.readBigUInt64LE(8), descriptor.readBigUInt64LE(16)]).toEqual([
      BigInt(size),
      BigInt(size),
    ])
  })

  test('stays short for the largest member whose size takes 4 bytes', () => {
    const records = new ZipRecords()
    expect(readLocalHeader(records.before('a', 0xfffffffe, null)).version).toBe(20)
    expect(records.behind(7)).toHaveLength(16)
    expect(readLocalHeader(new ZipRecords().before('a', 0xffffffff, 1)).version).toBe(45)
  })
})
