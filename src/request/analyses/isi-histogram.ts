import {
  type BinRange,
  linearEdges,
  logarithmicEdges,
} from '../../domain/analyses/trains/histogram-edges.ts'
import { checkEdges } from '../../domain/counting/bin-edges.ts'
import type { CountNdArray } from '../../domain/counting/nd-array.ts'
import type { RequestContext } from '../request-context.ts'
import { type SpikeTrains, summaryOf, trainsShape, withoutEmptyRows } from './spike-trains.ts'

/** Bins of a histogram, in seconds: their edges, or a range that is divided evenly. */
export type HistogramBins =
  | { readonly edges: readonly number[] }
  | { readonly equal: BinRange }
  | { readonly logarithmic: BinRange }

/** @throws InvalidArgumentError, TooManyBinsError */
export function histogramEdges(bins: HistogramBins): Float64Array {
  if ('equal' in bins) return linearEdges(bins.equal)
  return 'logarithmic' in bins ? logarithmicEdges(bins.logarithmic) : checkEdges(bins.edges)
}

/** Interspike intervals in bins; shape [units, bins], or [intervals, units, bins]. */
export async function isiHistograms(
  trains: SpikeTrains,
  edges: Float64Array,
  context: RequestContext,
): Promise<CountNdArray> {
  const binCount = edges.length - 1
  const summary = { kind: 'isiHistograms', edges } as const
  const { histograms } = await summaryOf(trains, summary, binCount, context)
  return {
    shape: [...trainsShape(trains), binCount],
    data: withoutEmptyRows(histograms, trains.selection.rows),
  }
}
