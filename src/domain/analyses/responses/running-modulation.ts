import { numpySum } from '../../numeric/numpy-sum.ts'
import { welchTest } from '../../numeric/welch-test.ts'

/** Slowest speed of a running animal in cm/s, as in the AllenSDK. */
export const RUNNING_SPEED = 1

export interface RunningModulation {
  /** from -1 to 1: `(r - s) / r` where r > s, else `-(s - r) / s` */
  readonly modulation: number
  /** of Welch's t-test, two-sided */
  readonly pValue: number
}

const unknown: RunningModulation = { modulation: Number.NaN, pValue: Number.NaN }

/**
 * How running changes the response to a stimulus: r and s are the mean counts of the presentations
 * in which the animal ran and stood still (AllenSDK `running_modulation`).
 *
 * @param counts shape [presentations]
 * @param speeds mean of each presentation in cm/s; NaN: unknown
 * @param unknownIsStill as in the AllenSDK, where an unknown speed is below the threshold
 * @returns NaN unless there are two presentations of either kind, and where both means are 0
 */
export function runningModulation(
  counts: Float64Array,
  speeds: Float64Array,
  unknownIsStill: boolean,
): RunningModulation {
  const running = counts.filter((_, i) => speeds[i] >= RUNNING_SPEED)
  const still = counts.filter(
    (_, i) => speeds[i] < RUNNING_SPEED || (unknownIsStill && Number.isNaN(speeds[i])),
  )
  if (running.length < 2 || still.length < 2) return unknown
  const r = numpySum(running) / running.length
  const s = numpySum(still) / still.length
  if (r === 0 && s === 0) return unknown
  return { modulation: r > s ? (r - s) / r : -(s - r) / s, pValue: welchTest(running, still) }
}
