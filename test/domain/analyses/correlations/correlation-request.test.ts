import { describe, expect, test } from 'vitest'
import {
  type CorrelationRequest,
  correlatorOf,
} from '../../../../src/domain/analyses/correlations/correlation-request.ts'
import { cutIntoBins } from '../../../../src/domain/counting/bins.ts'
import { groupsOf } from '../../../../src/domain/stimuli/grouped-presentations.ts'
import type { Observation } from '../../../../src/domain/time/observation.ts'

/** As many spikes in the presentation from `10 p` as its count says. */
const spikesOf = (counts: readonly number[]) =>
  Float64Array.from(
    counts.flatMap((count, presentation) =>
      Array.from({ length: count }, (_, spike) => 10 * presentation + 1 + spike / 16),
    ),
  )

function correlate(request: CorrelationRequest, counts: readonly (readonly number[])[]) {
  const correlator = correlatorOf(request, () => {})
  counts.forEach((ofUnit, column) => {
    correlator.add(column, spikesOf(ofUnit))
  })
  const { coefficients, sampleCounts } = correlator.finish()
  return { values: [...coefficients], sampleCounts: [...sampleCounts] }
}

/** Presentations of 4 s each, one every 10 s. */
function around(kind: 'signal' | 'noise', groups: readonly number[], units = 2) {
  const startTimes = Float64Array.from(groups, (_, i) => 10 * i)
  return {
    kind,
    unitRows: Uint32Array.from({ length: units }, (_, unit) => unit),
    observation: null,
    alignment: { kind: 'whole', startTimes, stopTimes: startTimes.map((time) => time + 4) },
    groups: groupsOf(Int32Array.from(groups), Math.max(...groups) + 1),
    perSecond: false,
  } satisfies CorrelationRequest
}

describe('signal correlation', () => {
  test('is that of the mean counts of conditions', () => {
    // Means 1, 2, 3 and 2, 6, 4, whose deviations are -1, 0, 1 and -2, 2, 0.
    const { values, sampleCounts } = correlate(around('signal', [0, 0, 1, 2, 2]), [
      [0, 2, 2, 4, 2],
      [2, 2, 6, 3, 5],
    ])
    expect(values).toEqual([1, 0.5, 0.5, 1])
    expect(sampleCounts).toEqual([3, 3, 3, 3])
  })

  test('needs three conditions', () => {
    const counts = [
      [0, 2, 2, 4],
      [2, 2, 6, 3],
    ]
    expect(correlate(around('signal', [0, 0, 1, 1]), counts).values).toEqual([NaN, NaN, NaN, NaN])
  })

  test('leaves out presentations that are in no group', () => {
    const { values } = correlate(around('signal', [0, 1, 2, -1]), [
      [1, 2, 3, 50],
      [2, 6, 4, 0],
    ])
    expect(values[1]).toBe(0.5)
  })

  test('divides each count by the duration of its presentation', () => {
    const request = around('signal', [0, 1, 2])
    const { startTimes } = request.alignment
    const stopTimes = Float64Array.of(2, 14, 24)
    const alignment = { ...request.alignment, startTimes, stopTimes }
    // Rates ½, ½, 1 and 1, 1, 2.
    const rates = { ...request, alignment, perSecond: true }
    expect(
      correlate(rates, [
        [1, 2, 4],
        [2, 4, 8],
      ]).values,
    ).toEqual([1, 1, 1, 1])
    const withoutDuration = { ...alignment, stopTimes: Float64Array.of(0, 14, 24) }
    expect(
      correlate({ ...rates, alignment: withoutDuration }, [
        [1, 2, 4],
        [2, 4, 8],
      ]).sampleCounts,
    ).toEqual([2, 2, 2, 2])
  })
})

