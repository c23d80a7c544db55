import type { Run } from './train-runs.ts'

/** Which interspike intervals are too short for one neuron. */
export interface ViolationRule {
  /** seconds; an interval shorter than this is a violation */
  readonly threshold: number
  /** seconds; no shorter interval could have been detected */
  readonly minimum: number
  /** whether a spike that follows the one before after `minimum` or less is left out first */
  readonly dropsDuplicates: boolean
}

export interface IsiViolations {
  readonly count: number
  /** spikes looked at, without those left out */
  readonly spikeCount: number
}

/**
 * Violations of the refractory period within some runs of spikes.
 *
 * @param spikeTimes shape [spikes], seconds, ascending
 */
export function isiViolations(
  spikeTimes: Float64Array,
  runs: readonly Run[],
  { threshold, minimum, dropsDuplicates }: ViolationRule,
): IsiViolations {
  let spikeCount = 0
  let count = 0
  for (const [from, to] of runs) {
    let previous = spikeTimes[from]
    spikeCount++
    for (let spike = from + 1; spike < to; spike++) {
      const time = spikeTimes[spike]
      if (dropsDuplicates && time - spikeTimes[spike - 1] <= minimum) continue
      if (time - previous < threshold) count++
      previous = time
      spikeCount++
    }
  }
  return { count, spikeCount }
}

/**
 * Rate of violations relative to that of the unit, Hill et al. 2011:
 * `count / (2 * spikes * (threshold - minimum)) / (spikes / seconds)`; NaN without spikes, or
 * without observed time.
 *
 * @param seconds during which the unit was observed
 */
export function violationRatio(
  { count, spikeCount }: IsiViolations,
  { threshold, minimum }: ViolationRule,
  seconds: number,
): number {
  if (!(seconds > 0)) return Number.NaN
  return count / (2 * spikeCount * (threshold - minimum)) / (spikeCount / seconds)
}
