import { setImmediate } from 'node:timers/promises'
import type { LabelledArray, LabelledArrays } from '../labelled-arrays.ts'
import type { NdArray } from '../numpy/npy.ts'
import { type Cells, rowsAtATime, type Table, type TableColumn } from './table.ts'

/**
 * Labelled arrays as a table. One array of several dimensions becomes a row for each index of all
 * of its dimensions but the last, whose entries are columns named by the first coordinate along it
 * (a count matrix: a row per bin, a column per unit). Otherwise each row is one cell, each array a
 * column. Coordinates along the rows' dimensions are the first columns, without details.
 */
export function arraysTable({ main, beside = [], coordinates }: LabelledArrays): Table {
  const isWide = beside.length === 0 && main.dims.length > 1
  const rowDims = isWide ? main.dims.slice(0, -1) : main.dims
  const rowShape = main.shape.slice(0, rowDims.length)
  const rowCount = product(rowShape)
  const width = isWide ? (main.shape.at(-1) ?? 1) : 1
  const strides = new Map(
    rowDims.map((dim, i) => [dim, { length: rowShape[i], rows: product(rowShape.slice(i + 1)) }]),
  )
  const isAlongRows = ({ dims }: LabelledArray) => dims.every((dim) => strides.has(dim))
  const before = coordinates.filter(
    (array) => !array.isDetail && array.dims.length > 0 && isAlongRows(array),
  )
  const after = beside.filter(isAlongRows)
  const column = (array: LabelledArray) => ({
    name: array.column ?? array.name,
    type: typeOf(array),
  })
  const mainColumns = isWide ? namesAlong(main, coordinates) : [main.column ?? main.name]
  return {
    columns: [
      ...before.map(column),
      ...mainColumns.map((name) => ({ name, type: typeOf(main) })),
      ...after.map(column),
    ],
    rowCount,
    async *chunks() {
      const atATime = rowsAtATime(before.length + mainColumns.length + after.length)
      let first = 0
      for await (const piece of piecesOf(main)) {
        const rows = piece.length / Math.max(1, width)
        for (let from = 0; from < rows; from += atATime) {
          const to = Math.min(rows, from + atATime)
          const labels = (array: LabelledArray & NdArray) =>
            labelCells(array, strides, first + from, first + to)
          yield [
            ...before.map(labels),
            ...mainColumns.map((_, column) => cellsOf(piece, from, to, width, column)),
            ...after.map(labels),
          ]
          await setImmediate()
        }
        first += rows
      }
    },
  }
}

type CellList = NdArray['data']

async function* piecesOf(array: LabelledArray): AsyncGenerator<CellList> {
  if ('data' in array) yield array.data
  else yield* array.cells
}

function namesAlong({ dims, shape }: LabelledArray, coordinates: LabelledArrays['coordinates']) {
  const last = dims.at(-1)
  const names = coordinates.find((array) => array.dims.length === 1 && array.dims[0] === last)
  return Array.from({ length: shape.at(-1) ?? 0 }, (_, i) => String(names?.data[i] ?? i))
}

function typeOf(array: LabelledArray): TableColumn['type'] {
  if (!('data' in array)) return /^u?int/.test(array.dtype) ? 'integer' : 'float'
  const { data } = array
  if (data instanceof Float64Array || data instanceof Float32Array) return 'float'
  if (data instanceof BigUint64Array) return 'unsigned'
  return ArrayBuffer.isView(data) ? 'integer' : 'text'
}

/** Cells of an array over some of the rows' dimensions, repeated along the others. */
function labelCells(
  { dims, data }: LabelledArray & NdArray,
  strides: ReadonlyMap<string, { readonly length: number; readonly rows: number }>,
  from: number,
  to: number,
): Cells {
  const own = dims.map((dim) => strides.get(dim) ?? { length: 1, rows: 1 })
  const indexOf = (row: number) =>
    own.reduce((index, { length, rows }) => index * length + (Math.floor(row / rows) % length), 0)
  return toCells(data, to - from, (i) => indexOf(from + i))
}

function cellsOf(piece: CellList, from: number, to: number, width: number, column: number): Cells {
  return toCells(piece, to - from, (i) => (from + i) * width + column)
}

function toCells(data: CellList, count: number, indexOf: (i: number) => number): Cells {
  if (data instanceof BigInt64Array || data instanceof BigUint64Array) {
    return Array.from({ length: count }, (_, i) => data[indexOf(i)])
  }
  if (!ArrayBuffer.isView(data)) return Array.from({ length: count }, (_, i) => data[indexOf(i)])
  const cells = new Float64Array(count)
  for (let i = 0; i < count; i++) cells[i] = data[indexOf(i)]
  return cells
}

const product = (lengths: readonly number[]) => lengths.reduce((all, length) => all * length, 1)
