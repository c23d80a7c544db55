import type {
  AlignedCountsRequest,
  GroupStatistics,
  GroupStatisticsRequest,
} from '../../domain/alignment/align-request.ts'
import { alignedWindow } from '../../domain/alignment/aligned-spans.ts'
import type { EdgeAlignment } from '../../domain/alignment/alignment.ts'
import { binEdges } from '../../domain/counting/bin-edges.ts'
import { valueNamed } from '../../domain/named.ts'
import { pickExact } from '../../domain/numeric/exact-numbers.ts'
import type { SessionTables } from '../../domain/session/session-tables.ts'
import type { StimulusConditions } from '../../domain/stimuli/conditions.ts'
import { selectPresentations } from '../../domain/stimuli/presentation-filter.ts'
import { groupPresentations } from '../../domain/stimuli/presentation-grouping.ts'
import type { PresentationList } from '../../domain/stimuli/presentations.ts'
import { observationUnlessWhole } from '../../domain/time/observation.ts'
import { selectUnits } from '../../domain/units/unit-filter.ts'
import { convertCounts, type Dtype, wholeArray } from '../../formats/dtype.ts'
import { vector } from '../../formats/npy.ts'
import type { NpzMember } from '../../formats/npz.ts'
import type { Cells, Table } from '../../formats/table.ts'
import { readRecordedSpan } from '../../sessions/recorded-span.ts'
import type { CatalogSession } from '../../sessions/session-catalog.ts'
import type { ReadOptions, SessionReader } from '../../sessions/session-reader.ts'
import { CommandError } from '../terminal/command-error.ts'
import { type ExportOptions, edgeRules } from './export-options.ts'
import { choosePresentations } from './presentation-table.ts'
import { askedUnits, noUnitsText } from './unit-table.ts'

/** Cells held at a time, of counts or of statistics: at most 80 MB. */
const CHUNK_CELLS = 10_000_000

/** Which spikes around which presentations. */
export interface AlignedPlan {
  readonly reader: SessionReader
  readonly read: ReadOptions
  readonly tables: SessionTables
  readonly list: PresentationList
  readonly conditions: StimulusConditions
  /** presentations, in order of start time */
  readonly ids: Int32Array
  readonly unitRows: Uint32Array
  readonly alignment: EdgeAlignment
  readonly binCount: number
  readonly dtype: Dtype
}

/** @throws CommandError when no presentation is left */
export async function planAligned(
  session: CatalogSession,
  options: ExportOptions,
  signal: AbortSignal,
): Promise<AlignedPlan> {
  const { reader } = session
  const edges = askedEdges(options)
  const { tables, read, list, conditions, ids } = await choosePresentations(
    session,
    options,
    signal,
  )
  if (ids.length === 0) {
    throw new CommandError(
      'No presentation is left to align to. Change --stimuli, --exclude-stimuli, --start or --stop.',
    )
  }
  const unitRows = selectUnits(tables, askedUnits(options))
  if (unitRows.length === 0) throw new CommandError(noUnitsText(tables))
  const { startTimes } = selectPresentations(list, ids, null)
  return {
    reader,
    read,
    tables,
    list,
    conditions,
    ids,
    unitRows,
    alignment: { kind: 'edges', startTimes, edges, edgeRule: edgeRules[options.edgesRule] },
    binCount: edges.length - 1,
    dtype: options.dtype ?? 'uint16',
  }
}

function askedEdges({ given, edges, before, after, binSize }: ExportOptions): Float64Array {
  if (edges) {
    const other = ['before', 'after', 'binSize'].find((name) => given.has(name))
    if (other) {
      throw new CommandError('Give either --edges, or --before, --after and --bin-size; not both.')
    }
    return binEdges({ edges })
  }
  if (!given.has('after') || !given.has('binSize') || after === 'end') {
    throw new CommandError(
      'Aligned activity needs bins: --after and --bin-size in seconds, such as --after 0.5 --bin-size 0.01; or --edges.',
    )
  }
  return binEdges({ before: given.has('before') ? before : 0, after, binSize })
}

/** Counts of shape [presentations, bins, units], and what its axes are. */
export async function* alignedMembers(
  plan: AlignedPlan,
  onProgress: (presentations: number) => void,
): AsyncGenerator<NpzMember> {
  const { ids, unitRows, tables, conditions, list, alignment, binCount, dtype } = plan
  const integers = (values: ArrayLike<number>) =>
    vector(BigInt64Array.from(Array.from(values, BigInt)))
  const { codes, values } = list.stimulusNames
  const names = Array.from(ids, (id) => values[codes[id]])
  yield { name: 'presentation_ids', array: integers(ids) }
  yield {
    name: 'condition_ids',
    array: integers(ids.map((id) => conditions.ofPresentations[id])),
  }
  yield { name: 'stimulus_names', array: vector(names) }
  yield { name: 'start_times', array: vector(alignment.startTimes) }
  yield {
    name: 'unit_ids',
    array: vector(wholeArray(pickExact(tables.units.ids, unitRows))),
  }
  yield { name: 'bin_edges', array: vector(alignment.edges) }
  const shape = [ids.length, binCount, unitRows.length]
  yield { name: 'counts', streamed: { shape, dtype, cells: countCells(plan, onProgress) } }
}

