import type {
  IntervalColumnRequest,
  IntervalTable,
  IntervalValues,
} from '../../../domain/session/interval-table.ts'
import { CodedColumnBuilder } from '../../../domain/stimuli/coded-column.ts'
import { type ParameterValue, parameterKey } from '../../../domain/stimuli/stimulus-parameters.ts'
import { RecordingError } from '../../../errors.ts'
import type { Hdf5File } from '../../../hdf5/hdf5-file.ts'
import { DynamicTable } from '../dynamic-table.ts'
import { columnSources } from './parameter-columns.ts'

const FOLDER = '/intervals'

/**
 * Every table of intervals, in order of their names, with all of its columns but those that refer
 * to other objects. What is not a table, and columns that cannot be read, are left out, with a
 * warning.
 */
export function listIntervalTables(file: Hdf5File): IntervalTable[] {
  return file.children(FOLDER).flatMap((name): IntervalTable[] => {
    const table = DynamicTable.at(file, `${FOLDER}/${name}`, 'start_time')
    if (!table) return []
    const descriptionOf = (path: string) => file.attributes.text(path, 'description') || null
    const columns = columnSources(file, table).map((column) => ({
      name: column.name,
      description: descriptionOf(`${table.path}/${column.name}`),
      kind: column.kind,
    }))
    const description = descriptionOf(table.path)
    return [{ name, description, rowCount: table.rowCount, columns }]
  })
}

/** See SessionBatches.intervalColumns. */
export function readIntervalColumns(
  file: Hdf5File,
  requests: readonly IntervalColumnRequest[],
): IntervalValues[] {
  const columns = new Map<string, ReturnType<typeof columnSources>>()
  return requests.map(({ table: name, column, from, count }) => {
    const table = DynamicTable.at(file, `${FOLDER}/${name}`, 'start_time')
    const known = columns.get(name) ?? (table ? columnSources(file, table) : [])
    columns.set(name, known)
    const source = known.find((candidate) => candidate.name === column)
    // What was listed is not there any more: another file took its place.
    if (!source || !table || from + count > table.rowCount) {
      throw new RecordingError('FILE_CHANGED', file.name)
    }
    const valueAt = source.read({ from, count })
    const builder = new CodedColumnBuilder<ParameterValue>(count)
    for (let row = 0; row < count; row++) {
      const value = valueAt(from + row)
      if (value !== null) builder.set(row, value, keyOf(value))
    }
    return { name: column, ...builder.finish() }
  })
}

/** A number is its own key, which is quick; others have one in text. */
function keyOf(value: ParameterValue): unknown {
  return typeof value === 'number' ? value : parameterKey(value)
}
