import { describe, expect, test } from 'vitest'
import { ChannelSpectra } from '../../../../src/domain/analyses/lfp/channel-spectra.ts'
import { WelchSpectrum } from '../../../../src/domain/analyses/spectrum/welch-spectrum.ts'

const { NaN: nan } = Number
const signal = Float64Array.from({ length: 40 }, (_, i) => ((i * 7919) % 23) / 7)
const time = (i: number) => i / 100

function spectra(samples: Float64Array, cuts: number[], timeOf = time) {
  const collector = new ChannelSpectra(8, 100, 1)
  let from = 0
  for (const to of [...cuts, samples.length]) {
    const times = Float64Array.from({ length: to - from }, (_, i) => timeOf(from + i))
    collector.add(times, samples.subarray(from, to))
    from = to
  }
  const { power, segmentCounts } = collector.finish()
  return { power: [...power], segmentCounts: [...segmentCounts] }
}

describe('spectra of channels', () => {
  test('are those of the whole signal, however its samples come', () => {
    const { power } = new WelchSpectrum(100, 8).of(signal)
    const expected = { power: [...power], segmentCounts: [9] }
    expect(spectra(signal, [])).toEqual(expected)
    expect(spectra(signal, [1, 2, 13, 20, 39])).toEqual(expected)
  })

  test('leave out segments with a missing sample, and those across a gap', () => {
    const masked = Float64Array.from(signal, (value, i) => (i === 9 ? nan : value))
    expect(spectra(masked, [16]).segmentCounts).toEqual([7])
    expect(spectra(signal, [], (i) => time(i) + (i >= 20 ? 1 : 0)).segmentCounts).toEqual([8])
  })

  test('of several channels stay apart', () => {
    const collector = new ChannelSpectra(8, 100, 2)
    const both = Float64Array.from({ length: 80 }, (_, i) => (i % 2 ? 5 : signal[i >> 1]))
    collector.add(
      Float64Array.from({ length: 40 }, (_, i) => time(i)),
      both,
    )
    const { power } = collector.finish()
    const { power: expected } = new WelchSpectrum(100, 8).of(signal)
    expect([...power.filter((_, i) => i % 2 === 0)]).toEqual([...expected])
    for (const value of power.filter((_, i) => i % 2 === 1)) expect(value).toBeCloseTo(0, 20)
  })

  test('leave out segments in which a single sample was not taken', () => {
    expect(spectra(signal, [], (i) => time(i + Number(i >= 20))).segmentCounts).toEqual([8])
  })

  test('overlap by half of a segment, rounded down', () => {
    const collector = new ChannelSpectra(7, 100, 1)
    collector.add(Float64Array.from(signal.keys(), time), signal)
    // From the samples 0, 4, 8, …, 32.
    expect([...collector.finish().segmentCounts]).toEqual([9])
  })

  test('of several channels are each its own, however their samples come', () => {
    const collector = new ChannelSpectra(8, 100, 2)
    const both = Float64Array.from({ length: 80 }, (_, i) => (i % 2 ? 2 : 1) * signal[i >> 1])
    const times = Float64Array.from(signal.keys(), time)
    collector.add(times.subarray(0, 13), both.subarray(0, 26))
    collector.add(times.subarray(13), both.subarray(26))
    const { power } = collector.finish()
    const { power: expected } = new WelchSpectrum(100, 8).of(signal)
    expect([...power]).toEqual([...expected].flatMap((value) => [value, 4 * value]))
  })

  test('of less than a segment are missing', () => {
    expect(spectra(signal.slice(0, 7), [])).toEqual({
      power: [nan, nan, nan, nan, nan],
      segmentCounts: [0],
    })
  })
})
