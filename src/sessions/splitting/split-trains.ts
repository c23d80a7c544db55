import { joinColumns } from '../../domain/alignment/split-columns.ts'
import type { TrainRequest, TrainResponse } from '../../domain/analyses/trains/train-request.ts'
import { unitParts } from '../../domain/units/unit-parts.ts'
import type { SplitBatch } from '../batch-rule.ts'

/** Requests about the same units are divided by these; others stay together. */
export function splitTrains(
  requests: readonly TrainRequest[],
  idleThreads: number,
): SplitBatch<TrainRequest, TrainResponse> {
  const [first] = requests
  const areAlike = requests.every(({ unitRows }) => unitRows === first?.unitRows)
  if (!first || !areAlike) return { parts: [requests], join: (responses) => responses.flat() }
  const parts = unitParts(first.unitRows, idleThreads)
  const join = async (
    request: TrainRequest,
    responses: readonly TrainResponse[],
  ): Promise<TrainResponse> => {
    const cellsOfUnit = request.kind === 'isiHistograms' ? request.edges.length - 1 : 1
    const widths = parts.map(({ length }) => length * cellsOfUnit)
    const values = responses.map(({ value }) => value)
    return { name: request.kind, value: await joinColumns(values, widths) }
  }
  return {
    parts: parts.map((unitRows) => requests.map((request) => ({ ...request, unitRows }))),
    join: (responses) =>
      Promise.all(
        requests.map((request, i) =>
          join(
            request,
            responses.map((ofPart) => ofPart[i]),
          ),
        ),
      ),
  }
}
