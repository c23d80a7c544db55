import { describe, expect, test } from 'vitest'
import {
  isObserved,
  observationIn,
  observationUnlessWhole,
  observedParts,
  observedSeconds,
  resolveObservation,
} from '../../../src/domain/time/observation.ts'

const stretches = [
  { startTime: 10, stopTime: 20 },
  { startTime: 30, stopTime: 40 },
]

describe('observedSeconds', () => {
  test.each([
    ['in all of it', 12, 15, 3],
    ['at its end', 5, 12, 2],
    ['at its start', 18, 25, 2],
    ['at both ends', 15, 35, 10],
    ['in its middle', 0, 99, 20],
    ['between', 20, 30, 0],
    ['before', 0, 10, 0],
    ['after', 40, 50, 0],
  ])('of a span that was observed %s', (_, from, to, seconds) => {
    expect(observedSeconds(stretches, from, to)).toBe(seconds)
  })
})

describe('isObserved', () => {
  test('means all of a span, ends included', () => {
    expect(isObserved(stretches, 10, 20)).toBe(true)
    expect(isObserved(stretches, 31, 39)).toBe(true)
    expect(isObserved(stretches, 9.9, 12)).toBe(false)
    expect(isObserved(stretches, 39, 40.1)).toBe(false)
    expect(isObserved(stretches, 19, 31)).toBe(false)
    expect(isObserved([], 10, 20)).toBe(false)
  })

  test('forgives what rounding makes of the ends', () => {
    expect(isObserved(stretches, 10 - 1e-10, 20 + 1e-10)).toBe(true)
    expect(isObserved(stretches, 10 - 1e-8, 20)).toBe(false)
    expect(isObserved(stretches, 10, 20 + 1e-8)).toBe(false)
    // A clock in seconds since 1970 counts in steps of 0.24 µs.
    const late = [{ startTime: 1_700_000_000, stopTime: 1_700_000_001 }]
    expect(isObserved(late, 1_700_000_000, 1_700_000_001.0000005)).toBe(true)
    expect(isObserved(late, 1_700_000_000, 1_700_000_001 + 4 * 2 ** -22)).toBe(true)
    expect(isObserved(late, 1_700_000_000, 1_700_000_001.00001)).toBe(false)
  })
})

describe('observedParts', () => {
  const bins = { start: 0, stop: 1, size: 0.1, count: 10 }

  test('is null where all was observed', () => {
    expect(observedParts(bins, [{ startTime: 0, stopTime: 1 }])).toBeNull()
  })

  test('is exactly 0 or 1 where rounding alone would differ', () => {
    // 7 * 0.1 is 0.7000000000000001
    expect(observedParts(bins, [{ startTime: 0, stopTime: 0.7 }])).toEqual(
      Float64Array.of(1, 1, 1, 1, 1, 1, 1, 0, 0, 0),
    )
    expect(observedParts(bins, [{ startTime: 0.7, stopTime: 2 }])).toEqual(
      Float64Array.of(0, 0, 0, 0, 0, 0, 0, 1, 1, 1),
    )
  })

  test('are those of the bins, not of what they leave of the window', () => {
    const quarters = { start: 0, stop: 1, size: 0.25, count: 3 }
    expect(observedParts(quarters, [{ startTime: 0, stopTime: 0.75 }])).toBeNull()
    expect(observedParts(quarters, [{ startTime: 0, stopTime: 0.5 }])).toEqual(
      Float64Array.of(1, 1, 0),
    )
  })

  test('are not more than all where stretches meet', () => {
    // (0.31 - 0.3) + (0.4 - 0.31) is more than 0.1.
    const tenth = { start: 0.3, stop: 0.4, size: 0.1, count: 1 }
    const stretches = [
      { startTime: 0, stopTime: 0.31 },
      { startTime: 0.31, stopTime: 9 },
    ]
    expect(observedParts(tenth, stretches)).toEqual(Float64Array.of(1))
  })

  test('adds up several stretches within a bin', () => {
    const quarters = { start: 0, stop: 16, size: 8, count: 2 }
    const found = observedParts(quarters, [
      { startTime: -5, stopTime: 2 },
      { startTime: 3, stopTime: 5 },
      { startTime: 7, stopTime: 12 },
    ])
    expect(found).toEqual(Float64Array.of(5 / 8, 0.5))
  })
})

