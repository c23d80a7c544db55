import { drawOnset } from '../../heatmap/axes/draw-axes.ts'
import { plotAreaIn, plotMargins } from '../../heatmap/axes/plot-area.ts'
import type { PlotInk } from '../../heatmap/axes/plot-ink.ts'
import { type Range, spanOf } from '../../heatmap/cells/range.ts'
import { NO_GROUP, type RasterBlock, type RasterRows, type RasterSpikes } from './raster-rows.ts'

export interface RasterPicture {
  readonly spikes: RasterSpikes
  readonly rows: RasterRows
  /** of each group of events, as a canvas takes it */
  readonly colours: readonly string[]
  /** of a presentation, in seconds, shaded; null: not known */
  readonly duration: number | null
  /** seconds from the event */
  readonly shown: Range
}

/** CSS pixels */
const ROW = { most: 8, least: 1 }
const HIGHEST = 420
const STRIP = 3
const LEAST_LABEL = 14

/** Height of a raster with its margins, in CSS pixels: rows that can be told apart while few. */
export function rasterHeight(rowCount: number): number {
  const row = Math.min(Math.max(HIGHEST / Math.max(rowCount, 1), ROW.least), ROW.most)
  return Math.round(rowCount * row) + plotMargins.top + plotMargins.bottom
}

/** A row per event, a tick per spike; groups of rows have a strip in their colour, and a label. */
export function drawRaster(
  context: CanvasRenderingContext2D,
  { spikes, rows, colours, duration, shown }: RasterPicture,
  ink: PlotInk,
  width: number,
  height: number,
): void {
  const area = plotAreaIn(width, height)
  const rowHeight = area.height / Math.max(rows.events.length, 1)
  const xOf = (time: number) => area.left + ((time - shown.start) / spanOf(shown)) * area.width
  const within = (x: number) => Math.min(Math.max(x, area.left), area.left + area.width)
  context.fillStyle = ink.background
  context.fillRect(0, 0, width, height)
  context.fillStyle = ink.line
  context.globalAlpha = 0.45
  const [from, to] = [within(xOf(0)), within(xOf(duration ?? 0))]
  context.fillRect(from, area.top, to - from, area.height)
  context.globalAlpha = 1

  context.font = `11px ${ink.font}`
  context.textAlign = 'right'
  context.textBaseline = 'middle'
  const labelled = labelledBlocks(rows.blocks, rowHeight)
  const shortOf = withoutCommonStart(rows.blocks.map(({ label }) => label))
  for (const block of rows.blocks) {
    const { label, group, firstRow, rowCount } = block
    const top = area.top + firstRow * rowHeight
    const blockHeight = rowCount * rowHeight
    context.fillStyle = group === null ? ink.lineStrong : (colours[group] ?? ink.lineStrong)
    context.fillRect(area.left - STRIP - 2, top, STRIP, Math.max(blockHeight - 1, 1))
    if (labelled.has(block)) {
      context.fillStyle = ink.textSoft
      context.fillText(
        fitted(context, shortOf(label), area.left - 12),
        area.left - 9,
        top + blockHeight / 2,
      )
    }
    if (firstRow === 0 || blockHeight < LEAST_LABEL) continue
    context.fillStyle = ink.line
    context.fillRect(area.left, Math.round(top), area.width, 1)
  }

  const tick = Math.max(rowHeight - (rowHeight >= 3 ? 1 : 0), 1)
  context.fillStyle = ink.text
  for (let i = 0; i < spikes.times.length; i++) {
    const time = spikes.times[i]
    if (time < shown.start || time > shown.stop) continue
    const y = area.top + spikes.rows[i] * rowHeight
    context.fillRect(Math.round(xOf(time)), Math.round(y), 1, Math.max(Math.round(tick), 1))
  }
  drawOnset(context, area, shown, ink)
}

/** Those whose labels do not run into the one before; none where all events are one block. */
export function labelledBlocks(
  blocks: readonly RasterBlock[],
  rowHeight: number,
): ReadonlySet<RasterBlock> {
  const chosen = new Set<RasterBlock>()
  if (blocks.length === 1) return chosen
  let last = Number.NEGATIVE_INFINITY
  for (const block of blocks) {
    const middle = (block.firstRow + block.rowCount / 2) * rowHeight
    if (middle - last < LEAST_LABEL) continue
    chosen.add(block)
    last = middle
  }
  return chosen
}

/** Labels without the word that all but those of no group begin with: `12` of `frame 12`. */
export function withoutCommonStart(labels: readonly string[]): (label: string) => string {
  const [first = ''] = labels
  const start = first.slice(0, first.lastIndexOf(' ') + 1)
  const isCommon = labels.every((label) => label.startsWith(start) || label === NO_GROUP)
  return (label) => (isCommon && label.startsWith(start) ? label.slice(start.length) : label)
}

function fitted(context: CanvasRenderingContext2D, text: string, width: number): string {
  let shown = text
  while (shown.length > 2 && context.measureText(shown).width > width)
    shown = `${shown.slice(0, -2)}…`
  return shown
}
