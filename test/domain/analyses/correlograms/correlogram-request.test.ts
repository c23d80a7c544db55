import { describe, expect, test } from 'vitest'
import {
  addCorrelograms,
  type CorrelogramRequest,
  pairCount,
  pairsOf,
  shareCorrelograms,
  spansOfCorrelograms,
} from '../../../../src/domain/analyses/correlograms/correlogram-request.ts'

const span = (startTime: number, stopTime: number) => ({ startTime, stopTime })
const between = {
  kind: 'between',
  references: Int32Array.of(0, 2),
  targets: Int32Array.of(1, 3, 4),
} as const

describe('the pairs of three units', () => {
  test.each([
    ['auto', [0, 1, 2], [0, 1, 2]],
    ['cross', [0, 0, 1], [1, 2, 2]],
    ['all', [0, 0, 0, 1, 1, 2], [0, 1, 2, 1, 2, 2]],
  ] as const)('%s', (pairs, references, targets) => {
    const pairing = { kind: 'within', pairs } as const
    const found = pairsOf(pairing, 3)
    expect([[...found.references], [...found.targets]]).toEqual([references, targets])
    expect(pairCount(pairing, 3)).toBe(references.length)
  })

  test('are as many as there are', () => {
    expect(pairCount({ kind: 'within', pairs: 'cross' }, 5)).toBe(10)
    expect(pairCount({ kind: 'within', pairs: 'all' }, 5)).toBe(15)
    expect(pairCount({ kind: 'within', pairs: 'auto' }, 5)).toBe(5)
  })

  test('between units are every reference with every target', () => {
    const { references, targets } = pairsOf(between, 5)
    expect([...references]).toEqual([0, 0, 0, 2, 2, 2])
    expect([...targets]).toEqual([1, 3, 4, 1, 3, 4])
    expect(pairCount(between, 5)).toBe(6)
  })
})

/** Lags reach 1.5 s. */
const bins = { binSize: 0.5, lagCount: 2 }
const intervals = [span(0, 10), span(20, 30)]

describe('the spans whose spikes matter', () => {
  test.each([
    [null, intervals],
    [span(4, 6), [span(2.5, 7.5)]],
    [span(9, 21), [span(7.5, 10), span(20, 22.5)]],
    [span(11.5, 11.5), [span(10, 10)]],
    [span(12, 18), []],
    [span(-Infinity, 1), [span(0, 2.5)]],
    [span(29, Infinity), [span(27.5, 30)]],
  ])('of the share %j', (share, spans) => {
    expect(spansOfCorrelograms({ intervals, share, bins })).toEqual(spans)
  })
})

describe('shares of a request', () => {
  const request: CorrelogramRequest = {
    unitRows: Uint32Array.of(1),
    pairing: between,
    bins,
    intervals,
    isBinned: false,
    share: null,
  }
  const sharesOf = (count: number, within = intervals) =>
    shareCorrelograms({ ...request, intervals: within }, count).map(({ share }) => [
      share?.startTime,
      share?.stopTime,
    ])

  test('are each of as much of the intervals', () => {
    expect(sharesOf(1)).toEqual([[-Infinity, Infinity]])
    // Of 20 s, the half ends where the first interval does.
    expect(sharesOf(2)).toEqual([
      [-Infinity, 10],
      [10, Infinity],
    ])
    expect(sharesOf(4)).toEqual([
      [-Infinity, 5],
      [5, 10],
      [10, 25],
      [25, Infinity],
    ])
  })

  test('take no time from an interval that stops before it starts', () => {
    expect(sharesOf(2, [span(9, 3), span(20, 30)])).toEqual([
      [-Infinity, 25],
      [25, Infinity],
    ])
  })

  test('are the request itself otherwise', () => {
    const [first] = shareCorrelograms(request, 2)
    expect(first).toEqual({ ...request, share: span(-Infinity, 10) })
  })

  test('add up cell by cell, also in several turns', async () => {
    const part = () => ({
      counts: new Uint32Array(2 ** 20 + 2).fill(1),
      spikeCounts: Float64Array.of(1),
      squares: new Float64Array(1),
    })
    const { counts } = await addCorrelograms([part(), part()])
    expect(counts).toEqual(new Uint32Array(2 ** 20 + 2).fill(2))
  })

  test('add up', async () => {
    const part = (...numbers: [number, number, number, number]) => ({
      counts: Uint32Array.of(numbers[0], numbers[1]),
      spikeCounts: Float64Array.of(numbers[2], numbers[3]),
      squares: new Float64Array(2),
    })
    expect(
      await addCorrelograms([part(1, 2, 3, 4), part(10, 20, 30, 40), part(0, 100, 0, 0)]),
    ).toEqual(part(11, 122, 33, 44))
  })
})
