import type { PresentationFilter } from '../stimuli/presentation-filter.ts'
import type { EventSelection, EventSourceRequest } from './event-request.ts'

export interface PresentationMoments {
  readonly presentations: PresentationFilter
}

export interface EventMoments {
  readonly events: EventSourceRequest
  readonly where: EventSelection
}

/** What a signal is aligned to: the starts of presentations, or events. */
export type Moments = PresentationMoments | EventMoments
