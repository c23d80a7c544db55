import type { Address, UnitSort } from '../app/address.ts'
import { type Counts, type Measure, measureCounts } from '../heatmap/cells/measure.ts'
import { sortByDepth, sortByLatency, sortByRate } from '../heatmap/cells/unit-sorting.ts'
import { columnsName } from './columns-name.ts'
import type { ActivityMatrix } from './loading/load-activity.ts'

/** One area's heatmap, ready to be coloured. */
export interface AreaHeatmap {
  /** the papers' short name, or the atlas's */
  readonly name: string
  /**
   * what more there is to say of the name: the atlas's acronym, and its full name; null: nothing
   */
  readonly fullName: string | null
  readonly counts: Counts
  readonly measure: Measure
  /** shape [rows]: the unit that each row shows */
  readonly order: readonly number[]
  readonly unitIds: readonly string[]
  /** what the order of the rows is: `most spikes first` */
  readonly orderNote: string
  /** seconds */
  readonly binSize: number
}

/** @param firstBinStart seconds from the onset */
export function areaHeatmap(
  matrix: ActivityMatrix,
  { measure, sort }: Pick<Address, 'measure' | 'sort'>,
  firstBinStart: number,
): AreaHeatmap {
  const { area, units, counts, binSize } = matrix
  const name = columnsName(area)
  return {
    name,
    fullName: area ? fullNameOf(area, name) : null,
    counts,
    measure: measureCounts(counts, measure, binSize),
    order: sortUnits(matrix, sort, Math.round(-firstBinStart / binSize)),
    unitIds: units.map(({ unitId }) => unitId),
    orderNote: orderNote(matrix, sort),
    binSize,
  }
}

function fullNameOf(area: { acronym: string; name: string | null }, shown: string): string | null {
  const more = [area.acronym, area.name].filter((name) => name !== null && name !== shown)
  return more.length > 0 ? more.join(', ') : null
}

function orderNote({ units }: ActivityMatrix, sort: UnitSort): string {
  if (sort === 'rate') return 'most spikes first'
  if (sort === 'latency') return 'earliest response first'
  const withDepth = units.filter(({ channel }) => typeof channel?.verticalPosition === 'number')
  if (withDepth.length === 0) return 'in the file’s order: it gives no depth'
  const note = 'from the surface down'
  return withDepth.length < units.length ? `${note}; units without a depth last` : note
}

function sortUnits({ counts, units }: ActivityMatrix, sort: UnitSort, onsetBin: number): number[] {
  switch (sort) {
    case 'rate':
      return sortByRate(counts)
    case 'latency':
      return sortByLatency(counts, onsetBin)
    case 'depth':
      return sortByDepth(
        units.map(({ probe, channel }) => ({
          probeName: probe?.name ?? null,
          verticalPosition: channel?.verticalPosition ?? null,
        })),
      )
  }
}
