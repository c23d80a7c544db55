import { numpySum } from '../../numeric/numpy-sum.ts'

/** Thresholds between the smallest and the largest response, as in the AllenSDK. */
const STEPS = 1000

/**
 * How selective a unit is for some images: `1 - 2 mean_j(share of responses above t_j)`, over 1000
 * thresholds from the smallest response upwards (Quian Quiroga 2007; AllenSDK `image_selectivity`).
 * 0 for equal responses, near 1 for a response to one of many.
 *
 * @param responses mean response to each image
 * @returns NaN for fewer than two images
 */
export function imageSelectivity(responses: Float64Array): number {
  if (responses.length < 2) return Number.NaN
  const least = responses.reduce((a, b) => Math.min(a, b))
  const most = responses.reduce((a, b) => Math.max(a, b))
  if (least === most) return 0
  const shares = Float64Array.from({ length: STEPS }, (_, step) => {
    const threshold = least + step * ((most - least) / STEPS)
    let above = 0
    for (const response of responses) if (response > threshold) above++
    return above / responses.length
  })
  return 1 - 2 * (numpySum(shares) / STEPS)
}
