import { describe, expect, test } from 'vitest'
import { CorrelogramCounter } from '../../../../src/domain/analyses/correlograms/correlogram-counter.ts'
import type { CorrelogramRequest } from '../../../../src/domain/analyses/correlograms/correlogram-request.ts'
import { HeldSpikes } from '../../../../src/domain/analyses/correlograms/held-spikes.ts'
import { lagCentres } from '../../../../src/domain/analyses/correlograms/lag-bins.ts'

const span = (startTime: number, stopTime: number) => ({ startTime, stopTime })

/** Bins of 1 s, two on each side: lags from -2.5 to 2.5 s. */
const request: CorrelogramRequest = {
  unitRows: new Uint32Array(0),
  pairing: { kind: 'within', pairs: 'all' },
  bins: { binSize: 1, lagCount: 2 },
  intervals: [span(0, 1000)],
  isBinned: false,
  share: null,
}

function count(trains: readonly (readonly number[])[], part: Partial<CorrelogramRequest> = {}) {
  const counter = new CorrelogramCounter(
    {
      ...request,
      unitRows: Uint32Array.from(trains.keys()),
      ...part,
    },
    () => {},
    new HeldSpikes(),
  )
  trains.forEach((train, column) => {
    counter.add(column, Float64Array.from(train))
  })
  const { counts, spikeCounts, squares } = counter.finish()
  const lags = 2 * (part.bins ?? request.bins).lagCount + 1
  const rows = Array.from({ length: counts.length / lags }, (_, pair) => [
    ...counts.subarray(pair * lags, (pair + 1) * lags),
  ])
  return { rows, spikeCounts: [...spikeCounts], squares: [...squares] }
}

const between = (references: readonly number[], targets: readonly number[]) =>
  ({
    kind: 'between',
    references: Int32Array.from(references),
    targets: Int32Array.from(targets),
  }) as const

describe('lagCentres', () => {
  test('gives the middles of the bins, from the most negative lag on', () => {
    expect(lagCentres({ binSize: 0.5, lagCount: 2 })).toEqual(Float64Array.of(-1, -0.5, 0, 0.5, 1))
  })
})

