import type { SessionTables } from '../domain/session/session-tables.ts'
import type { PresentationList } from '../domain/stimuli/presentations.ts'
import { amount } from '../formats/amounts.ts'

/** Why an export has no units. */
export function noUnitsReason({ units }: SessionTables): string {
  return `No unit is left to export, of the ${amount(units.count, 'unit')} that the session stores.`
}

/** Why an export has no presentations. */
export function noPresentationsReason({ count }: Pick<PresentationList, 'count'>): string {
  return count === 0
    ? 'The session has no presentations.'
    : `No presentation is left to export, of ${amount(count, 'presentation')}.`
}
