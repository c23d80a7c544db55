import type { SpikeCollector } from '../../counting/spike-collector.ts'
import { type Stretches, stretchesOfUnit } from '../../time/observation.ts'
import { fanoFactor } from './fano-factor.ts'
import { IntervalBins } from './interval-bins.ts'
import { IsiHistogram } from './isi-histogram.ts'
import { isiMedian } from './isi-median.ts'
import { isiStatistics } from './isi-statistics.ts'
import { isiViolations } from './isi-violations.ts'
import { allenPresenceRatio, presenceRatio } from './presence-ratio.ts'
import { revisedLocalVariation } from './revised-local-variation.ts'
import type { TrainRequest, TrainResponse } from './train-request.ts'
import { type Intervals, observedRuns, spikesWithin } from './train-runs.ts'

/** The spikes that one cell of a response is about: those of a unit, in the intervals of a row. */
interface Train {
  readonly spikeTimes: Float64Array
  readonly row: number
  readonly intervals: Intervals
  readonly stretches: Stretches | null
}

/** A response, and what fills one cell of all of its arrays. */
interface Summary {
  readonly response: TrainResponse
  readonly fill: (cell: number, train: Train) => void
}

/** Summarizes the trains of one unit after another, row by row. */
export class TrainSummarizer implements SpikeCollector<TrainResponse> {
  readonly #request: TrainRequest
  readonly #summary: Summary

  constructor(request: TrainRequest) {
    this.#request = request
    this.#summary = summaryOf(request)
  }

  add(column: number, spikeTimes: Float64Array): void {
    const { unitRows, rows, observation } = this.#request
    const stretches = observation && stretchesOfUnit(observation, unitRows[column])
    rows.forEach((intervals, row) => {
      const train = { spikeTimes, row, intervals, stretches }
      this.#summary.fill(row * unitRows.length + column, train)
    })
  }

  finish(): TrainResponse {
    return this.#summary.response
  }
}

function summaryOf(request: TrainRequest): Summary {
  const { rows, unitRows } = request
  const cells = rows.length * unitRows.length
  switch (request.kind) {
    case 'isiStatistics':
      return statistics(cells)
    case 'revisedVariations': {
      const variations = new Float64Array(cells)
      return {
        response: { name: 'revisedVariations', value: { variations } },
        fill(cell, train) {
          const { refractoriness } = request
          variations[cell] = revisedLocalVariation(train.spikeTimes, runsOf(train), refractoriness)
        },
      }
    }
    case 'isiMedians':
      return medians(cells)
    case 'isiHistograms':
      return histograms(cells, request.edges)
    case 'isiViolations': {
      const counts = new Float64Array(cells)
      const spikeCounts = new Float64Array(cells)
      return {
        response: { name: 'isiViolations', value: { counts, spikeCounts } },
        fill(cell, train) {
          const found = isiViolations(train.spikeTimes, runsOf(train), request.rule)
          counts[cell] = found.count
          spikeCounts[cell] = found.spikeCount
        },
      }
    }
    case 'presenceRatios':
      return presence(cells, rows, request.binSize)
    case 'fanoFactors': {
      const factors = new Float64Array(cells)
      const bins = rows.map((intervals) => new IntervalBins(intervals, request.binSize))
      return {
        response: { name: 'fanoFactors', value: { factors } },
        fill(cell, { spikeTimes, row, stretches }) {
          factors[cell] = fanoFactor(spikeTimes, bins[row], stretches)
        },
      }
    }
  }
}

function runsOf({ spikeTimes, intervals, stretches }: Train) {
  return observedRuns(spikeTimes, intervals, stretches)
}

function statistics(cells: number): Summary {
  const column = () => new Float64Array(cells)
  const value = {
    spikeCounts: column(),
    observedCounts: column(),
    means: column(),
    cvs: column(),
    cv2s: column(),
    lvs: column(),
  }
  return {
    response: { name: 'isiStatistics', value },
    fill(cell, train) {
      const runs = runsOf(train)
      const { mean, cv, cv2, lv } = isiStatistics(train.spikeTimes, runs)
      const all = train.intervals.map((interval) => spikesWithin(train.spikeTimes, interval))
      value.spikeCounts[cell] = spikeCount(all)
      value.observedCounts[cell] = spikeCount(runs)
      value.means[cell] = mean
      value.cvs[cell] = cv
      value.cv2s[cell] = cv2
      value.lvs[cell] = lv
    },
  }
}

function spikeCount(runs: readonly (readonly [number, number])[]): number {
  return runs.reduce((sum, [from, to]) => sum + to - from, 0)
}

function medians(cells: number): Summary {
  const values = new Float64Array(cells)
  return {
    response: { name: 'isiMedians', value: { medians: values } },
    fill(cell, train) {
      values[cell] = isiMedian(train.spikeTimes, runsOf(train))
    },
  }
}

function histograms(cells: number, edges: Float64Array): Summary {
  const histogram = new IsiHistogram(edges)
  const { binCount } = histogram
  const counts = new Uint32Array(cells * binCount)
  return {
    response: { name: 'isiHistograms', value: { histograms: counts } },
    fill(cell, train) {
      const ofCell = counts.subarray(cell * binCount, (cell + 1) * binCount)
      histogram.add(train.spikeTimes, runsOf(train), ofCell)
    },
  }
}

function presence(cells: number, rows: readonly Intervals[], binSize: number | null): Summary {
  const ratios = new Float64Array(cells)
  const bins = binSize === null ? null : rows.map((row) => new IntervalBins(row, binSize))
  return {
    response: { name: 'presenceRatios', value: { ratios } },
    fill(cell, { spikeTimes, row, intervals, stretches }) {
      ratios[cell] = bins
        ? presenceRatio(spikeTimes, bins[row], stretches)
        : allenPresenceRatio(spikeTimes, intervals)
    },
  }
}
