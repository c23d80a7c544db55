import { limitsText, rangeText, windowText } from '../../activity/picture-note.ts'
import type { QualityLimits } from '../../app/address.ts'
import type { AxisView } from '../../heatmap/axes/axis-view.ts'
import type { EventRequest } from '../loading/event-request.ts'

/**
 * What a figure says of the activity that it shows, so that it can be made again: `Session
 * 715093703 · −0.1 to 0.35 s in bins of 0.01 s · areas VISp, VISl · amplitude cutoff ≤ 0.1`.
 */
export function figureNote(
  { shared }: EventRequest,
  { whole, shown }: Pick<AxisView, 'whole' | 'shown'>,
  limits: QualityLimits,
): string {
  const { session, before, after, binSize, units } = shared
  const isZoomed = shown.start > whole.start || shown.stop < whole.stop
  return [
    `Session ${session}`,
    windowText(-before, after, binSize),
    ...(isZoomed ? [`seen from ${rangeText(shown.start, shown.stop)}`] : []),
    units.areas ? `areas ${units.areas.join(', ')}` : 'all areas',
    limitsText(limits),
  ].join(' · ')
}
