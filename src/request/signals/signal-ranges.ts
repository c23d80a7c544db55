import { isInRange, type SignalRange } from '../../domain/signals/signal-range.ts'
import { spanOfWindows, summarizeInWindows } from '../../domain/signals/signal-windows.ts'
import type { PresentationList } from '../../domain/stimuli/presentations.ts'
import type { CatalogSession } from '../../sessions/session-catalog.ts'
import type { RequestContext } from '../request-context.ts'
import { needSignal, samplesOf } from './open-signal.ts'

/**
 * Of some presentations those during which signals lie in ranges.
 *
 * @throws InvalidArgumentError for a signal that the session does not have
 */
export async function filterBySignals(
  session: CatalogSession,
  list: PresentationList,
  ids: Int32Array,
  ranges: readonly SignalRange[],
  context: RequestContext,
): Promise<Int32Array> {
  const passes = await Promise.all(
    ranges.map(async (range) => {
      const means = await meansOf(session, list, ids, range, context)
      return Array.from(means, (mean) => isInRange(mean, range))
    }),
  )
  return ids.filter((_, position) => passes.every((ofRange) => ofRange[position]))
}

/** Mean of the signal over the window of each presentation; NaN without samples. */
async function meansOf(
  session: CatalogSession,
  { startTimes, stopTimes }: PresentationList,
  ids: Int32Array,
  { of, before, after, edgeRule }: SignalRange,
  context: RequestContext,
): Promise<Float64Array> {
  const windows = {
    kind: 'whole',
    startTimes: Float64Array.from(ids, (id) => startTimes[id] - before),
    stopTimes: Float64Array.from(ids, (id) =>
      after === null ? stopTimes[id] : startTimes[id] + after,
    ),
    edgeRule,
  } as const
  const signal = await needSignal(session, of, spanOfWindows(windows), context)
  return summarizeInWindows(await samplesOf(signal, context), windows, 'mean')
}
