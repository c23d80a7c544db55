import type { Bins } from '../../domain/counting/bins.ts'
import { averageInBins } from '../../domain/series/resampling.ts'
import { countSamples } from '../../domain/series/series.ts'
import { columnIfAny, columnOf } from '../../request/series.ts'
import type { GraphQLContext } from '../context.ts'
import type { SessionModel } from '../models.ts'
import { openSessionSeries } from './series.ts'

/**
 * Mean running speed in each bin, in cm/s; NaN in a bin without samples. Null: the
 * session has no running speed.
 */
export async function runningInBins(
  session: SessionModel,
  bins: Bins,
  context: GraphQLContext,
): Promise<Float64Array | null> {
  const { start, stop } = bins
  const series = await openSessionSeries(
    session,
    'runningSpeed',
    { start, stop, resample: 'NONE' },
    context,
  )
  if (!series) return null
  // The sample before may start outside of the window, but have its middle in it.
  const runs = series.window.runs.map(({ from, count }) =>
    from > 0 ? { from: from - 1, count: count + 1 } : { from, count },
  )
  const widened = { ...series, window: { ...series.window, runs, count: countSamples(runs) } }
  context.budget.chargeCells(bins.count)
  const [startTimes, endTimes, velocity] = await Promise.all([
    columnOf(widened, 'time', context),
    columnIfAny(widened, 'endTime', context),
    columnOf(widened, 'velocity', context),
  ])
  const middles = endTimes
    ? startTimes.map((time, sample) => (time + endTimes[sample]) / 2)
    : startTimes
  return averageInBins(middles, velocity, bins)
}
