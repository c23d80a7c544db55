import type { PanelSort } from '../../app/address.ts'
import { sortByDepth } from '../../heatmap/cells/unit-sorting.ts'
import type { Around, AroundGroup } from '../loading/around.ts'
import { type EventBins, type PeakResponse, peakResponse } from './peak-response.ts'

/** A unit with a small plot of its own. */
export interface PanelUnit {
  readonly unitId: string
  readonly area: string | null
  /** position among the columns of the matrices */
  readonly column: number
  /** mean over the window, in Hz; NaN: not observed */
  readonly rate: number
  /** null: not known, or there is no such metric */
  readonly selectivity: number | null
  /** null: nothing was observed after the events */
  readonly response: PeakResponse | null
}

/**
 * Units in the order wanted: the most selective, or that with the largest response, or the most
 * active, or the highest on its probe first; those of which it is not known last, others that are
 * equal in the API's order.
 *
 * @param selectivities by id of the unit; null: there is no such metric, and rates take its place
 */
export function panelUnits(
  units: Around['units'],
  { mean }: AroundGroup,
  selectivities: ReadonlyMap<string, number | null> | null,
  sort: PanelSort,
  bins: EventBins,
): PanelUnit[] {
  const panels = units.map(({ unitId, area }, column) => ({
    unitId,
    area,
    column,
    rate: meanRate(mean, units.length, column),
    selectivity: selectivities?.get(unitId) ?? null,
    response: peakResponse(columnOf(mean, units.length, column), bins),
  }))
  if (sort === 'depth') {
    const order = sortByDepth(
      units.map(({ probe, channel }) => ({
        probeName: probe?.name ?? null,
        verticalPosition: channel?.verticalPosition ?? null,
      })),
    )
    return order.map((column) => panels[column])
  }
  const keyOf = keys[sort === 'selectivity' && !selectivities ? 'rate' : sort]
  return panels.sort((one, other) => keyOf(other) - keyOf(one) || one.column - other.column)
}

const lastOf = (key: number | null | undefined) =>
  key == null || Number.isNaN(key) ? Number.NEGATIVE_INFINITY : key

/** What units are sorted by, the largest first. */
const keys = {
  selectivity: ({ selectivity }: PanelUnit) => lastOf(selectivity),
  response: ({ response }: PanelUnit) => lastOf(response?.size),
  rate: ({ rate }: PanelUnit) => lastOf(rate),
}

/** One unit of a matrix of shape [bins, units]. */
const columnOf = (mean: Float64Array, unitCount: number, column: number) =>
  mean.filter((_, cell) => cell % unitCount === column)

/** Over the bins that have one; NaN without any. */
function meanRate(mean: Float64Array, unitCount: number, column: number): number {
  let sum = 0
  let count = 0
  for (let cell = column; cell < mean.length; cell += unitCount) {
    if (Number.isNaN(mean[cell])) continue
    sum += mean[cell]
    count++
  }
  return sum / count
}
