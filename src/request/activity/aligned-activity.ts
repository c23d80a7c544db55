import type { Alignment } from '../../domain/alignment/alignment.ts'
import type { EdgeRule } from '../../domain/alignment/edge-rule.ts'
import { type BinEdgesRequest, binEdges } from '../../domain/counting/bin-edges.ts'
import type { StimulusConditions } from '../../domain/stimuli/conditions.ts'
import { gridPresentations, type ParameterGrid } from '../../domain/stimuli/parameter-grid.ts'
import {
  filterPresentations,
  needsConditions,
  type PresentationFilter,
  selectPresentations,
  withoutInvalidTimes,
} from '../../domain/stimuli/presentation-filter.ts'
import {
  type Grouping,
  groupPresentations,
  groupsByCondition,
} from '../../domain/stimuli/presentation-grouping.ts'
import type { PresentationList, PresentationSelection } from '../../domain/stimuli/presentations.ts'
import type { UnitFilter } from '../../domain/units/unit-filter.ts'
import type { CatalogSession } from '../../sessions/session-catalog.ts'
import { findColumn, findIntervalTable, timesInColumn } from '../interval-tables.ts'
import type { RequestContext } from '../request-context.ts'
import { filterBySignals } from '../signals/signal-ranges.ts'
import { type Activity, activityOf } from './activity.ts'
import { type GroupActivity, groupStatistics, type StatisticsActivity } from './group-statistics.ts'

/** Spikes of which units, around or within which presentations. */
export interface AlignedActivityRequest {
  readonly presentations: PresentationFilter
  readonly units: UnitFilter
  /** around the start of each presentation; null: each presentation, whole, is one bin */
  readonly bins: AlignedBins | null
  /** what the bins are around instead of the start; only with bins */
  readonly anchor: Anchor | null
}

/** A column of the presentations' tables with a moment of each. */
export interface Anchor {
  readonly column: string
  /** whether the file counts it from the start of the presentation */
  readonly isOffset: boolean
}

export interface AlignedBins extends BinEdgesRequest {
  readonly edgeRule: EdgeRule
}

export interface AlignedActivity extends Activity {
  readonly request: AlignedActivityRequest
  readonly list: PresentationList
  /** of the presentations, in order of start time */
  readonly ids: Int32Array
}

/** One of the groups that presentations are cut into. */
export interface PresentationGroup extends GroupActivity<AlignedActivity> {
  readonly grouping: Grouping
  readonly conditions: StimulusConditions | null
}

/** The presentations laid out by the values of some parameters. */
export interface GridActivity extends StatisticsActivity<AlignedActivity> {
  readonly grid: ParameterGrid
}

/**
 * Activity around, or within, presentations. Nothing of it is read until it is wanted.
 *
 * @throws what the filters and the bins throw
 */
export async function alignActivity(
  session: CatalogSession,
  request: AlignedActivityRequest,
  context: RequestContext,
): Promise<AlignedActivity> {
  const align = alignmentOf(request)
  const { loaders, selections } = context
  const [tables, list, ids] = await Promise.all([
    loaders.tables(session),
    loaders.load(session, 'presentations'),
    selectPresentationIds(session, request.presentations, context),
  ])
  const alignment = align(selectPresentations(list, ids, null))
  if (request.anchor && request.bins) {
    const startTimes = await anchorTimes(session, list, ids, request.anchor, context)
    const anchored = { ...alignment, startTimes }
    const unitRows = selections.rows(tables, request.units)
    return { ...activityOf(session, tables, anchored, unitRows), request, list, ids }
  }
  const unitRows = selections.rows(tables, request.units)
  return { ...activityOf(session, tables, alignment, unitRows), request, list, ids }
}

/**
 * The moment of each presentation in a column of its table; NaN where it has none.
 *
 * @throws InvalidArgumentError where none of the tables has the column
 */
async function anchorTimes(
  session: CatalogSession,
  { tables: names, tableNumbers, tableRows }: PresentationList,
  ids: Int32Array,
  { column, isOffset }: Anchor,
  context: RequestContext,
): Promise<Float64Array> {
  const numbers = [...new Set(Array.from(ids, (id) => tableNumbers[id]))]
  const tables = await Promise.all(
    numbers.map((number) => findIntervalTable(session, names[number], context)),
  )
  const having = tables.filter(({ columns }) => columns.some(({ name }) => name === column))
  const [first] = tables
  if (first && having.length === 0) findColumn(first, column)
  const timesOf = new Map<number, Float64Array>()
  for (const table of having) {
    const number = names.indexOf(table.name)
    timesOf.set(number, await timesInColumn(session, table, column, isOffset, context))
  }
  return Float64Array.from(
    ids,
    (id) => timesOf.get(tableNumbers[id])?.[tableRows[id]] ?? Number.NaN,
  )
}

/** Bins that make no sense are an error before anything is read. */
function alignmentOf({
  bins,
}: AlignedActivityRequest): (selection: PresentationSelection) => Alignment {
  if (!bins) return ({ startTimes, stopTimes }) => ({ kind: 'whole', startTimes, stopTimes })
  const { edgeRule, ...requested } = bins
  const edges = binEdges(requested)
  return ({ startTimes }) => ({ kind: 'edges', startTimes, edges, edgeRule })
}

/**
 * Ids of the presentations that pass, in order of start time. Conditions are loaded only
 * for a filter that needs them.
 *
 * @param among ids of those to choose from, ascending; all when left out
 * @throws what filterPresentations and filterBySignals throw
 */
export async function selectPresentationIds(
  session: CatalogSession,
  where: PresentationFilter,
  context: RequestContext,
  among?: Int32Array,
): Promise<Int32Array> {
  const { loaders } = context
  const [list, conditions] = await Promise.all([
    loaders.load(session, 'presentations'),
    needsConditions(where) ? loaders.load(session, 'stimulusConditions') : null,
  ])
  const passing = filterPresentations(list, where, conditions, among)
  const { invalidTimes } = await loaders.tables(session)
  const ids = where.excludeInvalidTimes ? withoutInvalidTimes(passing, list, invalidTimes) : passing
  return where.signals ? filterBySignals(session, list, ids, where.signals, context) : ids
}

/** The groups that presentations are cut into. The statistics of all are read together, once. */
export async function groupActivity(
  activity: AlignedActivity,
  grouping: Grouping,
  context: RequestContext,
): Promise<PresentationGroup[]> {
  const conditions = groupsByCondition(grouping)
    ? await context.loaders.load(activity.session, 'stimulusConditions')
    : null
  const { groups, members } = groupPresentations(activity.ids, activity.list, conditions, grouping)
  const statistics = await groupStatistics(activity, groups, context)
  return members.map((ofGroup, group) => ({
    ...statistics,
    grouping,
    conditions,
    group,
    members: ofGroup,
  }))
}

/** The presentations laid out by the values of some parameters. */
export async function gridActivity(
  activity: AlignedActivity,
  parameters: readonly string[],
  context: RequestContext,
): Promise<GridActivity> {
  const conditions = await context.loaders.load(activity.session, 'stimulusConditions')
  const grid = gridPresentations(activity.ids, conditions, parameters)
  return { ...(await groupStatistics(activity, grid.groups, context)), grid }
}
