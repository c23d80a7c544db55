import { fileSizeText } from '../../formats/amounts.ts'

/** Seconds over which a rate is measured. */
const WINDOW_SECONDS = 20

/**
 * How fast something goes on, and how long it may take: `12.3 MB/s, 2 min left`.
 *
 * @param now the time in ms
 * @returns to be called with the bytes that are there
 */
export function rateText(now: () => number = Date.now): (bytes: number, size: number) => string {
  const seen: { readonly at: number; readonly bytes: number }[] = []
  return (bytes, size) => {
    const at = now() / 1000
    seen.push({ at, bytes })
    while (seen.length > 2 && at - seen[0].at > WINDOW_SECONDS) seen.shift()
    const seconds = at - seen[0].at
    const rate = (bytes - seen[0].bytes) / seconds
    if (!(rate > 0) || !Number.isFinite(rate)) return fileSizeText(size)
    return `${fileSizeText(rate)}/s, ${durationText((size - bytes) / rate)} left`
  }
}

function durationText(seconds: number): string {
  if (seconds < 120) return `${Math.ceil(seconds)} s`
  const minutes = Math.ceil(seconds / 60)
  return minutes < 120 ? `${minutes} min` : `${(minutes / 60).toFixed(1)} h`
}
