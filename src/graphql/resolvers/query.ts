import { ascending } from '../../domain/numeric/compare-numbers.ts'
import type { CatalogSession, SessionFacets } from '../../sessions/session-catalog.ts'
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
import type { QueryResolvers } from '../generated.ts'
import { areaSummaries } from '../selections/area-summaries.ts'
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

  areas: async (_, _args, { loaders }) => areaSummaries(await loaders.sessions()),

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

/** What the sessions have, each once, in order of first appearance. */
function eachOnce<Value>(
  sessions: readonly CatalogSession[],
  pick: (facets: SessionFacets) => Value | null,
): Value[] {
  return [...new Set(sessions.flatMap((session) => pick(facetsOf(session)) ?? []))]
}
