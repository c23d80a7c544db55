import type { ReadCost } from '../byte-source.ts'
import { PAGE_BYTES } from './page-table.ts'

/** Pages one after another; `to` is not included. */
export interface PageRun {
  readonly from: number
  readonly to: number
}

/** The pages that some bytes lie in. */
export const pagesOf = (position: number, length: number): PageRun => ({
  from: Math.floor(position / PAGE_BYTES),
  to: Math.ceil((position + length) / PAGE_BYTES),
})

/**
 * Which runs of pages to fetch, each by one request.
 *
 * @param pages ascending, each once
 * @param largestGap pages between two that are fetched with them, where that is less than what
 *   another request costs
 * @param mostPages of a run: longer ones are fetched in parts, side by side
 */
export function planRuns(
  pages: readonly number[],
  largestGap: number,
  mostPages: number,
): PageRun[] {
  const runs: { from: number; to: number }[] = []
  for (const page of pages) {
    const last = runs.at(-1)
    if (last && page - last.to <= largestGap && page - last.from < mostPages) last.to = page + 1
    else runs.push({ from: page, to: page + 1 })
  }
  return runs
}

/** Pages between two that are wanted, which are fetched with them: 2 KB to 64 KB. */
const GAPS = [1, 2, 4, 8, 16, 32]

/**
 * How much the lesser of two costs counts that are paid at the same time: connections that wait
 * take none of the bandwidth, but neither is ever used to the full.
 */
const LESSER_SHARE = 0.5

/** The runs that are fetched soonest, by some connections at once. See {@link planRuns}. */
export function cheapestRuns(
  pages: readonly number[],
  { latency, bandwidth }: ReadCost,
  connections: number,
  mostPages: number,
): PageRun[] {
  const secondsOf = (runs: readonly PageRun[]) => {
    const fetched = runs.reduce((sum, { from, to }) => sum + to - from, 0)
    const ofRequests = (runs.length * latency) / connections
    const ofBytes = (fetched * PAGE_BYTES) / bandwidth
    const [lesser, greater] = [ofRequests, ofBytes].sort((a, b) => a - b)
    return greater + LESSER_SHARE * lesser
  }
  let best = planRuns(pages, GAPS[0], mostPages)
  let bestSeconds = secondsOf(best)
  for (const gap of GAPS.slice(1)) {
    const runs = planRuns(pages, gap, mostPages)
    const seconds = secondsOf(runs)
    if (seconds < bestSeconds) [best, bestSeconds] = [runs, seconds]
  }
  return best
}
