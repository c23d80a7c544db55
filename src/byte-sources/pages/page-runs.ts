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
