import { count } from '../../components/texts/amounts.ts'

/** Part of a distance by which another one may differ and still be the same, as in the API. */
const TOLERANCE = 1e-3

/**
 * Why the distance between channels has to be given; null where the file says it.
 *
 * @param heights µm from the probe's tip, of neighbours in order; null: not known
 */
export function unknownSpacing(heights: readonly (number | null)[]): string | null {
  if (heights.some((height) => height === null))
    return 'The file does not say where the channels lie on the probe.'
  const known = heights as readonly number[]
  const distances = known.slice(1).map((height, i) => Math.abs(height - known[i]))
  const [first] = distances
  const isEven = distances.every((distance) => Math.abs(distance - first) <= TOLERANCE * first)
  if (first > 0 && isEven) return null
  const [least, most] = [Math.min(...distances), Math.max(...distances)]
  return least === most
    ? 'All channels lie at the same height on the probe, says the file.'
    : `The channels are not equally far apart: neighbours lie ${count(least)} to ${count(most)} µm from each other.`
}
