import type { CountArray } from '../counting/count-matrix.ts'
import type { PresentationGroups } from '../stimuli/grouped-presentations.ts'
import type { Observation } from '../time/observation.ts'
import { AlignedCounter } from './aligned-counter.ts'
import { AlignedSpikeList } from './aligned-spikes.ts'
import type { Alignment, EdgeAlignment, WholeAlignment } from './alignment.ts'
import { BinStatistics } from './bin-statistics.ts'
import { FirstSpikeStatistics, FirstSpikes } from './first-spikes.ts'
import { PresentationStatistics } from './presentation-statistics.ts'

/** One question about spikes around presentations. The units are columns, in the order asked. */
export type AlignRequest =
  | {
      readonly kind: 'counts'
      readonly alignment: Alignment
      /** rows of the units table */
      readonly unitRows: Uint32Array
    }
  | {
      readonly kind: 'binStatistics'
      readonly alignment: EdgeAlignment
      readonly groups: PresentationGroups
      /** null: whatever is asked was observed */
      readonly observation: Observation | null
      readonly unitRows: Uint32Array
    }
  | {
      readonly kind: 'presentationStatistics'
      readonly alignment: WholeAlignment
      readonly groups: PresentationGroups
      /** of spikes a second instead of spikes */
      readonly perSecond: boolean
      /** null: whatever is asked was observed */
      readonly observation: Observation | null
      readonly unitRows: Uint32Array
    }
  | {
      readonly kind: 'firstSpikes'
      /** of one bin: the window */
      readonly alignment: EdgeAlignment
      readonly unitRows: Uint32Array
    }
  | {
      readonly kind: 'firstSpikeStatistics'
      /** of one bin: the window */
      readonly alignment: EdgeAlignment
      readonly groups: PresentationGroups
      readonly unitRows: Uint32Array
    }
  | {
      readonly kind: 'spikes'
      readonly alignment: Alignment
      readonly unitRows: Uint32Array
    }

/**
 * Counts of shape [presentations, bins, units], in C order, in the narrowest cells that hold them.
 */
export interface AlignedCounts {
  readonly counts: CountArray
}

/**
 * Statistics over the presentations of each group; shape of every array:
 * [groups, bins, units], in C order.
 */
export interface GroupStatistics {
  /** spikes in all presentations of the group together */
  readonly spikeCounts: Float64Array
  /** over `presentationCounts`; NaN over none */
  readonly means: Float64Array
  /** with `ddof=1`; NaN over fewer than two presentations */
  readonly standardDeviations: Float64Array
  /** presentations of the group in which the bin was wholly observed for the unit */
  readonly presentationCounts: Uint32Array<ArrayBuffer>
}

/** Shape [presentations, units]. */
export interface FirstSpikeLatencies {
  /** seconds from the start of the presentation; NaN: no spike in the window */
  readonly latencies: Float64Array
}

/** Shape of every array: [groups, units]. */
export interface FirstSpikeSummaries {
  /** of the presentations with a spike; NaN where there is none */
  readonly medians: Float64Array
  readonly lowerQuartiles: Float64Array
  readonly upperQuartiles: Float64Array
  /** presentations with a spike in the window */
  readonly respondedCounts: Uint32Array<ArrayBuffer>
}

/** Spikes in order of time, then of presentation, then of unit. Shape of every array: [spikes]. */
export interface AlignedSpikes {
  /** seconds */
  readonly spikeTimes: Float64Array
  /** position of the presentation among those asked */
  readonly presentations: Int32Array
  /** column of the unit */
  readonly columns: Int32Array
  /** `spikeTime - start` of the presentation, seconds */
  readonly timesSinceStart: Float64Array
}

export type AlignAnswer =
  | AlignedCounts
  | GroupStatistics
  | FirstSpikeLatencies
  | FirstSpikeSummaries
  | AlignedSpikes

/**
 * Takes the spikes of one unit after the other, in any order, each once, and
 * holds no more than its answer.
 */
export interface SpikeCollector {
  /** @param spikeTimes shape [spikes], seconds, ascending; holds only during the call */
  add(column: number, spikeTimes: Float64Array): void
  /** The answer; the collector is not to be used any more. */
  finish(): AlignAnswer
}

/** What gathers the answer to a question. */
export function collectorOf(request: AlignRequest): SpikeCollector {
  const { unitRows } = request
  switch (request.kind) {
    case 'counts':
      return new AlignedCounter(request.alignment, unitRows.length)
    case 'binStatistics':
      return new BinStatistics(request.alignment, request.groups, request.observation, unitRows)
    case 'presentationStatistics':
      return new PresentationStatistics(
        request.alignment,
        request.groups,
        request.perSecond,
        request.observation,
        unitRows,
      )
    case 'firstSpikes':
      return new FirstSpikes(request.alignment, unitRows.length)
    case 'firstSpikeStatistics':
      return new FirstSpikeStatistics(request.alignment, request.groups, unitRows.length)
    case 'spikes':
      return new AlignedSpikeList(request.alignment)
  }
}
