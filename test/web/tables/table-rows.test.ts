import { describe, expect, test } from 'vitest'
import { startAddress } from '../../../web/src/app/address.ts'
import { aroundRow } from '../../../web/src/tables/around-row.ts'
import {
  cellText,
  nextTableOrder,
  orderColumns,
  parseTableOrder,
  rowsOfColumns,
  sortRows,
  type TableColumn,
} from '../../../web/src/tables/table-rows.ts'

const column = (name: string, kind: TableColumn['kind'] = 'NUMBER'): TableColumn => ({
  name,
  kind,
  description: null,
})

const columns = [column('contrast'), column('start_time'), column('stop_time'), column('tone')]

const rows = rowsOfColumns(
  [
    { name: 'contrast', values: [0.5, null, 0.25, 0.5] },
    { name: 'tone', values: ['high', 9, ['b', 'c'], 'deep 2'] },
  ],
  4,
)

const sorted = (text: string) =>
  sortRows(rows, parseTableOrder(text, columns)).map(({ index }) => index)

describe('a table of intervals', () => {
  test('has its times first', () => {
    expect(orderColumns(columns).map(({ name }) => name)).toEqual([
      'start_time',
      'stop_time',
      'contrast',
      'tone',
    ])
  })

  test('is sorted by a column either way, rows without a value last', () => {
    expect(sorted('contrast')).toEqual([2, 0, 3, 1])
    expect(sorted('-contrast')).toEqual([0, 3, 2, 1])
    expect(sorted('tone')).toEqual([1, 2, 3, 0])
    expect(sorted('weight')).toEqual([0, 1, 2, 3])
  })

  test('is sorted up, down, and as in the file by clicks', () => {
    expect(nextTableOrder(null, 'tone')).toBe('tone')
    expect(nextTableOrder({ column: 'tone', isDescending: false }, 'tone')).toBe('-tone')
    expect(nextTableOrder({ column: 'tone', isDescending: true }, 'tone')).toBeNull()
    expect(nextTableOrder({ column: 'tone', isDescending: true }, 'contrast')).toBe('contrast')
  })

  test('takes a name that begins with a hyphen for what it is', () => {
    const odd = [column('-offset'), column('offset')]
    expect(parseTableOrder('-offset', odd)).toEqual({ column: '-offset', isDescending: false })
    expect(parseTableOrder('--offset', odd)).toEqual({ column: '-offset', isDescending: true })
  })
})

test('cells are written by what their column holds', () => {
  expect(cellText(12.34567, column('start_time'))).toBe('12.346')
  expect(cellText(-0.123456789, column('offset'))).toBe('−0.123457')
  expect(cellText(810010361, column('id'))).toBe('810010361')
  expect(cellText(1, column('is_change', 'FLAG'))).toBe('true')
  expect(cellText(0, column('is_change', 'FLAG'))).toBe('false')
  expect(cellText(['a', 'b'], column('tags', 'LIST'))).toBe('a, b')
  expect(cellText('left', column('side', 'TEXT'))).toBe('left')
  expect(cellText(null, column('side', 'TEXT'))).toBe('–')
})

describe('a row leads to the activity around it', () => {
  const ofRow = (start: number | null, stop: number | null) => {
    const values = new Map([
      ['start_time', start],
      ['stop_time', stop],
    ])
    return aroundRow('trials', { index: 7, values })
  }

  test('in a window as long as it is, with time on both sides', () => {
    expect({ ...startAddress, ...ofRow(61.25, 63.25) }).toMatchObject({
      view: 'activity',
      table: 'trials',
      row: 7,
      moment: 61.25,
      before: 1,
      after: 3,
      binSize: 0.02,
    })
    expect(ofRow(10, 10.25)).toMatchObject({ before: 0.5, after: 0.8, binSize: 0.005 })
  })

  test('that does not become longer than the notebook’s', () => {
    expect(ofRow(10, 4000)).toMatchObject({ before: 10, after: 90, binSize: 0.1 })
  })

  test('unless it has no start; a stop may be missing', () => {
    expect(ofRow(null, 5)).toBeNull()
    expect(ofRow(10, null)).toMatchObject({ before: 0.5, after: 1.5 })
  })
})
