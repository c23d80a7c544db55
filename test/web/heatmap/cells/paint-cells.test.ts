import { describe, expect, test } from 'vitest'
import type { PixelSummary } from '../../../../web/src/app/address.ts'
import { shadeCells } from '../../../../web/src/heatmap/cells/cell-image.ts'
import { type Counts, Gap, measureCounts } from '../../../../web/src/heatmap/cells/measure.ts'
import { binsInPixel, paintCells } from '../../../../web/src/heatmap/cells/paint-cells.ts'
import {
  divergingScale,
  GAP,
  NO_DATA,
  sequentialScale,
  toPalette,
} from '../../../../web/src/heatmap/colours/colour-scale.ts'

// Four bins of two units; with colours to 255, the colour index of a cell is its count.
const counts: Counts = { shape: [4, 2], data: Uint8Array.of(10, 50, 20, 60, 30, 70, 40, 80) }
const identity = Uint32Array.from({ length: 259 }, (_, i) => i)

function image(order = [0, 1], matrix = counts, summary: PixelSummary = 'mean') {
  return shadeCells(
    matrix,
    measureCounts(matrix, 'counts', 1),
    sequentialScale(255, 'light'),
    order,
    summary,
  )
}

function painted(
  [width, height]: [number, number],
  bins: [number, number],
  rows: [number, number],
  cells = image(),
) {
  const pixels = new Uint32Array(width * height)
  paintCells(
    { width, height, pixels },
    cells,
    { bins: { start: bins[0], stop: bins[1] }, rows: { start: rows[0], stop: rows[1] } },
    identity,
  )
  return Array.from({ length: height }, (_, y) => [...pixels.slice(y * width, (y + 1) * width)])
}

