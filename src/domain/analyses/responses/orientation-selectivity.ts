/** Responses to gratings, one per direction or orientation; shape of both: [orientations]. */
export interface OrientationTuning {
  /** degrees */
  readonly orientations: Float64Array
  readonly responses: Float64Array
}

/**
 * Global selectivity: `|Σ r e^{i h θ}| / Σ r`, with harmonic 2 for orientation (1 - circular
 * variance, Ringach 2002; AllenSDK `g_osi`) and 1 for direction (`g_dsi`).
 *
 * @returns NaN without responses
 */
export function globalSelectivity(
  { orientations, responses }: OrientationTuning,
  harmonic: 1 | 2,
): number {
  const real = new Float64Array(responses.length)
  const imaginary = new Float64Array(responses.length)
  let sum = 0
  for (const [i, response] of responses.entries()) {
    const angle = harmonic * ((orientations[i] / 180) * Math.PI)
    real[i] = response * Math.cos(angle)
    imaginary[i] = response * Math.sin(angle)
    sum += response
  }
  if (sum === 0) return Number.NaN
  return Math.hypot(complexPartSum(real), complexPartSum(imaginary)) / sum
}

/** Numbers that numpy adds one after the other, and in how many lanes it adds more. */
const LANES = 4

/**
 * Sum of the real or of the imaginary parts in the order in which numpy adds complex numbers: what
 * cancels there cancels here.
 */
function complexPartSum(parts: Float64Array): number {
  if (parts.length < LANES) return parts.reduce((sum, part) => sum + part, 0)
  const rest = parts.length % LANES
  const lanes = parts.slice(0, LANES)
  for (let i = LANES; i < parts.length - rest; i++) lanes[i % LANES] += parts[i]
  let sum = lanes[0] + lanes[1] + (lanes[2] + lanes[3])
  for (let i = parts.length - rest; i < parts.length; i++) sum += parts[i]
  return sum
}

/**
 * Selectivity by two responses, as papers give it: `(R_pref - R_other) / (R_pref + R_other)`, where
 * R_pref is the largest response (the first of equal ones), and R_other the mean of those at the
 * preferred angle plus each of `offsets` that were shown.
 *
 * @param period degrees after which an angle is itself again: 360 of directions, 180 of
 *   orientations
 * @returns NaN where none of them was shown, and without responses
 */
export function pairSelectivity(
  { orientations, responses }: OrientationTuning,
  offsets: readonly number[],
  period: number,
): number {
  const preferred = responses.indexOf(responses.reduce((a, b) => Math.max(a, b), -Infinity))
  const others = responses.filter((_, i) =>
    offsets.some((offset) => (orientations[i] - orientations[preferred] - offset) % period === 0),
  )
  const other = others.reduce((sum, response) => sum + response, 0) / others.length
  const best = responses[preferred]
  return (best - other) / (best + other)
}