/** Some presentations after the other; each time the units' spikes are read anew. */
async function* countCells(plan: AlignedPlan, onProgress: (presentations: number) => void) {
  const { reader, read, ids, unitRows, alignment, binCount, dtype } = plan
  const atATime = chunkLength(binCount * unitRows.length)
  for (let from = 0; from < ids.length; from += atATime) {
    const startTimes = alignment.startTimes.slice(from, from + atATime)
    const request: AlignedCountsRequest = {
      kind: 'counts',
      alignment: { ...alignment, startTimes },
      unitRows,
    }
    const [result] = await reader.read('alignSpikes', [request], read)
    yield convertCounts(valueNamed(result, request.kind).counts, dtype)
    onProgress(Math.min(ids.length, from + atATime))
  }
}

const chunkLength = (cellsEach: number) =>
  Math.max(1, Math.floor(CHUNK_CELLS / Math.max(1, cellsEach)))

/**
 * Statistics over the presentations of each condition: a row per unit, condition and bin, in this
 * order. Masked presentations show no condition, and are left out; so are, for each unit and bin,
 * those in which it was not wholly observed: `n` counts the others.
 */
export function alignedTable(plan: AlignedPlan): Table {
  const { ids, list, conditions, tables, unitRows, binCount } = plan
  const unitIds = tables.units.ids
  const { groups, members } = groupPresentations(ids, list, conditions, [{ by: 'condition' }])
  const conditionIds = members.map((positions) => conditions.ofPresentations[ids[positions[0]]])
  const integer = (name: string) => ({ name, type: 'integer' as const })
  const float = (name: string) => ({ name, type: 'float' as const })
  return {
    columns: [
      { name: 'unit_id', type: unitIds instanceof BigUint64Array ? 'unsigned' : 'integer' },
      integer('condition_id'),
      { name: 'stimulus_name', type: 'text' },
      integer('bin'),
      float('bin_start'),
      float('bin_stop'),
      integer('n'),
      integer('spike_count'),
      float('mean'),
      float('std'),
      float('sem'),
    ],
    rowCount: unitRows.length * groups.count * binCount,
    async *chunks() {
      const { reader, read, tables, alignment } = plan
      const observation = await observationUnlessWhole(alignedWindow(alignment), tables, () =>
        readRecordedSpan(reader, tables),
      )
      const atATime = chunkLength(3 * groups.count * binCount)
      for (let from = 0; from < unitRows.length; from += atATime) {
        const rows = unitRows.slice(from, from + atATime)
        const request: GroupStatisticsRequest = {
          kind: 'binStatistics',
          alignment,
          groups,
          observation,
          unitRows: rows,
        }
        const [result] = await reader.read('alignSpikes', [request], read)
        const statistics = valueNamed(result, request.kind)
        for (let unit = 0; unit < rows.length; unit++) {
          yield unitCells(plan, conditionIds, statistics, rows, unit)
        }
      }
    },
  }
}

/** Rows of one unit. */
function unitCells(
  { tables, conditions, alignment: { edges }, binCount }: AlignedPlan,
  conditionIds: readonly number[],
  { spikeCounts, means, standardDeviations, presentationCounts }: GroupStatistics,
  rows: Uint32Array,
  unit: number,
): Cells[] {
  const count = conditionIds.length * binCount
  const cells = (value: (group: number, bin: number, cell: number) => number) =>
    Float64Array.from({ length: count }, (_, row) => {
      const group = Math.floor(row / binCount)
      return value(group, row % binCount, row * rows.length + unit)
    })
  const unitId = tables.units.ids[rows[unit]]
  return [
    typeof unitId === 'bigint'
      ? new Array<bigint>(count).fill(unitId)
      : new Float64Array(count).fill(unitId),
    cells((group) => conditionIds[group]),
    Array.from(
      { length: count },
      (_, row) => conditions.stimulusNames[conditionIds[Math.floor(row / binCount)]] ?? null,
    ),
    cells((_group, bin) => bin),
    cells((_group, bin) => edges[bin]),
    cells((_group, bin) => edges[bin + 1]),
    cells((_group, _bin, cell) => presentationCounts[cell]),
    cells((_group, _bin, cell) => spikeCounts[cell]),
    cells((_group, _bin, cell) => means[cell]),
    cells((_group, _bin, cell) => standardDeviations[cell]),
    cells((_group, _bin, cell) => standardDeviations[cell] / Math.sqrt(presentationCounts[cell])),
  ]
}
