import { useRef, useSyncExternalStore } from 'react'
import { useWidth } from '../components/use-width.ts'
import type { AxisView } from './axes/axis-view.ts'
import { plotMargins } from './axes/plot-area.ts'
import type { MeasureName } from './cells/measure.ts'
import { spanOf } from './cells/range.ts'

interface PixelNoteProps {
  readonly time: AxisView
  /** seconds */
  readonly binSize: number
  readonly measure: MeasureName
}

/** Says what a pixel shows while it covers several bins. */
export function PixelNote({ time, binSize, measure }: PixelNoteProps) {
  const note = useRef<HTMLParagraphElement>(null)
  const width = useWidth(note, 1000) - plotMargins.left - plotMargins.right
  const shown = useSyncExternalStore(time.subscribe, () => time.shown)
  const binsPerPixel = spanOf(shown) / binSize / (width * window.devicePixelRatio)
  const strongest = measure === 'zscore' ? 'the z-score farthest from 0' : 'the highest'
  return (
    <p ref={note} className="soft small">
      {binsPerPixel > 1 &&
        `More bins than pixels: each pixel shows ${strongest} of up to ${Math.ceil(binsPerPixel) + 1} bins. Zoom in to see each.`}
    </p>
  )
}
