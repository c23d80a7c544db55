import {
  fieldSpans,
  ReceptiveFields,
  type ReceptiveFieldsRequest,
  type ReceptiveFieldsResult,
} from '../../domain/analyses/receptive-fields/receptive-fields.ts'
import {
  ResponseMetrics,
  type ResponseMetricsRequest,
  type ResponseMetricsResult,
  responseSpans,
} from '../../domain/analyses/responses/response-metrics.ts'
import type { ReadableSpikes } from './recorded-spikes.ts'
import { reduceSpikes } from './reduce-spikes.ts'
import type { IsCancelled } from './unit-spike-reader.ts'

/** See SessionBatches.responseMetrics. */
export function measureResponses(
  { units }: ReadableSpikes,
  requests: readonly ResponseMetricsRequest[],
  isCancelled: IsCancelled,
): ResponseMetricsResult[] {
  const spansOf = ({ design }: ResponseMetricsRequest) => responseSpans(design)
  const collect = (all: readonly ResponseMetricsRequest[]) =>
    all.map((request) => new ResponseMetrics(request))
  return reduceSpikes(units, requests, { spansOf, collect }, isCancelled)
}

/** See SessionBatches.receptiveFields. */
export function mapReceptiveFields(
  { units }: ReadableSpikes,
  requests: readonly ReceptiveFieldsRequest[],
  isCancelled: IsCancelled,
): ReceptiveFieldsResult[] {
  const spansOf = ({ startTimes }: ReceptiveFieldsRequest) => fieldSpans(startTimes)
  const collect = (all: readonly ReceptiveFieldsRequest[]) =>
    all.map((request) => new ReceptiveFields(request))
  return reduceSpikes(units, requests, { spansOf, collect }, isCancelled)
}
