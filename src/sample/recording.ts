import type { Channel, ProbePlan } from './animal/anatomy.ts'
import type { RunningWheel } from './animal/running.ts'
import type { UnitPlan } from './animal/unit-plan.ts'
import type { Presentation } from './stimuli/schedule.ts'

/** Everything that is decided of a session before its spikes are drawn. */
export interface Recording {
  readonly id: number
  readonly sessionType: 'brain_observatory_1.1' | 'functional_connectivity'
  /** ISO 8601 with time zone */
  readonly startTime: string
  readonly subject: SubjectPlan
  /** seconds; the clock starts at 0 */
  readonly duration: number
  readonly probes: readonly ProbePlan[]
  readonly channels: readonly Channel[]
  readonly units: readonly UnitPlan[]
  /** [units] */
  readonly spikeCounts: readonly number[]
  /** rows of the units with spikes exactly on the edges of bins */
  readonly unitsOnEdges: ReadonlySet<number>
  readonly presentations: readonly Presentation[]
  readonly invalidTimes: readonly InvalidTimePlan[]
  readonly runningWheel: RunningWheel
  readonly hasEyeTracking: boolean
  readonly hasOptotagging: boolean
  /** a column that is missing in the whole session: the files then have empty strings */
  readonly missingMetric: 'nn_miss_rate' | null
  /** channels of a mean waveform */
  readonly waveformChannels: number
  /** seconds a bin of the firing rate lasts */
  readonly rateBinWidth: number
}

export interface SubjectPlan {
  readonly specimenName: string
  readonly subjectId: string
  readonly sex: 'M' | 'F'
  readonly genotype: string
  readonly ageInDays: number
}

export interface InvalidTimePlan {
  readonly start: number
  readonly stop: number
  readonly tags: readonly string[]
}

/** Share the spikes of a session among its units by their weights, exactly. */
export function shareSpikes(units: readonly UnitPlan[], total: number): number[] {
  const weights = units.map(({ rateWeight }) => rateWeight)
  const sum = weights.reduce((before, weight) => before + weight, 0)
  const counts = weights.map((weight) => Math.floor((total * weight) / sum))
  const rest = total - counts.reduce((before, count) => before + count, 0)
  counts[weights.indexOf(Math.max(...weights))] += rest
  return counts
}

/** Onsets of the stimulus blocks: where the windows of an analysis are aligned. */
export function blockStarts(presentations: readonly Presentation[]): number[] {
  const starts = new Map<number, number>()
  for (const { block, start } of presentations) {
    if (block !== null && !starts.has(block)) starts.set(block, start)
  }
  return [...starts.values()]
}
