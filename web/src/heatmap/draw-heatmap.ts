import { drawOnset, drawUnitAxis } from './axes/draw-axes.ts'
import { type PlotArea, plotAreaIn } from './axes/plot-area.ts'
import type { PlotInk } from './axes/plot-ink.ts'
import type { CellImage } from './cells/cell-image.ts'
import { paintCells } from './cells/paint-cells.ts'
import type { Range } from './cells/range.ts'

/** All that a drawing of a heatmap shows. */
export interface HeatmapPicture {
  readonly image: CellImage
  readonly palette: Uint32Array
  /** start of the first bin, in seconds from the onset */
  readonly firstBinStart: number
  /** seconds */
  readonly binSize: number
  /** seconds from the onset */
  readonly shown: Range
  readonly rows: Range
  /** title of the vertical axis */
  readonly rowTitle: string
}

/**
 * Keeps the pixels of the cells between two frames: to allocate them again
 * takes as long as to paint them.
 */
export class HeatmapDrawing {
  #pixels: ImageData | null = null

  /**
   * Draw cells, the axis of units, and the onset. The time axis is shared: see drawTimeAxis.
   *
   * @param width of the drawing, in CSS pixels
   * @param pixelRatio pixels of the canvas to a CSS pixel
   * @param origin where in the canvas, in CSS pixels
   */
  draw(
    context: CanvasRenderingContext2D,
    picture: HeatmapPicture,
    ink: PlotInk,
    { width, height, pixelRatio, origin = { left: 0, top: 0 } }: DrawingSize,
  ): void {
    context.setTransform(
      pixelRatio,
      0,
      0,
      pixelRatio,
      origin.left * pixelRatio,
      origin.top * pixelRatio,
    )
    context.fillStyle = ink.background
    context.fillRect(0, 0, width, height)
    const area = plotAreaIn(width, height)
    this.#drawCells(context, picture, area, pixelRatio, origin)
    drawOnset(context, area, picture.shown, ink)
    drawUnitAxis(context, area, picture.rows, picture.rowTitle, ink)
  }

  #drawCells(
    context: CanvasRenderingContext2D,
    { image, palette, shown, rows, firstBinStart, binSize }: HeatmapPicture,
    area: PlotArea,
    pixelRatio: number,
    origin: Origin,
  ): void {
    if (image.rowCount === 0 || image.binCount === 0) return
    const width = Math.max(1, Math.round(area.width * pixelRatio))
    const height = Math.max(1, Math.round(area.height * pixelRatio))
    if (this.#pixels?.width !== width || this.#pixels.height !== height)
      this.#pixels = new ImageData(width, height)
    const bins = {
      start: (shown.start - firstBinStart) / binSize,
      stop: (shown.stop - firstBinStart) / binSize,
    }
    const pixels = new Uint32Array(this.#pixels.data.buffer)
    paintCells({ width, height, pixels }, image, { bins, rows }, palette)
    const x = Math.round((origin.left + area.left) * pixelRatio)
    const y = Math.round((origin.top + area.top) * pixelRatio)
    context.putImageData(this.#pixels, x, y)
  }
}

interface Origin {
  readonly left: number
  readonly top: number
}

interface DrawingSize {
  readonly width: number
  readonly height: number
  readonly pixelRatio: number
  readonly origin?: Origin
}
