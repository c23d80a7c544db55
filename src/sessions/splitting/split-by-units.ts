import type { SplitBatch } from '../batch-rule.ts'

interface OfUnits {
  readonly unitRows: Uint32Array
}

/** Columns that a part has at least: fewer are counted sooner than another thread can start. */
const SMALLEST_PART = 150

/** Parts that share no unit, so that each unit is still read once. */
export function splitByUnits<Request extends OfUnits, Response>(
  requests: readonly Request[],
  idleThreads: number,
): SplitBatch<Request, Response> {
  const positions = partsByUnits(requests, idleThreads)
  return {
    parts: positions.map((part) => part.map((position) => requests[position])),
    join(responses) {
      const joined = new Array<Response>(requests.length)
      for (const [part, own] of positions.entries()) {
        for (const [i, position] of own.entries()) joined[position] = responses[part][i]
      }
      return joined
    },
  }
}

/**
 * Parts have about as many columns each; a batch that is small, or whose requests share units,
 * stays whole.
 *
 * @returns positions of the requests of each part, in order
 */
export function partsByUnits(requests: readonly OfUnits[], most: number): number[][] {
  const columns = requests.reduce((sum, { unitRows }) => sum + unitRows.length, 0)
  const count = Math.min(most, Math.floor(columns / SMALLEST_PART))
  if (count < 2) return [requests.map((_, position) => position)]
  const parts = Array.from({ length: count }, () => ({ columns: 0, positions: [] as number[] }))
  const groups = groupsThatShareUnits(requests).sort((a, b) => b.columns - a.columns)
  for (const group of groups) {
    const smallest = parts.reduce((least, part) => (part.columns < least.columns ? part : least))
    smallest.columns += group.columns
    smallest.positions.push(...group.positions)
  }
  return parts
    .map(({ positions }) => positions.sort((a, b) => a - b))
    .filter(({ length }) => length > 0)
}

interface Group {
  columns: number
  readonly positions: number[]
}

function groupsThatShareUnits(requests: readonly OfUnits[]): Group[] {
  /** an earlier request of the same group; itself: the first */
  const earlier = requests.map((_, position) => position)
  const firstOf = (position: number) => {
    let at = position
    while (earlier[at] !== at) at = earlier[at]
    return at
  }
  const byRows = new Map<Uint32Array, number>()
  const byUnit = new Map<number, number>()
  for (const [position, { unitRows }] of requests.entries()) {
    const same = byRows.get(unitRows)
    if (same === undefined) {
      byRows.set(unitRows, position)
      for (const row of unitRows) {
        const other = byUnit.get(row)
        if (other === undefined) byUnit.set(row, position)
        else earlier[firstOf(position)] = firstOf(other)
      }
    } else earlier[position] = firstOf(same)
  }
  const groups = new Map<number, Group>()
  for (const [position, { unitRows }] of requests.entries()) {
    const first = firstOf(position)
    const group = groups.get(first) ?? { columns: 0, positions: [] }
    groups.set(first, group)
    group.columns += unitRows.length
    group.positions.push(position)
  }
  return [...groups.values()]
}
