import { expect, test } from 'vitest'
import type { Hdf5Dataset } from '../../../../src/hdf5/hdf5-dataset.ts'
import { LibrarySpikes } from '../../../../src/nwb/spikes/sources/library-spikes.ts'

/** Ten entries, and which of them were read, from which on and how many. */
function open() {
  const reads: [number, number][] = []
  const numbers = ({ from, count }: { readonly from: number; readonly count: number }) => {
    reads.push([from, count])
    return Float64Array.from({ length: count }, (_, i) => (from + i) / 2)
  }
  const dataset = { length: 10, numbers } as unknown as Hdf5Dataset
  return { reads, spikes: new LibrarySpikes(dataset) }
}

const range = (from: number, to: number) => ({ from, to })

test('libhdf5 reads what is wanted, and nothing for no entries', () => {
  const { reads, spikes } = open()
  const target = new Float64Array(4)
  spikes.read(target.subarray(1, 3), 7)
  expect(target).toEqual(Float64Array.of(0, 3.5, 4, 0))
  expect(spikes.readMany([range(9, 10), range(4, 4), range(0, 2)])).toEqual([
    Float64Array.of(4.5),
    new Float64Array(0),
    Float64Array.of(0, 0.5),
  ])
  expect(reads).toEqual([
    [7, 2],
    [9, 1],
    [0, 2],
  ])
})

test('entries take 8 bytes each, and none is looked for elsewhere in the file', () => {
  const { reads, spikes } = open()
  expect(spikes.bytesOf([range(2, 5), range(9, 10)])).toBe(4 * 8)
  expect(spikes.bytesOf([])).toBe(0)
  spikes.prefetch()
  expect(reads).toEqual([])
  const still = { length: 10, readsAnywhere: false, pagePhase: 0, latency: 0, layout: null }
  expect(spikes).toMatchObject(still)
})
