import { type Range, spanOf } from '../cells/range.ts'
import { axisTicks, type Tick } from './axis-ticks.ts'
import { type PlotArea, plotMargins } from './plot-area.ts'
import type { PlotInk } from './plot-ink.ts'

const TEXT_SIZE = 11
const TICK_LENGTH = 4

/** Seconds below the plot; its title stands in the margin. */
export function drawTimeAxis(
  context: CanvasRenderingContext2D,
  area: PlotArea,
  shown: Range,
  ink: PlotInk,
): void {
  const bottom = area.top + area.height
  context.font = `${TEXT_SIZE}px ${ink.font}`
  context.textBaseline = 'top'
  context.textAlign = 'center'
  context.strokeStyle = ink.lineStrong
  context.lineWidth = 1
  context.fillStyle = ink.textSoft
  context.textAlign = 'left'
  context.fillText('time (s)', area.left - plotMargins.left, bottom + TICK_LENGTH + 3)
  context.textAlign = 'center'
  for (const { value, label: text } of axisTicks(shown, area.width / 80)) {
    const x = crisp(area.left + ((value - shown.start) / spanOf(shown)) * area.width)
    strokeLine(context, x, bottom, x, bottom + TICK_LENGTH)
    context.fillText(text, x, bottom + TICK_LENGTH + 3)
  }
}

/** Left of the plot: the rows' ranks from the top, 1 first. The read-out names the units. */
export function drawUnitAxis(
  context: CanvasRenderingContext2D,
  area: PlotArea,
  rows: Range,
  title: string,
  ink: PlotInk,
): void {
  const rowHeight = area.height / spanOf(rows)
  context.font = `${TEXT_SIZE}px ${ink.font}`
  context.textBaseline = 'middle'
  context.textAlign = 'right'
  context.strokeStyle = ink.lineStrong
  context.lineWidth = 1
  for (const { value: row, label } of rankTicks(rows, area.height)) {
    const y = area.top + (row + 0.5 - rows.start) * rowHeight
    if (y < area.top || y > area.top + area.height) continue
    strokeLine(context, area.left - TICK_LENGTH, crisp(y), area.left, crisp(y))
    context.fillStyle = ink.textSoft
    context.fillText(label, area.left - TICK_LENGTH - 4, y)
  }
  drawUpwards(context, title, area, ink)
}

/** A line through the plot, where the stimulus begins. */
export function drawOnset(
  context: CanvasRenderingContext2D,
  area: PlotArea,
  shown: Range,
  ink: PlotInk,
): void {
  if (shown.start >= 0 || shown.stop <= 0) return
  const x = crisp(area.left + (-shown.start / spanOf(shown)) * area.width)
  context.strokeStyle = ink.background
  context.lineWidth = 3
  strokeLine(context, x, area.top, x, area.top + area.height)
  context.strokeStyle = ink.text
  context.lineWidth = 1
  strokeLine(context, x, area.top - 2, x, area.top + area.height + 2)
}

/** Rows are numbered from 1, as people count. */
function rankTicks(rows: Range, height: number): Tick[] {
  const numbered = { start: rows.start + 1, stop: rows.stop }
  const ticks = axisTicks(numbered, Math.max(height / 48, 1), 1)
  return ticks.map(({ value, label }) => ({ value: value - 1, label }))
}

/** The title of the vertical axis, read from below, where there is room for it. */
function drawUpwards(
  context: CanvasRenderingContext2D,
  title: string,
  area: PlotArea,
  ink: PlotInk,
): void {
  if (context.measureText(title).width > area.height) return
  context.save()
  context.translate(area.left - plotMargins.left + TEXT_SIZE, area.top + area.height / 2)
  context.rotate(-Math.PI / 2)
  context.textAlign = 'center'
  context.fillStyle = ink.textSoft
  context.fillText(title, 0, 0)
  context.restore()
}

function strokeLine(
  context: CanvasRenderingContext2D,
  fromX: number,
  fromY: number,
  toX: number,
  toY: number,
): void {
  context.beginPath()
  context.moveTo(fromX, fromY)
  context.lineTo(toX, toY)
  context.stroke()
}

/** In the middle of a pixel, where a line of one pixel is sharp. */
function crisp(position: number): number {
  return Math.round(position - 0.5) + 0.5
}
