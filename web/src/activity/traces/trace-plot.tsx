import 'uplot/dist/uPlot.min.css'
import './trace-plot.css'
import { useEffect, useRef } from 'react'
import uPlot from 'uplot'
import { useTheme } from '../../app/theme/theme.ts'
import { axisTicks, type Tick } from '../../heatmap/axes/axis-ticks.ts'
import type { AxisView } from '../../heatmap/axes/axis-view.ts'
import { plotMargins } from '../../heatmap/axes/plot-area.ts'
import { listenToGestures } from '../../heatmap/axes/plot-gestures.ts'
import { type PlotInk, plotInk, resolveColours } from '../../heatmap/axes/plot-ink.ts'
import { HATCH } from '../../heatmap/cells/paint-cells.ts'
import { panRange, type Range, spanOf, zoomRange } from '../../heatmap/cells/range.ts'
import { hatching } from '../../heatmap/colours/colour-scale.ts'
import { toCss } from '../../heatmap/colours/mix-colours.ts'
import { DrawWhenSeen } from '../../heatmap/draw-when-seen.ts'

/** One line of a plot. */
export interface Trace {
  readonly label: string
  /** of the style sheet: `var(--trace-1)` */
  readonly colour: string
  /** shape [bins]; null where there is none */
  readonly values: ArrayLike<number | null>
}

interface TracePlotProps {
  /** what it shows, for those who do not see it */
  readonly label: string
  /** of the vertical axis, with its unit; null: it is said elsewhere */
  readonly valueLabel: string | null
  /** middles of the bins, in seconds from the onset */
  readonly times: Float64Array
  readonly traces: readonly Trace[]
  readonly time: AxisView
  readonly smallestTime: number
  /** CSS pixels */
  readonly height?: number
  readonly hasTimeAxis?: boolean
  /** of the values; without it, that of the traces, and 0 */
  readonly range?: readonly [number, number]
  /** stretches in which nothing is known, hatched; in seconds from the onset */
  readonly gaps?: readonly Range[]
}

const HEIGHT = 110

/** Lines over time, on the same axis as the heatmaps above them. */
export function TracePlot(props: TracePlotProps) {
  const { label, times, traces, time, valueLabel, smallestTime, height = HEIGHT } = props
  const box = useRef<HTMLDivElement>(null)
  const hairline = useRef<HTMLDivElement>(null)
  const theme = useTheme()

  // biome-ignore lint/correctness/useExhaustiveDependencies: colours change with the theme
  useEffect(() => {
    const element = box.current
    if (!element) return
    const colours = Object.values(
      resolveColours(Object.fromEntries(traces.map(({ label, colour }) => [label, colour]))),
    )
    const hatch = hatchPattern(theme)
    const plot = new uPlot(
      {
        ...plotOptions(props, plotInk(theme), colours, element.clientWidth),
        hooks: { drawClear: [(plot) => hatchGaps(plot, props.gaps ?? [], hatch)] },
      },
      [times, ...traces.map(({ values }) => values as (number | null)[])],
      element,
    )
    let drawn = time.shown
    const draw = () => {
      drawn = time.shown
      plot.setScale('x', { min: drawn.start, max: drawn.stop })
      placeHairline(hairline.current, plot, time)
    }
    const later = new DrawWhenSeen(element, draw)
    const follow = () => {
      if (time.shown !== drawn) later.request()
      else placeHairline(hairline.current, plot, time)
    }
    const size = new ResizeObserver(() => {
      if (plot.width !== element.clientWidth) plot.setSize({ width: element.clientWidth, height })
    })
    size.observe(element)
    const ends = [time.subscribe(follow), listen(plot, time, smallestTime)]
    follow()
    return () => {
      later.end()
      size.disconnect()
      for (const end of ends) end()
      plot.destroy()
    }
  }, [times, traces, time, theme, valueLabel, smallestTime, height, props.range?.[1], props.gaps])

  return (
    <div className="trace-plot" ref={box} role="img" aria-label={label} style={{ height }}>
      <div ref={hairline} className="plot-hairline" hidden />
    </div>
  )
}

