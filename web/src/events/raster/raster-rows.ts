import type { Around } from '../loading/around.ts'

/** Spikes of some units around some events, as the API lists them. */
export interface ListedSpikes {
  readonly unitIds: readonly string[]
  readonly spikes: {
    readonly unitIndexes: readonly number[]
    readonly anchorIndexes: readonly number[]
    readonly times: readonly (number | null)[]
  }
}

/** Rows of a raster that have something in common. */
export interface RasterBlock {
  readonly label: string
  /** position among the groups; null: the events of no group */
  readonly group: number | null
  readonly firstRow: number
  readonly rowCount: number
}

/** Label of the events that are in none. */
export const NO_GROUP = 'others'

/** Which event each row shows, and which rows belong together. */
export interface RasterRows {
  /** position of each row's event; shape [rows] */
  readonly events: readonly number[]
  readonly blocks: readonly RasterBlock[]
}

/** One row per event: group by group, in order of time within each; events of no group last. */
export function rasterRows({ groups, times }: Pick<Around, 'groups' | 'times'>): RasterRows {
  const rest = new Set(times.keys())
  const events: number[] = []
  const blocks: RasterBlock[] = []
  const add = (label: string, group: number | null, members: readonly number[]) => {
    if (members.length === 0) return
    blocks.push({ label, group, firstRow: events.length, rowCount: members.length })
    events.push(...members)
    for (const member of members) rest.delete(member)
  }
  for (const [i, { label, members }] of groups.entries()) add(label, i, members)
  add(groups.length > 0 ? NO_GROUP : 'all', null, [...rest])
  return { events, blocks }
}

/** Ticks of a raster. */
export interface RasterSpikes {
  /** seconds from the event; shape [spikes] */
  readonly times: Float64Array
  /** shape [spikes] */
  readonly rows: Int32Array
}

/** The spikes of one unit, each in the row of its event. */
export function rasterSpikes(
  { unitIds, spikes }: ListedSpikes,
  unit: string,
  { events }: RasterRows,
): RasterSpikes {
  const wanted = unitIds.indexOf(unit)
  const rowOf = new Map(events.map((event, row) => [event, row]))
  const times: number[] = []
  const rows: number[] = []
  for (const [i, of] of spikes.unitIndexes.entries()) {
    const row = rowOf.get(spikes.anchorIndexes[i])
    const time = spikes.times[i]
    if (of !== wanted || row === undefined || time === null) continue
    times.push(time)
    rows.push(row)
  }
  return { times: Float64Array.from(times), rows: Int32Array.from(rows) }
}
