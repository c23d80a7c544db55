import { CodedColumnBuilder } from '../domain/coded-column.ts'
import { conditionsOf, type StimulusConditions } from '../domain/conditions.ts'
import type { PresentationList } from '../domain/presentations.ts'
import {
  exactParameter,
  type ParameterTable,
  type ParameterValue,
  parameterKey,
  parseParameter,
} from '../domain/stimulus-parameters.ts'
import type { DynamicTable } from './dynamic-table.ts'
import type { Hdf5File } from './hdf5.ts'
import type { EntryRange, Hdf5Dataset } from './hdf5-dataset.ts'
import { presentationTables } from './interval-tables.ts'
import type { ParametersRequest } from './session-reader.ts'

/** Columns that are no parameters: they have fields of their own, or lead to other objects. */
const NO_PARAMETERS = [
  'id',
  'start_time',
  'stop_time',
  'stimulus_name',
  'stimulus_block',
  'stimulus_index',
  'tags',
  'timeseries',
]

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

/** A parameter of more numbers is data, such as an image, and no parameter. */
const MAX_WIDTH = 64

/** Rows between two wanted ones that are rather read than left out: a read costs as much as some hundred entries. */
const MAX_GAP = 128

/** Parameters of some presentations, in the order asked. Reads only their rows. */
export function readParameters(file: Hdf5File, request: ParametersRequest): ParameterTable {
  const count = request.tableRows.length
  const builders = new Map<string, CodedColumnBuilder<ParameterValue>>()
  const wanted = positionsByTable(request)
  for (const [number, { table }] of presentationTables(file).entries()) {
    const positions = wanted.get(number)
    if (!positions) continue
    const ranges = planRanges(positions, request.tableRows)
    for (const column of parameterColumns(file, table)) {
      const name = RENAMED[column] ?? column
      const dataset = table.entries(column) as Hdf5Dataset
      const builder = builders.get(name) ?? new CodedColumnBuilder<ParameterValue>(count)
      builders.set(name, builder)
      for (const range of ranges) readRange(dataset, range, request.tableRows, builder)
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

function parameterColumns(file: Hdf5File, table: DynamicTable): string[] {
  const all = file.children(table.path)
  return all.filter((column) => {
    if (NO_PARAMETERS.includes(column) || all.includes(`${column}_index`)) return false
    const dataset = table.entries(column)
    if (dataset?.length !== table.rowCount || isIndexOf(column, all)) return false
    return (
      (dataset.isNumeric && widthOf(dataset) <= MAX_WIDTH) ||
      (dataset.isText && dataset.shape.length === 1)
    )
  })
}

/** Numbers a row. */
function widthOf({ shape }: Hdf5Dataset): number {
  return shape.slice(1).reduce((product, length) => product * length, 1)
}

function isIndexOf(column: string, all: readonly string[]): boolean {
  return column.endsWith('_index') && all.includes(column.replace(/_index$/, ''))
}

/** Positions in the request, by table, in order of the table's rows. */
function positionsByTable({ tableNumbers, tableRows }: ParametersRequest): Map<number, number[]> {
  const byTable = new Map<number, number[]>()
  for (const [position, table] of tableNumbers.entries()) {
    const positions = byTable.get(table)
    if (positions) positions.push(position)
    else byTable.set(table, [position])
  }
  for (const positions of byTable.values()) {
    positions.sort((a, b) => (tableRows[a] as number) - (tableRows[b] as number))
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
    const row = rows[position] as number
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
  dataset: Hdf5Dataset,
  { from, count, positions }: WantedRange,
  rows: Int32Array,
  builder: CodedColumnBuilder<ParameterValue>,
): void {
  if (dataset.isText) {
    const texts = dataset.strings({ from, count })
    const parsed = new Map<string, ParameterValue | null>()
    for (const position of positions) {
      const text = texts[(rows[position] as number) - from] as string
      const known = parsed.get(text)
      const value = known === undefined ? parseParameter(text) : known
      parsed.set(text, value)
      if (value !== null) builder.set(position, value, keyOf(value))
    }
    return
  }
  const width = widthOf(dataset)
  const numbers = dataset.exactNumbers({ from, count })
  for (const position of positions) {
    const row = (rows[position] as number) - from
    if (width === 1 && numbers instanceof Float64Array) {
      const value = numbers[row] as number
      if (!Number.isNaN(value)) builder.set(position, value)
    } else {
      const value = exactParameter([...numbers.subarray(row * width, (row + 1) * width)])
      builder.set(position, value, keyOf(value))
    }
  }
}

/** A number is its own key, which is quick; others have one in text. */
function keyOf(value: ParameterValue): unknown {
  return typeof value === 'number' ? value : parameterKey(value)
}
