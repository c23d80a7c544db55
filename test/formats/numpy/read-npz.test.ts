import { expect, test } from 'vitest'
import { npzParts } from '../../../src/formats/matrices/matrix-file.ts'
import { encodeNpy, vector } from '../../../src/formats/numpy/npy.ts'
import { decodeNpz } from '../../../src/formats/numpy/read-npz.ts'

const counts = vector(Uint16Array.of(1, 2, 300))
const names = vector(['VISp', 'CA1'])
const npz = () =>
  Buffer.concat(
    npzParts([
      ['counts', counts],
      ['names', names],
    ]),
  )

test('arrays are read back by their names', () => {
  expect([...decodeNpz(npz())]).toEqual([
    ['counts', counts],
    ['names', names],
  ])
  expect(decodeNpz(Buffer.concat(npzParts([])))).toEqual(new Map())
})

test('they may stand anywhere in a buffer', () => {
  const padded = Buffer.concat([Buffer.alloc(5), npz()])
  expect(decodeNpz(padded.subarray(5)).get('counts')).toEqual(counts)
})

/** A zip as other programs write it: with extra fields and comments. */
function foreignZip(): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, array] of [
    ['a.npy', counts],
    ['b', names],
  ] as const) {
    const content = encodeNpy(array)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50)
    local.writeUInt16LE(name.length, 26)
    local.writeUInt16LE(9, 28)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50)
    entry.writeUInt32LE(content.length, 20)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt16LE(5, 30)
    entry.writeUInt16LE(3, 32)
    entry.writeUInt32LE(at, 42)
    directory.push(entry, Buffer.from(name), Buffer.alloc(8))
    parts.push(local, Buffer.from(name), Buffer.alloc(9), Buffer.from(content))
    at += 30 + name.length + 9 + content.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  end.writeUInt16LE(2, 10)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, ...directory, end])
}

test('extra fields and comments are passed over', () => {
  expect([...decodeNpz(foreignZip())]).toEqual([
    ['a', counts],
    ['b', names],
  ])
})

const changed = (change: (bytes: Buffer) => void) => {
  const bytes = npz()
  change(bytes)
  return bytes
}
const DIRECTORY = Buffer.from('PK\x01\x02', 'latin1')

test.each([
  ['nothing', Buffer.alloc(0), 'not an .npz file, or not all of one'],
  ['what is cut off', npz().subarray(0, -1), 'not an .npz file, or not all of one'],
  ['an end alone, of one byte too few', npz().subarray(-21), 'not an .npz file, or not all'],
  [
    'a compressed member',
    changed((bytes) => bytes.writeUInt16LE(8, bytes.indexOf(DIRECTORY) + 10)),
    'not an .npz file of stored arrays',
  ],
  [
    'no directory',
    changed((bytes) => bytes.writeUInt32LE(0, bytes.length - 6)),
    'not an .npz file of stored arrays',
  ],
  [
    'a directory beyond the end',
    changed((bytes) => bytes.writeUInt32LE(bytes.length - 3, bytes.length - 6)),
    'not an .npz file of stored arrays',
  ],
])('%s is refused', (_, bytes, message) => {
  expect(() => decodeNpz(bytes)).toThrow(message)
})
