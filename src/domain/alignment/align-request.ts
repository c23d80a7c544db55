import type { CountArray } from '../counting/count-matrix.ts'
import type { SpikeCollector } from '../counting/spike-collector.ts'
import type { Named } from '../named.ts'
import type { PresentationGroups } from '../stimuli/grouped-presentations.ts'
import type { Observation } from '../time/observation.ts'
import { AlignedCounter } from './aligned-counter.ts'
import { AlignedSpikeList } from './aligned-spikes.ts'
import type { Alignment, EdgeAlignment, WholeAlignment } from './alignment.ts'
import { BinStatistics } from './bin-statistics.ts'
import { FirstSpikeStatistics, FirstSpikes } from './first-spikes.ts'
import { PresentationStatistics } from './presentation-statistics.ts'

/** What spikes around presentations are wanted for. The units are columns, in this order. */
export type AlignRequest =
  | AlignedCountsRequest
  | AlignedSpikesRequest
  | GroupStatisticsRequest
  | FirstSpikesRequest
  | FirstSpikeStatisticsRequest

export interface AlignedCountsRequest {
  readonly kind: 'counts'
  readonly alignment: Alignment
  /** rows of the units table */
  readonly unitRows: Uint32Array
}

export interface AlignedSpikesRequest {
  readonly kind: 'spikes'
  readonly alignment: Alignment
  /** rows of the units table */
  readonly unitRows: Uint32Array
}

/** Statistics over each group of presentations: of counts in bins, or in whole presentations. */
export type GroupStatisticsRequest =
  | {
      readonly kind: 'binStatistics'
      readonly alignment: EdgeAlignment
      readonly groups: PresentationGroups
      /** null: every unit was observed at all times of the request */
      readonly observation: Observation | null
      /** rows of the units table */
      readonly unitRows: Uint32Array
    }
  | {
      readonly kind: 'presentationStatistics'
      readonly alignment: WholeAlignment
      readonly groups: PresentationGroups
      /** of spikes per second instead of spikes */
      readonly perSecond: boolean
      /** null: every unit was observed at all times of the request */
      readonly observation: Observation | null
      /** rows of the units table */
      readonly unitRows: Uint32Array
    }

export interface FirstSpikesRequest {
  readonly kind: 'firstSpikes'
  /** of one bin: the window */
  readonly alignment: EdgeAlignment
  /** rows of the units table */
  readonly unitRows: Uint32Array
}

export interface FirstSpikeStatisticsRequest {
  readonly kind: 'firstSpikeStatistics'
  /** of one bin: the window */
  readonly alignment: EdgeAlignment
  readonly groups: PresentationGroups
  /** rows of the units table */
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
  /** position of the presentation among those requested */
  readonly presentations: Int32Array
  /** column of the unit */
  readonly columns: Int32Array
  /** `spikeTime - start` of the presentation, seconds */
  readonly timesSinceStart: Float64Array
}

/** What each kind of request is reduced to. */
export interface AlignResults {
  counts: AlignedCounts
  spikes: AlignedSpikes
  binStatistics: GroupStatistics
  presentationStatistics: GroupStatistics
  firstSpikes: FirstSpikeLatencies
  firstSpikeStatistics: FirstSpikeSummaries
}

export type AlignedResult = Named<AlignResults>

/** What gathers the result of a request. */
export function collectorOf(request: AlignRequest): SpikeCollector<AlignedResult> {
  const { kind, unitRows } = request
  switch (kind) {
    case 'counts':
      return named(kind, new AlignedCounter(request.alignment, unitRows.length))
    case 'spikes':
      return named(kind, new AlignedSpikeList(request.alignment))
    case 'binStatistics': {
      const { alignment, groups, observation } = request
      return named(kind, new BinStatistics(alignment, groups, observation, unitRows))
    }
    case 'presentationStatistics': {
      const { alignment, groups, perSecond, observation } = request
      const statistics = new PresentationStatistics(
        alignment,
        groups,
        perSecond,
        observation,
        unitRows,
      )
      return named(kind, statistics)
    }
    case 'firstSpikes':
      return named(kind, new FirstSpikes(request.alignment, unitRows.length))
    case 'firstSpikeStatistics': {
      const { alignment, groups } = request
      return named(kind, new FirstSpikeStatistics(alignment, groups, unitRows.length))
    }
  }
}

function named<Kind extends keyof AlignResults>(
  name: Kind,
  collector: SpikeCollector<AlignResults[Kind]>,
): SpikeCollector<Named<AlignResults, Kind>> {
  return {
    add: (column, spikeTimes) => collector.add(column, spikeTimes),
    finish: () => ({ name, value: collector.finish() }),
  }
}
