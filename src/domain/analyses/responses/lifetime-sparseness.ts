/**
 * How few of the stimuli a unit responds to: `(1 - (Σr)² / (N Σr²)) / (1 - 1/N)`, 0 for equal
 * responses to all and 1 for a response to one (Vinje and Gallant 2000; AllenSDK
 * `lifetime_sparseness`).
 *
 * @param responses to each of N stimuli
 * @returns NaN for fewer than two stimuli, and where the unit responds to none
 */
export function lifetimeSparseness(responses: Float64Array): number {
  if (responses.length <= 1) return Number.NaN
  let sum = 0
  let squares = 0
  for (const response of responses) {
    sum += response
    squares += response * response
  }
  const part = 1 / responses.length
  return (1 - part * ((sum * sum) / squares)) / (1 - part)
}
