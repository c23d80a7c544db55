import { type Alignment, presentationCount } from '../../alignment/alignment.ts'
import { AlignedKernel } from '../../alignment/count-aligned.ts'
import { ObservedPresentations } from '../../alignment/observed-presentations.ts'
import type { Bins } from '../../counting/bins.ts'
import type { SpikeCollector } from '../../counting/spike-collector.ts'
import { SpikeCounter } from '../../counting/spike-counter.ts'
import type { PresentationGroups } from '../../stimuli/grouped-presentations.ts'
import { type Observation, observedParts, stretchesOfUnit } from '../../time/observation.ts'
import { type PearsonMatrix, pearsonMatrix } from './pearson-matrix.ts'
import { groupMeans, groupOrder, standardScores } from './standard-scores.ts'

/** Correlations of the counts of units. */
export type CorrelationRequest = {
  readonly unitRows: Uint32Array
  /** null: whatever is counted was observed */
  readonly observation: Observation | null
} & (
  | {
      /** of mean counts of conditions, or of how single counts deviate from them */
      readonly kind: 'signal' | 'noise'
      /** of one bin */
      readonly alignment: Alignment
      readonly groups: PresentationGroups
      /** of spikes per second instead of spikes */
      readonly perSecond: boolean
    }
  | {
      /** of counts in bins */
      readonly kind: 'total'
      readonly bins: Bins
    }
)

/**
 * What correlates the counts of units when all are there.
 *
 * @param checkpoint called from time to time while the result is made; may throw to give up
 */
export function correlatorOf(
  request: CorrelationRequest,
  checkpoint: () => void,
): SpikeCollector<PearsonMatrix> {
  return request.kind === 'total'
    ? new BinCorrelator(request, checkpoint)
    : new PresentationCorrelator(request, checkpoint)
}

/**
 * A presentation that was not wholly observed for a unit, or whose count is not known, is missing
 * for the unit; of rates, also one without a duration.
 */
class PresentationCorrelator implements SpikeCollector<PearsonMatrix> {
  readonly #request: Extract<CorrelationRequest, { kind: 'signal' | 'noise' }>
  readonly #checkpoint: () => void
  readonly #kernel: AlignedKernel
  readonly #observed: ObservedPresentations
  readonly #order: Uint32Array
  readonly #samples: number
  /** shape [units, samples] */
  readonly #columns: Float64Array

  constructor(
    request: Extract<CorrelationRequest, { kind: 'signal' | 'noise' }>,
    checkpoint: () => void,
  ) {
    const { kind, alignment, groups, observation, unitRows } = request
    this.#request = request
    this.#checkpoint = checkpoint
    this.#kernel = new AlignedKernel(alignment)
    this.#observed = new ObservedPresentations(alignment, groups, observation)
    this.#order = groupOrder(groups)
    this.#samples = kind === 'signal' ? groups.count : this.#order.length
    this.#columns = new Float64Array(unitRows.length * this.#samples)
  }

  add(column: number, spikeTimes: Float64Array): void {
    const { kind, alignment, groups, unitRows, perSecond } = this.#request
    const counts = new Float64Array(presentationCount(alignment))
    const target = { offset: 0, presentationStride: 1, stride: 1, full: Number.POSITIVE_INFINITY }
    this.#kernel.count(spikeTimes, { cells: counts, ...target })
    const { isWhole } = this.#observed.ofUnit(unitRows[column])
    for (let position = 0; position < counts.length; position++) {
      if (!isWhole[position]) counts[position] = Number.NaN
      else if (perSecond) counts[position] /= durationOf(alignment, position)
    }
    const summarize = kind === 'signal' ? groupMeans : standardScores
    this.#columns.set(summarize(counts, groups, this.#order), column * this.#samples)
  }

  finish(): PearsonMatrix {
    const { unitRows } = this.#request
    return pearsonMatrix(this.#columns, unitRows.length, this.#samples, this.#checkpoint)
  }
}

/** NaN for a presentation without a duration. */
function durationOf(alignment: Alignment, position: number): number {
  if (alignment.kind === 'edges') return alignment.edges[1] - alignment.edges[0]
  const duration = alignment.stopTimes[position] - alignment.startTimes[position]
  return duration > 0 ? duration : Number.NaN
}

/** A bin that was not wholly observed for a unit is missing for it. */
class BinCorrelator implements SpikeCollector<PearsonMatrix> {
  readonly #request: Extract<CorrelationRequest, { kind: 'total' }>
  readonly #checkpoint: () => void
  readonly #counter: SpikeCounter

  constructor(request: Extract<CorrelationRequest, { kind: 'total' }>, checkpoint: () => void) {
    this.#request = request
    this.#checkpoint = checkpoint
    this.#counter = new SpikeCounter(request.bins, request.unitRows.length)
  }

  add(column: number, spikeTimes: Float64Array): void {
    this.#counter.add(column, spikeTimes)
  }

  finish(): PearsonMatrix {
    const { bins, unitRows, observation } = this.#request
    const { counts, unitCount, binCount } = this.#counter.finish()
    const columns = new Float64Array(counts.length)
    unitRows.forEach((row, column) => {
      const parts = observation && observedParts(bins, stretchesOfUnit(observation, row))
      for (let bin = 0; bin < binCount; bin++) {
        const isThere = !parts || parts[bin] === 1
        columns[column * binCount + bin] = isThere ? counts[bin * unitCount + column] : Number.NaN
      }
    })
    return pearsonMatrix(columns, unitCount, binCount, this.#checkpoint)
  }
}
