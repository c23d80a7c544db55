import type { Moments } from '../domain/events/moments.ts'
import type { AddressField } from './address-field.ts'
import { eventSelectionField, eventSourceField } from './event-fields.ts'
import { presentationFilterField } from './presentation-filter-field.ts'

/** Presentations, as `presentations.stimulusNames`; or `events`, with `where.minGap`. */
export const momentsField: AddressField<Moments> = {
  *write(moments) {
    if ('events' in moments) {
      yield* eventSourceField.write(moments.events, 'events')
      yield* eventSelectionField.write(moments.where, 'where')
    } else yield* presentationFilterField.write(moments.presentations, 'presentations')
  },
  read: (fields) =>
    fields.names().includes('events')
      ? {
          events: eventSourceField.read(fields, 'events'),
          where: eventSelectionField.read(fields, 'where'),
        }
      : { presentations: presentationFilterField.read(fields, 'presentations') },
  canonical: (moments, tables) =>
    'events' in moments
      ? {
          events: eventSourceField.canonical?.(moments.events, tables) ?? moments.events,
          where: moments.where,
        }
      : {
          presentations:
            presentationFilterField.canonical?.(moments.presentations, tables) ??
            moments.presentations,
        },
}
