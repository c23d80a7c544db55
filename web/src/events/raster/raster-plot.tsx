import { useEffect, useMemo, useRef, useState } from 'react'
import { useTheme } from '../../app/theme/theme.ts'
import { amount, clock } from '../../components/texts/amounts.ts'
import type { AxisView } from '../../heatmap/axes/axis-view.ts'
import { plotAreaIn } from '../../heatmap/axes/plot-area.ts'
import { listenToGestures } from '../../heatmap/axes/plot-gestures.ts'
import { plotInk, resolveColours } from '../../heatmap/axes/plot-ink.ts'
import { panRange, spanOf, zoomRange } from '../../heatmap/cells/range.ts'
import { DrawWhenSeen } from '../../heatmap/draw-when-seen.ts'
import type { Around } from '../loading/around.ts'
import { drawRaster, rasterHeight } from './draw-raster.ts'
import type { RasterBlock, RasterRows, RasterSpikes } from './raster-rows.ts'

interface RasterPlotProps {
  readonly label: string
  readonly spikes: RasterSpikes
  readonly rows: RasterRows
  readonly times: Around['times']
  /** of each group of events: `var(--trace-1)` */
  readonly colours: readonly string[]
  /** of a presentation, in seconds; null: not known */
  readonly duration: number | null
  readonly time: AxisView
  readonly smallestTime: number
  /** shows an event alone, by its position */
  readonly onPick: (event: number) => void
}

/** The spikes of one unit, one row per event. */
export function RasterPlot(props: RasterPlotProps) {
  const { spikes, rows, colours, duration, time, smallestTime, times } = props
  const box = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const hairline = useRef<HTMLDivElement>(null)
  const latest = useRef(props)
  latest.current = props
  const [pointed, setPointed] = useState<number | null>(null)
  const [labelled, setLabelled] = useState<RasterBlock | null>(null)
  const theme = useTheme()
  const height = rasterHeight(rows.events.length)

  useEffect(() => {
    const element = canvas.current
    const context = element?.getContext('2d', { alpha: false })
    if (!element || !context) return
    const ink = plotInk(theme)
    const inks = Object.values(resolveColours(Object.fromEntries(colours.entries())))
    let drawn = time.shown
    const draw = () => {
      const pixelRatio = window.devicePixelRatio
      const width = element.clientWidth
      drawn = time.shown
      element.width = Math.round(width * pixelRatio)
      element.height = Math.round(height * pixelRatio)
      context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0)
      const picture = { spikes, rows, colours: inks, duration, shown: time.shown }
      drawRaster(context, picture, ink, width, height)
    }
    const later = new DrawWhenSeen(element, draw)
    const follow = () => {
      if (time.shown !== drawn) later.request()
      placeHairline(hairline.current, element, time)
    }
    const size = new ResizeObserver(() => later.request())
    size.observe(element)
    const end = time.subscribe(follow)
    draw()
    return () => {
      later.end()
      size.disconnect()
      end()
    }
  }, [spikes, rows, colours, duration, time, theme, height])

  useEffect(() => {
    const element = box.current
    if (!element) return
    const placeOf = (event: MouseEvent) => {
      const { left, top, width, height } = element.getBoundingClientRect()
      const area = plotAreaIn(width, height)
      return {
        x: (event.clientX - left - area.left) / area.width,
        y: (event.clientY - top - area.top) / area.height,
      }
    }
    const timeAt = (x: number) => time.shown.start + x * spanOf(time.shown)
    const rowAt = (y: number) => {
      const { events } = latest.current.rows
      return Math.min(Math.max(Math.floor(y * events.length), 0), events.length - 1)
    }
    return listenToGestures(element, placeOf, {
      point: (place) => {
        time.pointAt(place && timeAt(place.x))
        setPointed(place && rowAt(place.y))
      },
      pick: (place) => latest.current.onPick(latest.current.rows.events[rowAt(place.y)]),
      pan: (x) => time.show(panRange(time.shown, x * spanOf(time.shown), time.whole)),
      zoom: (_, factor, { x }) =>
        time.show(zoomRange(time.shown, factor, timeAt(x), time.whole, smallestTime)),
      takesWheel: () => false,
    })
  }, [time, smallestTime])

  const labelAt = ({ clientX, clientY }: { clientX: number; clientY: number }) => {
    const bounds = box.current?.getBoundingClientRect()
    if (!bounds) return null
    const area = plotAreaIn(bounds.width, bounds.height)
    const row = ((clientY - bounds.top - area.top) / area.height) * rows.events.length
    if (clientX - bounds.left >= area.left) return null
    return (
      rows.blocks.find(({ firstRow, rowCount }) => row >= firstRow && row < firstRow + rowCount) ??
      null
    )
  }

  const about = useMemo(() => {
    if (labelled) return `${labelled.label} · ${amount(labelled.rowCount, 'event')}`
    if (pointed === null) return ''
    const event = rows.events[pointed]
    const block = rows.blocks.find(
      ({ firstRow, rowCount }) => pointed >= firstRow && pointed < firstRow + rowCount,
    )
    const at = times[event] ?? null
    const parts = [
      `Event ${event + 1}`,
      at !== null && `at ${clock(at)}`,
      rows.blocks.length > 1 && block?.label,
      amount(
        spikes.rows.reduce((sum, row) => sum + (row === pointed ? 1 : 0), 0),
        'spike',
      ),
    ]
    return parts.filter(Boolean).join(' · ')
  }, [pointed, labelled, rows, times, spikes])

  return (
    <>
      <p className="raster-readout soft small">{about}</p>
      <div
        className="raster-plot"
        ref={box}
        onPointerMove={(event) => setLabelled(labelAt(event))}
        onPointerLeave={() => setLabelled(null)}
      >
        <canvas ref={canvas} role="img" aria-label={props.label} style={{ height }} />
        <div ref={hairline} className="plot-hairline" hidden />
      </div>
    </>
  )
}

function placeHairline(line: HTMLElement | null, element: HTMLElement, time: AxisView): void {
  if (!line) return
  const { pointed, shown } = time
  line.hidden = pointed === null || pointed < shown.start || pointed > shown.stop
  if (line.hidden || pointed === null) return
  const area = plotAreaIn(element.clientWidth, element.clientHeight)
  const x = area.left + ((pointed - shown.start) / spanOf(shown)) * area.width
  line.style.transform = `translateX(${x}px)`
}
