import { bytes } from '../../components/texts/amounts.ts'
import type { ViewFetch } from './load-progress.ts'

/** What is under way, and of a recording that lies elsewhere, how much of it has come. */
export function loadingText(fetch: ViewFetch | null): string {
  if (fetch === null) return 'Loading spikes'
  const { doneCount, matrixCount, estimate } = fetch
  const about = `about ${bytes(estimate)}`
  if (doneCount === 0) return `Loading spikes: ${about} to fetch, unless the server has kept them`
  const fetched = bytes(fetch.bytes)
  const share = fetch.bytes <= estimate ? `${fetched} of ${about} fetched` : `${fetched} fetched`
  return `Loading spikes: ${share}, ${doneCount} of ${matrixCount} heatmaps`
}

/** What was fetched for heatmaps that have come, and what their files would take. */
export function fetchedText({ bytes: fetched, estimate }: ViewFetch): string {
  const what =
    fetched === 0
      ? 'Nothing was fetched for these heatmaps: the server had kept it.'
      : `The server fetched ${bytes(fetched)} for these heatmaps; about ${bytes(estimate)} of spikes were expected.`
  return `${what} The query below gives the addresses of their files, for which the server first fetches the whole recording, or all spike times of a large one.`
}
