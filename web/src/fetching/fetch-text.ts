import { amount, bytes } from '../components/texts/amounts.ts'
import type { FetchCounts } from './fetch-log.ts'

/** What a view has the server fetch, before, meanwhile and afterwards. */
export function fetchText({ estimate, bytes: fetched, partCount, doneCount }: FetchCounts): string {
  const about = `about ${bytes(estimate)}`
  if (doneCount === 0) {
    return `Spikes and samples of this view: ${about} to fetch, unless the server has kept them.`
  }
  if (doneCount < partCount) {
    const share = fetched <= estimate ? `${bytes(fetched)} of ${about}` : bytes(fetched)
    return `Spikes and samples of this view: ${share} fetched, ${doneCount} of ${amount(partCount, 'request')} answered.`
  }
  return fetched === 0
    ? 'Nothing was fetched for this view: the server had kept its spikes and samples.'
    : `The server fetched ${bytes(fetched)} for this view; ${about} of spikes and samples were expected.`
}
