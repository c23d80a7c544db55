import type { PanelSort } from '../../app/address.ts'
import { sortByDepth } from '../../heatmap/cells/unit-sorting.ts'
import type { Around, AroundGroup } from '../loading/around.ts'

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
}

/**
 * Units in the order wanted: the most selective, or the most active, or the highest on its probe
 * first; those of which it is not known last, others that are equal in the API's order.
 *
 * @param selectivities by id of the unit; null: there is no such metric, and rates take its place
 */
export function panelUnits(
  units: Around['units'],
  { mean }: AroundGroup,
  selectivities: ReadonlyMap<string, number | null> | null,
  sort: PanelSort,
): PanelUnit[] {
  const panels = units.map(({ unitId, area }, column) => ({
    unitId,
    area,
    column,
    rate: meanRate(mean, units.length, column),
    selectivity: selectivities?.get(unitId) ?? null,
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
  const keyOf =
    sort === 'selectivity' && selectivities
      ? ({ selectivity }: PanelUnit) => selectivity ?? Number.NEGATIVE_INFINITY
      : ({ rate }: PanelUnit) => (Number.isNaN(rate) ? Number.NEGATIVE_INFINITY : rate)
  return panels.sort((one, other) => keyOf(other) - keyOf(one) || one.column - other.column)
}

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
