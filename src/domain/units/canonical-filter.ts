import { resolveArea } from '../areas/area-names.ts'
import { sessionAreas } from '../areas/session-areas.ts'
import { ascending } from '../numeric/compare-numbers.ts'
import type { SessionTables } from '../session/session-tables.ts'
import type { UnitColumnFilter } from './unit-column-filter.ts'
import { findProbe, type MetricRange, type UnitFilter } from './unit-filter.ts'

/**
 * The same filter, written in the one way that all filters of the same conditions share: areas as
 * acronyms, probes by their ids, lists in order and without repetitions, one range a metric.
 *
 * @throws AreaNotFoundError, ProbeNotFoundError
 */
export function canonicalUnitFilter(tables: SessionTables, filter: UnitFilter): UnitFilter {
  const { areas, ids, probes, metrics, columns } = filter
  const known = sessionAreas(tables)
  return {
    ...filter,
    areas: areas ? inOrder(areas.map((area) => resolveArea(area, known))) : null,
    ids: ids ? inOrder(ids) : null,
    probes: probes ? inOrder(probes.map((probe) => probeKey(tables, probe))) : null,
    snrMin: filter.snrMin ?? null,
    firingRateMin: filter.firingRateMin ?? null,
    metrics: metrics?.length ? mergeRanges(metrics) : null,
    columns: columns?.length ? canonicalColumnFilters(columns) : null,
  }
}

/** Values and ranges apart, each once, in order of the columns. */
function canonicalColumnFilters(filters: readonly UnitColumnFilter[]): UnitColumnFilter[] {
  const parts = filters.flatMap(({ column, values, min, max }): UnitColumnFilter[] => {
    const range = { column, values: null, min: min ?? null, max: max ?? null }
    if (!values) return [range]
    const ofValues = { column, values, min: null, max: null }
    return min == null && max == null ? [ofValues] : [ofValues, range]
  })
  const byText = new Map(parts.map((part) => [JSON.stringify(part), part]))
  return [...byText].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, part]) => part)
}

const inOrder = (names: readonly string[]) =>
  [...new Set(names)].sort((a, b) => ascending(Number(a), Number(b)) || (a < b ? -1 : 1))

/** The probe's id, or its name where another probe goes by that id. */
function probeKey(tables: SessionTables, requested: string): string {
  const row = findProbe(tables, requested)
  const { id } = tables.probes[row]
  return findProbe(tables, id) === row ? id : requested
}

/** Where several ranges of a metric must hold, what they have in common. */
function mergeRanges(ranges: readonly MetricRange[]): MetricRange[] {
  const merged = new Map<MetricRange['metric'], MetricRange>()
  for (const { metric, min, max } of ranges) {
    const other = merged.get(metric)
    merged.set(metric, {
      metric,
      min: furthest(Math.max, min, other?.min),
      max: furthest(Math.min, max, other?.max),
    })
  }
  return [...merged.values()].sort((a, b) => (a.metric < b.metric ? -1 : 1))
}

function furthest(
  choose: (...ends: number[]) => number,
  ...ends: readonly (number | null | undefined)[]
): number | null {
  const given = ends.filter((end) => end != null)
  return given.length > 0 ? choose(...given) : null
}
