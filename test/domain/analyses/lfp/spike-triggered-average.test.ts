import { describe, expect, test } from 'vitest'
import { SpikeTriggeredAverage } from '../../../../src/domain/analyses/lfp/spike-triggered-average.ts'

const { NaN: nan } = Number
const window = { before: 1, after: 2, samplingRate: 10 }

/** Sample i at i / 10 s, with the value i² unless told otherwise. */
function average(
  spikes: number[],
  {
    values = Array.from({ length: 10 }, (_, i) => i * i),
    cuts = [] as number[],
    gapAt = 99,
    around = window,
  } = {},
) {
  const sta = new SpikeTriggeredAverage(Float64Array.from(spikes), around, 1)
  const times = values.map((_, i) => i / 10 + (i >= gapAt ? 1 : 0))
  let from = 0
  for (const to of [...cuts, values.length]) {
    sta.add(Float64Array.from(times.slice(from, to)), Float64Array.from(values.slice(from, to)))
    from = to
  }
  const { means, usedSpikeCount } = sta.finish()
  return { means: [...means], usedSpikeCount }
}

describe('the average around spikes', () => {
  test('is around the sample that is nearest to each', () => {
    // 0.34 is nearest to sample 3, 0.58 to sample 6
    expect(average([0.34, 0.58])).toEqual({
      means: [(4 + 25) / 2, (9 + 36) / 2, (16 + 49) / 2, (25 + 64) / 2],
      usedSpikeCount: 2,
    })
  })

  test('is the same however the samples come', () => {
    const expected = average([0.1, 0.34, 0.35, 0.58, 0.7])
    for (const cuts of [[5], [1, 2, 3, 4, 5, 6, 7, 8, 9], [3, 4], [8]]) {
      expect(average([0.1, 0.34, 0.35, 0.58, 0.7], { cuts })).toEqual(expected)
    }
  })

  test('is around the earlier of two samples that are equally near', () => {
    expect(average([0.25])).toEqual({ means: [1, 4, 9, 16], usedSpikeCount: 1 })
  })

  test('takes the first window that there is, and the last', () => {
    expect(average([0.1])).toEqual({ means: [0, 1, 4, 9], usedSpikeCount: 1 })
    expect(average([0.7])).toEqual({ means: [36, 49, 64, 81], usedSpikeCount: 1 })
  })

  test('ends with the sample that is nearest, where no sample after it is wanted', () => {
    const around = { before: 1, after: 0, samplingRate: 10 }
    expect(average([0.9, 0.93], { around })).toEqual({ means: [64, 81], usedSpikeCount: 2 })
    // Half a sampling interval into a gap, and a whole one.
    expect(average([0.45, 0.5], { around, gapAt: 5 })).toEqual({
      means: [9, 16],
      usedSpikeCount: 1,
    })
  })

  test('leaves out spikes without a whole window', () => {
    expect(average([0, 0.3, 0.8, 0.9])).toEqual({ means: [4, 9, 16, 25], usedSpikeCount: 1 })
  })

  test('leaves out spikes outside of the samples', () => {
    expect(average([-5, 0.3, 7]).usedSpikeCount).toBe(1)
  })

  test('leaves out spikes with a missing sample in their window', () => {
    const values = [0, 1, 2, 3, 4, nan, 6, 7, 8, 9]
    expect(average([0.2, 0.3, 0.4, 0.6, 0.7], { values })).toEqual({
      means: [(1 + 6) / 2, (2 + 7) / 2, (3 + 8) / 2, (4 + 9) / 2],
      usedSpikeCount: 2,
    })
  })

  test('leaves out windows across a gap', () => {
    expect(average([0.2, 0.3, 0.4, 1.6], { gapAt: 5 })).toEqual({
      means: [(1 + 25) / 2, (4 + 36) / 2, (9 + 49) / 2, (16 + 64) / 2],
      usedSpikeCount: 2,
    })
  })

  test('is that of each channel, however the samples come', () => {
    const sta = new SpikeTriggeredAverage(Float64Array.of(0.1, 0.6), window, 2)
    for (let from = 0; from < 10; from += 5) {
      const samples = Array.from({ length: 5 }, (_, i) => from + i)
      sta.add(
        Float64Array.from(samples, (i) => i / 10),
        Float64Array.from(samples.flatMap((i) => [i, -2 * i])),
      )
    }
    // Samples 0 to 3, and 5 to 8.
    expect(sta.finish()).toEqual({
      means: Float64Array.of(2.5, -5, 3.5, -7, 4.5, -9, 5.5, -11),
      usedSpikeCount: 2,
    })
  })

  test('is missing without spikes', () => {
    expect(average([])).toEqual({ means: [nan, nan, nan, nan], usedSpikeCount: 0 })
  })
})
