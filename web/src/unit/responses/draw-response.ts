import { axisTicks } from '../../heatmap/axes/axis-ticks.ts'
import type { PlotInk } from '../../heatmap/axes/plot-ink.ts'
import type { ResponseGroup } from './response-groups.ts'

/** What all responses of a view have in common, so that they can be compared. */
export interface ResponseScale {
  /** seconds from the start of a presentation */
  readonly start: number
  readonly stop: number
  /** of a presentation, in seconds; null: not known */
  readonly duration: number | null
  /** Hz */
  readonly highestRate: number
  /** seconds; shape [bins + 1] */
  readonly edges: readonly number[]
}

const LEFT = 34
const RIGHT = 8
const GAP = 10
const RATE_HEIGHT = 64
const BOTTOM = 20

/** Height of the spikes above the rates, in CSS pixels. */
export function rasterHeight(presentationCount: number): number {
  return Math.min(Math.max(presentationCount * 2, 40), 120)
}

/** Height of all, in CSS pixels. */
export function responseHeight(presentationCount: number): number {
  return rasterHeight(presentationCount) + GAP + RATE_HEIGHT + BOTTOM
}

/** Spikes of each presentation, one row each, and below them their mean rate over time. */
export function drawResponse(
  context: CanvasRenderingContext2D,
  group: ResponseGroup,
  scale: ResponseScale,
  ink: PlotInk,
  width: number,
): void {
  const raster = rasterHeight(group.presentationCount)
  const plotWidth = width - LEFT - RIGHT
  const xOf = (time: number) =>
    LEFT + ((time - scale.start) / (scale.stop - scale.start)) * plotWidth
  const bottom = raster + GAP + RATE_HEIGHT
  context.fillStyle = ink.background
  context.fillRect(0, 0, width, bottom + BOTTOM)

  shadeStimulus(context, scale, xOf, bottom, ink)
  drawSpikes(context, group, raster, xOf, ink)
  drawRates(context, group, scale, xOf, bottom, ink)
  drawAxes(context, scale, xOf, bottom, width, ink)
}

type Place = (time: number) => number

function shadeStimulus(
  context: CanvasRenderingContext2D,
  { duration, stop }: ResponseScale,
  xOf: Place,
  bottom: number,
  ink: PlotInk,
): void {
  context.fillStyle = ink.line
  context.globalAlpha = 0.55
  const end = Math.min(duration ?? 0, stop)
  context.fillRect(xOf(0), 0, xOf(end) - xOf(0), bottom)
  context.globalAlpha = 1
}

function drawSpikes(
  context: CanvasRenderingContext2D,
  { presentationCount, spikeTimes, spikeRows }: ResponseGroup,
  height: number,
  xOf: Place,
  ink: PlotInk,
): void {
  const rowHeight = height / presentationCount
  const mark = Math.max(rowHeight * 0.8, 1)
  context.fillStyle = ink.text
  for (let i = 0; i < spikeTimes.length; i++) {
    const y = spikeRows[i] * rowHeight
    context.fillRect(xOf(spikeTimes[i]) - 0.5, y, 1, mark)
  }
}

function drawRates(
  context: CanvasRenderingContext2D,
  { rates }: ResponseGroup,
  { edges, highestRate }: ResponseScale,
  xOf: Place,
  bottom: number,
  ink: PlotInk,
): void {
  context.beginPath()
  context.moveTo(xOf(edges[0]), bottom)
  for (const [bin, rate] of rates.entries()) {
    const y = bottom - (rate / highestRate) * RATE_HEIGHT
    context.lineTo(xOf(edges[bin]), y)
    context.lineTo(xOf(edges[bin + 1]), y)
  }
  context.lineTo(xOf(edges.at(-1) as number), bottom)
  context.fillStyle = ink.accent
  context.globalAlpha = 0.3
  context.fill()
  context.globalAlpha = 1
  context.strokeStyle = ink.accent
  context.lineWidth = 1
  context.stroke()
}

function drawAxes(
  context: CanvasRenderingContext2D,
  { start, stop, highestRate }: ResponseScale,
  xOf: Place,
  bottom: number,
  width: number,
  ink: PlotInk,
): void {
  context.font = `10px ${ink.font}`
  context.fillStyle = ink.textSoft
  context.strokeStyle = ink.lineStrong
  context.lineWidth = 1
  context.beginPath()
  context.moveTo(LEFT, bottom + 0.5)
  context.lineTo(width - RIGHT, bottom + 0.5)
  context.stroke()
  context.textBaseline = 'top'
  context.textAlign = 'center'
  for (const { value, label } of axisTicks({ start, stop }, width / 70)) {
    context.fillRect(Math.round(xOf(value)), bottom, 1, 4)
    context.fillText(label, xOf(value), bottom + 6)
  }
  context.textBaseline = 'middle'
  context.textAlign = 'right'
  for (const { value, label } of axisTicks({ start: 0, stop: highestRate }, 2)) {
    const y = bottom - (value / highestRate) * RATE_HEIGHT
    context.fillRect(LEFT - 4, Math.round(y), 4, 1)
    context.fillText(label, LEFT - 7, y)
  }
}
