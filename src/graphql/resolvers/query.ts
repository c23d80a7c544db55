import type { CatalogSession } from '../../catalog/session-catalog.ts'
import { areaAlias, areaName, resolveArea } from '../../domain/areas.ts'
import { cutPage, toConnection } from '../connection.ts'
import { fieldsBelow } from '../fields-below.ts'
import type { AreaSummary, QueryResolvers, SessionFilter } from '../generated.ts'

const MAX_SESSIONS_A_PAGE = 1000

export const Query: QueryResolvers = {
  async sessions(_, { where, first, after }, { loaders, budget }, info) {
    const matching = selectSessions(await loaders.sessions(), where ?? null)
    const page = cutPage(matching, (session) => session.id, { first, after }, MAX_SESSIONS_A_PAGE)
    budget.chargeList(page.entries.length, fieldsBelow(info))
    return toConnection(page, (session) => session)
  },

  session: (_, { id }, { loaders }) => loaders.session(id),

  async sessionTypes(_, _args, { loaders }) {
    const sessions = await loaders.sessions()
    const types = sessions.flatMap(({ metadata }) => metadata.sessionType ?? [])
    return [...new Set(types)].sort()
  },

  areas: async (_, _args, { loaders }) => summarizeAreas(await loaders.sessions()),

  async refusedFiles(_, _args, { catalog }) {
    const refused = await catalog.refused()
    return refused.map(({ fileName, error }) => ({
      fileName,
      code: error.code,
      message: error.message,
    }))
  },

  server: (_, _args, { server }) => server,
}

function selectSessions(
  sessions: readonly CatalogSession[],
  where: SessionFilter | null,
): readonly CatalogSession[] {
  const { ids, sessionTypes, areas } = where ?? {}
  if (areas?.length) {
    const known = [...new Set(sessions.flatMap(acronymsOf))].sort()
    for (const area of areas) resolveArea(area, known)
  }
  return sessions.filter(
    (session) =>
      (!ids || ids.includes(session.id)) &&
      (!sessionTypes || sessionTypes.some((type) => type === session.metadata.sessionType)) &&
      (!areas || areas.every((area) => hasArea(session, area))),
  )
}

function acronymsOf({ recordedAreas }: CatalogSession): string[] {
  return recordedAreas.map(({ acronym }) => acronym)
}

function hasArea({ recordedAreas }: CatalogSession, acronymOrAlias: string): boolean {
  return recordedAreas.some(
    ({ acronym }) => acronym === acronymOrAlias || areaAlias(acronym) === acronymOrAlias,
  )
}

function summarizeAreas(sessions: readonly CatalogSession[]): AreaSummary[] {
  const byAcronym = new Map<string, { sessionIds: string[]; unitCount: number }>()
  for (const { id, recordedAreas } of sessions) {
    for (const { acronym, unitCount } of recordedAreas) {
      const area = byAcronym.get(acronym) ?? { sessionIds: [], unitCount: 0 }
      byAcronym.set(acronym, area)
      area.sessionIds.push(id)
      area.unitCount += unitCount
    }
  }
  return [...byAcronym]
    .map(([acronym, { sessionIds, unitCount }]) => ({
      acronym,
      alias: areaAlias(acronym),
      name: areaName(acronym),
      sessionCount: sessionIds.length,
      unitCount,
      sessionIds,
    }))
    .sort((a, b) => (a.acronym < b.acronym ? -1 : 1))
}
