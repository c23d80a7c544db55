import { describe, expect, test } from 'vitest'
import { cheapestRuns, pagesOf } from '../../../src/byte-sources/pages/page-runs.ts'
import { PAGE_BYTES } from '../../../src/byte-sources/pages/page-table.ts'

test.each([
  [0, 1, 0, 1],
  [0, PAGE_BYTES, 0, 1],
  [PAGE_BYTES - 1, 2, 0, 2],
  [PAGE_BYTES, PAGE_BYTES, 1, 2],
])('bytes from %i on, %i of them, lie in the pages %i to %i', (position, length, from, to) => {
  expect(pagesOf(position, length)).toEqual({ from, to })
})

describe('two pages with four between them', () => {
  const apart = [
    { from: 0, to: 1 },
    { from: 5, to: 6 },
  ]
  const together = [{ from: 0, to: 6 }]

  // A page takes a second. Apart: two latencies, and half of two seconds; together: six seconds,
  // and half of a latency.
  test.each([
    [0, 1, apart],
    [3, 1, apart],
    [10 / 3, 1, apart],
    [3.5, 1, together],
    [6, 2, apart],
    [7, 2, together],
  ])('with a latency of %d s and %i connections', (latency, connections, runs) => {
    const cost = { latency, bandwidth: PAGE_BYTES, pageBytes: PAGE_BYTES }
    expect(cheapestRuns([0, 5], cost, connections, 100)).toEqual(runs)
  })
})
