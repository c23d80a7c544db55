import { useEffect, useMemo, useRef } from 'react'
import type { TimeRange } from '../app/address.ts'
import { go } from '../app/use-address.ts'
import { AxisView } from '../heatmap/axes/axis-view.ts'

/**
 * The address bar follows when zooming has come to rest: browsers take
 * only so many changes a second.
 */
const SETTLE_MS = 250

/**
 * The time axis of all plots, which the address bar follows, and which follows it.
 *
 * @param start of all there is to see, in seconds from the onset
 * @param stop its end
 * @param shown as the address bar has it; null: all
 */
export function useTimeView(start: number, stop: number, shown: TimeRange | null): AxisView {
  // biome-ignore lint/correctness/useExhaustiveDependencies: later addresses are handled below
  const time = useMemo(() => {
    const whole = { start, stop }
    return new AxisView(whole, within(shown, whole))
  }, [start, stop])

  // What the address bar had last: only a change of it, as by "back", moves the axis.
  const written = useRef(shown)
  useEffect(() => {
    if (isSame(shown, written.current)) return
    written.current = shown
    time.show(within(shown, time.whole))
  }, [time, shown])

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let last = time.shown
    const end = time.subscribe(() => {
      if (time.shown === last) return
      last = time.shown
      clearTimeout(timer)
      timer = setTimeout(() => {
        // What is shown is exactly what the address says: whoever gets it sees the same pixels.
        last = time.isWhole ? time.shown : rounded(time.shown)
        time.show(last)
        written.current = time.isWhole ? null : last
        go({ shown: written.current }, { replace: true })
      }, SETTLE_MS)
    })
    return () => {
      clearTimeout(timer)
      end()
    }
  }, [time])
  return time
}

function isSame(one: TimeRange | null, other: TimeRange | null): boolean {
  return one?.start === other?.start && one?.stop === other?.stop
}

function within(shown: TimeRange | null, whole: TimeRange): TimeRange {
  if (!shown) return whole
  const start = Math.max(shown.start, whole.start)
  const stop = Math.min(shown.stop, whole.stop)
  return start < stop ? { start, stop } : whole
}

/** To a tenth of a millisecond: an address that people can read. */
function rounded({ start, stop }: TimeRange): TimeRange {
  return { start: Number(start.toFixed(4)), stop: Number(stop.toFixed(4)) }
}
