import type { EventSourceRequest } from '../../domain/events/event-request.ts'
import { toSignal } from '../fields/signals/signal-arguments.ts'
import type { EventSource as EventSourceInput } from '../generated.ts'

/** Where events come from, as a query says it: graphql-js has checked that it is one source. */
export function toEventSource({ crossings, ...source }: EventSourceInput): EventSourceRequest {
  return crossings ? { crossings: { ...crossings, of: toSignal(crossings.of) } } : source
}
