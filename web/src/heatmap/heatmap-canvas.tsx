import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useTheme } from '../app/theme/theme.ts'
import type { AxisView } from './axes/axis-view.ts'
import { plotAreaIn, plotMargins } from './axes/plot-area.ts'
import { listenToGestures, type PlotPlace } from './axes/plot-gestures.ts'
import { plotInk } from './axes/plot-ink.ts'
import type { Cell } from './cells/cell.ts'
import { panRange, spanOf, zoomRange } from './cells/range.ts'
import { HeatmapDrawing, type HeatmapPicture } from './draw-heatmap.ts'
import { DrawWhenSeen } from './draw-when-seen.ts'
import { commandOf, type HeatmapCommand } from './heatmap-command.ts'

interface HeatmapCanvasProps {
  readonly picture: Omit<HeatmapPicture, 'shown' | 'rows'>
  readonly time: AxisView
  readonly rows: AxisView
  /** of all rows together, in CSS pixels */
  readonly height: number
  /** the shortest stretch of time worth seeing, in seconds */
  readonly smallestTime: number
  readonly marked: Cell | null
  readonly label: string
  readonly describedBy: string
  readonly onPoint: (cell: Cell | null) => void
  readonly onPick: (cell: Cell) => void
  readonly onCommand: (command: HeatmapCommand) => void
}

/**
 * The canvas of a heatmap: draws a frame when something changes, and turns pointers
 * and keys into cells and ranges.
 */
export function HeatmapCanvas(props: HeatmapCanvasProps) {
  const { picture, time, rows, height, marked, label } = props
  const plot = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const hairline = useRef<HTMLDivElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  const latest = useRef(props)
  latest.current = props
  const theme = useTheme()

  // biome-ignore lint/correctness/useExhaustiveDependencies: colours change with the theme
  useEffect(() => {
    const element = canvas.current
    const context = element?.getContext('2d', { alpha: false })
    if (!element || !context) return
    const drawing = new HeatmapDrawing()
    const ink = plotInk(theme)
    let drawn = { shown: time.shown, rows: rows.shown, width: 0 }
    const draw = () => {
      const pixelRatio = window.devicePixelRatio
      const width = element.clientWidth
      const fullHeight = element.clientHeight
      fitCanvas(element, width, fullHeight, pixelRatio)
      drawn = { shown: time.shown, rows: rows.shown, width }
      drawing.draw(context, { ...picture, ...drawn }, ink, {
        width,
        height: fullHeight,
        pixelRatio,
      })
      placeHairline(hairline.current, element, time)
      placeFrame(frame.current, element, latest.current)
    }
    const later = new DrawWhenSeen(element, draw)
    const follow = () => {
      if (time.shown !== drawn.shown || rows.shown !== drawn.rows) later.request()
      else placeHairline(hairline.current, element, time)
    }
    const ends = [time.subscribe(follow), rows.subscribe(follow)]
    const size = new ResizeObserver(() => {
      if (element.clientWidth !== drawn.width) later.request()
    })
    size.observe(element)
    draw()
    return () => {
      later.end()
      size.disconnect()
      for (const end of ends) end()
    }
  }, [picture.image, picture.palette, time, rows, theme, height])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a frame of its own
  useEffect(() => {
    if (canvas.current) placeFrame(frame.current, canvas.current, latest.current)
  }, [marked])

  useEffect(() => {
    const element = plot.current
    if (!element) return
    return listenToGestures(element, (event) => placeIn(element, event), {
      point(place) {
        const cell = place && cellAt(place, latest.current)
        latest.current.onPoint(cell)
        latest.current.time.pointAt(place && timeAt(place, latest.current.time))
      },
      pick: (place) => latest.current.onPick(cellAt(place, latest.current)),
      pan(x, y) {
        const { time, rows } = latest.current
        time.show(panRange(time.shown, x * spanOf(time.shown), time.whole))
        rows.show(panRange(rows.shown, y * spanOf(rows.shown), rows.whole))
      },
      zoom(axis, factor, place) {
        const { time, rows, smallestTime } = latest.current
        const view = axis === 'time' ? time : rows
        const at = view.shown.start + (axis === 'time' ? place.x : place.y) * spanOf(view.shown)
        view.show(zoomRange(view.shown, factor, at, view.whole, axis === 'time' ? smallestTime : 1))
      },
      takesWheel: () => document.activeElement === element,
    })
  }, [])

  const onKeyDown = (event: KeyboardEvent) => {
    const command = commandOf(event)
    if (!command) return
    event.preventDefault()
    props.onCommand(command)
  }
  return (
    <div
      ref={plot}
      className="heatmap-plot"
      role="application"
      aria-roledescription="heatmap"
      aria-label={label}
      aria-describedby={props.describedBy}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it takes keys, as its role says
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <canvas
        ref={canvas}
        className="heatmap-canvas"
        style={{ height: height + plotMargins.top + plotMargins.bottom }}
      />
      <div ref={hairline} className="plot-hairline" hidden />
      <div ref={frame} className="heatmap-frame" hidden />
    </div>
  )
}

