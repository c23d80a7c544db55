import { describe, expect, test } from 'vitest'
import type { TrainSummary } from '../../../../src/domain/analyses/trains/train-request.ts'
import { everything } from '../../../../src/domain/analyses/trains/train-runs.ts'
import { TrainSummarizer } from '../../../../src/domain/analyses/trains/train-summarizer.ts'
import type { Observation } from '../../../../src/domain/time/observation.ts'

const span = (startTime: number, stopTime: number) => ({ startTime, stopTime })

/** Two rows, all times and the first 4 s, of two units of which the second has no spikes. */
function summarize(summary: TrainSummary, observation: Observation | null = null) {
  const summarizer = new TrainSummarizer({
    unitRows: Uint32Array.of(1, 0),
    rows: [everything, [span(0, 4)]],
    observation,
    ...summary,
  })
  summarizer.add(1, new Float64Array(0))
  summarizer.add(0, Float64Array.of(1, 2, 4, 8))
  return summarizer.finish().value
}

describe('TrainSummarizer', () => {
  test('gives a cell to every row and unit', () => {
    expect(summarize({ kind: 'isiStatistics' })).toMatchObject({
      spikeCounts: Float64Array.of(4, 0, 2, 0),
      observedCounts: Float64Array.of(4, 0, 2, 0),
      means: Float64Array.of(7 / 3, NaN, 1, NaN),
      cv2s: Float64Array.of((2 * (1 / 3 + 2 / 6)) / 2, NaN, NaN, NaN),
    })
    expect(summarize({ kind: 'isiMedians' })).toEqual({ medians: Float64Array.of(2, NaN, 1, NaN) })
  })

  test("counts the spikes of each of a row's intervals", () => {
    const summarizer = new TrainSummarizer({
      kind: 'isiStatistics',
      unitRows: Uint32Array.of(0),
      rows: [[span(0, 2), span(3, 9)], [span(3, 9)]],
      observation: null,
    })
    summarizer.add(0, Float64Array.of(1, 2, 4, 8))
    expect(summarizer.finish().value).toMatchObject({
      spikeCounts: Float64Array.of(3, 2),
      observedCounts: Float64Array.of(3, 2),
    })
  })

  test('gives histograms bin by bin within a cell', () => {
    expect(summarize({ kind: 'isiHistograms', edges: Float64Array.of(0, 2, 5) })).toEqual({
      histograms: Uint32Array.of(1, 2, 0, 0, 1, 0, 0, 0),
    })
  })

  test('counts spikes that were not observed, but neither their intervals nor violations', () => {
    const stretches = [[span(0, 2)], [span(0, 3), span(3.5, 9)]]
    const observation = { stretches, ofUnits: Int32Array.of(0, 1) }
    const statistics = summarize({ kind: 'isiStatistics' }, observation)
    // 2 and 4 are in different stretches.
    expect(statistics).toMatchObject({
      spikeCounts: Float64Array.of(4, 0, 2, 0),
      means: Float64Array.of(2.5, NaN, 1, NaN),
    })
    const rule = { threshold: 3, minimum: 0, dropsDuplicates: false }
    expect(summarize({ kind: 'isiViolations', rule }, observation)).toEqual({
      counts: Float64Array.of(1, 0, 1, 0),
      spikeCounts: Float64Array.of(4, 0, 2, 0),
    })
  })

  test('measures presence and variation in the bins of each row', () => {
    const summarizer = (summary: TrainSummary) => {
      const made = new TrainSummarizer({
        unitRows: Uint32Array.of(0),
        rows: [[span(0, 8)], [span(0, 4)]],
        observation: null,
        ...summary,
      })
      made.add(0, Float64Array.of(1, 1.5, 3))
      return made.finish().value
    }
    expect(summarizer({ kind: 'presenceRatios', binSize: 2 })).toEqual({
      ratios: Float64Array.of(0.5, 1),
    })
    expect(summarizer({ kind: 'presenceRatios', binSize: null })).toEqual({
      ratios: Float64Array.of(0.03, 0.03),
    })
    // Counts 2, 1, 0, 0 and 2, 1.
    expect(summarizer({ kind: 'fanoFactors', binSize: 2 })).toEqual({
      factors: Float64Array.of((4 * 5 - 9) / 12, (2 * 5 - 9) / 6),
    })
  })
})
