// A matrix of spike counts as a table of Apache Arrow, in its file format.
import { columnFromArray, Table, tableFromColumns, tableToIPC } from '@uwdata/flechette'
import type { LabelledMatrix } from './matrix-file.ts'

/** The bytes, in order: a column of bin starts, then a column a unit; the labels are the schema's metadata. */
export function matrixArrow({ matrix, unitIds, labels }: LabelledMatrix): Uint8Array[] {
  const { binCount, unitCount, counts } = matrix
  const starts = Float64Array.from(
    { length: binCount },
    (_, bin) => labels.start + bin * labels.binSize,
  )
  const columns = Array.from({ length: unitCount }, (_, unit) => {
    const column = new (counts.constructor as typeof Uint8Array)(binCount)
    for (let bin = 0; bin < binCount; bin++) column[bin] = counts[bin * unitCount + unit] as number
    return [String(unitIds[unit]), columnFromArray(column)] as [
      string,
      ReturnType<typeof columnFromArray>,
    ]
  })
  const plain = tableFromColumns([['bin_start', columnFromArray(starts)], ...columns])
  const table = new Table({ ...plain.schema, metadata: metadataOf(labels) }, plain.children)
  const parts: Uint8Array[] = []
  const sink = {
    write: (bytes: Uint8Array) => parts.push(bytes),
    pad: (count: number) => parts.push(new Uint8Array(count)),
    finish: () => null,
  }
  tableToIPC(table, { format: 'file', sink })
  return parts
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