describe('noise correlation', () => {
  test('is that of deviations from the condition, in its standard deviations', () => {
    // Both: deviations -1, 1 and -2, 2 about means of 1 and 4; scores ∓1/√2 everywhere.
    const { values, sampleCounts } = correlate(around('noise', [0, 0, 1, 1], 3), [
      [0, 2, 2, 6],
      [5, 7, 1, 0],
      [1, 1, 2, 4],
    ])
    expect(values[1]).toBeCloseTo(0, 14)
    expect(sampleCounts).toEqual([4, 4, 2, 4, 4, 2, 2, 2, 2])
    // The third unit is the same in the first condition, whose two presentations are missing.
    expect(values[2]).toBeNaN()
  })

  test('does not depend on how much each condition varies', () => {
    const { values } = correlate(around('noise', [0, 0, 0, 1, 1, 1]), [
      [1, 2, 3, 10, 30, 20],
      [4, 6, 8, 3, 5, 4],
    ])
    expect(values[1]).toBeCloseTo(1, 14)
  })

  test('has nothing from a condition with one presentation, or of a silent unit', () => {
    const { values, sampleCounts } = correlate(around('noise', [0, 1, 1, 1]), [
      [9, 1, 2, 3],
      [0, 0, 0, 0],
    ])
    expect(values).toEqual([1, NaN, NaN, NaN])
    expect(sampleCounts).toEqual([3, 0, 0, 0])
  })

  test('leaves out presentations of a unit that were not wholly observed', () => {
    const request = around('noise', [0, 0, 0, 0])
    const stretches = [[{ startTime: 0, stopTime: 32 }], [{ startTime: 0, stopTime: 40 }]]
    const observation = { stretches, ofUnits: Int32Array.of(0, 1) }
    const { values, sampleCounts } = correlate({ ...request, observation }, [
      [1, 2, 3, 0],
      [1, 3, 2, 9],
    ])
    expect(sampleCounts).toEqual([3, 3, 3, 4])
    expect(values[1]).toBeCloseTo(0.5, 14)
  })
})

describe('total correlation', () => {
  const total = (observation: Observation | null = null): CorrelationRequest => ({
    kind: 'total',
    unitRows: Uint32Array.of(0, 1),
    observation,
    bins: cutIntoBins({ startTime: 0, stopTime: 40 }, 10),
  })

  test('is that of the counts in bins', () => {
    const { values, sampleCounts } = correlate(total(), [
      [1, 2, 3, 2],
      [1, 3, 2, 2],
    ])
    expect(values).toEqual([1, 0.5, 0.5, 1])
    expect(sampleCounts).toEqual([4, 4, 4, 4])
  })

  test('leaves out bins of a unit that were not wholly observed', () => {
    const stretches = [[{ startTime: 0, stopTime: 35 }], [{ startTime: 0, stopTime: 40 }]]
    const observation = { stretches, ofUnits: Int32Array.of(0, 1) }
    const counts = [
      [1, 2, 3, 5],
      [1, 3, 2, 7],
    ]
    expect(correlate(total(observation), counts).values[1]).toBe(0.5)
  })

  test('is NaN for a unit without spikes', () => {
    expect(correlate(total(), [[1, 2, 3, 4], []]).values).toEqual([1, NaN, NaN, NaN])
  })
})

describe('rates and counts', () => {
  const request = around('signal', [0, 1, 2])
  const startTimes = Float64Array.of(0.75, 10.75, 20.75)
  const stopTimes = Float64Array.of(1.25, 12.75, 24.75)
  const alignment = { kind: 'whole', startTimes, stopTimes } as const
  const counts = [
    [1, 8, 24],
    [2, 24, 32],
  ]

  test('correlate as rates where each is divided by its duration', () => {
    // Of half a second, two and four: rates 2, 4, 6 and 4, 12, 8.
    expect(correlate({ ...request, alignment, perSecond: true }, counts).values[1]).toBe(0.5)
  })

  test('correlate as counts otherwise', () => {
    // Deviations -10, -3, 13 and -52/3, 14/3, 38/3.
    const expected = 324 / Math.sqrt(278 * ((52 ** 2 + 14 ** 2 + 38 ** 2) / 9))
    expect(correlate({ ...request, alignment }, counts).values[1]).toBeCloseTo(expected, 14)
  })

  test('have no rate where a presentation stops before it starts', () => {
    const backwards = { ...alignment, stopTimes: Float64Array.of(0.5, 12.75, 24.75) }
    const rates = { ...request, alignment: backwards, perSecond: true }
    expect(correlate(rates, counts).sampleCounts).toEqual([2, 2, 2, 2])
  })

  test('are divided by the width of the bin where one is given', () => {
    const aligned = {
      kind: 'edges',
      startTimes: Float64Array.of(2, 12, 22),
      edges: Float64Array.of(-2, 2),
      edgeRule: 'numpy',
    } as const
    const rates = { ...request, alignment: aligned, perSecond: true }
    const few = [
      [1, 2, 3],
      [2, 6, 4],
    ]
    expect(correlate(rates, few)).toEqual({ values: [1, 0.5, 0.5, 1], sampleCounts: [3, 3, 3, 3] })
  })
})
