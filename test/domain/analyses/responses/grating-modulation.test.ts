import { describe, expect, test } from 'vitest'
import {
  cycleModulation,
  foldedModulation,
  ModulationIndex,
} from '../../../../src/domain/analyses/responses/grating-modulation.ts'

/** 1999 bins of 1 ms with a spike at each of some milliseconds. */
function trial(...milliseconds: number[]): Float64Array {
  const counts = new Float64Array(1999)
  for (const millisecond of milliseconds) counts[millisecond] += 1
  return counts
}

describe('F1/F0 as the AllenSDK folds it', () => {
  const folded = (counts: Float64Array, frequency: number) =>
    foldedModulation({ counts, binCount: 1999 }, frequency, 1.9985)

  test('is 2 for spikes at one phase', () => {
    // 1 Hz: one cycle of 1999 bins
    expect(folded(trial(500), 1)).toBeCloseTo(2, 12)
  })

  test('takes int(2 * 1.9985) = 3 cycles of 666 ms at 2 Hz, which is 1.5 Hz', () => {
    expect(folded(trial(100, 766, 1432), 2)).toBeCloseTo(2, 12)
    // At the grating's 2 Hz, these have one phase; folded, they are spread evenly.
    expect(folded(trial(100, 100 + 222, 100 + 444), 2)).toBeCloseTo(0, 12)
  })

  test('leaves out what lies after the last cycle', () => {
    // 15 Hz: 29 cycles of 68 bins are 1972
    expect(folded(trial(0, 1975), 15)).toBeCloseTo(2, 12)
  })

  test('is the mean over the trials with spikes', () => {
    const trials = Float64Array.of(...trial(500), ...trial(), ...trial(0, 999, 1000))
    const third = folded(trial(0, 999, 1000), 1)
    expect(folded(trials, 1)).toBeCloseTo((2 + third) / 2, 12)
  })

  test('is unknown without spikes, without a frequency, and for a cycle longer than a trial', () => {
    expect(folded(trial(), 2)).toBeNaN()
    expect(folded(trial(3), Number.NaN)).toBeNaN()
    expect(folded(trial(3), 0.4)).toBeNaN()
  })
})

describe('F1/F0 over whole cycles', () => {
  const whole = (counts: Float64Array, frequency: number) =>
    cycleModulation({ counts, binCount: 2000 }, frequency, 2)
  const long = (...milliseconds: number[]) =>
    Float64Array.from({ length: 2000 }, (_, bin) => Number(milliseconds.includes(bin)))

  test('folds 2 Hz at 2 Hz', () => {
    expect(whole(long(100, 600, 1100, 1600), 2)).toBeCloseTo(2, 12)
    expect(whole(long(100, 350), 2)).toBeCloseTo(0, 12)
  })

  test('folds 15 Hz at 15 Hz, though a cycle is not a whole number of bins', () => {
    expect(whole(long(0, 200, 400, 600), 15)).toBeCloseTo(2, 12)
  })

  test('is that of a single cycle where a trial has no more', () => {
    expect(whole(long(100), 0.5)).toBeCloseTo(2, 12)
    expect(whole(long(100, 1100), 0.5)).toBeCloseTo(0, 12)
  })

  test('leaves out what lies after the last whole cycle', () => {
    // 0.7 Hz: one cycle of 1429 bins
    expect(whole(long(100, 1700), 0.7)).toBeCloseTo(2, 12)
  })

  test('is unknown without spikes, and for a cycle longer than a trial', () => {
    expect(whole(long(), 2)).toBeNaN()
    expect(whole(long(5), 0.4)).toBeNaN()
  })
})

describe('the modulation index', () => {
  const index = new ModulationIndex()

  test('is large at the frequency of the response, and small elsewhere', () => {
    const psth = Float64Array.from(
      { length: 1999 },
      (_, bin) => 1 + Math.sin((2 * Math.PI * 8 * bin) / 1000),
    )
    expect(index.of(psth, 8)).toBeGreaterThan(5)
    expect(index.of(psth, 100)).toBeLessThan(0.1)
  })

  test('is 0 without power, and unknown beyond half of the sampling rate', () => {
    expect(index.of(new Float64Array(1999), 4)).toBe(0)
    expect(index.of(Float64Array.of(...trial(5)), 501)).toBeNaN()
  })
})