describe('painting cells', () => {
  test('puts time on x and units on y, in the order of the rows', () => {
    expect(painted([4, 2], [0, 4], [0, 2])).toEqual([
      [10, 20, 30, 40],
      [50, 60, 70, 80],
    ])
    expect(painted([4, 2], [0, 4], [0, 2], image([1, 0]))).toEqual([
      [50, 60, 70, 80],
      [10, 20, 30, 40],
    ])
  })

  test('makes every pixel of a cell its colour', () => {
    expect(painted([8, 3], [0, 4], [0, 1])).toEqual([
      [10, 10, 20, 20, 30, 30, 40, 40],
      [10, 10, 20, 20, 30, 30, 40, 40],
      [10, 10, 20, 20, 30, 30, 40, 40],
    ])
  })

  test('shows the part in view, also from the middle of a cell', () => {
    expect(painted([4, 1], [1.5, 3.5], [1, 2])).toEqual([[60, 70, 70, 80]])
  })

  test('shows the mean of the bins of a pixel, and of the rows, when zoomed out', () => {
    expect(painted([2, 1], [0, 4], [0, 1])).toEqual([[15, 35]])
    expect(painted([1, 1], [0, 4], [0, 1])).toEqual([[25]])
    expect(painted([2, 1], [0, 4], [0, 2])).toEqual([[35, 55]])
    expect(painted([4, 1], [0, 4], [0, 2])).toEqual([[30, 40, 50, 60]])
  })

  test('shows the same mean on a narrow page as on a wide one', () => {
    const even: Counts = { shape: [1000, 1], data: new Uint8Array(1000).fill(3).fill(9, 500) }
    for (const width of [10, 100, 300, 1000, 2200]) {
      const [row] = painted([width, 1], [0, 1000], [0, 1], image([0], even))
      expect(new Set(row.slice(0, width * 0.49)), `${width} pixels`).toEqual(new Set([3]))
      expect(new Set(row.slice(-width * 0.4)), `${width} pixels`).toEqual(new Set([9]))
    }
  })

  test('shows the mean of what is left at the end of the bins', () => {
    const odd: Counts = { shape: [3, 1], data: Uint8Array.of(10, 20, 50) }
    expect(painted([2, 1], [0, 4], [0, 1], image([0], odd))).toEqual([[15, 50]])
  })

  test('says how many bins a pixel shows', () => {
    expect([0.2, 1, 1.01, 2, 3, 4.5].map(binsInPixel)).toEqual([1, 1, 2, 2, 4, 8])
  })

  test('shows the largest of the cells of a pixel when peaks are asked for', () => {
    const peaks = image([0, 1], counts, 'peak')
    expect(painted([2, 1], [0, 4], [0, 1], peaks)).toEqual([[20, 40]])
    expect(painted([1, 1], [0, 4], [0, 2], peaks)).toEqual([[80]])
    expect(painted([2, 1], [0, 4], [0, 2], peaks)).toEqual([[60, 80]])
  })

  test('loses no burst, however far it is zoomed out, when peaks are asked for', () => {
    const burst: Counts = { shape: [1000, 1], data: new Uint8Array(1000).fill(200, 777, 778) }
    for (const width of [1, 3, 7, 100, 333, 999, 1000]) {
      const [row] = painted([width, 1], [0, 1000], [0, 1], image([0], burst, 'peak'))
      expect(Math.max(...row)).toBe(200)
      const at = row.indexOf(200)
      expect(Math.abs((at + 0.5) * (1000 / width) - 777.5)).toBeLessThanOrEqual(2 * (1000 / width))
    }
  })

  test('shows what lies farthest from 0 on a diverging scale, below or above', () => {
    const matrix: Counts = { shape: [4, 1], data: Uint8Array.of(0, 5, 5, 6) }
    const measure = {
      name: 'counts' as const,
      offsets: Float64Array.of(4),
      divisors: Float64Array.of(1),
    }
    const cells = shadeCells(matrix, measure, divergingScale(4, 'light'), [0], 'peak')
    // -4 and 1, 1 and 2
    expect(painted([2, 1], [0, 4], [0, 1], cells)).toEqual([[0, 191]])
  })

  test('shows cells without a value only where there is nothing else', () => {
    const matrix: Counts = { shape: [2, 2], data: Uint8Array.of(1, 0, 1, 2) }
    const cells = shadeCells(
      matrix,
      measureCounts(matrix, 'zscore', 1),
      divergingScale(1, 'light'),
      [0, 1],
    )
    expect(painted([2, 2], [0, 2], [0, 2], cells)).toEqual([
      [NO_DATA, NO_DATA],
      [0, 255],
    ])
    expect(painted([2, 1], [0, 2], [0, 2], cells)).toEqual([[0, 255]])
  })

  test('hatches gaps, and leaves them out of means', () => {
    const withGaps: Counts = {
      ...counts,
      gaps: Uint8Array.of(Gap.NOT_RECORDED, 0, Gap.INVALID, 0, 0, 0, 0, 0),
    }
    const cells = image([0, 1], withGaps)
    const line = GAP + 1
    expect(painted([4, 2], [0, 4], [0, 2], cells)).toEqual([
      [line, line, 30, 40],
      [50, 60, 70, 80],
    ])
    expect(painted([8, 1], [0, 2], [0, 1], cells)).toEqual([
      [line, line, GAP, GAP, GAP, GAP, GAP, GAP],
    ])
    expect(painted([2, 1], [0, 4], [0, 1], cells)).toEqual([[line, 35]])
    expect(painted([1, 1], [0, 4], [0, 1], cells)).toEqual([[35]])
    expect(painted([4, 1], [0, 4], [0, 2], cells)).toEqual([[50, 60, 50, 60]])
  })

  test('paints in the colours of the scale', () => {
    const scale = sequentialScale(40, 'light')
    const cells = shadeCells(counts, measureCounts(counts, 'counts', 1), scale, [0])
    const pixels = new Uint32Array(2)
    const view = { bins: { start: 2, stop: 4 }, rows: { start: 0, stop: 1 } }
    paintCells({ width: 2, height: 1, pixels }, cells, view, toPalette(scale))
    expect([...new Uint8Array(pixels.buffer)]).toEqual([29, 62, 119, 255, 6, 13, 31, 255])
  })
})
