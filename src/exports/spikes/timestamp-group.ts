// What pynapple saves of a TsGroup: `pynapple.load_file` reads it.
import { pickExact } from '../../domain/numeric/exact-numbers.ts'
import { mergeRuns } from '../../domain/numeric/merge-runs.ts'
import type { SessionTables } from '../../domain/session/session-tables.ts'
import type { TimeSpan } from '../../domain/time/time-span.ts'
import { wholeArray } from '../../formats/numpy/dtype.ts'
import { withFreeNames } from '../../formats/numpy/labelled-npz.ts'
import { type NdArray, vector } from '../../formats/numpy/npy.ts'
import { unitColumnArrays } from '../../formats/unit-columns.ts'

/**
 * Times of all spikes in order, the id of the unit of each, the time support, and what is known of
 * the units. Every array has one dimension: pynapple takes each of one entry per unit as metadata.
 *
 * @param runs spike times of each unit
 * @param span null: nothing was recorded
 */
export async function timestampGroup(
  tables: SessionTables,
  unitRows: Uint32Array,
  runs: readonly Float64Array[],
  span: TimeSpan | null,
): Promise<[name: string, array: NdArray][]> {
  const { units, probes } = tables
  const keys = wholeArray(pickExact(units.ids, unitRows))
  const { times, owners } = await mergeRuns(runs)
  const texts = (textOf: (row: number) => string | null | undefined) =>
    vector(Array.from(unitRows, (row) => textOf(row) ?? ''))
  const columns = withFreeNames(unitColumnArrays(tables, unitRows, 'unit'), reserved)
  return [
    ['t', vector(times)],
    ['index', vector(ownersAs(keys, owners))],
    ['keys', vector(keys)],
    ['start', vector(Float64Array.of(span?.startTime ?? Number.NaN))],
    ['end', vector(Float64Array.of(span?.stopTime ?? Number.NaN))],
    ['area', texts((row) => units.areas[row])],
    ['probe', texts((row) => probes[units.probeRows[row]]?.name)],
    ['type', vector(['TsGroup'])],
    ...columns.map(({ name, ...array }): [string, NdArray] => [name, array]),
  ]
}

/** Names that pynapple, or the group itself, has for other things. */
const reserved = ['t', 'd', 'index', 'keys', 'start', 'end', 'rate', 'type', 'area', 'probe']

function ownersAs(keys: ReturnType<typeof wholeArray>, owners: Uint32Array) {
  if (keys instanceof BigInt64Array) return BigInt64Array.from(owners, (owner) => keys[owner])
  if (keys instanceof BigUint64Array) return BigUint64Array.from(owners, (owner) => keys[owner])
  return Float64Array.from(owners, (owner) => Number(keys[owner]))
}
