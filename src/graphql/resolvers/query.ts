import { ascending } from '../../domain/numeric/compare-numbers.ts'
import { areaAlias, areaName } from '../../domain/session/areas.ts'
import type { CatalogSession, ListedArea, SessionFacets } from '../../sessions/session-catalog.ts'
import { facetsOf } from '../../sessions/session-facets.ts'
import { cutPage, toConnection } from '../fields/lists/connection.ts'
import { fieldsBelow } from '../fields/lists/fields-below.ts'
import { findNode, findNodes } from '../fields/lists/nodes.ts'
import {
  projectChannels,
  projectPage,
  projectProbes,
  projectUnits,
} from '../fields/lists/project-rows.ts'
import type { AreaSummary, QueryResolvers } from '../generated.ts'
import { selectSessions } from '../selections/select-sessions.ts'

const MAX_SESSIONS_A_PAGE = 1000

export const Query: QueryResolvers = {
  async sessions(_, { where, first, after }, { loaders, budget }, info) {
    const matching = selectSessions(await loaders.sessions(), where ?? null)
    const page = cutPage(matching, (session) => session.id, { first, after }, MAX_SESSIONS_A_PAGE)
    budget.chargeList(page.entries.length, fieldsBelow(info))
    return toConnection(page, (session) => session)
  },

  session: (_, { id }, { loaders }) => loaders.session(id),

  async probes(_, { where, sessions, ...page }, context, info) {
    return projectPage('probes', await projectProbes(sessions, where, context), page, context, info)
  },

  async channels(_, { where, sessions, ...page }, context, info) {
    const channels = await projectChannels(sessions, where, context)
    return projectPage('channels', channels, page, context, info)
  },

  async units(_, { where, sessions, orderBy, ...page }, context, info) {
    const units = await projectUnits(sessions, where, orderBy, context)
    return projectPage('units', units, page, context, info)
  },

  sessionTypes: async (_, _args, { loaders }) =>
    eachOnce(await loaders.sessions(), ({ sessionType }) => sessionType).sort(),

  genotypes: async (_, _args, { loaders }) =>
    eachOnce(await loaders.sessions(), ({ genotype }) => genotype).sort(),

  sexes: async (_, _args, { loaders }) =>
    eachOnce(await loaders.sessions(), ({ sex }) => sex).sort(),

  ages: async (_, _args, { loaders }) =>
    eachOnce(await loaders.sessions(), ({ ageInDays }) => ageInDays).sort(ascending),

  areas: async (_, _args, { loaders }) => summarizeAreas(await loaders.sessions()),

  async refusedFiles(_, _args, { catalog }) {
    const refused = await catalog.refused()
    return refused.map(({ fileName, error }) => ({
      fileName,
      code: error.code,
      message: error.message,
    }))
  },

  places: (_, _args, { catalog }) => catalog.places(),

  server: (_, _args, { server }) => server,

  node: (_, { id }, context) => findNode(id, context),

  nodes(_, { ids }, context, info) {
    context.budget.chargeList(ids.length, fieldsBelow(info))
    return findNodes(ids, context)
  },
}

function summarizeAreas(sessions: readonly CatalogSession[]): AreaSummary[] {
  const byAcronym = new Map<string, { readonly id: string; readonly area: ListedArea }[]>()
  for (const { id, recordedAreas } of sessions) {
    for (const area of recordedAreas ?? []) {
      const recorded = byAcronym.get(area.acronym) ?? []
      byAcronym.set(area.acronym, recorded)
      recorded.push({ id, area })
    }
  }
  return [...byAcronym]
    .map(([acronym, recorded]) => ({
      acronym,
      alias: areaAlias(acronym),
      name: areaName(acronym),
      sessionCount: recorded.length,
      unitCount: sum(recorded, ({ area }) => area.unitCount),
      passingUnitCount: sum(recorded, ({ area }) => area.passingUnitCount),
      channelCount: sum(recorded, ({ area }) => area.channelCount),
      sessionIds: recorded.map(({ id }) => id),
    }))
    .sort((a, b) => (a.acronym < b.acronym ? -1 : 1))
}

function sum<Entry>(entries: readonly Entry[], pick: (entry: Entry) => number): number {
  return entries.reduce((total, entry) => total + pick(entry), 0)
}

/** What the sessions have, each once, in order of first appearance. */
function eachOnce<Value>(
  sessions: readonly CatalogSession[],
  pick: (facets: SessionFacets) => Value | null,
): Value[] {
  return [...new Set(sessions.flatMap((session) => pick(facetsOf(session)) ?? []))]
}
