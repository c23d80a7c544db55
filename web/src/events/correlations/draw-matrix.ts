import type { PlotInk } from '../../heatmap/axes/plot-ink.ts'
import { type ColourScale, colourIndex, toPalette } from '../../heatmap/colours/colour-scale.ts'
import { COLOUR_COUNT } from '../../heatmap/colours/mix-colours.ts'
import type { CorrelationOrder } from './correlation-order.ts'

/** CSS pixels, for the names of areas. */
export const MATRIX_MARGINS = { left: 56, top: 20 } as const

const LEAST_LABEL = 12

export interface MatrixPicture {
  /** NaN: none; shape [units, units] */
  readonly values: ArrayLike<number>
  readonly order: CorrelationOrder
  /** of each block */
  readonly names: readonly string[]
  readonly scale: ColourScale
}

/** Side of the square of cells in a drawing so wide, in CSS pixels. */
export const matrixSide = (width: number) => width - MATRIX_MARGINS.left - 1

/** Every pair of units as a cell; the diagonal is left empty; lines between areas. */
export function drawMatrix(
  context: CanvasRenderingContext2D,
  { values, order, names, scale }: MatrixPicture,
  ink: PlotInk,
  width: number,
): void {
  const { left, top } = MATRIX_MARGINS
  const side = matrixSide(width)
  const count = order.units.length
  context.fillStyle = ink.background
  context.fillRect(0, 0, width, top + side + 1)
  const cells = document.createElement('canvas')
  cells.width = cells.height = count
  const pixels = new ImageData(count, count)
  const colours = new Uint32Array(pixels.data.buffer)
  const palette = toPalette(scale)
  for (const [y, row] of order.units.entries()) {
    for (const [x, column] of order.units.entries()) {
      const value = values[row * count + column]
      colours[y * count + x] = palette[x === y ? COLOUR_COUNT : colourIndex(scale, value)]
    }
  }
  cells.getContext('2d')?.putImageData(pixels, 0, 0)
  context.imageSmoothingEnabled = false
  context.drawImage(cells, left, top, side, side)

  context.font = `11px ${ink.font}`
  context.fillStyle = ink.textSoft
  context.strokeStyle = ink.lineStrong
  context.lineWidth = 1
  context.strokeRect(left - 0.5, top - 0.5, side + 1, side + 1)
  for (const [i, { first, count: size }] of order.blocks.entries()) {
    const from = (first / count) * side
    const length = (size / count) * side
    if (first > 0) {
      const at = Math.round(from) + 0.5
      context.beginPath()
      context.moveTo(left + at, top)
      context.lineTo(left + at, top + side)
      context.moveTo(left, top + at)
      context.lineTo(left + side, top + at)
      context.stroke()
    }
    context.textBaseline = 'middle'
    context.textAlign = 'right'
    const name = fitted(context, names[i], left - 8)
    if (length >= LEAST_LABEL) context.fillText(name, left - 5, top + from + length / 2)
    context.textAlign = 'center'
    if (context.measureText(name).width < length - 4)
      context.fillText(name, left + from + length / 2, top / 2)
  }
}

function fitted(context: CanvasRenderingContext2D, text: string, width: number): string {
  let shown = text
  while (shown.length > 2 && context.measureText(shown).width > width)
    shown = `${shown.slice(0, -2)}…`
  return shown
}
