import { expect, test } from 'vitest'
import {
  type ByteRange,
  type ByteSource,
  localCost,
} from '../../../src/byte-sources/byte-source.ts'
import { Prefetcher } from '../../../src/hdf5/structure/prefetcher.ts'

const layout = { base: 0, offsetSize: 8, lengthSize: 8 }
const data = new Map([
  ['/large', { position: 1000, length: 200_000 }],
  ['/small', { position: 500, length: 80 }],
])

function probed(...paths: string[]) {
  const ranges: ByteRange[] = []
  const source: ByteSource = {
    name: 'a.nwb',
    size: 0,
    cost: localCost,
    read() {},
    readMany() {},
    prefetch: (wanted) => void ranges.push(...wanted),
    close() {},
  }
  const structure = { data, texts: new Set<string>(), heaps: new Set<number>() }
  new Prefetcher(source, layout, structure).probes(paths)
  return ranges.map(({ position, length }) => [position, length])
}

test('the first, middle and last entries of a dataset are fetched, and nothing after it', () => {
  expect(probed('/large')).toEqual([
    [1000, 65_536],
    [101_000, 65_536],
    [1000 + 200_000 - 65_536, 65_536],
  ])
  expect(probed('/small')).toEqual([
    [500, 80],
    [540, 40],
    [500, 80],
  ])
})

test('what is not there in one piece is left out', () => {
  expect(probed('/chunked')).toEqual([])
})
