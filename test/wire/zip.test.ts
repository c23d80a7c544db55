import { expect, test } from 'vitest'
import { bytesOf } from '../../src/wire/dtype.ts'
import { zipMember, zipPieces } from '../../src/wire/zip.ts'

/** Where a local header keeps the check sum of its member. */
const SUM_AT = 14

test('a member whose last part is empty has the check sum of the others', () => {
  const header = new TextEncoder().encode('header')
  const noCells = bytesOf(new BigInt64Array(0))
  const zip = Buffer.concat([...zipPieces([zipMember('unit_ids.npy', [header, noCells])])])
  // python3 -c "import zlib; print(hex(zlib.crc32(b'header')))"
  expect(zip.readUInt32LE(SUM_AT)).toBe(0x6e72a8c1)
})
