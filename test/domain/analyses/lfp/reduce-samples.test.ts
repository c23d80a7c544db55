import { describe, expect, test } from 'vitest'
import {
  alignSamples,
  averageAroundSpikes,
  averageSamples,
  averageSpectra,
} from '../../../../src/domain/analyses/lfp/reduce-samples.ts'
import type { SampleSource } from '../../../../src/domain/analyses/lfp/sample-collector.ts'
import { groupsOf } from '../../../../src/domain/stimuli/grouped-presentations.ts'

/** Two channels at 10 Hz: sample i is at i / 10 s, and has the values i and 100 - i. */
const samplesOf = (count: number, rate = 10): SampleSource => ({
  rate,
  reduce(collector) {
    collector.add(
      Float64Array.from({ length: count }, (_, i) => i / 10),
      Float64Array.from({ length: 2 * count }, (_, i) => (i % 2 ? 100 - (i - 1) / 2 : i / 2)),
    )
    return collector.finish()
  },
})

const request = {
  series: { name: 'lfp', probeId: 'a' },
  channels: [3, 5],
  spans: [],
  masked: [],
} as const

describe('samples of two channels', () => {
  const around = {
    ...request,
    startTimes: Float64Array.of(0, 0.5, 1),
    edges: Float64Array.of(0, 0.05, 0.35),
  }

  test('around events are means of shape [events, bins, channels]', () => {
    // Around 0: sample 0, then 1 to 3.
    expect([...alignSamples(samplesOf(20), around)].slice(0, 4)).toEqual([0, 100, 2, 98])
  })

  test('are averaged over the events of each group', () => {
    const groups = groupsOf(Int32Array.of(1, 1, -1), 2)
    const { means, eventCounts } = averageSamples(samplesOf(20), { ...around, groups })
    // Around 0.5 s: sample 5, then 6 to 8.
    expect([...means.subarray(4)]).toEqual([2.5, 97.5, 4.5, 95.5])
    expect([...eventCounts]).toEqual([0, 0, 0, 0, 2, 2, 2, 2])
  })

  test('around spikes are as many as lie within the seconds before and after', () => {
    const spikeTimes = Float64Array.of(0.5)
    const window = { before: 0.2, after: 0.39 }
    const found = averageAroundSpikes(samplesOf(20), { ...request, spikeTimes, ...window })
    expect([...found.times]).toEqual([-0.2, -0.1, 0, 0.1, 0.2, 0.3])
    expect([...found.means]).toEqual([3, 97, 4, 96, 5, 95, 6, 94, 7, 93, 8, 92])
    expect(found.usedSpikeCount).toBe(1)
  })

  test('around spikes include one at just the seconds, whatever rounding makes of it', () => {
    // 0.29 * 100 is 28.999999999999996.
    const window = { spikeTimes: new Float64Array(0), before: 0, after: 0.29 }
    expect(averageAroundSpikes(samplesOf(0, 100), { ...request, ...window }).times).toHaveLength(30)
  })

  test('without a rate are one at a spike', () => {
    const window = { spikeTimes: new Float64Array(0), before: 1, after: 1 }
    expect(averageAroundSpikes(samplesOf(1, Number.NaN), { ...request, ...window })).toEqual({
      times: Float64Array.of(Number.NaN),
      means: Float64Array.of(Number.NaN, Number.NaN),
      usedSpikeCount: 0,
    })
  })

  test.each([
    // 0.46 s are nearest to 5 samples.
    [0.46, 10, [0, 2, 4]],
    [0.4, 10, [0, 2.5, 5]],
    [0.01, 10, [0, 5]],
    [1, Number.NaN, [Number.NaN, Number.NaN]],
  ])('in segments of %d s at %d Hz have the frequencies %j', (segment, rate, frequencies) => {
    const spectra = averageSpectra(samplesOf(0, rate), { ...request, segment })
    expect([...spectra.frequencies]).toEqual(frequencies)
    expect([...spectra.segmentCounts]).toEqual([0, 0])
    expect(spectra.power).toEqual(new Float64Array(2 * frequencies.length).fill(Number.NaN))
  })
})
