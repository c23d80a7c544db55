import { drawTimeAxis } from '../../heatmap/axes/draw-axes.ts'
import { plotAreaIn, TIME_AXIS_HEIGHT } from '../../heatmap/axes/plot-area.ts'
import type { PlotInk } from '../../heatmap/axes/plot-ink.ts'
import { type Range, spanOf } from '../../heatmap/cells/range.ts'

/** An epoch or a presentation, in seconds from the onset. */
export interface RulerBar {
  readonly stimulusName: string
  readonly start: number
  /** the same as `start` where the end is not known: drawn a pixel wide */
  readonly stop: number
}

export interface RulerContent {
  readonly epochs: readonly (RulerBar & { readonly label: string })[]
  readonly presentations: readonly RulerBar[]
  readonly shown: Range
  /** colour of each stimulus; null: drawn as an outline */
  readonly fills: ReadonlyMap<string, string | null>
  /** CSS pixels */
  readonly width: number
}

/** CSS pixels */
export const EPOCH_HEIGHT = 15
const PRESENTATION_HEIGHT = 6
const TOP = 2

/** Height of all, in CSS pixels. */
export const RULER_HEIGHT = TOP + EPOCH_HEIGHT + 1 + PRESENTATION_HEIGHT + 2 + TIME_AXIS_HEIGHT

/** Text on a stimulus's colour, dark in both themes: so are the colours light in both. */
const LABEL = '#14161b'

/** Epochs as bars with their names, presentations as short bars below, and the time axis. */
export function drawRuler(
  context: CanvasRenderingContext2D,
  { epochs, presentations, shown, fills, width }: RulerContent,
  ink: PlotInk,
): void {
  const area = plotAreaIn(width, RULER_HEIGHT)
  context.fillStyle = ink.background
  context.fillRect(0, 0, width, RULER_HEIGHT)
  const place = ({ start, stop }: RulerBar): readonly [number, number] | null => {
    const xOf = (time: number) => area.left + ((time - shown.start) / spanOf(shown)) * area.width
    if (stop < shown.start || start >= shown.stop) return null
    const left = Math.max(xOf(start), area.left)
    const right = Math.min(xOf(stop), area.left + area.width)
    return [left, Math.max(right - left, 1)]
  }
  for (const epoch of epochs) {
    const placed = place(epoch)
    if (placed) drawEpoch(context, epoch.label, placed, fills.get(epoch.stimulusName) ?? null, ink)
  }
  for (const presentation of presentations) {
    const placed = place(presentation)
    const fill = fills.get(presentation.stimulusName)
    if (!placed || !fill) continue
    context.fillStyle = fill
    context.fillRect(placed[0], TOP + EPOCH_HEIGHT + 1, placed[1], PRESENTATION_HEIGHT)
  }
  const axis = { ...area, top: 0, height: RULER_HEIGHT - TIME_AXIS_HEIGHT }
  context.strokeStyle = ink.lineStrong
  context.lineWidth = 1
  context.strokeRect(area.left, axis.height + 0.5, area.width, 0)
  drawTimeAxis(context, axis, shown, ink)
}

function drawEpoch(
  context: CanvasRenderingContext2D,
  label: string,
  [left, width]: readonly [number, number],
  fill: string | null,
  ink: PlotInk,
): void {
  if (fill) {
    context.fillStyle = fill
    context.fillRect(left, TOP, width, EPOCH_HEIGHT)
  } else {
    context.strokeStyle = ink.line
    context.lineWidth = 1
    context.strokeRect(left + 0.5, TOP + 0.5, width - 1, EPOCH_HEIGHT - 1)
  }
  context.font = `10.5px ${ink.font}`
  context.textAlign = 'left'
  context.textBaseline = 'middle'
  context.fillStyle = fill ? LABEL : ink.textSoft
  if (context.measureText(label).width < width - 8)
    context.fillText(label, left + 4, TOP + EPOCH_HEIGHT / 2 + 0.5)
}
