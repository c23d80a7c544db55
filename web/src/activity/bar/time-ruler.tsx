import { useEffect, useMemo, useRef } from 'react'
import { useTheme } from '../../app/theme/theme.ts'
import { useQuery } from '../../app/use-query.ts'
import { stimulusText } from '../../components/stimuli/stimulus-colors.ts'
import { WindowStimuliDocument } from '../../gql/graphql.ts'
import { plotAreaIn } from '../../heatmap/axes/plot-area.ts'
import { listenToGestures } from '../../heatmap/axes/plot-gestures.ts'
import { plotInk } from '../../heatmap/axes/plot-ink.ts'
import { panRange, spanOf, zoomRange } from '../../heatmap/cells/range.ts'
import { DrawWhenSeen } from '../../heatmap/draw-when-seen.ts'
import type { ActivityChoices } from '../loading/activity-request.ts'
import type { Activity } from '../loading/load-activity.ts'
import { timeLabel } from '../time-label.ts'
import type { Heatmaps } from '../use-heatmaps.ts'
import { drawRuler, RULER_HEIGHT, type RulerBar } from './draw-ruler.ts'
import { stimulusFills } from './stimulus-fills.ts'

interface TimeRulerProps {
  readonly activity: Activity
  readonly shown: Heatmaps
  readonly epochs: ActivityChoices['stimulusEpochs']
}

/** The time axis of all plots, and above it what was shown when: epochs and presentations. */
export function TimeRuler({ activity, shown, epochs }: TimeRulerProps) {
  const { onset, request } = activity
  const { time, smallestTime } = shown
  const box = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const hairline = useRef<HTMLDivElement>(null)
  const theme = useTheme()
  const { data } = useQuery(WindowStimuliDocument, {
    session: request.variables.session,
    start: onset + time.whole.start,
    stop: onset + time.whole.stop,
  })
  const presentations = data?.session?.stimulusPresentations
  const bars = useMemo(() => {
    const place = (entry: Interval) => barOf(entry, onset)
    // Where there are too many to be seen, the epochs say it all.
    const isListed = presentations && presentations.totalCount <= presentations.nodes.length
    return {
      epochs: epochs.map((epoch, i) => ({
        ...place({ ...epoch, stopTime: endOf(epoch, epochs[i + 1]) }),
        label: stimulusText(epoch.stimulusName),
      })),
      presentations: isListed ? presentations.nodes.map(place) : [],
    }
  }, [epochs, presentations, onset])

  useEffect(() => {
    const element = canvas.current
    const context = element?.getContext('2d', { alpha: false })
    if (!element || !context) return
    const ink = plotInk(theme)
    const fills = stimulusFills(epochs.map(({ stimulusName }) => stimulusName))
    const draw = () => {
      const pixelRatio = window.devicePixelRatio
      const width = element.clientWidth
      element.width = Math.round(width * pixelRatio)
      element.height = Math.round(RULER_HEIGHT * pixelRatio)
      context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0)
      drawRuler(context, { ...bars, shown: time.shown, fills, width }, ink)
    }
    const later = new DrawWhenSeen(element, draw)
    const follow = () => {
      later.request()
      if (!hairline.current) return
      const { pointed, shown } = time
      hairline.current.hidden = pointed === null || pointed < shown.start || pointed > shown.stop
      const { left, width } = plotAreaIn(element.clientWidth, RULER_HEIGHT)
      const x = left + (((pointed ?? 0) - shown.start) / spanOf(shown)) * width
      hairline.current.style.transform = `translateX(${x}px)`
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
  }, [bars, epochs, time, theme])

  useEffect(() => {
    const element = box.current
    if (!element) return
    const placeOf = (event: MouseEvent) => {
      const { left, top, width, height } = element.getBoundingClientRect()
      const area = plotAreaIn(width, height)
      return {
        x: (event.clientX - left - area.left) / area.width,
        y: (event.clientY - top) / height,
      }
    }
    const timeAt = (x: number) => time.shown.start + x * spanOf(time.shown)
    return listenToGestures(element, placeOf, {
      point: (place) => time.pointAt(place && timeAt(place.x)),
      pick: (place) => time.pointAt(timeAt(place.x)),
      pan: (x) => time.show(panRange(time.shown, x * spanOf(time.shown), time.whole)),
      zoom: (_, factor, { x }) =>
        time.show(zoomRange(time.shown, factor, timeAt(x), time.whole, smallestTime)),
      takesWheel: () => false,
    })
  }, [time, smallestTime])

  const named = bars.epochs.filter(
    ({ start, stop }) => stop > time.whole.start && start < time.whole.stop,
  )
  return (
    <div className="time-ruler" ref={box}>
      <canvas
        ref={canvas}
        role="img"
        aria-label={`${timeLabel(activity)}. Shown in this window: ${named.map(({ label }) => label).join(', ') || 'nothing'}.`}
        style={{ height: RULER_HEIGHT }}
      />
      <div ref={hairline} className="plot-hairline" hidden />
    </div>
  )
}

interface Interval {
  readonly stimulusName: string
  readonly startTime: number
  readonly stopTime: number | null
}

function barOf({ stimulusName, startTime, stopTime }: Interval, onset: number): RulerBar {
  return { stimulusName, start: startTime - onset, stop: (stopTime ?? startTime) - onset }
}

/** Where the file does not say when an epoch ends, it lasts until the next one, or to the end. */
function endOf(
  { startTime, duration }: { readonly startTime: number; readonly duration: number | null },
  next: { readonly startTime: number } | undefined,
): number {
  return duration === null ? (next?.startTime ?? Number.POSITIVE_INFINITY) : startTime + duration
}
