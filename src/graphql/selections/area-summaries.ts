import { setImmediate } from 'node:timers/promises'
import { areaAlias, areaName } from '../../domain/areas/area-names.ts'
import type { CatalogSession, ListedArea } from '../../sessions/session-catalog.ts'
import type { AreaSummary } from '../generated.ts'

/** Sessions after which other requests get their turn; some ms where they have to be unpacked. */
const SESSIONS_A_TURN = 500

const summaries = new WeakMap<readonly CatalogSession[], Promise<AreaSummary[]>>()

/** The areas that some sessions recorded; kept with their list. */
export function areaSummaries(sessions: readonly CatalogSession[]): Promise<AreaSummary[]> {
  const known = summaries.get(sessions)
  if (known) return known
  const summary = summarize(sessions)
  summaries.set(sessions, summary)
  return summary
}

interface Recorded {
  readonly sessionIds: string[]
  unitCount: number
  passingUnitCount: number
  channelCount: number
}

async function summarize(sessions: readonly CatalogSession[]): Promise<AreaSummary[]> {
  const byAcronym = new Map<string, Recorded>()
  for (const [i, { id, recordedAreas }] of sessions.entries()) {
    if (i % SESSIONS_A_TURN === SESSIONS_A_TURN - 1) await setImmediate()
    for (const area of recordedAreas ?? []) addArea(byAcronym, id, area)
  }
  return [...byAcronym]
    .map(([acronym, { sessionIds, ...counts }]) => ({
      acronym,
      alias: areaAlias(acronym),
      name: areaName(acronym),
      sessionCount: sessionIds.length,
      ...counts,
      sessionIds,
    }))
    .sort((a, b) => (a.acronym < b.acronym ? -1 : 1))
}

function addArea(byAcronym: Map<string, Recorded>, id: string, area: ListedArea): void {
  const { acronym, unitCount, passingUnitCount, channelCount } = area
  const recorded = byAcronym.get(acronym)
  if (!recorded) {
    byAcronym.set(acronym, { sessionIds: [id], unitCount, passingUnitCount, channelCount })
    return
  }
  recorded.sessionIds.push(id)
  recorded.unitCount += unitCount
  recorded.passingUnitCount += passingUnitCount
  recorded.channelCount += channelCount
}
