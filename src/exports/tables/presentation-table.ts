import { presentationFilterField } from '../../addresses/presentation-filter-field.ts'
import { codedValue } from '../../domain/stimuli/coded-column.ts'
import type { PresentationFilter } from '../../domain/stimuli/presentation-filter.ts'
import { type PresentationList, rowsOfPresentations } from '../../domain/stimuli/presentations.ts'
import type { ParameterColumn } from '../../domain/stimuli/stimulus-parameters.ts'
import {
  type Cells,
  rowsAtATime,
  type Table,
  type TableColumn,
} from '../../formats/tables/table.ts'
import { selectPresentationIds } from '../../request/activity/aligned-activity.ts'
import { noPresentations } from '../emptiness.ts'
import type { ExportSource } from '../export-kind.ts'
import { tableExport } from './table-export.ts'

/** Presentations, one per row, in order of start time, with every parameter as a column. */
export const presentationsExport = tableExport<{ readonly presentations: PresentationFilter }>({
  name: 'presentations',
  fields: { presentations: presentationFilterField },
  async plan({ presentations }, source) {
    const list = await source.loaders.load(source.session, 'presentations')
    const ids = await selectPresentationIds(source.session, presentations, source)
    return {
      rowCount: ids.length,
      emptiness: ids.length === 0 ? await noPresentations(list, source) : null,
      load: () => presentationTable(list, ids, source),
    }
  },
})

/** A column, and its cells for some rows. */
interface Column extends TableColumn {
  readonly cells: (from: number, to: number) => Cells
}

async function presentationTable(
  list: PresentationList,
  ids: Int32Array,
  { session, loaders }: ExportSource,
): Promise<Table> {
  const [conditions, { table: parameters }] = await Promise.all([
    loaders.load(session, 'stimulusConditions'),
    loaders.read(session, 'presentationParameters', rowsOfPresentations(list, ids)),
  ])
  const numbers = (name: string, type: 'integer' | 'float', value: (id: number) => number) => ({
    name,
    type,
    cells: (from: number, to: number) => Float64Array.from(ids.subarray(from, to), value),
  })
  const own: Column[] = [
    numbers('presentation_id', 'integer', (id) => id),
    {
      name: 'stimulus_name',
      type: 'text',
      cells: (from, to) =>
        Array.from(ids.subarray(from, to), (id) => codedValue(list.stimulusNames, id)),
    },
    numbers('start_time', 'float', (id) => list.startTimes[id]),
    numbers('stop_time', 'float', (id) => list.stopTimes[id]),
    // Missing where an invalid time masks the presentation, as in the AllenSDK.
    numbers('duration', 'float', (id) =>
      list.masked[id] === 1 ? Number.NaN : list.stopTimes[id] - list.startTimes[id],
    ),
    numbers('stimulus_block', 'integer', (id) => list.blocks[id]),
    numbers('epoch_index', 'integer', (id) => list.epochIndexes[id]),
    numbers('condition_id', 'integer', (id) => {
      const condition = conditions.ofPresentations[id]
      return condition < 0 ? Number.NaN : condition
    }),
  ]
  const names = new Set(own.map(({ name }) => name))
  // A masked presentation shows nothing that is known.
  const isMasked = (row: number) => list.masked[ids[row]] === 1
  const columns = [
    ...own,
    ...parameters.columns
      .map((column) => parameterColumn(column, isMasked))
      .map((column) =>
        names.has(column.name) ? { ...column, name: `parameter_${column.name}` } : column,
      ),
  ]
  return {
    columns: columns.map(({ name, type }) => ({ name, type })),
    rowCount: ids.length,
    *chunks() {
      const atATime = rowsAtATime(columns.length)
      for (let from = 0; from < ids.length; from += atATime) {
        const to = Math.min(ids.length, from + atATime)
        yield columns.map(({ cells }) => cells(from, to))
      }
    },
  }
}

/** Numbers where it has nothing else; else texts, several numbers as JSON. */
function parameterColumn(column: ParameterColumn, isMasked: (row: number) => boolean): Column {
  const valueAt = (row: number) => (isMasked(row) ? null : codedValue(column, row))
  const rows = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i)
  const { name } = column
  if (column.values.every((value) => typeof value === 'number')) {
    const number = (row: number) => {
      const value = valueAt(row)
      return typeof value === 'number' ? value : Number.NaN
    }
    return { name, type: 'float', cells: (from, to) => Float64Array.from(rows(from, to), number) }
  }
  const text = (row: number) => {
    const value = valueAt(row)
    return value === null || typeof value === 'string' ? value : JSON.stringify(value)
  }
  return { name, type: 'text', cells: (from, to) => rows(from, to).map(text) }
}
