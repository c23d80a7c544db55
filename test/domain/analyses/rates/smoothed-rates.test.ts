import { describe, expect, test } from 'vitest'
import type { KernelWeights } from '../../../../src/domain/analyses/rates/rate-kernel.ts'
import { RateSmoother, smoothedSpan } from '../../../../src/domain/analyses/rates/smoothed-rates.ts'
import { cutIntoBins } from '../../../../src/domain/counting/bins.ts'
import type { Observation } from '../../../../src/domain/time/observation.ts'

/** Bins of half a second from 10 s on. */
const bins = cutIntoBins({ startTime: 10, stopTime: 12 }, 0.5)
const kernel: KernelWeights = { before: 1, after: 1, weights: Float64Array.of(0.25, 0.5, 0.25) }

function smooth(
  trains: readonly (readonly number[])[],
  weights = kernel,
  observation: Observation | null = null,
) {
  const unitRows = Uint32Array.from(trains.keys())
  const smoother = new RateSmoother({ unitRows, bins, kernel: weights, observation })
  trains.forEach((train, column) => {
    smoother.add(column, Float64Array.from(train))
  })
  return [...smoother.finish().rates]
}

describe('RateSmoother', () => {
  test('spreads each spike by the weights, in Hz', () => {
    expect(smooth([[10.6]])).toEqual([0.5, 1, 0.5, 0])
    expect(smooth([[10.6, 10.6, 11.2]])).toEqual([1, 2.5, 2, 0.5])
  })

  test('counts spikes around the window too: it has no edge', () => {
    expect(smooth([[9.75, 12.25]])).toEqual([0.5, 0, 0, 0.5])
    expect(smooth([[9.25, 12.75]])).toEqual([0, 0, 0, 0])
  })

  test('a spike on an edge is in the bin that starts there, also at the end of the window', () => {
    expect(smooth([[9.5, 12]])).toEqual([0.5, 0, 0, 0.5])
    expect(smooth([[12.5]])).toEqual([0, 0, 0, 0])
  })

  test('a kernel of the past has a spike in its own bin and later ones', () => {
    const causal = { before: 1, after: 0, weights: Float64Array.of(0.25, 0.75) }
    expect(smooth([[10.6]], causal)).toEqual([0, 1.5, 0.5, 0])
    expect(smooth([[9.6, 12.1]], causal)).toEqual([0.5, 0, 0, 0])
  })

  test('has a column for each unit, and 0 for one without spikes', () => {
    expect(smooth([[10.1], [], [11.9]])).toEqual([1, 0, 0, 0.5, 0, 0, 0, 0, 0.5, 0, 0, 1])
    expect(smooth([])).toEqual([])
  })

  test('is missing in a bin of which nothing was observed', () => {
    const stretches = [[{ startTime: 0, stopTime: 10.75 }]]
    const observation = { stretches, ofUnits: Int32Array.of(0) }
    expect(smooth([[10.6]], kernel, observation)).toEqual([0.5, 1, NaN, NaN])
  })
})

test('a unit is missing where it was not observed, whenever others were', () => {
  const stretches = [[{ startTime: 0, stopTime: 99 }], [{ startTime: 0, stopTime: 10.75 }]]
  const observation = { stretches, ofUnits: Int32Array.of(0, 1) }
  expect(smooth([[10.6], [10.6]], kernel, observation)).toEqual([0.5, 0.5, 1, 1, 0.5, NaN, 0, NaN])
})

test('spikes are read from a bin before all that the kernel reaches, to a bin after', () => {
  const request = { unitRows: Uint32Array.of(0), bins, observation: null }
  expect(smoothedSpan({ ...request, kernel })).toEqual({ startTime: 9, stopTime: 13 })
  const causal = { before: 3, after: 0, weights: Float64Array.of(0.25, 0.25, 0.25, 0.25) }
  expect(smoothedSpan({ ...request, kernel: causal })).toEqual({ startTime: 8, stopTime: 12.5 })
})
