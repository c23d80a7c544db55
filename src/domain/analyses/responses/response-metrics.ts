import { ObservedPresentations } from '../../alignment/observed-presentations.ts'
import type { SpikeCollector } from '../../counting/spike-collector.ts'
import { concatenate } from '../../numeric/concatenate.ts'
import { groupsOf } from '../../stimuli/grouped-presentations.ts'
import { type Observation, observedSeconds, stretchesOfUnit } from '../../time/observation.ts'
import type { TimeSpan } from '../../time/time-span.ts'
import { countField, type FieldPositions } from '../receptive-fields/receptive-field-counts.ts'
import {
  noField,
  receptiveFieldStatistics,
} from '../receptive-fields/receptive-field-statistics.ts'
import { countInSpans, presentationBlocks } from './block-rate.ts'
import { allenSdkEdges } from './fine-bins.ts'
import { ModulationIndex } from './grating-modulation.ts'
import { type MetricRule, metricRules } from './metric-rules.ts'
import type { ResponseDesign } from './response-design.ts'
import { responseStimuli } from './response-stimuli.ts'
import { UnitResponses } from './unit-responses.ts'

/** Metrics of the responses of some units to a stimulus. */
export interface ResponseMetricsRequest {
  readonly design: ResponseDesign
  readonly rule: MetricRule
  /** mean running speed in each presentation, cm/s; NaN: unknown; null: it was not recorded */
  readonly speeds: Float64Array | null
  /** where each presentation was shown; null: the stimulus maps no receptive fields */
  readonly positions: FieldPositions | null
  /** null: all that counts was observed, or is taken for it */
  readonly observation: Observation | null
  /** rows of the units table */
  readonly unitRows: Uint32Array
}

export interface ResponseMetricsResult {
  /**
   * in the order of the stimulus's metrics; NaN: a unit does not have one; shape [units, metrics]
   */
  readonly values: Float64Array
  /** ids of the preferred conditions; NaN: none; shape [units] */
  readonly preferredConditions: Float64Array
}

/** Computes the metrics of one unit after the other. */
export class ResponseMetrics implements SpikeCollector<ResponseMetricsResult> {
  readonly #request: ResponseMetricsRequest
  readonly #blocks: readonly TimeSpan[]
  readonly #observed: ObservedPresentations
  readonly #edges: Float64Array
  readonly #modulationIndex = new ModulationIndex()
  readonly #values: Float64Array
  readonly #preferredConditions: Float64Array

  constructor(request: ResponseMetricsRequest) {
    const { design, observation, unitRows } = request
    const { startTimes, stopTimes, trialDuration, stimulus } = design
    this.#request = request
    this.#blocks = presentationBlocks(startTimes, stopTimes, trialDuration)
    this.#edges = allenSdkEdges(trialDuration)
    this.#observed = new ObservedPresentations(
      { kind: 'whole', startTimes, stopTimes },
      groupsOf(new Int32Array(startTimes.length), 1),
      observation,
    )
    const metricCount = responseStimuli[stimulus].metrics.length
    this.#values = new Float64Array(metricCount * unitRows.length)
    this.#preferredConditions = new Float64Array(unitRows.length).fill(Number.NaN)
  }

  add(column: number, spikeTimes: Float64Array): void {
    const { design, rule, speeds, unitRows } = this.#request
    const { isWhole } = this.#observed.ofUnit(unitRows[column])
    const isCounted = (presentation: number) => isWhole[presentation] === 1
    const unit = new UnitResponses(design, spikeTimes, isCounted)
    const context = {
      rule,
      speeds,
      firingRate: this.#firingRate(column, spikeTimes),
      edges: this.#edges,
      modulationIndex: this.#modulationIndex,
      field: this.#field(spikeTimes, isCounted),
    }
    const { metrics } = responseStimuli[design.stimulus]
    metrics.forEach((metric, i) => {
      this.#values[column * metrics.length + i] = metricRules[metric](unit, context)
    })
    const isPreferred = unit.preferred >= 0 && !(rule === 'corrected' && unit.isSilent)
    if (isPreferred) this.#preferredConditions[column] = design.conditionIds[unit.preferred]
  }

  finish(): ResponseMetricsResult {
    return { values: this.#values, preferredConditions: this.#preferredConditions }
  }

  /** Over blocks, gaps and blanks included; as far as they were observed. */
  #firingRate(column: number, spikeTimes: Float64Array): number {
    const { observation, unitRows } = this.#request
    const stretches = observation && stretchesOfUnit(observation, unitRows[column])
    const seconds = this.#blocks.reduce(
      (sum, { startTime, stopTime }) =>
        sum + (stretches ? observedSeconds(stretches, startTime, stopTime) : stopTime - startTime),
      0,
    )
    return seconds > 0 ? countInSpans(spikeTimes, this.#blocks) / seconds : Number.NaN
  }

  #field(spikeTimes: Float64Array, isCounted: (presentation: number) => boolean) {
    const { positions, design, rule } = this.#request
    if (!positions) return noField
    const counts = countField(positions, design.startTimes, spikeTimes, rule, isCounted)
    return receptiveFieldStatistics(positions, counts, rule)
  }
}

/** The response about some units after the other. */
export function joinResponseMetrics(
  parts: readonly ResponseMetricsResult[],
): ResponseMetricsResult {
  return {
    values: concatenate(parts.map(({ values }) => values)),
    preferredConditions: concatenate(parts.map(({ preferredConditions }) => preferredConditions)),
  }
}

/** Spans outside of which no spike matters to the metrics of a stimulus. */
export function responseSpans({
  startTimes,
  stopTimes,
  trialDuration,
}: ResponseDesign): TimeSpan[] {
  const trials = Array.from(startTimes, (startTime) => ({
    startTime,
    stopTime: startTime + trialDuration,
  }))
  return [...trials, ...presentationBlocks(startTimes, stopTimes, trialDuration)]
    .filter(({ startTime, stopTime }) => startTime <= stopTime)
    .map(({ startTime, stopTime }) => ({ startTime, stopTime: stopTime + MARGIN }))
}

/** More than any rounding of `start + duration`. */
const MARGIN = 1e-3
