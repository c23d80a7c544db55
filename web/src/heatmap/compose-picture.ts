import { axisTicks } from './axes/axis-ticks.ts'
import { drawTimeAxis } from './axes/draw-axes.ts'
import { plotAreaIn, plotMargins, TIME_AXIS_HEIGHT } from './axes/plot-area.ts'
import type { PlotInk } from './axes/plot-ink.ts'
import type { ColourScale } from './colours/colour-scale.ts'
import { toCss } from './colours/mix-colours.ts'
import { HeatmapDrawing, type HeatmapPicture } from './draw-heatmap.ts'

/** One heatmap of a picture. */
export interface PicturePanel {
  readonly title: string
  readonly picture: HeatmapPicture
  /** of all rows together, in CSS pixels */
  readonly height: number
}

/** All that a picture shows, from top to bottom. */
export interface PictureContent {
  readonly title: string
  readonly subtitle: string
  readonly panels: readonly PicturePanel[]
  readonly timeLabel: string
  readonly scale: ColourScale
  readonly legendTitle: string
  /** whether the measure has whole numbers only */
  readonly isCounted: boolean
}

const WIDTH = 1200
const EDGE = 24
const HEAD_HEIGHT = 72
const PANEL_TITLE_HEIGHT = 26
const FOOT_HEIGHT = 84 + TIME_AXIS_HEIGHT

/** Pixels of the picture to a CSS pixel: sharp in print. */
const PIXEL_RATIO = 2

/** The heatmaps below each other, with axes, titles and legend, on a canvas of their own. */
export function composePicture(content: PictureContent, ink: PlotInk): HTMLCanvasElement {
  const height = content.panels.reduce(
    (sum, panel) => sum + panelHeight(panel),
    HEAD_HEIGHT + FOOT_HEIGHT,
  )
  const canvas = document.createElement('canvas')
  canvas.width = WIDTH * PIXEL_RATIO
  canvas.height = height * PIXEL_RATIO
  const context = canvas.getContext('2d', { alpha: false })
  if (!context) throw new Error('This browser does not support drawing on a canvas.')
  fromOrigin(context)
  context.fillStyle = ink.background
  context.fillRect(0, 0, WIDTH, height)
  drawText(context, content.title, [EDGE, 24], `600 18px ${ink.font}`, ink.text)
  drawText(context, content.subtitle, [EDGE, 48], `12px ${ink.font}`, ink.textSoft)

  let top = HEAD_HEIGHT
  for (const panel of content.panels) {
    drawText(context, panel.title, [EDGE, top + 6], `600 13px ${ink.font}`, ink.text)
    if (panel.picture.image.rowCount > 0) {
      new HeatmapDrawing().draw(context, panel.picture, ink, {
        width: WIDTH - 2 * EDGE,
        height: panel.height + plotMargins.top + plotMargins.bottom,
        pixelRatio: PIXEL_RATIO,
        origin: { left: EDGE, top: top + PANEL_TITLE_HEIGHT },
      })
      fromOrigin(context)
    }
    top += panelHeight(panel)
  }
  const [first] = content.panels
  if (first) {
    context.translate(EDGE, top)
    const axis = { ...plotAreaIn(WIDTH - 2 * EDGE, 0), top: 0, height: 2 }
    drawTimeAxis(context, axis, first.picture.shown, ink)
    fromOrigin(context)
    top += TIME_AXIS_HEIGHT + 6
  }
  context.textAlign = 'center'
  drawText(context, content.timeLabel, [WIDTH / 2, top], `12px ${ink.font}`, ink.textSoft)
  drawLegend(context, content, top + 34, ink)
  return canvas
}

function panelHeight({ height, picture }: PicturePanel): number {
  const plot = picture.image.rowCount > 0 ? height + plotMargins.top + plotMargins.bottom : 0
  return PANEL_TITLE_HEIGHT + plot
}

function fromOrigin(context: CanvasRenderingContext2D): void {
  context.setTransform(PIXEL_RATIO, 0, 0, PIXEL_RATIO, 0, 0)
  context.textAlign = 'left'
  context.textBaseline = 'top'
}

function drawLegend(
  context: CanvasRenderingContext2D,
  { scale, legendTitle, isCounted }: PictureContent,
  top: number,
  ink: PlotInk,
): void {
  const { table, minimum, maximum } = scale
  const left = EDGE + plotAreaIn(WIDTH, 0).left
  const width = 240
  for (const [i, colour] of table.entries()) {
    context.fillStyle = toCss(colour)
    context.fillRect(left + (i / table.length) * width, top, width / table.length + 0.5, 10)
  }
  context.textAlign = 'center'
  for (const { value, label } of axisTicks(
    { start: minimum, stop: maximum },
    5,
    isCounted ? 1 : 0,
  )) {
    const x = left + ((value - minimum) / (maximum - minimum)) * width
    drawText(context, label, [x, top + 15], `11px ${ink.font}`, ink.textSoft)
  }
  context.textAlign = 'left'
  drawText(context, legendTitle, [left + width + 16, top - 1], `12px ${ink.font}`, ink.textSoft)
}

function drawText(
  context: CanvasRenderingContext2D,
  text: string,
  [x, y]: readonly [number, number],
  font: string,
  colour: string,
): void {
  context.font = font
  context.fillStyle = colour
  context.fillText(text, x, y)
}
