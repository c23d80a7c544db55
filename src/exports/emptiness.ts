import type { SessionTables } from '../domain/session/session-tables.ts'
import type { PresentationList } from '../domain/stimuli/presentations.ts'
import type { UnitFilter } from '../domain/units/unit-filter.ts'
import { amount } from '../formats/amounts.ts'
import type { Emptiness, ExportSource } from './export-kind.ts'

/** No unit passes. */
export function noUnits({ units }: SessionTables): Emptiness {
  const stored = amount(units.count, 'unit')
  return {
    missing: 'units',
    reason: `No unit is left to export, of the ${stored} that the session stores.`,
  }
}

/** That no unit passes a filter; null: some do. */
export async function unlessUnits(
  { units }: { readonly units: UnitFilter },
  { tables, selections }: ExportSource,
): Promise<Emptiness | null> {
  return selections.rows(tables, units).length === 0 ? noUnits(tables) : null
}

/** No presentation passes, or the session has none. */
export async function noPresentations(
  { count }: PresentationList,
  source: ExportSource,
): Promise<Emptiness> {
  if (count > 0) {
    const reason = `No presentation is left to export, of ${count}.`
    return { missing: 'presentations', reason }
  }
  return nothingServed('The session has no presentations.', ['/intervals', '/stimulus'], source)
}

/** Warnings that are quoted; `Session.warnings` has all. */
const MOST_WARNINGS = 3

/**
 * A session has nothing of a kind. Where its file holds some that cannot be served, the warnings
 * say why.
 *
 * @param paths below which the file would have it
 */
export async function nothingServed(
  reason: string,
  paths: readonly string[],
  { session, loaders }: ExportSource,
): Promise<Emptiness> {
  const warnings = (await loaders.warnings(session)).filter(({ path }) =>
    paths.some((folder) => path?.startsWith(folder)),
  )
  const reasons = warnings.slice(0, MOST_WARNINGS).map(({ message }) => message)
  return { missing: null, reason: [reason, ...reasons].join(' ') }
}
