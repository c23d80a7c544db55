import type { Address } from '../../app/address.ts'
import { unitFilter } from '../../app/unit-filter.ts'
import type { Baseline, EventSource, PresentationFilter, UnitFilter } from '../../gql/graphql.ts'
import { ALL_TOGETHER } from '../../unit/responses/grouping.ts'
import { type ResponseWindow, responseWindow } from '../../unit/responses/response-window.ts'
import type { ChosenEvent } from '../event-source.ts'

/** The request to the API for the activity around events. */
export interface EventRequest {
  readonly event: ChosenEvent
  readonly window: ResponseWindow
  readonly shared: ResponseWindow & { readonly session: string; readonly units: UnitFilter }
  readonly baseline: Baseline | null
  /** parameter, or column, that the events are grouped by; null: not at all */
  readonly grouping: string | null
  readonly presentations: PresentationFilter
  readonly events: EventSource
}

/**
 * @param areas acronyms
 * @param duration of a presentation, in seconds; null: not known
 */
export function eventRequest(
  address: Address,
  event: ChosenEvent,
  areas: readonly string[],
  duration: number | null,
  grouping: string,
): EventRequest {
  const usual = responseWindow(duration)
  const window = {
    before: address.eventBefore ?? usual.before,
    after: address.eventAfter ?? usual.after,
    binSize: address.eventBin ?? usual.binSize,
  }
  const chosen = grouping === ALL_TOGETHER ? null : grouping
  return {
    event,
    window,
    shared: {
      session: address.session ?? '',
      units: { ...unitFilter(address.limits), ...(areas.length > 0 && { areas: [...areas] }) },
      ...window,
    },
    baseline:
      address.baseline && window.before > 0
        ? { from: -window.before, to: 0, method: 'SUBTRACT' }
        : null,
    grouping: chosen,
    presentations: event.kind === 'stimulus' ? { stimulusNames: [event.name] } : {},
    events: sourceOf(event, chosen),
  }
}

function sourceOf(event: ChosenEvent, valueColumn: string | null): EventSource {
  switch (event.kind) {
    case 'column':
      return { intervals: { table: event.table, column: event.column, valueColumn } }
    case 'series':
      return { timeSeries: { path: event.path } }
    case 'light':
      return { optogenetic: {} }
    case 'running':
      return {
        crossings: {
          of: { signal: 'RUNNING_SPEED' },
          threshold: 1,
          hold: 1,
          minDuration: 0.5,
        },
      }
    case 'stimulus':
      return { times: [] }
  }
}
