import { fieldPositions } from '../../domain/analyses/receptive-fields/field-positions.ts'
import type {
  ReceptiveFieldsRequest,
  ReceptiveFieldsResult,
} from '../../domain/analyses/receptive-fields/receptive-fields.ts'
import type { MetricRule } from '../../domain/analyses/responses/metric-rules.ts'
import {
  designResponses,
  type ResponseDesign,
} from '../../domain/analyses/responses/response-design.ts'
import type {
  ResponseMetricsRequest,
  ResponseMetricsResult,
} from '../../domain/analyses/responses/response-metrics.ts'
import {
  type ResponseStimulus,
  responseStimuli,
} from '../../domain/analyses/responses/response-stimuli.ts'
import { meanDuring } from '../../domain/series/mean-during.ts'
import type { SessionTables } from '../../domain/session/session-tables.ts'
import type { StimulusConditions } from '../../domain/stimuli/conditions.ts'
import type { PresentationList } from '../../domain/stimuli/presentations.ts'
import { observationUnlessWhole } from '../../domain/time/observation.ts'
import { spanOf, type TimeSpan } from '../../domain/time/time-span.ts'
import type { UnitFilter } from '../../domain/units/unit-filter.ts'
import type { CatalogSession } from '../../sessions/session-catalog.ts'
import type { RequestContext } from '../request-context.ts'
import { allSamples, columnOf, openSeries } from '../series.ts'

/** Which responses are wanted, of which units, and by which rule. */
export interface ResponsesRequest {
  readonly stimulus: ResponseStimulus
  readonly units: UnitFilter
  readonly rule: MetricRule
  /** null: those that the AllenSDK takes for this kind of stimulus */
  readonly stimulusNames: readonly string[] | null
  /** seconds; null: the AllenSDK's */
  readonly trialDuration: number | null
}

/** Presentations of a stimulus, and the units whose responses are wanted. */
interface Responses {
  readonly session: CatalogSession
  readonly tables: SessionTables
  readonly list: PresentationList
  readonly conditions: StimulusConditions
  readonly design: ResponseDesign
  /** rows of the units, in order */
  readonly unitRows: Uint32Array
  /** as it was made */
  readonly requested: ResponsesRequest
}

export interface ResponseMetricsSelection extends Responses {
  readonly request: ResponseMetricsRequest
}

export interface ReceptiveFieldsSelection extends Responses {
  readonly request: ReceptiveFieldsRequest
}

/**
 * Metrics of responses to a stimulus. Spikes are not read until they are wanted; the running speed
 * is.
 *
 * @throws what designResponses and the filter throw
 */
export async function openResponseMetrics(
  session: CatalogSession,
  requested: ResponsesRequest,
  context: RequestContext,
): Promise<ResponseMetricsSelection> {
  const { rule } = requested
  const responses = await openResponses(session, requested, context)
  const { design, conditions, unitRows } = responses
  const mapsFields = responseStimuli[requested.stimulus].metrics.includes('azimuth')
  const request = {
    design,
    rule,
    speeds: await speedsOf(session, design, context),
    positions: mapsFields ? fieldPositions(conditions, design.ids) : null,
    observation: await observationOf(responses, rule, context),
    unitRows,
  }
  return { ...responses, request }
}

/** Receptive fields. Spikes are not read until they are wanted. */
export async function openReceptiveFields(
  session: CatalogSession,
  requested: ResponsesRequest,
  context: RequestContext,
): Promise<ReceptiveFieldsSelection> {
  const { rule } = requested
  const responses = await openResponses(session, requested, context)
  const { design, conditions, unitRows } = responses
  const { startTimes, stopTimes } = design
  const positions = fieldPositions(conditions, design.ids)
  const observation = await observationOf(responses, rule, context)
  const request = { positions, startTimes, stopTimes, rule, observation, unitRows }
  return { ...responses, request }
}

/** Charges the budget. Each unit is read once, whatever is wanted of the response. */
export function readResponseMetrics(
  { session, request, design, unitRows }: ResponseMetricsSelection,
  { budget, loaders }: RequestContext,
): Promise<ResponseMetricsResult> {
  budget.chargeSummary(request, design.ids.length * Math.max(1, unitRows.length))
  return loaders.read(session, 'responseMetrics', request)
}

/** Charges the budget. Each unit is read once, whatever is wanted of the response. */
export function readReceptiveFields(
  { session, request, design, unitRows }: ReceptiveFieldsSelection,
  { budget, loaders }: RequestContext,
): Promise<ReceptiveFieldsResult> {
  const { rows, columns } = request.positions
  budget.chargeSummary(request, design.ids.length * Math.max(1, unitRows.length))
  budget.chargeShared(request.positions, rows.length * columns.length * unitRows.length)
  return loaders.read(session, 'receptiveFields', request)
}

async function openResponses(
  session: CatalogSession,
  requested: ResponsesRequest,
  { loaders, selections }: RequestContext,
): Promise<Responses> {
  const { stimulus, units, stimulusNames, trialDuration } = requested
  const [tables, list, conditions] = await Promise.all([
    loaders.tables(session),
    loaders.load(session, 'presentations'),
    loaders.load(session, 'stimulusConditions'),
  ])
  const unitRows = selections.rows(tables, units)
  const design = designResponses(list, conditions, stimulus, stimulusNames, trialDuration)
  return { session, tables, list, conditions, design, unitRows, requested }
}

/** Null: all was observed. The AllenSDK does not look at when units were. */
async function observationOf(
  { session, tables, design }: Responses,
  rule: MetricRule,
  { loaders }: RequestContext,
) {
  if (rule === 'allenSdk') return null
  return observationUnlessWhole(spanOfDesign(design), tables, () => loaders.recordedSpan(session))
}

/** From the first start to the last stop; null without presentations that have both. */
function spanOfDesign({ startTimes, stopTimes }: ResponseDesign): TimeSpan | null {
  return spanOf(Array.from(startTimes, (startTime, i) => ({ startTime, stopTime: stopTimes[i] })))
}

/** Mean running speed in each presentation; null: the session has none. */
async function speedsOf(
  session: CatalogSession,
  design: ResponseDesign,
  context: RequestContext,
): Promise<Float64Array | null> {
  const span = spanOfDesign(design)
  if (!span) return null
  const series = await openSeries(session, 'runningSpeed', { ...allSamples, span }, context)
  if (!series || series.window.count === 0) return null
  const [times, speeds] = await Promise.all([
    columnOf(series, 'time', context),
    columnOf(series, 'velocity', context),
  ])
  return meanDuring(times, speeds, design.startTimes, design.stopTimes)
}
