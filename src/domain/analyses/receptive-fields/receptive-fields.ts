import { ObservedPresentations } from '../../alignment/observed-presentations.ts'
import type { SpikeCollector } from '../../counting/spike-collector.ts'
import { concatenate } from '../../numeric/concatenate.ts'
import { groupsOf } from '../../stimuli/grouped-presentations.ts'
import type { Observation } from '../../time/observation.ts'
import type { TimeSpan } from '../../time/time-span.ts'
import type { MetricRule } from '../responses/metric-rules.ts'
import { countField, type FieldPositions } from './receptive-field-counts.ts'
import { receptiveFieldStatistics } from './receptive-field-statistics.ts'

/** Maps of responses to small stimuli by their place on the screen. */
export interface ReceptiveFieldsRequest {
  readonly positions: FieldPositions
  /** seconds, ascending; shape [presentations] */
  readonly startTimes: Float64Array
  /** seconds; shape [presentations] */
  readonly stopTimes: Float64Array
  readonly rule: MetricRule
  /** null: all that counts was observed, or is taken for it */
  readonly observation: Observation | null
  /** rows of the units table */
  readonly unitRows: Uint32Array
}

/** NaN: a unit has no receptive field. */
export interface ReceptiveFieldsResult {
  /** spikes; shape [units, rows, columns] */
  readonly counts: Float64Array
  /** degrees; shape [units] */
  readonly azimuths: Float64Array
  /** degrees; shape [units] */
  readonly elevations: Float64Array
  /** square degrees; shape [units] */
  readonly areas: Float64Array
  /** degrees; shape [units] */
  readonly xs: Float64Array
  /** degrees; shape [units] */
  readonly ys: Float64Array
}

/** Maps the receptive field of one unit after the other. */
export class ReceptiveFields implements SpikeCollector<ReceptiveFieldsResult> {
  readonly #request: ReceptiveFieldsRequest
  readonly #observed: ObservedPresentations
  readonly #result: ReceptiveFieldsResult

  constructor(request: ReceptiveFieldsRequest) {
    const { positions, startTimes, stopTimes, observation, unitRows } = request
    this.#request = request
    this.#observed = new ObservedPresentations(
      { kind: 'whole', startTimes, stopTimes },
      groupsOf(new Int32Array(startTimes.length), 1),
      observation,
    )
    const column = () => new Float64Array(unitRows.length).fill(Number.NaN)
    this.#result = {
      counts: new Float64Array(unitRows.length * positions.rows.length * positions.columns.length),
      azimuths: column(),
      elevations: column(),
      areas: column(),
      xs: column(),
      ys: column(),
    }
  }

  add(column: number, spikeTimes: Float64Array): void {
    const { positions, startTimes, rule, observation, unitRows } = this.#request
    const { counts, azimuths, elevations, areas, xs, ys } = this.#result
    // A presentation counts whether or not its stop is known, unless observation decides.
    const observed = observation && this.#observed.ofUnit(unitRows[column]).isWhole
    const isCounted = (presentation: number) => observed === null || observed[presentation] === 1
    const field = countField(positions, startTimes, spikeTimes, rule, isCounted)
    counts.set(field.map, column * field.map.length)
    const { azimuth, elevation, area, x, y } = receptiveFieldStatistics(positions, field, rule)
    azimuths[column] = azimuth
    elevations[column] = elevation
    areas[column] = area
    xs[column] = x
    ys[column] = y
  }

  finish(): ReceptiveFieldsResult {
    return this.#result
  }
}

/** The response about some units after the other. */
export function joinReceptiveFields(
  parts: readonly ReceptiveFieldsResult[],
): ReceptiveFieldsResult {
  const join = (column: keyof ReceptiveFieldsResult) =>
    concatenate(parts.map((part) => part[column]))
  return {
    counts: join('counts'),
    azimuths: join('azimuths'),
    elevations: join('elevations'),
    areas: join('areas'),
    xs: join('xs'),
    ys: join('ys'),
  }
}

/** Seconds after a start in which spikes matter, and more than any rounding. */
const TRIAL = 0.251

/** Spans outside of which no spike matters to receptive fields. */
export function fieldSpans(startTimes: Float64Array): TimeSpan[] {
  return Array.from(startTimes.filter(Number.isFinite), (startTime) => ({
    startTime,
    stopTime: startTime + TRIAL,
  }))
}
