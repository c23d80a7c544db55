import { ProbeNotFoundError, UnitNotFoundError } from '../../errors.ts'
import { resolveArea } from '../areas/area-names.ts'
import { sessionAreas } from '../areas/session-areas.ts'
import { rowsOfId } from '../session/row-ids.ts'
import type { SessionTables, UnitMetric, UnitTable } from '../session/session-tables.ts'
import { rowsInSdkOrder } from './allensdk-order.ts'
import { type UnitColumnFilter, unitColumnCondition } from './unit-column-filter.ts'

/**
 * Which units count; every condition must hold, limits are inclusive, null switches a limit off.
 */
export interface UnitFilter {
  readonly amplitudeCutoffMax: number | null
  readonly presenceRatioMin: number | null
  readonly isiViolationsMax: number | null
  /** a missing value (NaN) of the three metrics above fails even when its limit is off */
  readonly requireMetrics: boolean
  /** valid peak channel, and quality `good` where the file speaks of `good` and `noise` */
  readonly validOnly: boolean
  readonly inBrainOnly: boolean
  /** acronyms or short names */
  readonly areas?: readonly string[] | null
  readonly ids?: readonly string[] | null
  /** ids or names */
  readonly probes?: readonly string[] | null
  readonly snrMin?: number | null
  readonly firingRateMin?: number | null
  /** all of them must hold */
  readonly metrics?: readonly MetricRange[] | null
  /** all of them must hold */
  readonly columns?: readonly UnitColumnFilter[] | null
}

/**
 * A range of a metric, both ends included; a missing value (NaN) fails,
 * even where neither end is given.
 */
export interface MetricRange {
  readonly metric: UnitMetric
  readonly min?: number | null
  readonly max?: number | null
}

/** Every unit that the file stores. */
export const everyUnit: UnitFilter = {
  amplitudeCutoffMax: null,
  presenceRatioMin: null,
  isiViolationsMax: null,
  requireMetrics: false,
  validOnly: false,
  inBrainOnly: false,
}

type Passes = (unitRow: number) => boolean

/**
 * Rows of the units that pass, in the AllenSDK's order. A limit on a column that
 * the file lacks does not apply.
 *
 * @throws AreaNotFoundError, UnitNotFoundError, ProbeNotFoundError, InvalidArgumentError for a
 *   name, or a value of a column, that the session does not have
 */
export function selectUnits(tables: SessionTables, filter: UnitFilter): Uint32Array {
  const conditions = [
    ...metricConditions(tables.units, filter),
    ...validityConditions(tables, filter),
    ...choiceConditions(tables, filter),
    ...(filter.columns ?? []).map((column) => unitColumnCondition(tables, column)),
  ]
  return rowsInSdkOrder(tables).filter((row) => conditions.every((passes) => passes(row)))
}

function metricConditions({ metrics }: UnitTable, filter: UnitFilter): Passes[] {
  const conditions: Passes[] = []
  const limit = (metric: UnitMetric, passes: (value: number) => boolean) => {
    const values = metrics[metric]
    if (values) conditions.push((row) => passes(values[row]))
  }
  const { amplitudeCutoffMax, presenceRatioMin, isiViolationsMax, snrMin, firingRateMin } = filter
  // Written so that NaN fails: no comparison with NaN holds.
  if (amplitudeCutoffMax !== null) limit('amplitudeCutoff', (value) => value <= amplitudeCutoffMax)
  if (presenceRatioMin !== null) limit('presenceRatio', (value) => value >= presenceRatioMin)
  if (isiViolationsMax !== null) limit('isiViolations', (value) => value <= isiViolationsMax)
  if (snrMin != null) limit('snr', (value) => value >= snrMin)
  if (firingRateMin != null) limit('firingRate', (value) => value >= firingRateMin)
  for (const { metric, min, max } of filter.metrics ?? []) {
    limit(metric, (value) => value >= (min ?? -Infinity) && value <= (max ?? Infinity))
  }
  if (filter.requireMetrics) {
    for (const metric of ['amplitudeCutoff', 'presenceRatio', 'isiViolations'] as const) {
      limit(metric, (value) => !Number.isNaN(value))
    }
  }
  return conditions
}

function validityConditions({ units, channels }: SessionTables, filter: UnitFilter): Passes[] {
  const conditions: Passes[] = []
  const { quality, channelRows, areas, areaSources } = units
  const { valid } = channels
  if (filter.validOnly && quality && gradesAsAllen(quality)) {
    conditions.push((row) => quality[row] === 'good')
  }
  // Neither applies to a unit of which the file does not say: as little as a
  // limit on a metric that it lacks.
  if (filter.validOnly && valid) {
    conditions.push((row) => {
      const channel = channelRows[row]
      return channel >= 0 ? valid[channel] === 1 : areaSources[row] !== 'PEAK_CHANNEL'
    })
  }
  if (filter.inBrainOnly) {
    conditions.push((row) => areas[row] !== null || areaSources[row] === null)
  }
  return conditions
}

/** Whether quality labels are the Allen Institute's, and not another laboratory's grades. */
export function gradesAsAllen(quality: readonly (string | null)[] | null): boolean {
  return quality !== null && (quality.includes('good') || quality.includes('noise'))
}

function choiceConditions(tables: SessionTables, filter: UnitFilter): Passes[] {
  const conditions: Passes[] = []
  const { units } = tables
  if (filter.areas) {
    const known = sessionAreas(tables)
    const wanted = new Set<string | null>(filter.areas.map((area) => resolveArea(area, known)))
    conditions.push((row) => wanted.has(units.areas[row] ?? null))
  }
  if (filter.probes) {
    const wanted = new Set(filter.probes.map((probe) => findProbe(tables, probe)))
    conditions.push((row) => wanted.has(units.probeRows[row]))
  }
  if (filter.ids) {
    const wanted = new Set(filter.ids.flatMap((id) => findUnits(tables, id)))
    conditions.push((row) => wanted.has(row))
  }
  return conditions
}

/**
 * Row of a unit; of the first where the file repeats an id.
 *
 * @throws UnitNotFoundError
 */
export function findUnit(tables: SessionTables, id: string): number {
  return findUnits(tables, id)[0]
}

/** @throws UnitNotFoundError */
function findUnits({ units, metadata }: SessionTables, id: string): number[] {
  const rows = rowsOfId(units.ids, id)
  if (rows.length === 0) throw new UnitNotFoundError(id, metadata.identifier, units.count)
  return rows
}

/**
 * Row of a probe, by its id or name.
 *
 * @throws ProbeNotFoundError
 */
export function findProbe({ probes }: SessionTables, idOrName: string): number {
  const row = probes.findIndex((probe) => probe.id === idOrName || probe.name === idOrName)
  if (row < 0)
    throw new ProbeNotFoundError(
      idOrName,
      probes.map((probe) => probe.name),
    )
  return row
}
