import {
  type ExactNumber,
  type ExactNumbers,
  exactKey,
} from '../../../domain/numeric/exact-numbers.ts'
import {
  type ColumnKind,
  type ParameterValue,
  parseParameter,
} from '../../../domain/stimuli/stimulus-parameters.ts'
import type { EntryRange } from '../../../hdf5/dataset-elements.ts'
import type { Hdf5Dataset } from '../../../hdf5/hdf5-dataset.ts'
import type { Hdf5File } from '../../../hdf5/hdf5-file.ts'
import { isOwnFault } from '../../../hdf5/own-fault.ts'
import type { DynamicTable } from '../dynamic-table.ts'
import type { PresentationTable } from './interval-tables.ts'

/** Refers to samples of other objects. */
const TIME_SERIES = 'timeseries'

/** Columns that are not parameters: they have fields of their own, or lead to other objects. */
const NO_PARAMETERS = [
  'id',
  'start_time',
  'stop_time',
  'stimulus_name',
  'stimulus_block',
  TIME_SERIES,
]

/**
 * Numbers the presentations of a stimulus in the Allen Institute's tables; the AllenSDK drops it.
 */
const ALLEN_INDEX = 'stimulus_index'

/** What the AllenSDK writes into the `tags` of every presentation. */
const ALLEN_TAG = 'stimulus_time_interval'

/** NWB has it ragged in every table of intervals: its index is an index also where it is wrong. */
const TAGS = 'tags'

/** A parameter of more values is data, such as an image. */
const MOST_VALUES = 64

/** The value of a row; null: missing. */
export type ReadsRow = (row: number) => ParameterValue | null

/** A column of a table of values, such as a parameter of presentations. */
export interface ParameterSource {
  readonly name: string
  readonly kind: ColumnKind
  /** Reads a range of rows at once, for their values. */
  read(rows: EntryRange): ReadsRow
}

/**
 * The parameters that a table gives its presentations. A column that cannot be one
 * is left out, with a warning.
 */
export function parameterSources(
  file: Hdf5File,
  { table, isStimulusTable }: PresentationTable,
): ParameterSource[] {
  const names = file.children(table.path)
  return names.flatMap((name): ParameterSource[] => {
    if (NO_PARAMETERS.includes(name) || (isStimulusTable && name === ALLEN_INDEX)) return []
    const source = table.orWarn(name, () =>
      name === TAGS && isAllenTag(table) ? null : sourceOf(file, table, name, names),
    )
    return source ? [source] : []
  })
}

/**
 * All columns of a table, but those that refer to other objects; one that cannot be read is left
 * out, with a warning.
 */
export function columnSources(file: Hdf5File, table: DynamicTable): ParameterSource[] {
  const names = file.children(table.path)
  return names.flatMap((name): ParameterSource[] => {
    const source =
      name === TIME_SERIES ? null : table.orWarn(name, () => sourceOf(file, table, name, names))
    return source ? [source] : []
  })
}

/** What a text of a column means; null: missing. */
type MeaningOfText = (text: string) => ParameterValue | null

/**
 * The columns of the units table that have a value for each unit, but those left out; one that
 * cannot be read is left out, with a warning. Texts stay texts, also those of numbers: `007` is the
 * name of a cell.
 */
export function unitColumnSources(
  file: Hdf5File,
  table: DynamicTable,
  isLeftOut: (name: string) => boolean,
): ParameterSource[] {
  const names = file.children(table.path)
  return names.flatMap((name): ParameterSource[] => {
    if (isLeftOut(name) || (name.endsWith('_index') && isLeftOut(name.slice(0, -6)))) return []
    try {
      const source = sourceOf(file, table, name, names, plainText)
      return source ? [source] : []
    } catch (error) {
      if (!isOwnFault(error)) throw error
      const message = `${error.detail}, so it is not served: a column of the units table has one value per unit, or a list of up to ${MOST_VALUES}.`
      file.warn({ code: 'COLUMN_LEFT_OUT', path: `${table.path}/${name}`, message })
      return []
    }
  })
}

const plainText: MeaningOfText = (text) => text || null

/**
 * Null: it is not a parameter, or describes another column.
 *
 * @throws RecordingError where it should be one
 */
function sourceOf(
  file: Hdf5File,
  table: DynamicTable,
  name: string,
  names: readonly string[],
  meaningOf: MeaningOfText = parseParameter,
): ParameterSource | null {
  const entries = table.entries(name)
  if (!entries || tellsOfAnother(file, table, name, names)) return null
  if (names.includes(`${name}_index_index`)) {
    throw table.layoutError(name, 'holds lists of lists, which are not values of a row')
  }
  const ends =
    names.includes(`${name}_index`) && isRagged(file, table, name) ? table.ends(name) : null
  if (!entries.isNumeric && !entries.isText) {
    throw table.layoutError(name, `holds ${entries.holds}, which are not values of a row`)
  }
  if (entries.shape.length > 2) {
    const found = `has ${entries.shape.length} dimensions, not one value per row or a list of them`
    throw table.layoutError(name, found)
  }
  const width = entries.shape.slice(1).reduce((product, length) => product * length, 1)
  const longest = ends ? longestRow(ends) * width : width
  if (longest > MOST_VALUES || width === 0) {
    throw table.layoutError(name, `holds ${longest} values per row, not 1 to ${MOST_VALUES}`)
  }
  if (!ends && entries.length !== table.rowCount) {
    const found = `has ${entries.length} entries, but the table has ${table.rowCount} rows`
    throw table.layoutError(name, found)
  }
  const elements = names.includes(`${name}_elements`) ? table.elements(name) : null
  const textsOf = (range: EntryRange) => {
    if (elements) return table.codedTexts(name, elements, entries.numbers(range))
    return entries.isText ? entries.strings(range) : null
  }
  const column = { entries, textsOf }
  if (ends) return { name, kind: 'list', read: (rows) => readRagged(column, ends, width, rows) }
  if (width > 1) return { name, kind: 'list', read: (rows) => readMatrix(column, width, rows) }
  const kind = kindOf(entries, elements)
  return { name, kind, read: (rows) => readSingle(column, rows, meaningOf) }
}

