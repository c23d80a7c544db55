import { useRef, useSyncExternalStore } from 'react'
import type { PixelSummary } from '../app/address.ts'
import { useWidth } from '../components/figures/use-width.ts'
import type { AxisView } from './axes/axis-view.ts'
import { plotMargins } from './axes/plot-area.ts'
import type { MeasureName } from './cells/measure.ts'
import { binsInPixel } from './cells/paint-cells.ts'
import { spanOf } from './cells/range.ts'

interface PixelNoteProps {
  readonly time: AxisView
  /** seconds */
  readonly binSize: number
  readonly measure: MeasureName
  readonly summary: PixelSummary
  /** what the order of the rows is, where it is the same in all heatmaps: `most spikes first` */
  readonly order: string | null
}

/** Says what the order of the rows is, and what a pixel shows while it covers several bins. */
export function PixelNote({ time, binSize, measure, summary, order }: PixelNoteProps) {
  const note = useRef<HTMLParagraphElement>(null)
  const width = useWidth(note, 1000) - plotMargins.left - plotMargins.right
  const shown = useSyncExternalStore(time.subscribe, () => time.shown)
  const bins = binsInPixel(spanOf(shown) / binSize / (width * window.devicePixelRatio))
  const peak = measure === 'zscore' ? 'the z-score farthest from 0' : 'the highest'
  return (
    <p ref={note} className="soft small">
      {order && `Units: ${order}. `}
      {bins > 1 &&
        `More bins than pixels: each pixel shows ${summary === 'mean' ? 'the mean' : peak} of ${bins} bins. Zoom in to see each.`}
    </p>
  )
}
