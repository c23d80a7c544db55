import { describe, expect, test } from 'vitest'
import { cheapestRuns, planRuns } from '../../../src/byte-sources/pages/page-runs.ts'
import { PAGE_BYTES, PageTable } from '../../../src/byte-sources/pages/page-table.ts'
import { RangeTarget } from '../../../src/byte-sources/pages/range-target.ts'

const pageOf = (value: number) => new Uint8Array(PAGE_BYTES).fill(value)

describe('PageTable', () => {
  test('gives parts of pages that were put into it, in every thread', () => {
    const table = PageTable.ofSize(2 ** 20)
    table.put(1, 7, pageOf(3))
    table.put(2, 7, pageOf(4))
    const other = new PageTable(table.memory)
    const target = new Uint8Array(10)
    expect(other.copy(1, 7, 100, target)).toBe(true)
    expect(target).toEqual(new Uint8Array(10).fill(3))
    expect(other.copy(2, 7, 0, target)).toBe(true)
    expect(target).toEqual(new Uint8Array(10).fill(4))
    expect(other.copy(1, 8, 0, target)).toBe(false)
    expect([other.has(1, 7), other.has(3, 7)]).toEqual([true, false])
  })

  test('is bounded, and forgets what was used longest ago', () => {
    const table = PageTable.ofSize(8 * PAGE_BYTES)
    const target = new Uint8Array(1)
    for (let page = 0; page < 8; page++) table.put(1, page, pageOf(page))
    table.copy(1, 0, 0, target)
    table.put(1, 8, pageOf(8))
    const kept = Array.from({ length: 9 }, (_, page) => table.has(1, page))
    expect(kept).toEqual([true, false, true, true, true, true, true, true, true])
    expect(table.memory.bytes.byteLength).toBe(8 * PAGE_BYTES)
  })

  test('keeps the short page that ends a file', () => {
    const table = PageTable.ofSize(2 ** 20)
    table.put(1, 0, Uint8Array.of(1, 2, 3))
    const target = new Uint8Array(2)
    expect(table.copy(1, 0, 1, target)).toBe(true)
    expect(target).toEqual(Uint8Array.of(2, 3))
  })
})

describe('planRuns', () => {
  test('joins pages with short gaps, and parts what is long', () => {
    expect(planRuns([1, 2, 3, 6, 20], 2, 100)).toEqual([
      { from: 1, to: 7 },
      { from: 20, to: 21 },
    ])
    expect(planRuns([0, 1, 2, 3, 4], 0, 2)).toEqual([
      { from: 0, to: 2 },
      { from: 2, to: 4 },
      { from: 4, to: 5 },
    ])
    expect(planRuns([], 2, 100)).toEqual([])
  })
})

describe('RangeTarget', () => {
  test('puts pieces of a file where their ranges are', () => {
    const bytes = Uint8Array.from({ length: 100 }, (_, i) => i)
    const target = new Uint8Array(15)
    const ranges = new RangeTarget(Float64Array.of(10, 15, 30, 40), target)
    expect(ranges.place(35, bytes.subarray(35, 60))).toBe(5)
    expect(ranges.place(0, bytes.subarray(0, 35))).toBe(10)
    expect(ranges.place(50, bytes.subarray(50))).toBe(0)
    expect([...target]).toEqual([10, 11, 12, 13, 14, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39])
  })
})

describe('cheapestRuns', () => {
  const connections = 10
  const everyFifth = Array.from({ length: 200 }, (_, i) => 5 * i)

  test('fetches what lies between where requests take longer than bytes', () => {
    const cost = { latency: 0.1, bandwidth: 1e9, pageBytes: PAGE_BYTES }
    expect(cheapestRuns(everyFifth, cost, connections, 512)).toEqual([
      { from: 0, to: 511 },
      { from: 515, to: 996 },
    ])
  })

  test('does not where bytes take longer', () => {
    const cost = { latency: 0.001, bandwidth: 1e6, pageBytes: PAGE_BYTES }
    expect(cheapestRuns(everyFifth, cost, connections, 512)).toHaveLength(200)
  })
})
