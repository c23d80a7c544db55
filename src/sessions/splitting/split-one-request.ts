import { unitParts } from '../../domain/units/unit-parts.ts'
import type { SplitBatch } from '../batch-rule.ts'

interface OfUnits {
  readonly unitRows: Uint32Array
}

/**
 * Divides a batch of one request by its units. Several requests stay together: they may share
 * units, each of which is then read once for all.
 *
 * @param join the response to a request from those to its parts, whose units follow each other
 */
export function splitOneRequest<Request extends OfUnits, Response>(
  join: (responses: readonly Response[]) => Response,
): (requests: readonly Request[], idleThreads: number) => SplitBatch<Request, Response> {
  return (requests, idleThreads) => {
    const [request] = requests
    if (!request || requests.length > 1) {
      return { parts: [requests], join: (responses) => responses.flat() }
    }
    return {
      parts: unitParts(request.unitRows, idleThreads).map((unitRows) => [{ ...request, unitRows }]),
      join: (responses) => [join(responses.flat())],
    }
  }
}
