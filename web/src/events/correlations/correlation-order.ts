import { quantile } from 'd3-array'
import type { CorrelationMatrixFragment } from '../../gql/graphql.ts'
import { sortByDepth } from '../../heatmap/cells/unit-sorting.ts'

type CorrelatedUnit = CorrelationMatrixFragment['units'][number]

/** Units of one area next to each other in the matrix. */
export interface CorrelationBlock {
  /** null: the units have no area */
  readonly area: string | null
  readonly first: number
  readonly count: number
}

/** Which unit each row and column is of. */
export interface CorrelationOrder {
  /** positions among the units of the answer; shape [units] */
  readonly units: readonly number[]
  readonly blocks: readonly CorrelationBlock[]
}

/**
 * Area by area in the order given, others after them, those without an area last; within an area
 * from the surface down.
 */
export function orderByArea(
  units: readonly CorrelatedUnit[],
  areas: readonly string[],
): CorrelationOrder {
  const names = [...new Set([...areas, ...units.flatMap(({ area }) => area ?? []), null])]
  const ordered: number[] = []
  const blocks: CorrelationBlock[] = []
  for (const area of names) {
    const members = units.flatMap((unit, i) => ((unit.area ?? null) === area ? [i] : []))
    if (members.length === 0) continue
    const byDepth = sortByDepth(
      members.map((i) => ({
        probeName: units[i].probe?.name ?? null,
        verticalPosition: units[i].channel?.verticalPosition ?? null,
      })),
    )
    blocks.push({ area, first: ordered.length, count: members.length })
    ordered.push(...byDepth.map((place) => members[place]))
  }
  return { units: ordered, blocks }
}

/** Fraction of the pairs whose colours are told apart; the rest have the last colour. */
const SHOWN_SHARE = 0.99

/**
 * The size that nearly all coefficients off the diagonal do not exceed; 1 without any.
 *
 * @param values NaN: none; shape [units, units]
 */
export function correlationLimit(values: ArrayLike<number>, unitCount: number): number {
  const sizes = Array.from(values, Math.abs).filter(
    (size, cell) => !Number.isNaN(size) && cell % (unitCount + 1) !== 0,
  )
  return quantile(sizes, SHOWN_SHARE) || 1
}

/** Two units, by their places in the matrix. */
export interface CorrelatedPair {
  readonly row: number
  readonly column: number
  readonly value: number
}

/**
 * The pairs whose coefficients are the largest in size, each once, the largest first.
 *
 * @param values NaN: none; shape [units, units]
 */
export function strongestPairs(
  values: ArrayLike<number>,
  { units }: CorrelationOrder,
  most: number,
): CorrelatedPair[] {
  const pairs: CorrelatedPair[] = []
  let least = 0
  const bySize = (one: CorrelatedPair, other: CorrelatedPair) =>
    Math.abs(other.value) - Math.abs(one.value)
  for (const [row, one] of units.entries()) {
    for (let column = row + 1; column < units.length; column++) {
      const value = values[one * units.length + units[column]]
      if (!(Math.abs(value) > least)) continue
      pairs.push({ row, column, value })
      if (pairs.length < 8 * most) continue
      pairs.sort(bySize).splice(most)
      least = Math.abs(pairs[most - 1].value)
    }
  }
  return pairs.sort(bySize).slice(0, most)
}
