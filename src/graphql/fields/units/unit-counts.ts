import type { GraphQLContext } from '../../context.ts'
import type { UnitFilter } from '../../generated.ts'
import type { ChannelModel, ProbeModel } from '../../models.ts'
import { toUnitFilter } from './unit-arguments.ts'

/** Counts are made at once for all probes, or channels, of a selection of units. */
const counts = new WeakMap<Uint32Array, Map<Int32Array, Uint32Array>>()

/** Number of the units that pass on a probe, or a channel. */
export function unitCountAt(
  { tables, row }: ProbeModel | ChannelModel,
  places: 'probes' | 'channels',
  filter: UnitFilter,
  { selections }: GraphQLContext,
): number {
  const unitRows = selections.rows(tables, toUnitFilter(filter))
  const placesOfUnits = places === 'probes' ? tables.units.probeRows : tables.units.channelRows
  const ofSelection = counts.get(unitRows) ?? new Map<Int32Array, Uint32Array>()
  counts.set(unitRows, ofSelection)
  const known = ofSelection.get(placesOfUnits)
  const found =
    known ??
    countPlaces(
      unitRows,
      placesOfUnits,
      places === 'probes' ? tables.probes.length : tables.channels.count,
    )
  ofSelection.set(placesOfUnits, found)
  return found[row]
}

function countPlaces(unitRows: Uint32Array, placesOfUnits: Int32Array, count: number): Uint32Array {
  const found = new Uint32Array(count)
  for (const unit of unitRows) {
    const place = placesOfUnits[unit]
    if (place >= 0) found[place] = found[place] + 1
  }
  return found
}