describe('CorrelogramCounter', () => {
  test('is positive where the target comes after the reference', () => {
    // Lags 1, 2.25 and, before, -0.75.
    expect(count([[10], [9.25, 11, 12.25]]).rows[1]).toEqual([0, 1, 0, 1, 1])
    expect(count([[10], [9.25, 11, 12.25]], { pairing: between([1], [0]) }).rows).toEqual([
      [1, 1, 0, 1, 0],
    ])
  })

  test('a lag on the lower edge of a bin belongs to it, also a negative one', () => {
    // Lags 0.5 and -0.5: in the bins from 0.5 and from -0.5, which is that around 0.
    for (const pairing of [{ kind: 'within', pairs: 'cross' } as const, between([0], [1])]) {
      expect(count([[10], [9.5]], { pairing }).rows).toEqual([[0, 0, 1, 0, 0]])
      expect(count([[10], [10.5]], { pairing }).rows).toEqual([[0, 0, 0, 1, 0]])
      // -2.5 is the lowest edge of all, 2.5 belongs to no bin.
      expect(count([[10], [7.5, 12.5]], { pairing }).rows).toEqual([[1, 0, 0, 0, 0]])
    }
  })

  test('a lag at the end of the last bin belongs to none, of no pair', () => {
    const cross = { kind: 'within', pairs: 'cross' } as const
    const none = [0, 0, 0, 0, 0]
    expect(count([[], [7.5], [10]], { pairing: cross }).rows).toEqual([none, none, none])
    expect(count([[], [10], [7.5]], { pairing: cross }).rows).toEqual([none, none, [1, 0, 0, 0, 0]])
  })

  test('compares with the exact edges, where a multiplication would round across one', () => {
    const bins = { binSize: 0.1, lagCount: 60 }
    const lag = (43 - 0.5) * 0.1
    const onEdge = count([[0], [lag]], { bins }).rows[1]
    expect(onEdge?.indexOf(1)).toBe(60 + 43)
    const before = count([[0], [lag - 2 ** -50]], { bins }).rows[1]
    expect(before?.indexOf(1)).toBe(60 + 42)
  })

  test('does not pair a spike with itself, but with others at the same time', () => {
    // 10 twice: each with the other at lag 0, and both with 11.
    const train = [10, 10, 11]
    expect(count([train]).rows).toEqual([[0, 2, 2, 2, 0]])
    expect(count([train], { pairing: between([0], [0]) }).rows).toEqual([[0, 2, 2, 2, 0]])
    expect(count([train], { pairing: { kind: 'within', pairs: 'auto' } }).rows).toEqual([
      [0, 2, 2, 2, 0],
    ])
  })

  test('an autocorrelogram has both signs of a lag on an edge, each in its bin', () => {
    // Lags 0.5 and -0.5, 1.5 and -1.5, 2.5 and -2.5: the bins from each of them on.
    expect(count([[10, 10.5]]).rows).toEqual([[0, 0, 1, 1, 0]])
    expect(count([[10, 11.5]]).rows).toEqual([[0, 1, 0, 0, 1]])
    expect(count([[10, 12.5]]).rows).toEqual([[1, 0, 0, 0, 0]])
    expect(count([[10, 12.5]], { pairing: between([0], [0]) }).rows).toEqual([[1, 0, 0, 0, 0]])
  })

  test('gives each unit its own autocorrelogram', () => {
    const trains = [[10, 11], [], [20, 20, 21, 22]]
    const own = [
      [0, 1, 0, 1, 0],
      [0, 0, 0, 0, 0],
      [2, 3, 2, 3, 2],
    ]
    expect(count(trains, { pairing: { kind: 'within', pairs: 'auto' } })).toEqual({
      rows: own,
      spikeCounts: [2, 0, 4],
      squares: [0, 0, 0],
    })
    const { rows } = count(trains)
    expect([rows[0], rows[3], rows[5]]).toEqual(own)
  })

  test('lists the pairs that are wanted, row by row', () => {
    const trains = [[10], [11], [12]]
    const all = [
      [0, 0, 0, 0, 0],
      [0, 0, 0, 1, 0],
      [0, 0, 0, 0, 1],
      [0, 0, 0, 0, 0],
      [0, 0, 0, 1, 0],
      [0, 0, 0, 0, 0],
    ]
    expect(count(trains).rows).toEqual(all)
    expect(count(trains, { pairing: { kind: 'within', pairs: 'cross' } }).rows).toEqual([
      all[1],
      all[2],
      all[4],
    ])
    expect(count(trains, { pairing: between([2, 0], [1]) }).rows).toEqual([
      [0, 1, 0, 0, 0],
      [0, 0, 0, 1, 0],
    ])
  })

  test('pairs spikes within an interval only, and counts those of all intervals', () => {
    const intervals = [span(0, 10), span(10, 20)]
    const { rows, spikeCounts } = count(
      [
        [9, 19, 20],
        [10, 18, 30],
      ],
      { intervals },
    )
    // 9 and 10 are in different intervals, 20 and 30 in none: only 19 and 18.
    expect(rows[1]).toEqual([0, 1, 0, 0, 0])
    expect(spikeCounts).toEqual([2, 2])
  })

  test('gives the same in shares, each of the later spikes or of the references', () => {
    const trains = [
      [1, 2, 4.5, 5, 5, 7],
      [0.5, 3, 5, 6.5, 7.5],
    ]
    for (const pairing of [{ kind: 'within', pairs: 'all' } as const, between([0], [1, 0])]) {
      const whole = count(trains, { pairing })
      const shares = [span(-Infinity, 5), span(5, 6), span(6, Infinity)].map((share) =>
        count(trains, { pairing, share }),
      )
      const add = (lists: readonly (readonly number[])[]) =>
        lists[0]?.map((_, i) => lists.reduce((sum, list) => sum + list[i], 0))
      whole.rows.forEach((row, pair) => {
        expect(add(shares.map(({ rows }) => rows[pair]))).toEqual(row)
      })
      expect(add(shares.map(({ spikeCounts }) => spikeCounts))).toEqual(whole.spikeCounts)
    }
  })

  test('pairs the spikes of a share with all that the lags reach, in bins of any size', () => {
    // Lags from -5 to 5 s; the spikes of the share are 4.5 s after and before the others.
    const trains = [[10], [5.5, 14.5]]
    const bins = { binSize: 2, lagCount: 2 }
    const share = span(10, 11)
    expect(count(trains, { bins, share, pairing: between([0], [1]) }).rows).toEqual([
      [1, 0, 0, 0, 1],
    ])
    // Of two spikes the later one is in the share.
    expect(count(trains, { bins, share }).rows[1]).toEqual([1, 0, 0, 0, 0])
    expect(count(trains, { bins, share: span(14, 15) }).rows[1]).toEqual([0, 0, 0, 0, 1])
  })

  test('puts the spikes of several trains in order, however unevenly they come', () => {
    // All but one are far from it, and close to each other.
    const trains = [
      [3, 5, 1e9],
      [2, 4, 6],
    ]
    const { rows } = count(trains, { intervals: [span(0, 2e9)] })
    expect(rows).toEqual([
      [1, 0, 0, 0, 1],
      [0, 2, 0, 2, 0],
      [2, 0, 0, 0, 2],
    ])
    const turned = count([[4, 1e9], [3], [2]], { intervals: [span(0, 2e9)] }).rows
    expect([turned[1], turned[2], turned[4]]).toEqual([
      [0, 1, 0, 0, 0],
      [1, 0, 0, 0, 0],
      [0, 1, 0, 0, 0],
    ])
  })

  test.each([
    ['within', { kind: 'within', pairs: 'all' }],
    ['between', between([0], [0])],
  ] as const)('can be told to give up while it counts pairs %s', (_, pairing) => {
    const giveUp = () => {
      throw new Error('given up')
    }
    const counter = new CorrelogramCounter(
      { ...request, unitRows: Uint32Array.of(0), pairing },
      giveUp,
      new HeldSpikes(),
    )
    counter.add(0, Float64Array.of(1, 2))
    expect(() => counter.finish()).toThrow('given up')
  })

  test('in bins, lags are those of the bins, whatever the times within them', () => {
    // Bins 10, 10 and 12 of the first, 11 of the second.
    const { rows, spikeCounts, squares } = count([[10.9, 10.95, 12], [11.01]], { isBinned: true })
    expect(rows[1]).toEqual([0, 1, 0, 2, 0])
    expect(rows[0]).toEqual([2, 0, 2, 0, 2])
    expect(spikeCounts).toEqual([3, 1])
    expect(squares).toEqual([5, 1])
  })

  test('in bins of half a second, lags are whole bins, too', () => {
    // Bins 20 and 20 of the first, 21 of the second.
    const bins = { binSize: 0.5, lagCount: 2 }
    expect(count([[10.2, 10.3], [10.7]], { bins, isBinned: true }).rows[1]).toEqual([0, 0, 0, 2, 0])
  })

  test('in bins, leaves out what remains behind the last whole bin of an interval', () => {
    const intervals = [span(0, 2.5), span(7.25, 8.25)]
    const { spikeCounts, squares } = count([[0.5, 2.2, 7.25, 8]], { intervals, isBinned: true })
    expect(spikeCounts).toEqual([3])
    expect(squares).toEqual([5])
  })

  test('is 0 for trains without spikes, and has no pairs without units', () => {
    expect(count([[], [5]]).rows[1]).toEqual([0, 0, 0, 0, 0])
    expect(count([]).rows).toEqual([])
    expect(count([[5]], { intervals: [] }).rows).toEqual([[0, 0, 0, 0, 0]])
  })

  test('counts where spikes crowd into a small part of the time', () => {
    // 70,000 spikes 1/64 s apart: of those n steps apart there are 70,000 - n. Bin k of 1/32 s
    // holds the lags of 2k - 1 and 2k steps.
    const crowd = Array.from({ length: 70_000 }, (_, i) => i / 64)
    const bins = { binSize: 1 / 32, lagCount: 2 }
    const expected = [139_991, 139_995, 69_999, 139_997, 139_993]
    expect(count([[...crowd, 1e9]], { bins, intervals: [span(0, 2e9)] }).rows).toEqual([expected])
    const { rows } = count([crowd, [...crowd, 1e9]], {
      bins,
      intervals: [span(0, 2e9)],
      pairing: between([0], [1]),
    })
    // In addition, each spike meets that of the other train at the same time.
    expect(rows).toEqual([expected.map((pairs, bin) => (bin === 2 ? pairs + 70_000 : pairs))])
  })

  test('is exact where bins are much shorter than what float64 tells apart late in the time', () => {
    const bins = { binSize: 2 ** -40, lagCount: 2 }
    const intervals = [span(0, 2 ** 31)]
    const trains = [
      [0, 2 ** 30],
      [2 ** -40, 2.5 * 2 ** -40, 2 ** 30],
    ]
    for (const pairing of [{ kind: 'within', pairs: 'cross' } as const, between([0], [1])]) {
      expect(count(trains, { bins, intervals, pairing }).rows).toEqual([[0, 0, 1, 1, 0]])
    }
  })

  test('finds the same as a comparison of every two spikes, among many', () => {
    // Multiples of 1/64 s: many lags lie on edges of the bins of 1/32 s.
    const trains = [3, 5, 7].map((step) =>
      Array.from({ length: 3000 }, (_, i) => ((i * step * 37) % 7919) / 64).sort((a, b) => a - b),
    )
    const bins = { binSize: 1 / 32, lagCount: 9 }
    const slow = (reference: readonly number[], target: readonly number[], isOwn: boolean) => {
      const row = new Array<number>(19).fill(0)
      reference.forEach((a, i) => {
        target.forEach((b, j) => {
          const bin = Math.floor((b - a) * 32 + 0.5) + 9
          if (bin >= 0 && bin < 19 && !(isOwn && i === j)) row[bin] = (row[bin] ?? 0) + 1
        })
      })
      return row
    }
    const expected = trains.map((a, i) => trains.map((b, j) => slow(a, b, i === j)))
    const { rows } = count(trains, { bins })
    expect(rows[0]).toEqual(expected[0]?.[0])
    expect(rows[1]).toEqual(expected[0]?.[1])
    expect(rows[4]).toEqual(expected[1]?.[2])
    expect(rows[5]).toEqual(expected[2]?.[2])
    const crossed = count(trains, { bins, pairing: between([2, 1], [0, 1]) }).rows
    expect(crossed).toEqual([
      expected[2]?.[0],
      expected[2]?.[1],
      expected[1]?.[0],
      expected[1]?.[1],
    ])
  })
})
