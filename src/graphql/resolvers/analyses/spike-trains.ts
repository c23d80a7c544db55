import { violationRatio } from '../../../domain/analyses/trains/isi-violations.ts'
import { InvalidArgumentError, InvalidBinSizeError } from '../../../errors.ts'
import { exportHref } from '../../../exports/addressed-export.ts'
import { isiHistogramExport } from '../../../exports/analyses/isi-histogram.ts'
import { spikeTrainsExport } from '../../../exports/analyses/spike-trains.ts'
import {
  type HistogramBins,
  histogramEdges,
  isiHistograms,
} from '../../../request/analyses/isi-histogram.ts'
import { summaryOf, trainSeconds, trainsShape } from '../../../request/analyses/spike-trains.ts'
import {
  revisedVariations,
  shapedAsTrains,
  trainColumn,
} from '../../../request/analyses/train-columns.ts'
import type { GraphQLContext } from '../../context.ts'
import { encodeArray } from '../../fields/encode-array.ts'
import { fileFormatOf } from '../../fields/file-formats.ts'
import { unitColumns } from '../../fields/units/unit-columns.ts'
import type {
  HistogramBins as HistogramBinsInput,
  IsiHistogramResolvers,
  IsiViolationsResolvers,
  SpikeTrainStatisticsResolvers,
} from '../../generated.ts'
import type { IsiViolationsModel } from '../../models.ts'

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

  async isiViolations(trains, { threshold, minimum, rule: name }) {
    if (!(minimum >= 0 && minimum < threshold)) {
      throw new InvalidArgumentError(
        `threshold is ${threshold} and minimum ${minimum}; minimum must be at least 0, and less than threshold.`,
      )
    }
    return { trains, rule: { threshold, minimum, dropsDuplicates: name === 'ALLENSDK' } }
  },

  async isiHistogram(trains, { bins }) {
    const wanted = binsOf(bins)
    return { trains, bins: wanted, edges: histogramEdges(wanted) }
  },

  async presenceRatio(trains, { binSize, rule }, context) {
    const size = rule === 'ALLENSDK' ? null : checkedSize(binSize)
    const summary = { kind: 'presenceRatios', binSize: size } as const
    return shapedAsTrains(trains, (await summaryOf(trains, summary, 1, context)).ratios)
  },

  async fanoFactor(trains, { binSize }, context) {
    const summary = { kind: 'fanoFactors', binSize: checkedSize(binSize) } as const
    return shapedAsTrains(trains, (await summaryOf(trains, summary, 1, context)).factors)
  },

  async data(trains, { statistics }, context) {
    const columns = await Promise.all(
      statistics.map((statistic) => trainColumn(trains, statistic, context)),
    )
    const cells = columns[0]?.data.length ?? 0
    const data = new Float64Array(columns.length * cells)
    for (const [i, column] of columns.entries()) data.set(column.data, i * cells)
    return encodeArray(data, [columns.length, ...trainsShape(trains)])
  },

  href: ({ session, requested }, { format }, { loaders }) =>
    exportHref(spikeTrainsExport, session, requested, fileFormatOf[format], loaders),
}

export const IsiViolations: IsiViolationsResolvers = {
  async counts({ trains, rule }, _args, context) {
    return shapedAsTrains(trains, (await violationsOf({ trains, rule }, context)).counts)
  },

  async ratios({ trains, rule }, _args, context) {
    const [{ counts, spikeCounts }, seconds] = await Promise.all([
      violationsOf({ trains, rule }, context),
      trainSeconds(trains, context),
    ])
    return shapedAsTrains(
      trains,
      counts.map((count, cell) =>
        violationRatio({ count, spikeCount: spikeCounts[cell] }, rule, seconds[cell]),
      ),
    )
  },
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

function violationsOf({ trains, rule }: IsiViolationsModel, context: GraphQLContext) {
  return summaryOf(trains, { kind: 'isiViolations', rule }, 2, context)
}

function checkedSize(binSize: number): number {
  if (Number.isFinite(binSize) && binSize > 0) return binSize
  throw new InvalidBinSizeError(binSize)
}

function binsOf({ edges, equal, logarithmic }: HistogramBinsInput): HistogramBins {
  if (equal) return { equal }
  return logarithmic ? { logarithmic } : { edges: edges ?? [] }
}
