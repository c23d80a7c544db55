import { expect, test } from 'vitest'
import { withoutUnknown } from '../../../src/domain/alignment/unknown-counts.ts'

const counts = Uint8Array.of(1, 2, 0, 0, 5, 6)

test('counts within a presentation without a stop are not known', () => {
  const alignment = {
    kind: 'whole',
    startTimes: Float64Array.of(0, 1, 2),
    stopTimes: Float64Array.of(0.5, Number.NaN, 2.5),
  } as const
  expect(withoutUnknown(alignment, counts, 2)).toEqual(
    Float64Array.of(1, 2, Number.NaN, Number.NaN, 5, 6),
  )
})

test('counts that are all known are as they were', () => {
  const startTimes = Float64Array.of(0, 1, 2)
  const whole = { kind: 'whole', startTimes, stopTimes: Float64Array.of(0.5, 1, 2.5) } as const
  expect(withoutUnknown(whole, counts, 2)).toBe(counts)
  const edges = Float64Array.of(0, 1)
  const around = { kind: 'edges', startTimes, edges, edgeRule: 'numpy' } as const
  expect(withoutUnknown(around, counts, 2)).toBe(counts)
})

test('counts around a moment that is not known are not known', () => {
  const startTimes = Float64Array.of(0, Number.NaN, 2)
  const edges = Float64Array.of(0, 1)
  const around = { kind: 'edges', startTimes, edges, edgeRule: 'numpy' } as const
  expect(withoutUnknown(around, counts, 2)).toEqual(
    Float64Array.of(1, 2, Number.NaN, Number.NaN, 5, 6),
  )
})
