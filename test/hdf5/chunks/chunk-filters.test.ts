import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { ChunkDecoder, filter } from '../../../src/hdf5/chunks/chunk-filters.ts'

const shuffle = { id: filter.shuffle, parameters: [2] }
const deflate = { id: filter.deflate, parameters: [4] }
const fletcher32 = { id: filter.fletcher32, parameters: [] }
const scaleOffset = { id: filter.scaleOffset, parameters: [] }

const decoderOf = (...filters: { id: number; parameters: number[] }[]) =>
  new ChunkDecoder(filters, 6, (cause) => new Error(String(cause)))

const plain = Uint8Array.of(1, 11, 2, 12, 3, 13)
/** first all low bytes, then all high ones */
const shuffled = Uint8Array.of(1, 2, 3, 11, 12, 13)

test('filters are undone from the last to the first', () => {
  const bytes = decoderOf(shuffle, deflate).decode(deflateSync(shuffled), 0)
  expect(new Uint8Array(bytes ?? [])).toEqual(plain)
})

test('a filter that a chunk did not go through is not undone', () => {
  expect(decoderOf(shuffle, deflate).decode(shuffled, 0b10)).toEqual(plain)
  expect(decoderOf(shuffle, deflate).decode(plain, 0b11)).toEqual(plain)
})

test('what is left over after whole elements stays at the end', () => {
  const bytes = Uint8Array.of(1, 2, 11, 12, 99)
  const decoder = new ChunkDecoder([shuffle], 5, (cause) => new Error(String(cause)))
  expect(decoder.decode(bytes, 0)).toEqual(Uint8Array.of(1, 11, 2, 12, 99))
})

test('a checksum counts in the length, and is left to libhdf5', () => {
  const decoder = decoderOf(fletcher32)
  expect(decoder.decodes).toBe(false)
  expect(decoder.decode(Uint8Array.of(...plain, 0, 0, 0, 0), 0)).toEqual(plain)
  expect(() => decoder.decode(plain, 0)).toThrow('a chunk has 2 of 6 bytes')
})

test('other filters are left to libhdf5', () => {
  expect(decoderOf(scaleOffset).decode(plain, 0)).toBeNull()
  expect(decoderOf(scaleOffset).decodes).toBe(false)
})

test.each([
  ['too short', () => decoderOf().decode(plain.subarray(1), 0)],
  ['too long', () => decoderOf().decode(Uint8Array.of(...plain, 0), 0)],
  ['too long when inflated', () => decoderOf(deflate).decode(deflateSync(new Uint8Array(60)), 0)],
  ['not deflated', () => decoderOf(deflate).decode(plain, 0)],
  ['cut short', () => decoderOf(deflate).decode(deflateSync(plain).subarray(0, 8), 0)],
])('a chunk that is %s is an error', (_, decode) => {
  expect(decode).toThrow()
})

test.each([[[]], [[0]], [[2, 2]]])('shuffle with the parameters %j is an error', (parameters) => {
  expect(() => decoderOf({ id: filter.shuffle, parameters }).decode(plain, 0)).toThrow()
})
