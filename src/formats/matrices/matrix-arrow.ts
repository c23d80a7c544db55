// A matrix of spike counts as a table of Apache Arrow, in its file format.
import { setImmediate } from 'node:timers/promises'
import { columnFromArray, Table, tableFromColumns } from '@uwdata/flechette'
import type { CountArray, CountMatrix } from '../../domain/counting/count-matrix.ts'
import { arrowParts } from '../tables/table-arrow.ts'
import type { LabelledMatrix } from './labelled-matrix.ts'

/** Cells moved before others get their turn: some milliseconds. */
const CELLS_PER_TURN = 1_000_000

/**
 * The bytes, in order: a column of bin starts, then a column per unit; the
 * labels are the schema's metadata.
 */
export async function matrixArrow({
  matrix,
  unitIds,
  labels,
}: LabelledMatrix): Promise<Uint8Array[]> {
  const starts = new Float64Array(matrix.binCount)
  for (let bin = 0; bin < starts.length; bin++) starts[bin] = labels.start + bin * labels.binSize
  const columns = await unitColumns(matrix)
  const plain = tableFromColumns([
    ['bin_start', columnFromArray(starts)],
    ...columns.map((counts, unit): NamedColumn => [String(unitIds[unit]), columnFromArray(counts)]),
  ])
  return arrowParts(new Table({ ...plain.schema, metadata: metadataOf(labels) }, plain.children))
}

type NamedColumn = [name: string, column: ReturnType<typeof columnFromArray>]

/**
 * The columns of a matrix, which lies row by row: some rows at a time, so that they are still in
 * the processor's cache for the next column.
 */
async function unitColumns({ binCount, unitCount, counts }: CountMatrix): Promise<CountArray[]> {
  // Not a copy, which would take as long as all that follows.
  const cells = new (counts.constructor as new (length: number) => CountArray)(counts.length)
  const columns = Array.from({ length: unitCount }, (_, unit) =>
    cells.subarray(unit * binCount, (unit + 1) * binCount),
  )
  const rowsPerTurn = Math.max(1, Math.floor(CELLS_PER_TURN / Math.max(1, unitCount)))
  for (let first = 0; first < binCount; first += rowsPerTurn) {
    if (first > 0) await setImmediate()
    const end = Math.min(binCount, first + rowsPerTurn)
    for (const [unit, column] of columns.entries()) {
      for (let bin = first; bin < end; bin++) {
        column[bin] = counts[bin * unitCount + unit]
      }
    }
  }
  return columns
}

function metadataOf(labels: LabelledMatrix['labels']): Map<string, string> {
  const { epoch } = labels
  const entries: [string, string | number][] = [
    ['start', labels.start],
    ['stop', labels.stop],
    ['bin_size', labels.binSize],
    ['area', labels.area ?? ''],
    ['session_id', labels.sessionId],
    ['file_version', labels.fileVersion],
  ]
  if (epoch) {
    entries.push(
      ['epoch_index', epoch.index],
      ['epoch_stimulus_name', epoch.stimulusName],
      ['epoch_start_time', epoch.startTime],
    )
  }
  return new Map(entries.map(([name, value]) => [name, String(value)]))
}
