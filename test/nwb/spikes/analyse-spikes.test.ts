import { describe, expect, test, vi } from 'vitest'
import { HeldSpikes } from '../../../src/domain/analyses/correlograms/held-spikes.ts'
import { cutIntoBins } from '../../../src/domain/counting/bins.ts'
import { groupsOf } from '../../../src/domain/stimuli/grouped-presentations.ts'
import {
  correctForJitter,
  correlateCounts,
  correlateSpikes,
  slideCounts,
  smoothRates,
  summarizeTrains,
  tileSpikes,
} from '../../../src/nwb/spikes/analyse-spikes.ts'
import type { ReadableSpikes } from '../../../src/nwb/spikes/recorded-spikes.ts'
import type { ReadsUnits, WantedSpans } from '../../../src/nwb/spikes/unit-spike-reader.ts'
import { MemorySpikes } from '../../support/memory/memory-spikes.ts'

/** Two units that remember what was wanted of them, and whether all was read. */
class WatchedUnits implements ReadsUnits {
  wanted: WantedSpans = new Map()
  isRead = false

  unit(unitRow: number) {
    return { unitRow, from: 2 * unitRow, to: 2 * unitRow + 2 }
  }

  *read(wanted: WantedSpans) {
    this.wanted = wanted
    for (const unitRow of wanted.keys()) {
      yield { unitRow, spikeTimes: Float64Array.of(11, 12 + unitRow), order: null }
    }
    this.isRead = true
  }
}

const unitRows = Uint32Array.of(0, 1)
const pairing = { kind: 'within', pairs: 'cross' } as const
const observation = null
const span = (startTime: number, stopTime: number) => ({ startTime, stopTime })
const bins = cutIntoBins(span(10, 20), 2)
const alignment = {
  kind: 'edges',
  startTimes: Float64Array.of(10, 50),
  edges: Float64Array.of(-1, 1, 3),
  edgeRule: 'halfOpen',
} as const
const oneBin = { ...alignment, edges: Float64Array.of(-1, 3) }
const groups = groupsOf(Int32Array.of(0, 0), 1)
const lags = { bins: { binSize: 0.5, lagCount: 1 }, isBinned: false }
const correlograms = { unitRows, pairing, ...lags, intervals: [span(10, 14), span(30, 40)] }
const total = { kind: 'total', unitRows, observation, bins } as const
const noise = { kind: 'noise', unitRows, observation, alignment: oneBin, groups } as const
const jitter = { lagCount: 0, windowBins: 1, minimumRate: 0 }
const kernel = { before: 1, after: 2, weights: Float64Array.of(0.25, 0.25, 0.25, 0.25) }
const sliding = { start: 10, stop: 16, size: 4, stride: 2, count: 2 }

type Analyse = (spikes: ReadableSpikes, isCancelled: () => boolean) => unknown
const analyses = {
  summarizeTrains: (spikes, isCancelled) => {
    const rows = [[span(1, 2)], [span(10, 14), span(30, 40)]]
    return summarizeTrains(
      spikes,
      [{ kind: 'isiMedians', unitRows, rows, observation }],
      isCancelled,
    )
  },
  correlateSpikes: (spikes, isCancelled) =>
    correlateSpikes(spikes, [{ ...correlograms, share: null }], isCancelled),
  'correlateSpikes, a share': (spikes, isCancelled) =>
    correlateSpikes(spikes, [{ ...correlograms, share: span(35, 60) }], isCancelled),
  correctForJitter: (spikes, isCancelled) =>
    correctForJitter(spikes, [{ unitRows, pairing, alignment, rule: jitter }], isCancelled),
  tileSpikes: (spikes, isCancelled) =>
    tileSpikes(spikes, [{ unitRows, pairing, intervals: [span(10, 14)], dt: 1 }], isCancelled),
  'correlateCounts, total': (spikes, isCancelled) => correlateCounts(spikes, [total], isCancelled),
  'correlateCounts, noise': (spikes, isCancelled) =>
    correlateCounts(spikes, [{ ...noise, perSecond: false }], isCancelled),
  smoothRates: (spikes, isCancelled) =>
    smoothRates(spikes, [{ unitRows, bins, kernel, observation }], isCancelled),
  slideCounts: (spikes, isCancelled) =>
    slideCounts(spikes, [{ unitRows, bins: sliding }], isCancelled),
} satisfies Record<string, Analyse>

function watchedSpikes() {
  const units = new WatchedUnits()
  return { units, amplitudes: new MemorySpikes(new Float64Array(0)) }
}

// Around presentations a millisecond more is read than counts, for times are rounded.
const aroundPresentations = [span(9 - 0.001, 13 + 0.001), span(49 - 0.001, 53 + 0.001)]

describe('spikes are read of', () => {
  test.each([
    ['summarizeTrains', [span(1, 2), span(10, 14), span(30, 40)]],
    ['correlateSpikes', [span(10, 14), span(30, 40)]],
    // Before the share as far as a lag may reach back, and a bin.
    ['correlateSpikes, a share', [span(34, 40)]],
    ['correctForJitter', aroundPresentations],
    ['tileSpikes', [span(10, 14)]],
    ['correlateCounts, total', [span(10, 20)]],
    ['correlateCounts, noise', aroundPresentations],
    // Bins of 2 s: one before the window and two after it by the kernel, and one more for rounding.
    ['smoothRates', [span(6, 26)]],
    ['slideCounts', [span(10, 16)]],
  ] as const)('%s: %j', (name, spans) => {
    const spikes = watchedSpikes()
    analyses[name](spikes, () => false)
    expect([...spikes.units.wanted]).toEqual([
      [0, spans],
      [1, spans],
    ])
  })
})

test.each([
  'correlateSpikes',
  'correctForJitter',
  'tileSpikes',
  'correlateCounts, total',
  'correlateCounts, noise',
] as const)('a computation ends when it is cancelled after all was read: %s', (name) => {
  const spikes = watchedSpikes()
  expect(() => analyses[name](spikes, () => spikes.units.isRead)).toThrow(
    'The request was cancelled',
  )
})

test.each(['correlateSpikes', 'tileSpikes'] as const)(
  'spikes that were held are let go of, whether or not it was cancelled: %s',
  (name) => {
    const released = vi.spyOn(HeldSpikes.prototype, 'release')
    analyses[name](watchedSpikes(), () => false)
    expect(released).toHaveBeenCalledTimes(1)
    const spikes = watchedSpikes()
    expect(() => analyses[name](spikes, () => spikes.units.isRead)).toThrow()
    expect(released).toHaveBeenCalledTimes(2)
    released.mockRestore()
  },
)
