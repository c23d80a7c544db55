import { expect, test } from 'vitest'
import { pagedBytes } from '../../src/byte-sources/paged-bytes.ts'

test('the whole pages that ranges lie in are counted, each once', () => {
  const ranges = [
    { position: 250, length: 100 }, // pages 2 and 3
    { position: 0, length: 1 }, // page 0
    { position: 350, length: 10 }, // page 3
    { position: 99, length: 2 }, // pages 0 and 1
  ]
  expect(pagedBytes(ranges, 100)).toBe(400)
})

test('a range of a file that is not fetched by pages is as long as it is', () => {
  expect(pagedBytes([{ position: 3, length: 5 }], 1)).toBe(5)
})

test('no bytes lie in no page', () => {
  expect(pagedBytes([{ position: 150, length: 0 }], 100)).toBe(0)
  expect(pagedBytes([], 100)).toBe(0)
})
