import {
  addCorrelograms,
  type CorrelogramRequest,
  type CorrelogramResponse,
  shareCorrelograms,
} from '../../domain/analyses/correlograms/correlogram-request.ts'
import type { SplitBatch } from '../batch-rule.ts'

/** Units that another thread pays for. */
const FEWEST_UNITS = 8

/**
 * One request is divided by time; each thread reads what of the units lies in its share. Bins of a
 * share would not be those of an interval: counts in bins stay whole.
 */
export function splitCorrelograms(
  requests: readonly CorrelogramRequest[],
  idleThreads: number,
): SplitBatch<CorrelogramRequest, CorrelogramResponse> {
  const [request] = requests
  const isShared =
    requests.length === 1 &&
    request !== undefined &&
    idleThreads > 1 &&
    !request.isBinned &&
    request.unitRows.length >= FEWEST_UNITS
  if (!isShared) return { parts: [requests], join: (responses) => responses.flat() }
  const parts = shareCorrelograms(request, idleThreads).map((share) => [share])
  return { parts, join: async (responses) => [await addCorrelograms(responses.flat())] }
}
