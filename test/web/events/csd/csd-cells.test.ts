import { expect, test } from 'vitest'
import { csdBin, csdCells } from '../../../../web/src/events/csd/csd-cells.ts'

test('a density becomes cells in mV/mm², without the outermost channels, gaps where it is null', () => {
  const density = [
    [null, 1000, -2500, null],
    [null, null, 500, null],
  ]
  expect(csdCells(density)).toEqual({
    shape: [2, 2],
    data: Float64Array.of(1, -2.5, Number.NaN, 0.5),
    gaps: Uint8Array.of(0, 0, 1, 0),
  })
  expect(csdCells([]).shape).toEqual([0, 0])
})

test('bins are no finer than the samples lie apart', () => {
  expect(csdBin({ before: 0.1, after: 0.4 }, 1250)).toBe(0.001)
  expect(csdBin({ before: 1, after: 3 }, 1250)).toBe(0.01)
  expect(csdBin({ before: 0.1, after: 0.1 }, 1000)).toBe(0.001)
  expect(csdBin({ before: 0.1, after: 0.4 }, null)).toBe(0.001)
})
