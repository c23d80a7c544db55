import { spanOf, type TimeSpan } from '../../domain/time/time-span.ts'
import type { RecordedSpikes } from './recorded-spikes.ts'
import type { SpikeSource } from './sources/spike-source.ts'
import type { EntryRange } from './spike-index.ts'

/**
 * From the first to the last spike of any unit; null without spikes. Reads two entries per unit,
 * and all of a unit where one of these is not a finite time.
 */
export function spikeSpan({ units }: RecordedSpikes): TimeSpan | null {
  const { ends, source } = units
  const spans: TimeSpan[] = []
  const edge = new Float64Array(1)
  const timeOf = (entry: number) => {
    source.read(edge, entry)
    return edge[0]
  }
  ends.forEach((to, row) => {
    const from = ends[row - 1] ?? 0
    if (from === to) return
    const span = { startTime: timeOf(from), stopTime: timeOf(to - 1) }
    const areKnown = Number.isFinite(span.startTime) && Number.isFinite(span.stopTime)
    spans.push(areKnown ? span : finiteSpan(source, { from, to }))
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
