import { spanOf, type TimeSpan } from '../../domain/time/time-span.ts'
import type { RecordedSpikes } from './recorded-spikes.ts'
import type { EntryRange, SpikeSource } from './sources/spike-source.ts'

/**
 * From the first to the last spike of any unit; null without spikes. Reads two entries per unit,
 * and all of a unit where one of these is not a finite time.
 */
export function spikeSpan({ units }: Pick<RecordedSpikes, 'units'>): TimeSpan | null {
  const { ends, source } = units
  const stored = Array.from(ends, (to, row) => ({ from: ends[row - 1] ?? 0, to }))
  const fired = stored.filter(({ from, to }) => from < to)
  const edges = source.readMany(
    fired.flatMap(({ from, to }) => [
      { from, to: from + 1 },
      { from: to - 1, to },
    ]),
  )
  const spans = fired.map((unit, i) => {
    const [[startTime], [stopTime]] = [edges[2 * i], edges[2 * i + 1]]
    const areKnown = Number.isFinite(startTime) && Number.isFinite(stopTime)
    return areKnown ? { startTime, stopTime } : finiteSpan(source, unit)
  })
  return spanOf(spans)
}

/** From the least to the greatest of some times that is finite; infinite where none is. */
function finiteSpan(source: SpikeSource, { from, to }: EntryRange): TimeSpan {
  const times = new Float64Array(to - from)
  source.read(times, from)
  let startTime = Number.POSITIVE_INFINITY
  let stopTime = Number.NEGATIVE_INFINITY
  for (const time of times) {
    if (!Number.isFinite(time)) continue
    if (time < startTime) startTime = time
    if (time > stopTime) stopTime = time
  }
  return { startTime, stopTime }
}
