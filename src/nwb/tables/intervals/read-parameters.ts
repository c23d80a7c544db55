import { CodedColumnBuilder } from '../../../domain/stimuli/coded-column.ts'
import { conditionsOf, type StimulusConditions } from '../../../domain/stimuli/conditions.ts'
import type { PresentationList, PresentationRows } from '../../../domain/stimuli/presentations.ts'
import {
  type ParameterRows,
  type ParameterTable,
  type ParameterValue,
  parameterKey,
} from '../../../domain/stimuli/stimulus-parameters.ts'
import type { EntryRange } from '../../../hdf5/dataset-elements.ts'
import type { Hdf5File } from '../../../hdf5/hdf5-file.ts'
import { presentationTables } from './interval-tables.ts'
import { type ParameterSource, parameterSources } from './parameter-columns.ts'

/** Names that older files have, as the AllenSDK renames them. */
const RENAMED: Readonly<Record<string, string>> = {
  Contrast: 'contrast',
  Ori: 'orientation',
  SF: 'spatial_frequency',
  TF: 'temporal_frequency',
  Phase: 'phase',
  Color: 'color',
  Image: 'frame',
  Pos_x: 'x_position',
  Pos_y: 'y_position',
}

/**
 * Rows between two wanted ones that are rather read than left out: a read costs as
 * much as some hundred entries.
 */
const MAX_GAP = 128

/** See SessionBatches.presentationParameters. All requests are read into one table. */
export function readParameterRows(
  file: Hdf5File,
  requests: readonly PresentationRows[],
): ParameterRows[] {
  const table = readParameters(file, {
    tableNumbers: concatenate(requests.map(({ tableNumbers }) => tableNumbers)),
    tableRows: concatenate(requests.map(({ tableRows }) => tableRows)),
  })
  let end = 0
  return requests.map(({ tableRows }) => {
    const first = end
    end += tableRows.length
    return { table, first }
  })
}

function concatenate(arrays: readonly Int32Array[]): Int32Array {
  const joined = new Int32Array(arrays.reduce((sum, { length }) => sum + length, 0))
  let end = 0
  for (const array of arrays) {
    joined.set(array, end)
    end += array.length
  }
  return joined
}

function readParameters(file: Hdf5File, request: PresentationRows): ParameterTable {
  const count = request.tableRows.length
  const builders = new Map<string, CodedColumnBuilder<ParameterValue>>()
  const wanted = positionsByTable(request)
  for (const [number, table] of presentationTables(file).entries()) {
    const positions = wanted.get(number)
    if (!positions) continue
    const ranges = planRanges(positions, request.tableRows)
    for (const source of parameterSources(file, table)) {
      const name = RENAMED[source.name] ?? source.name
      const builder = builders.get(name) ?? new CodedColumnBuilder<ParameterValue>(count)
      builders.set(name, builder)
      for (const range of ranges) readRange(source, range, request.tableRows, builder)
    }
  }
  const columns = [...builders]
    .map(([name, builder]) => ({ name, ...builder.finish() }))
    .filter(({ values }) => values.length > 0)
  return { count, columns }
}

/** The conditions of all presentations. Cost: reads every parameter of every presentation. */
export function readConditions(file: Hdf5File, list: PresentationList): StimulusConditions {
  const parameters = readParameters(file, list)
  const isStimulus = presentationTables(file).map(({ isStimulusTable }) => isStimulusTable)
  return conditionsOf(list, parameters, isStimulus)
}

/** Positions in the request, by table, in order of the table's rows. */
function positionsByTable({ tableNumbers, tableRows }: PresentationRows): Map<number, number[]> {
  const byTable = new Map<number, number[]>()
  for (const [position, table] of tableNumbers.entries()) {
    const positions = byTable.get(table)
    if (positions) positions.push(position)
    else byTable.set(table, [position])
  }
  for (const positions of byTable.values()) {
    positions.sort((a, b) => tableRows[a] - tableRows[b])
  }
  return byTable
}

interface WantedRange extends EntryRange {
  /** positions in the request whose rows lie in the range */
  readonly positions: readonly number[]
}

function planRanges(positions: readonly number[], rows: Int32Array): WantedRange[] {
  const ranges: { from: number; count: number; positions: number[] }[] = []
  for (const position of positions) {
    const row = rows[position]
    const last = ranges.at(-1)
    if (last && row <= last.from + last.count + MAX_GAP) {
      last.count = row + 1 - last.from
      last.positions.push(position)
    } else {
      ranges.push({ from: row, count: 1, positions: [position] })
    }
  }
  return ranges
}

function readRange(
  source: ParameterSource,
  { from, count, positions }: WantedRange,
  rows: Int32Array,
  builder: CodedColumnBuilder<ParameterValue>,
): void {
  const valueAt = source.read({ from, count })
  for (const position of positions) {
    const value = valueAt(rows[position])
    if (value !== null) builder.set(position, value, keyOf(value))
  }
}

/** A number is its own key, which is quick; others have one in text. */
function keyOf(value: ParameterValue): unknown {
  return typeof value === 'number' ? value : parameterKey(value)
}
