import type { SplitBatch } from '../batch-rule.ts'

interface OfUnits {
  readonly unitRows: Uint32Array
}

/** Units that a part has at least: fewer are done sooner than another thread can start. */
const SMALLEST_PART = 64

/**
 * Divides a batch of one request by its units. Several requests stay together: they may share
 * units, each of which is then read once for all.
 *
 * @param join the response to a request from those to its parts, whose units follow each other
 */
export function splitUnits<Request extends OfUnits, Response>(
  join: (responses: readonly Response[]) => Response,
): (requests: readonly Request[], idleThreads: number) => SplitBatch<Request, Response> {
  return (requests, idleThreads) => {
    const [request] = requests
    if (!request || requests.length > 1) {
      return { parts: [requests], join: (responses) => responses.flat() }
    }
    const { unitRows } = request
    const count = Math.max(1, Math.min(idleThreads, Math.floor(unitRows.length / SMALLEST_PART)))
    const begin = (part: number) => Math.round((part * unitRows.length) / count)
    return {
      parts: Array.from({ length: count }, (_, part) => [
        { ...request, unitRows: unitRows.slice(begin(part), begin(part + 1)) },
      ]),
      join: (responses) => [join(responses.flat())],
    }
  }
}
