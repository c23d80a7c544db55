import '../../components/controls/choice.css'
import type { AxisView } from '../../heatmap/axes/axis-view.ts'
import { zoomRange } from '../../heatmap/cells/range.ts'
import { ZOOM_STEP } from '../../heatmap/heatmap-command.ts'

interface ZoomButtonsProps {
  readonly time: AxisView
  /** seconds */
  readonly smallestTime: number
}

/** The stretch of time that all plots show. */
export function ZoomButtons({ time, smallestTime }: ZoomButtonsProps) {
  const zoom = (factor: number) => {
    const middle = (time.shown.start + time.shown.stop) / 2
    time.show(zoomRange(time.shown, factor, middle, time.whole, smallestTime))
  }
  return (
    <fieldset className="choice">
      <legend className="visually-hidden">Time</legend>
      <div className="choice-options">
        <button type="button" onClick={() => zoom(1 / ZOOM_STEP)} aria-label="Zoom out in time">
          −
        </button>
        <button type="button" onClick={() => zoom(ZOOM_STEP)} aria-label="Zoom in on time">
          +
        </button>
        <button type="button" onClick={() => time.show(time.whole)}>
          Show all
        </button>
      </div>
    </fieldset>
  )
}
