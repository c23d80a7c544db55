import { expect, test } from 'vitest'
import { alongDimension } from '../../src/formats/labelled-arrays.ts'
import { encodeArrays } from '../../src/formats/labelled-file.ts'
import { decodeNpz } from '../../src/formats/numpy/read-npz.ts'

const options = { inServer: true, keepsFormulas: false, dtype: null }
const labels = { name: 'counts', dims: ['bin'], shape: [2] }
const coordinates = [alongDimension('bin', 'starts', Float64Array.of(0, 1))]
const attributes = { session_id: '1', area: null }

test('a file of arrays in memory has a length before it is sent', async () => {
  const main = { ...labels, data: Uint8Array.of(1, 2) }
  const file = await encodeArrays('npz', { main, coordinates, attributes }, options)
  if (!('parts' in file)) throw new Error('it has none')
  const arrays = decodeNpz(Buffer.concat(file.parts))
  expect([...arrays.keys()]).toEqual(['counts', 'starts', 'session_id', 'xarray'])
  expect('parts' in (await encodeArrays('npy', { main, coordinates, attributes }, options))).toBe(
    true,
  )
})

test('a file of an array that is read while it is written has not', async () => {
  async function* cells() {
    yield Uint8Array.of(1)
    yield Uint8Array.of(2)
  }
  for (const format of ['npz', 'npy'] as const) {
    const main = { ...labels, dtype: 'uint8', cells: cells() } as const
    const file = await encodeArrays(format, { main, coordinates, attributes }, options)
    if (!('pieces' in file)) throw new Error('it has parts')
    const pieces: Uint8Array[] = []
    for await (const piece of file.pieces) pieces.push(piece)
    const bytes = Buffer.concat(pieces)
    expect(bytes.includes(Buffer.from([1, 2]))).toBe(true)
  }
})