function fitCanvas(
  element: HTMLCanvasElement,
  width: number,
  height: number,
  pixelRatio: number,
): void {
  const pixels = [Math.round(width * pixelRatio), Math.round(height * pixelRatio)] as const
  if (element.width !== pixels[0]) element.width = pixels[0]
  if (element.height !== pixels[1]) element.height = pixels[1]
}

function placeIn(element: HTMLElement, event: MouseEvent): PlotPlace {
  const box = element.getBoundingClientRect()
  const area = plotAreaIn(box.width, box.height)
  return {
    x: (event.clientX - box.left - area.left) / area.width,
    y: (event.clientY - box.top - area.top) / area.height,
  }
}

function timeAt({ x }: PlotPlace, time: AxisView): number {
  return time.shown.start + x * spanOf(time.shown)
}

function cellAt(place: PlotPlace, { picture, time, rows }: HeatmapCanvasProps): Cell {
  const { firstBinStart, binSize, image } = picture
  const bin = Math.floor((timeAt(place, time) - firstBinStart) / binSize)
  const row = Math.floor(rows.shown.start + place.y * spanOf(rows.shown))
  return {
    bin: Math.min(Math.max(bin, 0), image.binCount - 1),
    row: Math.min(Math.max(row, 0), image.rowCount - 1),
  }
}

/** The moment that is pointed at, in this plot or another one. */
function placeHairline(line: HTMLElement | null, element: HTMLElement, time: AxisView): void {
  if (!line) return
  const { pointed, shown } = time
  line.hidden = pointed === null || pointed < shown.start || pointed > shown.stop
  if (line.hidden || pointed === null) return
  const area = plotAreaIn(element.clientWidth, element.clientHeight)
  const x = area.left + ((pointed - shown.start) / spanOf(shown)) * area.width
  line.style.transform = `translateX(${x}px)`
}

/** Around the marked cell. */
function placeFrame(
  frame: HTMLElement | null,
  element: HTMLElement,
  { picture, time, rows, marked }: HeatmapCanvasProps,
): void {
  if (!frame) return
  frame.hidden = true
  if (!marked) return
  const area = plotAreaIn(element.clientWidth, element.clientHeight)
  const binWidth = (picture.binSize / spanOf(time.shown)) * area.width
  const rowHeight = area.height / spanOf(rows.shown)
  const start = picture.firstBinStart + marked.bin * picture.binSize - time.shown.start
  const left = area.left + (start / spanOf(time.shown)) * area.width
  const top = area.top + (marked.row - rows.shown.start) * rowHeight
  const isSeen =
    left + binWidth > area.left - 1 &&
    left < area.left + area.width + 1 &&
    top + rowHeight > area.top - 1 &&
    top < area.top + area.height + 1
  if (!isSeen) return
  frame.hidden = false
  frame.style.transform = `translate(${left}px, ${top}px)`
  frame.style.width = `${binWidth}px`
  frame.style.height = `${rowHeight}px`
}