function kindOf(entries: Hdf5Dataset, elements: readonly string[] | null): ColumnKind {
  if (elements || entries.isText) return 'text'
  return entries.isBoolean ? 'flag' : 'number'
}

/** A column that is a parameter. */
interface ParameterColumn {
  readonly entries: Hdf5Dataset
  /** the texts of a range; those that the codes of an EnumData stand for. Null: it holds numbers */
  readonly textsOf: (range: EntryRange) => readonly string[] | null
}

/** The index of a ragged column, or the texts that another column's codes stand for. */
function tellsOfAnother(
  file: Hdf5File,
  table: DynamicTable,
  name: string,
  names: readonly string[],
): boolean {
  const indexed = name.replace(/_index$/, '')
  if (indexed !== name && names.includes(indexed) && isRagged(file, table, indexed)) return true
  const coded = name.replace(/_elements$/, '')
  return coded !== name && names.includes(coded) && table.elements(coded) !== null
}

/**
 * Whether a column has its rows' entries one after the other; if not, the column `…_index`, if
 * there is one, is a parameter of its own.
 */
function isRagged(file: Hdf5File, table: DynamicTable, name: string): boolean {
  const entries = table.entries(name)
  const index = table.entries(`${name}_index`)
  if (!entries || !index) return false
  const type = file.attributes.text(index.path, 'neurodata_type')
  if (type !== null) return type === 'VectorIndex'
  if (name === TAGS || entries.length !== table.rowCount) return true
  return index.isNumeric && isIndex(index.numbers(), entries.length)
}

function isIndex(ends: Float64Array, entryCount: number): boolean {
  return (
    ends.at(-1) === entryCount &&
    ends.every((end, row) => Number.isInteger(end) && end >= (row === 0 ? 0 : ends[row - 1]))
  )
}

function isAllenTag(table: DynamicTable): boolean {
  const tags = table.entries(TAGS)
  if (!tags?.isText || tags.length === 0) return false
  return tags.strings({ from: 0, count: 1 })[0] === ALLEN_TAG
}

function longestRow(ends: Float64Array): number {
  return ends.reduce((most, end, row) => Math.max(most, end - (row === 0 ? 0 : ends[row - 1])), 0)
}

function readSingle(
  { entries, textsOf }: ParameterColumn,
  range: EntryRange,
  meaningOf: MeaningOfText,
): ReadsRow {
  const { from } = range
  const texts = textsOf(range)
  if (!texts) {
    const numbers = entries.exactNumbers(range)
    return (row) => numberValue(numbers[row - from])
  }
  const parsed = new Map<string, ParameterValue | null>()
  return (row) => {
    const text = texts[row - from]
    const known = parsed.get(text)
    if (known !== undefined) return known
    const value = meaningOf(text)
    parsed.set(text, value)
    return value
  }
}

function readMatrix(
  { entries, textsOf }: ParameterColumn,
  width: number,
  range: EntryRange,
): ReadsRow {
  const { from } = range
  const values = textsOf(range) ?? entries.exactNumbers(range)
  return (row) => listOf(values, (row - from) * width, (row + 1 - from) * width)
}

function readRagged(
  { entries, textsOf }: ParameterColumn,
  ends: Float64Array,
  width: number,
  { from, count }: EntryRange,
): ReadsRow {
  const startOf = (row: number) => (row === 0 ? 0 : ends[row - 1])
  const first = startOf(from)
  const range = { from: first, count: startOf(from + count) - first }
  const values = range.count === 0 ? [] : (textsOf(range) ?? entries.exactNumbers(range))
  return (row) => listOf(values, (startOf(row) - first) * width, (startOf(row + 1) - first) * width)
}

/** An empty list is a missing value. */
function listOf(
  values: ExactNumbers | readonly string[],
  from: number,
  to: number,
): ParameterValue | null {
  if (from >= to) return null
  const list = values.slice(from, to)
  if (list instanceof Float64Array) return [...list]
  const exact = Array.from<ExactNumber | string, ExactNumber | string>(list, (entry) =>
    typeof entry === 'string' ? entry : exactKey(entry),
  )
  return exact.every((entry) => typeof entry === 'number') ? exact : exact.map(String)
}

/** JSON has neither infinite numbers nor whole ones beyond 2^53 - 1: they are texts. */
function numberValue(number: ExactNumber): number | string | null {
  const value = exactKey(number)
  if (typeof value === 'bigint') return String(value)
  if (Number.isNaN(value)) return null
  return Number.isFinite(value) ? value : String(value)
}