function plotOptions(
  { traces, time, valueLabel, height = HEIGHT, hasTimeAxis = true, range }: TracePlotProps,
  ink: PlotInk,
  colours: readonly string[],
  width: number,
): uPlot.Options {
  const axis: uPlot.Axis = {
    stroke: ink.textSoft,
    font: `11px ${ink.font}`,
    labelFont: `11px ${ink.font}`,
    grid: { stroke: ink.line, width: 1 },
    ticks: { stroke: ink.lineStrong, width: 1, size: 4 },
  }
  const [lowest, highest] = range ?? valueRange(traces)
  const valueTicks = axisTicks({ start: lowest, stop: highest }, height / 28)
  return {
    width,
    height,
    padding: [6, plotMargins.right, hasTimeAxis ? 4 : 7, 0],
    legend: { show: false },
    cursor: { show: false },
    scales: {
      x: { time: false, range: () => [time.shown.start, time.shown.stop] },
      y: { range: () => [lowest, highest] },
    },
    axes: [
      {
        ...axis,
        show: hasTimeAxis,
        size: 26,
        gap: 3,
        splits: (plot) => timeTicks(plot, time).map(({ value }) => value),
        values: (plot) => timeTicks(plot, time).map(({ label }) => label),
      },
      {
        ...axis,
        size: plotMargins.left - (valueLabel ? 20 : 0),
        ...(valueLabel && { label: valueLabel }),
        labelSize: 20,
        labelGap: 0,
        gap: 4,
        splits: () => valueTicks.map(({ value }) => value),
        values: () => valueTicks.map(({ label }) => label),
      },
    ],
    series: [
      {},
      ...traces.map(
        ({ label }, i): uPlot.Series => ({
          label,
          stroke: colours[i],
          width: 1.25,
          points: { show: false },
        }),
      ),
    ],
  }
}

/** The same hatching as that of the heatmaps. */
function hatchPattern(theme: 'light' | 'dark'): CanvasPattern | null {
  const { ground, line } = hatching[theme]
  const tile = document.createElement('canvas')
  const context = tile.getContext('2d')
  tile.width = tile.height = HATCH.period
  if (!context) return null
  context.fillStyle = toCss(ground)
  context.fillRect(0, 0, HATCH.period, HATCH.period)
  context.fillStyle = toCss(line)
  for (let y = 0; y < HATCH.period; y++) {
    for (let x = 0; x < HATCH.period; x++) {
      if ((x + y) % HATCH.period < HATCH.width) context.fillRect(x, y, 1, 1)
    }
  }
  return context.createPattern(tile, 'repeat')
}

function hatchGaps(
  { ctx, bbox, valToPos }: uPlot,
  gaps: readonly Range[],
  hatch: CanvasPattern | null,
): void {
  if (!hatch) return
  ctx.fillStyle = hatch
  for (const { start, stop } of gaps) {
    const left = Math.max(valToPos(start, 'x', true), bbox.left)
    const right = Math.min(valToPos(stop, 'x', true), bbox.left + bbox.width)
    if (right > left) ctx.fillRect(left, bbox.top, right - left, bbox.height)
  }
}

function timeTicks({ bbox }: uPlot, { shown }: AxisView): Tick[] {
  return axisTicks(shown, bbox.width / devicePixelRatio / 80)
}

/** From 0, or the lowest value below it, to the highest; the same whatever stretch is shown. */
function valueRange(traces: readonly Trace[]): [number, number] {
  let lowest = 0
  let highest = 0
  for (const { values } of traces) {
    for (let i = 0; i < values.length; i++) {
      const value = values[i]
      if (value === null || value === undefined) continue
      if (value < lowest) lowest = value
      if (value > highest) highest = value
    }
  }
  return highest > lowest ? [lowest, highest + (highest - lowest) * 0.06] : [0, 1]
}

function listen(plot: uPlot, time: AxisView, smallestTime: number): () => void {
  const placeOf = (event: MouseEvent) => {
    const { left, top, width, height } = plot.over.getBoundingClientRect()
    return { x: (event.clientX - left) / width, y: (event.clientY - top) / height }
  }
  const timeAt = (x: number) => time.shown.start + x * spanOf(time.shown)
  return listenToGestures(plot.over, placeOf, {
    point: (place) => time.pointAt(place && timeAt(place.x)),
    pick: (place) => time.pointAt(timeAt(place.x)),
    pan: (x) => time.show(panRange(time.shown, x * spanOf(time.shown), time.whole)),
    zoom: (_, factor, { x }) =>
      time.show(zoomRange(time.shown, factor, timeAt(x), time.whole, smallestTime)),
    takesWheel: () => false,
  })
}

function placeHairline(line: HTMLElement | null, plot: uPlot, time: AxisView): void {
  if (!line) return
  const { pointed, shown } = time
  line.hidden = pointed === null || pointed < shown.start || pointed > shown.stop
  if (line.hidden || pointed === null) return
  const { left, width } = plot.bbox
  const x = (left + ((pointed - shown.start) / spanOf(shown)) * width) / devicePixelRatio
  line.style.transform = `translateX(${x}px)`
}
