import type { PresentationFilter } from '../stimuli/presentation-filter.ts'
import type { EventSelection, EventSourceRequest } from './event-request.ts'

/** What a signal is aligned to: the starts of presentations, or events. */
export type Moments =
  | { readonly presentations: PresentationFilter }
  | { readonly events: EventSourceRequest; readonly where: EventSelection }