describe('resolveObservation', () => {
  const recorded = { startTime: 1, stopTime: 50 }
  const infinity = Number.POSITIVE_INFINITY

  test('takes the recording where the file does not say', () => {
    expect(resolveObservation(null, 2, recorded)).toEqual({
      stretches: [[recorded]],
      ofUnits: Int32Array.of(0, 0),
    })
    expect(resolveObservation(null, 1, null).stretches).toEqual([[]])
  })

  test('takes what the file says as it is, where each stretch has its ends', () => {
    const stored = { stretches: [[{ startTime: 5, stopTime: 5 }]], ofUnits: Int32Array.of(0) }
    expect(resolveObservation(stored, 1, recorded)).toBe(stored)
  })

  test('lets a stretch without an end last as long as the recording', () => {
    const stored = {
      stretches: [
        [{ startTime: 5, stopTime: infinity }],
        [{ startTime: -infinity, stopTime: 7 }],
        [{ startTime: 60, stopTime: infinity }],
        [{ startTime: -9, stopTime: 70 }],
      ],
      ofUnits: Int32Array.of(0, 1, 2, 3),
    }
    expect(resolveObservation(stored, 4, recorded).stretches).toEqual([
      [{ startTime: 5, stopTime: 50 }],
      [{ startTime: 1, stopTime: 7 }],
      [],
      [{ startTime: -9, stopTime: 70 }],
    ])
  })
})

describe('observation in a window', () => {
  const epochs = [
    { startTime: 10, stopTime: 20 },
    { startTime: 25, stopTime: 30 },
  ]
  const silent = { epochs, units: { count: 1, observation: null } }
  const recorded = { startTime: 0, stopTime: 100 }
  const refuse = () => {
    throw new Error('asked for the span of the spikes')
  }

  test('among the epochs asks no spikes', async () => {
    const window = { startTime: 15, stopTime: 30 }
    const { stretches: found } = await observationIn(window, silent, refuse)
    expect(found).toEqual([[{ startTime: 10, stopTime: 30 }]])
    expect(await observationUnlessWhole(window, silent, refuse)).toBeNull()
  })

  test('elsewhere asks them', async () => {
    const window = { startTime: 15, stopTime: 31 }
    const { stretches: found } = await observationIn(window, silent, async () => recorded)
    expect(found).toEqual([[recorded]])
  })

  test('is null where there is no window', async () => {
    expect(await observationUnlessWhole(null, silent, refuse)).toBeNull()
  })

  test('is told where some unit was not observed in all of it', async () => {
    const observation = { stretches: [[recorded], []], ofUnits: Int32Array.of(0, 1) }
    const tables = { epochs, units: { count: 2, observation } }
    expect(await observationUnlessWhole({ startTime: 15, stopTime: 16 }, tables, refuse)).toBe(
      observation,
    )
  })
})

test.each([
  [{ startTime: -Infinity, stopTime: 5 }, [{ startTime: 0, stopTime: 5 }]],
  [{ startTime: -5, stopTime: Infinity }, [{ startTime: -5, stopTime: 0 }]],
  [{ startTime: -Infinity, stopTime: Infinity }, []],
])('an open stretch of a recording without a span, %j, ends or starts at 0', (open, closed) => {
  const stored = { stretches: [[open]], ofUnits: Int32Array.of(0) }
  expect(resolveObservation(stored, 1, null)).toEqual({ ...stored, stretches: [closed] })
})
