import { histogramBinsField } from '../../addresses/histogram-bins-field.ts'
import { alongDimension } from '../../formats/labelled-arrays.ts'
import {
  type HistogramBins,
  histogramEdges,
  isiHistograms,
} from '../../request/analyses/isi-histogram.ts'
import { type SpikeTrains, spikeTrains } from '../../request/analyses/spike-trains.ts'
import { edgeCoordinates, unitCoordinates } from '../activity/labels/activity-labels.ts'
import { arrayExport } from '../array-export.ts'
import { type SpikeTrainsRequest, spikeTrainFields } from './spike-trains.ts'

export interface IsiHistogramRequest extends SpikeTrainsRequest {
  readonly bins: HistogramBins
}

const seconds = { unit: 's' }

/** Histograms of interspike intervals, shape [units, bins] or [intervals, units, bins]. */
export const isiHistogramExport = arrayExport<IsiHistogramRequest>({
  name: 'isi-histogram',
  fields: { ...spikeTrainFields, bins: histogramBinsField },
  async load({ units, bins, ...selection }, source) {
    const edges = histogramEdges(bins)
    const unitRows = source.selections.rows(source.tables, units)
    const trains = await spikeTrains(source.session, unitRows, selection, source)
    const dims = [...(trains.isPerInterval ? ['interval'] : []), 'unit', 'bin']
    return {
      main: { name: 'counts', dims, ...(await isiHistograms(trains, edges, source)) },
      coordinates: [
        ...intervalCoordinates(trains),
        ...unitCoordinates(trains.tables, unitRows),
        ...edgeCoordinates(edges),
      ],
      attributes: {},
    }
  },
})

/** Intervals along `interval`; none where they are taken together. */
function intervalCoordinates({ intervals, isPerInterval }: SpikeTrains) {
  if (!isPerInterval) return []
  const starts = Float64Array.from(intervals, ({ startTime }) => startTime)
  const stops = Float64Array.from(intervals, ({ stopTime }) => stopTime)
  return [
    alongDimension('interval', 'start_time', starts, seconds),
    alongDimension('interval', 'stop_time', stops, seconds),
  ]
}
