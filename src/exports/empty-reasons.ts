import type { SessionTables } from '../domain/session/session-tables.ts'
import { amount } from '../formats/amounts.ts'

/** Why an export has no units. */
export function noUnitsReason({ units }: SessionTables): string {
  return `No unit is left to export, of the ${amount(units.count, 'unit')} that the session stores.`
}
