import type { AlignedResult, AlignRequest } from '../../domain/alignment/align-request.ts'
import { joinColumns, splitColumns } from '../../domain/alignment/split-columns.ts'
import type { SplitBatch } from '../batch-rule.ts'

/**
 * One request is divided by its units. Several stay together: they may share units, each of which
 * is then read once for all.
 */
export function splitAligned(
  requests: readonly AlignRequest[],
  idleThreads: number,
): SplitBatch<AlignRequest, AlignedResult> {
  const [request] = requests
  if (!request || requests.length > 1) {
    return { parts: [requests], join: (responses) => responses.flat() }
  }
  const parts = splitColumns(request, idleThreads)
  const widths = parts.map(({ unitRows }) => unitRows.length)
  return {
    parts: parts.map((part) => [part]),
    async join(responses) {
      const values = responses.flat().map(({ value }) => value)
      return [{ name: request.kind, value: await joinColumns(values, widths) }]
    },
  }
}
