import { describe, expect, test } from 'vitest'
import {
  WelchAverage,
  WelchSpectrum,
} from '../../../../src/domain/analyses/spectrum/welch-spectrum.ts'

/** 4 samples per second, at 1 Hz. */
const wave = Float64Array.of(1, 0, -1, 0, 1, 0, -1, 0)

describe('a spectrum by Welch’s method', () => {
  test('has the power of a wave at its frequency', () => {
    // Hann of 4: 0, 0.5, 1, 0.5, energy 1.5. Each segment begins at 1, 0, -1, 0 or -1, 0, 1, 0 and
    // has the windowed samples 0, 0, ±1, 0, whose transform has magnitude 1 everywhere.
    const { frequencies, power } = new WelchSpectrum(4, 4).of(wave)
    expect([...frequencies]).toEqual([0, 1, 2])
    const [zero, one, two] = power
    expect(zero).toBeCloseTo(1 / 6, 12)
    expect(one).toBeCloseTo(2 / 6, 12)
    expect(two).toBeCloseTo(1 / 6, 12)
  })

  test('takes the mean of each segment away', () => {
    const raised = wave.map((sample) => sample + 1000)
    const expected = [...new WelchSpectrum(4, 4).of(wave).power]
    for (const [k, power] of new WelchSpectrum(4, 4).of(raised).power.entries()) {
      expect(power).toBeCloseTo(expected[k] ?? Number.NaN, 9)
    }
  })

  test('of a signal shorter than a segment is that of the whole signal', () => {
    expect(new WelchSpectrum(4, 100).of(wave)).toEqual(new WelchSpectrum(4, 8).of(wave))
  })

  test('doubles all but the ends of an even segment, and all but the first of an odd one', () => {
    // Segments of 3: Hann 0, 0.75, 0.75
    const { power } = new WelchSpectrum(1, 3).of(Float64Array.of(0, 1, -1))
    // Windowed 0, 0.75, -0.75: X_1 = 0.75 (e^{-2πi/3} - e^{-4πi/3}) = -0.75 i sqrt(3)
    const energy = 2 * 0.75 ** 2
    expect(power[0]).toBeCloseTo(0, 12)
    expect(power[1]).toBeCloseTo((2 * 3 * 0.75 ** 2) / energy, 12)
  })
})

test('a segment with a missing sample is left out, and without segments power is unknown', () => {
  const average = new WelchAverage(4, 4)
  average.add(Float64Array.of(1, Number.NaN, -1, 0))
  expect(average.segmentCount).toBe(0)
  expect([...average.mean()]).toEqual([Number.NaN, Number.NaN, Number.NaN])
  average.add(wave, 2)
  expect(average.segmentCount).toBe(1)
  expect(average.mean()[1]).toBeCloseTo(2 / 6, 12)
})

test('an odd segment has no frequency at half of the sampling rate', () => {
  const { frequencies, power } = new WelchSpectrum(3, 3).of(Float64Array.of(0, 1, -1))
  expect([...frequencies]).toEqual([0, 1])
  expect(power).toHaveLength(2)
})

test('odd segments overlap by the smaller half', () => {
  // Segments 0, 1, -1 and -1, 0, -2, which is the same about its mean: as above, 6 * 0.75² / 1.125.
  const { power } = new WelchSpectrum(1, 3).of(Float64Array.of(0, 1, -1, 0, -2))
  expect(power[1]).toBeCloseTo(3, 12)
})

test('a spectrum knows nothing of the signals before', () => {
  const spectrum = new WelchSpectrum(4, 4)
  spectrum.of(wave.map((sample) => 100 * sample))
  expect(spectrum.of(wave)).toEqual(new WelchSpectrum(4, 4).of(wave))
})

test('a segment begins with the first sample unless another is named', () => {
  const average = new WelchAverage(4, 4)
  average.add(Float64Array.of(1, 0, -1, 0))
  expect(average.segmentCount).toBe(1)
  expect(average.mean()[1]).toBeCloseTo(2 / 6, 12)
})
