import { describe, expect, test } from 'vitest'
import { matrixCsv } from '../../../src/formats/matrices/matrix-csv.ts'

const labels = {
  sessionId: '1',
  fileVersion: 'f00',
  area: null,
  start: -0.5,
  stop: 1,
  binSize: 0.5,
  epoch: null,
}

const pieces = (unitIds: readonly number[], binCount: number, counts: Uint16Array<ArrayBuffer>) =>
  [
    ...matrixCsv({
      matrix: { binCount, unitCount: unitIds.length, counts },
      unitIds: Float64Array.from(unitIds),
      labels,
    }),
  ].map((piece) => Buffer.from(piece).toString('latin1'))

describe('a matrix as CSV', () => {
  test('has a line per bin: its start, and a count per unit', () => {
    expect(pieces([7, 5], 3, Uint16Array.of(0, 1, 65_535, 3, 4, 5)).join('')).toBe(
      'bin_start,7,5\n-0.5,0,1\n0,65535,3\n0.5,4,5\n',
    )
  })

  test('has nothing after the starts without units', () => {
    expect(pieces([], 2, new Uint16Array(0)).join('')).toBe('bin_start\n-0.5\n0\n')
  })

  test('comes in pieces of 65,536 cells, a line at least, each bin once', () => {
    const [header, ...rows] = pieces([1, 2], 32_769, new Uint16Array(65_538).fill(9))
    expect(header).toBe('bin_start,1,2\n')
    expect(rows.map((piece) => piece.split('\n').length - 1)).toEqual([32_768, 1])
    expect(rows[1]).toBe('16383.5,9,9\n')
    const wide = Array.from({ length: 70_000 }, (_, unit) => unit)
    expect(pieces(wide, 2, new Uint16Array(140_000))).toHaveLength(3)
  })

  test('has room for the longest number of seconds, and counts of five digits', () => {
    const start = -1.2345678901234568e-300
    const matrix = { binCount: 1, unitCount: 2, counts: Uint16Array.of(65_535, 65_535) }
    const unitIds = Float64Array.of(7, 5)
    const [, row] = matrixCsv({ matrix, unitIds, labels: { ...labels, start } })
    expect(String(row && Buffer.from(row))).toBe('-1.2345678901234568e-300,65535,65535\n')
  })
})
