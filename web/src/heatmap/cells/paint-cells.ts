import { GAP } from '../colours/colour-scale.ts'
import { type CellImage, indexOfValue, PixelValue } from './cell-image.ts'
import { type Range, spanOf } from './range.ts'

/** What part of a heatmap is seen, in bins and in rows; fractions are parts of a cell. */
export interface CellView {
  readonly bins: Range
  readonly rows: Range
}

/** Where pixels go: an ImageData's bytes, read as one number per pixel. Shape [height, width]. */
export interface PixelGrid {
  readonly width: number
  readonly height: number
  readonly pixels: Uint32Array
}

/** Gaps are hatched: this many pixels from line to line, and this many wide. */
export const HATCH = { period: 8, width: 2 }

/** Bins that a pixel shows the summary of: 1, or the next power of two when zoomed out. */
export function binsInPixel(binsPerPixel: number): number {
  return 2 ** levelOf(binsPerPixel)
}

/**
 * Paint the cells in view. A pixel within a cell has its colour. Where a pixel covers several bins,
 * it shows the mean (or the peak) of `binsInPixel`; where it covers several rows, of all of them.
 */
export function paintCells(
  { width, height, pixels }: PixelGrid,
  image: CellImage,
  view: CellView,
  palette: Uint32Array,
): void {
  const binsPerPixel = spanOf(view.bins) / width
  const k = levelOf(binsPerPixel)
  const { binCount, indexes, values } = image.level(k)
  const columns = centralCells(width, view.bins.start / 2 ** k, binsPerPixel / 2 ** k, binCount)
  const lines = coveredCells(height, view.rows.start, spanOf(view.rows) / height, image.rowCount)
  const pixel = new PixelValue(image.summary)
  const line = new Uint16Array(width)
  for (let y = 0; y < height; y++) {
    const from = lines.first[y]
    const to = lines.last[y]
    if (y === 0 || from !== lines.first[y - 1] || to !== lines.last[y - 1]) {
      for (let x = 0; x < width; x++) {
        if (from === to) {
          line[x] = indexes[from * binCount + columns[x]]
          continue
        }
        pixel.clear()
        for (let row = from; row <= to; row++) pixel.add(values[row * binCount + columns[x]])
        line[x] = indexOfValue(image.scale, pixel.get())
      }
    }
    for (let x = 0; x < width; x++) {
      const isHatched = line[x] === GAP && (x + y) % HATCH.period < HATCH.width
      pixels[y * width + x] = palette[isHatched ? GAP + 1 : line[x]]
    }
  }
}

function levelOf(binsPerPixel: number): number {
  return Math.max(0, Math.ceil(Math.log2(binsPerPixel) - 1e-9))
}

/** The cell at the centre of each pixel. Shape [pixels]. */
function centralCells(
  pixelCount: number,
  start: number,
  cellsPerPixel: number,
  cellCount: number,
): Int32Array {
  return Int32Array.from({ length: pixelCount }, (_, i) =>
    inside(Math.floor(start + (i + 0.5) * cellsPerPixel), cellCount),
  )
}

interface CoveredCells {
  /** shape [pixels] */
  readonly first: Int32Array
  /** shape [pixels]; included */
  readonly last: Int32Array
}

/**
 * Which cells each pixel shows: the one at its centre, or, where cells are smaller than pixels, all
 * that it touches.
 */
function coveredCells(
  pixelCount: number,
  start: number,
  cellsPerPixel: number,
  cellCount: number,
): CoveredCells {
  if (cellsPerPixel <= 1) {
    const cells = centralCells(pixelCount, start, cellsPerPixel, cellCount)
    return { first: cells, last: cells }
  }
  const first = new Int32Array(pixelCount)
  const last = new Int32Array(pixelCount)
  for (let i = 0; i < pixelCount; i++) {
    first[i] = inside(Math.floor(start + i * cellsPerPixel), cellCount)
    last[i] = inside(Math.ceil(start + (i + 1) * cellsPerPixel) - 1, cellCount)
  }
  return { first, last }
}

function inside(cell: number, cellCount: number): number {
  return Math.min(Math.max(cell, 0), cellCount - 1)
}
