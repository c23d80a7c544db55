import { InvalidArgumentError } from '../../errors.ts'

/** Elements of a block where its shape is left out. */
const USUAL_ELEMENTS = 1000

/** Elements of a block at most. */
const MOST_ELEMENTS = 10_000

/** Part of an array: where it begins, and its lengths along each dimension. */
export interface ValueBlock {
  readonly start: readonly number[]
  readonly shape: readonly number[]
}

/**
 * The block of an array that is requested.
 *
 * @param lengths of the array; shape [dimensions]
 * @param start null: at the beginning
 * @param shape null: what there is from `start` on, filled from the last dimension to the first
 * @throws InvalidArgumentError
 */
export function planBlock(
  lengths: readonly number[],
  start: readonly number[] | null,
  shape: readonly number[] | null,
): ValueBlock {
  const from = start ?? lengths.map(() => 0)
  assertRank('start', from, lengths)
  if (shape) assertRank('shape', shape, lengths)
  const isStart = from.every((index, i) => index >= 0 && index <= lengths[i])
  const counts = shape ?? usualShape(lengths.map((length, i) => length - from[i]))
  const isInside =
    isStart && counts.every((count, i) => count >= 0 && from[i] + count <= lengths[i])
  if (!isInside) {
    throw new InvalidArgumentError(
      `The block from [${from.join(', ')}]${shape ? ` of shape [${shape.join(', ')}]` : ''} is not within the dataset, whose shape is [${lengths.join(', ')}].`,
    )
  }
  const elements = elementsIn(counts)
  if (elements > MOST_ELEMENTS) {
    throw new InvalidArgumentError(
      `A block of shape [${counts.join(', ')}] has ${elements} elements; at most ${MOST_ELEMENTS} are returned. Request smaller blocks.`,
    )
  }
  return { start: from, shape: counts }
}

export const elementsIn = (shape: readonly number[]): number =>
  shape.reduce((product, length) => product * length, 1)

/** As much of what there is as a page holds: whole rows where several fit. */
function usualShape(available: readonly number[]): number[] {
  const shape = [...available]
  let left = USUAL_ELEMENTS
  for (let i = shape.length - 1; i >= 0; i--) {
    shape[i] = Math.min(available[i], Math.max(1, Math.floor(left)))
    left /= Math.max(1, shape[i])
  }
  return shape
}

function assertRank(name: string, given: readonly number[], lengths: readonly number[]): void {
  if (given.length === lengths.length) return
  throw new InvalidArgumentError(
    `${name} has ${given.length} entries; the dataset has ${lengths.length} dimensions, each of which needs one.`,
  )
}
