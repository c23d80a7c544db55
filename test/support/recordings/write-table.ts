import type { Dataset, Group, File as H5File } from 'h5wasm'

export type ColumnValues = readonly number[] | readonly string[]

/** A column of a table to write. */
export type TestColumn =
  | ColumnValues
  | {
      readonly values: ColumnValues
      /** several values a row, side by side */
      readonly shape?: readonly number[]
      /** ragged: position after each row's last entry */
      readonly ends?: readonly number[]
      /** of an EnumData: what the values, codes, stand for */
      readonly elements?: readonly string[]
    }

/**
 * Write a table of NWB: a column of ids, and those given. Chunked, its numbers
 * compressed, or in one piece.
 */
export function writeTable(
  file: H5File,
  path: string,
  rowCount: number,
  columns: Readonly<Record<string, TestColumn>>,
  isChunked = false,
): Group {
  const table = path
    .split('/')
    .slice(1)
    .reduce<Group>(
      (parent, name) => (parent.get(name) ?? parent.create_group(name)) as Group,
      file as unknown as Group,
    )
  const write = (name: string, values: ColumnValues, shape = [values.length]) =>
    table.create_dataset({
      name,
      data: [...values] as number[] | string[],
      shape,
      ...(isChunked ? { chunks: shape.map((length) => Math.min(2, length)) } : {}),
      // Texts of variable length cannot be compressed.
      ...(typeof values[0] === 'string'
        ? {}
        : { dtype: '<d' as const, ...(isChunked ? { compression: 4 } : {}) }),
    })
  write(
    'id',
    Array.from({ length: rowCount }, (_, row) => row),
  )
  for (const [name, column] of Object.entries(columns)) {
    const { values, shape, ends, elements } = isPlain(column) ? { values: column } : column
    write(name, values, shape && [...shape])
    if (ends) {
      write(`${name}_index`, ends)
      typed(table, `${name}_index`, 'VectorIndex')
    }
    if (elements) {
      write(`${name}_elements`, elements)
      typed(table, name, 'EnumData')
    }
  }
  return table
}

function isPlain(column: TestColumn): column is ColumnValues {
  return Array.isArray(column)
}

function typed(table: Group, name: string, type: string): void {
  ;(table.get(name) as Dataset).create_attribute('neurodata_type', type)
}
