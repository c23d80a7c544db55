import { NO_DATA, strengths } from '../colours/colour-scale.ts'
import type { CellImage } from './cell-image.ts'
import { type Range, spanOf } from './range.ts'

/** What part of a heatmap is seen, in bins and in rows; fractions are parts of a cell. */
export interface CellView {
  readonly bins: Range
  readonly rows: Range
}

/** Where pixels go: an ImageData's bytes, read as one number a pixel. Shape [height, width]. */
export interface PixelGrid {
  readonly width: number
  readonly height: number
  readonly pixels: Uint32Array
}

/**
 * Paint the cells in view. A pixel within a cell has its colour; a pixel that covers several cells
 * has that of the strongest (see `strengths`), so that no burst is lost when zoomed out.
 */
export function paintCells(
  { width, height, pixels }: PixelGrid,
  image: CellImage,
  view: CellView,
  palette: Uint32Array,
): void {
  const binsPerPixel = spanOf(view.bins) / width
  const k = Math.max(0, Math.floor(Math.log2(binsPerPixel)))
  const { binCount, indexes } = image.level(k)
  const columns = coveredCells(width, view.bins.start / 2 ** k, binsPerPixel / 2 ** k, binCount)
  const lines = coveredCells(height, view.rows.start, spanOf(view.rows) / height, image.rowCount)
  const strength = strengths(image.ramp)
  const line = new Uint16Array(width)
  for (let y = 0; y < height; y++) {
    const from = lines.first[y]
    const to = lines.last[y]
    const target = y * width
    if (y > 0 && from === lines.first[y - 1] && to === lines.last[y - 1]) {
      pixels.copyWithin(target, target - width, target)
      continue
    }
    if (from === to && binsPerPixel <= 1) {
      // Nothing to choose from: the usual case, and twice as fast.
      const rowStart = from * binCount
      for (let x = 0; x < width; x++) {
        const index = indexes[rowStart + columns.first[x]]
        pixels[target + x] = palette[index]
      }
      continue
    }
    line.fill(NO_DATA)
    for (let row = from; row <= to; row++)
      strongestOfRow(line, indexes, row * binCount, columns, strength)
    for (let x = 0; x < width; x++) pixels[target + x] = palette[line[x]]
  }
}

interface CoveredCells {
  /** shape [pixels] */
  readonly first: Int32Array
  /** shape [pixels]; included */
  readonly last: Int32Array
}

/**
 * Which cells each pixel shows: the one at its centre, or, where cells are smaller than
 * pixels, all that it touches.
 */
function coveredCells(
  pixelCount: number,
  start: number,
  cellsPerPixel: number,
  cellCount: number,
): CoveredCells {
  const first = new Int32Array(pixelCount)
  const last = new Int32Array(pixelCount)
  const inside = (cell: number) => Math.min(Math.max(cell, 0), cellCount - 1)
  for (let i = 0; i < pixelCount; i++) {
    if (cellsPerPixel > 1) {
      first[i] = inside(Math.floor(start + i * cellsPerPixel))
      last[i] = inside(Math.ceil(start + (i + 1) * cellsPerPixel) - 1)
    } else {
      first[i] = last[i] = inside(Math.floor(start + (i + 0.5) * cellsPerPixel))
    }
  }
  return { first, last }
}

function strongestOfRow(
  line: Uint16Array,
  indexes: Uint16Array,
  rowStart: number,
  { first, last }: CoveredCells,
  strength: Int16Array,
): void {
  for (let x = 0; x < line.length; x++) {
    let shown = line[x]
    for (let cell = first[x]; cell <= last[x]; cell++) {
      const candidate = indexes[rowStart + cell]
      if (strength[candidate] > strength[shown]) shown = candidate
    }
    line[x] = shown
  }
}
