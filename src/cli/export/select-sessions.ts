import { areaAlias } from '../../domain/areas/area-names.ts'
import { amount } from '../../formats/amounts.ts'
import type { CatalogSession } from '../../sessions/session-catalog.ts'
import type { OpenCatalog } from '../open/open-catalog.ts'
import { CommandError } from '../terminal/command-error.ts'
import { startProgress } from '../terminal/progress.ts'

/** Which sessions of some places. */
export interface SessionSelection {
  /** that all of them recorded; null: any */
  readonly areas: readonly string[] | null
  /** null: any */
  readonly sessionTypes: readonly string[] | null
}

/**
 * The sessions that match, opened as far as it takes to know that they do.
 *
 * @throws CommandError when there is none
 */
export async function selectSessions(
  open: OpenCatalog,
  selection: SessionSelection,
  signal: AbortSignal,
): Promise<CatalogSession[]> {
  const { catalog } = open
  const progress = await startProgress('Looking for sessions')
  try {
    await catalog.complete()
    await open.tabulate()
    const sessions = await catalog.sessions()
    const types = [...new Set(sessions.map(({ metadata }) => metadata.sessionType))]
    progress.setTotal(sessions.length)
    const found: CatalogSession[] = []
    for (const [i, listed] of sessions.entries()) {
      signal.throwIfAborted()
      progress.update(i, listed.id)
      const session = needsOpening(listed, selection) ? await catalog.session(listed.id) : listed
      if (session.available && matches(session, selection)) found.push(session)
    }
    if (found.length > 0) return found
    const known = types.filter((type) => type !== null).join(', ') || 'none that is known'
    throw new CommandError(
      `None of ${amount(sessions.length, 'session')} matches --where-areas and --session-type. Session types: ${known}.`,
    )
  } finally {
    progress.stop()
  }
}

/** Whether the lists cannot decide the selection, and the file may. */
function needsOpening(session: CatalogSession, { areas, sessionTypes }: SessionSelection): boolean {
  if (!session.available || session.unitCount !== null) return false
  const { sessionType } = session.metadata
  if (sessionTypes && sessionType !== null && !sessionTypes.includes(sessionType)) return false
  return (
    (areas !== null && session.recordedAreas === null) ||
    (sessionTypes !== null && sessionType === null)
  )
}

function matches(session: CatalogSession, { areas, sessionTypes }: SessionSelection): boolean {
  const recorded = new Set(
    (session.recordedAreas ?? []).flatMap(({ acronym }) => [acronym, areaAlias(acronym)]),
  )
  return (
    (!sessionTypes || sessionTypes.includes(session.metadata.sessionType ?? '')) &&
    (!areas || areas.every((area) => recorded.has(area)))
  )
}
