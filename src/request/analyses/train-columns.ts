import type { Float64NdArray } from '../../domain/counting/nd-array.ts'
import type { RequestContext } from '../request-context.ts'
import {
  type SpikeTrains,
  summaryOf,
  trainSeconds,
  trainsShape,
  withoutEmptyRows,
} from './spike-trains.ts'

/** Statistics that are columns, by their names in the schema. */
export const trainStatistics = [
  'SPIKE_COUNT',
  'OBSERVED_SECONDS',
  'RATE',
  'ISI_MEAN',
  'ISI_MEDIAN',
  'CV',
  'CV2',
  'LOCAL_VARIATION',
  'REVISED_LOCAL_VARIATION',
] as const

export type TrainColumn = (typeof trainStatistics)[number]

/** R of LvR where none is given, in seconds. */
const REFRACTORINESS = 0.005

/** Of statistics that are read together. */
const ISI_COLUMNS = 6

/** One statistic of all trains; shape as trainsShape. */
export async function trainColumn(
  trains: SpikeTrains,
  statistic: TrainColumn,
  context: RequestContext,
): Promise<Float64NdArray> {
  if (statistic === 'OBSERVED_SECONDS') {
    context.budget.chargeCells(trains.selection.rows.length * trains.unitRows.length)
    return { shape: trainsShape(trains), data: await trainSeconds(trains, context) }
  }
  if (statistic === 'ISI_MEDIAN') {
    const { medians } = await summaryOf(trains, { kind: 'isiMedians' }, 1, context)
    return shapedAsTrains(trains, medians)
  }
  if (statistic === 'REVISED_LOCAL_VARIATION') {
    return revisedVariations(trains, REFRACTORINESS, context)
  }
  const columns = await summaryOf(trains, { kind: 'isiStatistics' }, ISI_COLUMNS, context)
  switch (statistic) {
    case 'SPIKE_COUNT':
      return shapedAsTrains(trains, columns.spikeCounts)
    case 'RATE': {
      const seconds = await trainSeconds(trains, context)
      const rates = columns.observedCounts.map((count, cell) =>
        seconds[cell] > 0 ? count / seconds[cell] : Number.NaN,
      )
      return shapedAsTrains(trains, rates)
    }
    case 'ISI_MEAN':
      return shapedAsTrains(trains, columns.means)
    case 'CV':
      return shapedAsTrains(trains, columns.cvs)
    case 'CV2':
      return shapedAsTrains(trains, columns.cv2s)
    case 'LOCAL_VARIATION':
      return shapedAsTrains(trains, columns.lvs)
  }
}

/** @param refractoriness R of LvR, in seconds */
export async function revisedVariations(
  trains: SpikeTrains,
  refractoriness: number,
  context: RequestContext,
): Promise<Float64NdArray> {
  const summary = { kind: 'revisedVariations', refractoriness } as const
  return shapedAsTrains(trains, (await summaryOf(trains, summary, 1, context)).variations)
}

/** NaN in the rows without an interval. */
export function shapedAsTrains(trains: SpikeTrains, values: Float64Array): Float64NdArray {
  return {
    shape: trainsShape(trains),
    data: Float64Array.from(withoutEmptyRows(values, trains.selection.rows)),
  }
}
