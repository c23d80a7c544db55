import { InvalidArgumentError } from '../../../errors.ts'
import { exportHref } from '../../../exports/addressed-export.ts'
import { isiHistogramExport } from '../../../exports/analyses/isi-histogram.ts'
import { spikeTrainsExport } from '../../../exports/analyses/spike-trains.ts'
import {
  type HistogramBins,
  histogramEdges,
  isiHistograms,
} from '../../../request/analyses/isi-histogram.ts'
import { trainsShape } from '../../../request/analyses/spike-trains.ts'
import { revisedVariations, trainColumn } from '../../../request/analyses/train-columns.ts'
import {
  fanoFactors,
  presenceRatios,
  violationCounts,
  violationRatios,
  violationRule,
} from '../../../request/analyses/train-quality.ts'
import { encodeArray } from '../../fields/encode-array.ts'
import { fileFormatOf } from '../../fields/file-formats.ts'
import { unitColumns } from '../../fields/units/unit-columns.ts'
import type {
  HistogramBins as HistogramBinsInput,
  IsiHistogramResolvers,
  IsiViolationsResolvers,
  SpikeTrainStatisticsResolvers,
} from '../../generated.ts'

export const SpikeTrainStatistics: SpikeTrainStatisticsResolvers = {
  ...unitColumns,
  shape: (trains) => trainsShape(trains),

  startTimes({ intervals }, _args, { budget }) {
    budget.chargeCells(intervals.length)
    return Float64Array.from(intervals, ({ startTime }) => startTime)
  },

  stopTimes({ intervals }, _args, { budget }) {
    budget.chargeCells(intervals.length)
    return Float64Array.from(intervals, ({ stopTime }) => stopTime)
  },

  spikeCounts: (trains, _args, context) => trainColumn(trains, 'SPIKE_COUNT', context),
  observedSeconds: (trains, _args, context) => trainColumn(trains, 'OBSERVED_SECONDS', context),
  rates: (trains, _args, context) => trainColumn(trains, 'RATE', context),
  isiMean: (trains, _args, context) => trainColumn(trains, 'ISI_MEAN', context),
  isiMedian: (trains, _args, context) => trainColumn(trains, 'ISI_MEDIAN', context),
  cv: (trains, _args, context) => trainColumn(trains, 'CV', context),
  cv2: (trains, _args, context) => trainColumn(trains, 'CV2', context),
  localVariation: (trains, _args, context) => trainColumn(trains, 'LOCAL_VARIATION', context),

  async revisedLocalVariation(trains, { refractoriness }, context) {
    if (!(refractoriness >= 0)) {
      throw new InvalidArgumentError(`refractoriness is ${refractoriness}; it must be at least 0.`)
    }
    return revisedVariations(trains, refractoriness, context)
  },

  isiViolations: async (trains, { threshold, minimum, rule }) => ({
    trains,
    rule: violationRule({ threshold, minimum }, rule),
  }),

  async isiHistogram(trains, { bins }) {
    const wanted = binsOf(bins)
    return { trains, bins: wanted, edges: histogramEdges(wanted) }
  },

  presenceRatio: (trains, { binSize, rule }, context) =>
    presenceRatios(trains, binSize, rule, context),

  fanoFactor: (trains, { binSize }, context) => fanoFactors(trains, binSize, context),

  async data(trains, { statistics }, context) {
    const columns = await Promise.all(
      statistics.map((statistic) => trainColumn(trains, statistic, context)),
    )
    const cells = columns[0]?.data.length ?? 0
    const data = new Float64Array(columns.length * cells)
    for (const [i, column] of columns.entries()) data.set(column.data, i * cells)
    return encodeArray(data, [columns.length, ...trainsShape(trains)])
  },

  href({ session, requested }, { rule, fanoBinSize, format }, { loaders }) {
    const request = { ...requested, rule, fanoBinSize: fanoBinSize ?? null }
    return exportHref(spikeTrainsExport, session, request, fileFormatOf[format], loaders)
  },
}

export const IsiViolations: IsiViolationsResolvers = {
  counts: ({ trains, rule }, _args, context) => violationCounts(trains, rule, context),
  ratios: ({ trains, rule }, _args, context) => violationRatios(trains, rule, context),
}

export const IsiHistogram: IsiHistogramResolvers = {
  edges({ edges }, _args, { budget }) {
    budget.chargeCells(edges.length)
    return edges
  },

  shape: ({ trains, edges }) => [...trainsShape(trains), edges.length - 1],
  counts: ({ trains, edges }, _args, context) => isiHistograms(trains, edges, context),

  async data({ trains, edges }, _args, context) {
    const { data, shape } = await isiHistograms(trains, edges, context)
    return encodeArray(data, shape)
  },

  href({ trains: { session, requested }, bins }, { format }, { loaders }) {
    const request = { ...requested, bins }
    return exportHref(isiHistogramExport, session, request, fileFormatOf[format], loaders)
  },
}

function binsOf({ edges, equal, logarithmic }: HistogramBinsInput): HistogramBins {
  if (equal) return { equal }
  return logarithmic ? { logarithmic } : { edges: edges ?? [] }
}
