import { setImmediate } from 'node:timers/promises'
import type { GraphQLResolveInfo } from 'graphql'
import { resolveArea } from '../../../domain/areas/area-names.ts'
import { sessionAreas } from '../../../domain/areas/session-areas.ts'
import type { SessionTables } from '../../../domain/session/session-tables.ts'
import { sortProjectUnits } from '../../../domain/units/sort-units.ts'
import { columnFiltersOfSessions } from '../../../domain/units/unit-column-filter.ts'
import { ProbeNotFoundError, UnitNotFoundError } from '../../../errors.ts'
import type { GraphQLContext } from '../../context.ts'
import type {
  ChannelFilter,
  InputMaybe,
  ProbeFilter,
  SessionFilter,
  UnitFilter,
  UnitOrder,
} from '../../generated.ts'
import type { SessionModel } from '../../models.ts'
import { selectChannels } from '../../selections/select-channels.ts'
import { selectSessions } from '../../selections/select-sessions.ts'
import { toOrders, toUnitFilter } from '../units/unit-arguments.ts'
import { cutPage, type PageArguments, toConnection } from './connection.ts'
import { fieldsBelow } from './fields-below.ts'
import { MAX_ROWS_A_PAGE } from './rows-page.ts'

/**
 * Enough to keep every reader thread busy; more would fill their queue, and those from tables take
 * a few ms each, all in one turn.
 */
const SESSIONS_AT_ONCE = 8

/** A row of one of a session's tables. */
export interface ProjectRow {
  readonly session: SessionModel
  readonly tables: SessionTables
  readonly row: number
}

type SessionsArgument = InputMaybe<SessionFilter> | undefined

type SessionOfProject = Omit<ProjectRow, 'row'>

/** Units of the sessions that match, session by session, or sorted. */
export async function projectUnits(
  sessions: SessionsArgument,
  where: UnitFilter,
  orderBy: readonly UnitOrder[] | null | undefined,
  context: GraphQLContext,
): Promise<ProjectRow[]> {
  const orders = toOrders(orderBy)
  const project = await openSessions(sessions, 'unitCount', context)
  const { areas, probes, ids } = where
  const namesOf = areasAndProbes(project, areas, probes)
  const idsOf = ids && unitIds(project, ids)
  const columnsOf = columnFiltersOfSessions(
    project.map(({ tables }) => tables),
    where.columns ?? [],
  )
  const units = await rowsOf(project, ({ tables }) => {
    const columns = columnsOf(tables)
    if (!columns) return []
    return context.selections.rows(
      tables,
      toUnitFilter({
        ...where,
        ...namesOf(tables),
        ...(idsOf && { ids: idsOf.get(tables) ?? [] }),
        columns: columns.length > 0 ? columns : null,
      }),
    )
  })
  return orders.length > 0 ? sortProjectUnits(units, orders) : units
}

/** Channels of the sessions that match, session by session. */
export async function projectChannels(
  sessions: SessionsArgument,
  where: InputMaybe<ChannelFilter> | undefined,
  context: GraphQLContext,
): Promise<ProjectRow[]> {
  const project = await openSessions(sessions, 'channelCount', context)
  const namesOf = areasAndProbes(project, where?.areas, where?.probes)
  return rowsOf(project, ({ tables }) =>
    selectChannels(tables, where ? { ...where, ...namesOf(tables) } : null),
  )
}

/** Probes of the sessions that match, session by session, by name. */
export async function projectProbes(
  sessions: SessionsArgument,
  where: InputMaybe<ProbeFilter> | undefined,
  context: GraphQLContext,
): Promise<ProjectRow[]> {
  const project = await openSessions(sessions, 'probeCount', context)
  const { ids, names, hasLfpData } = where ?? {}
  return rowsOf(project, ({ tables: { probes } }) =>
    [...probes.entries()]
      .filter(
        ([, probe]) =>
          (!ids || ids.includes(probe.id)) &&
          (!names || names.includes(probe.name)) &&
          (hasLfpData == null || hasLfpData === probe.hasLfpData),
      )
      .sort(([, a], [, b]) => (a.name < b.name ? -1 : Number(a.name > b.name)))
      .map(([row]) => row),
  )
}

/** A page of such rows. */
export function projectPage(
  table: 'probes' | 'channels' | 'units',
  rows: readonly ProjectRow[],
  page: PageArguments,
  { budget }: GraphQLContext,
  info: GraphQLResolveInfo,
) {
  const idOf = ({ session, tables, row }: ProjectRow) => {
    const id = table === 'probes' ? tables.probes[row]?.id : tables[table].ids[row]
    return `${session.id} ${id}`
  }
  const cut = cutPage(rows, idOf, page, MAX_ROWS_A_PAGE)
  budget.chargeList(cut.entries.length, fieldsBelow(info))
  return toConnection(cut, (row) => row)
}

/**
 * The tables of all sessions that match; of few at once, so that the
 * readers' queue does not overflow.
 *
 * @param needed left out are absent sessions of which it is not known
 */
async function openSessions(
  where: SessionsArgument,
  needed: 'unitCount' | 'channelCount' | 'probeCount',
  { loaders }: GraphQLContext,
): Promise<SessionOfProject[]> {
  const matching = selectSessions(await loaders.sessions(), where)
  const sessions = matching.filter((session) => session[needed] !== null)
  const project: SessionOfProject[] = []
  for (let i = 0; i < sessions.length; i += SESSIONS_AT_ONCE) {
    const some = sessions.slice(i, i + SESSIONS_AT_ONCE)
    const tables = await Promise.all(some.map((session) => loaders.tables(session)))
    for (const [k, session] of some.entries()) {
      project.push({ session, tables: tables[k] })
    }
  }
  return project
}

/** Rows of each session in turn; other requests get their turn between two of them. */
async function rowsOf(
  project: readonly SessionOfProject[],
  select: (session: SessionOfProject) => Iterable<number>,
): Promise<ProjectRow[]> {
  const rows: ProjectRow[] = []
  for (const { session, tables } of project) {
    for (const row of select({ session, tables })) rows.push({ session, tables, row })
    await setImmediate()
  }
  return rows
}

/**
 * The areas and probes of a filter that a session has: what another session has is no error here.
 *
 * @throws AreaNotFoundError, ProbeNotFoundError for a name that no session has
 */
function areasAndProbes(
  project: readonly SessionOfProject[],
  areas: InputMaybe<readonly string[]> | undefined,
  probes: InputMaybe<readonly string[]> | undefined,
) {
  if (!areas && !probes) return () => ({})
  const knownAreas = [...new Set(project.flatMap(({ tables }) => sessionAreas(tables)))].sort()
  const acronyms = areas?.map((area) => resolveArea(area, knownAreas))
  const unknown = probes?.find((probe) => !project.some(({ tables }) => hasProbe(tables, probe)))
  if (unknown !== undefined) {
    const names = project.flatMap(({ tables }) => tables.probes.map(({ name }) => name))
    throw new ProbeNotFoundError(unknown, [...new Set(names)].sort())
  }
  return (tables: SessionTables) => {
    const known = sessionAreas(tables)
    return {
      ...(acronyms && { areas: acronyms.filter((acronym) => known.includes(acronym)) }),
      ...(probes && { probes: probes.filter((probe) => hasProbe(tables, probe)) }),
    }
  }
}

/**
 * Those of the ids that each session has.
 *
 * @throws UnitNotFoundError for one that no session has
 */
function unitIds(
  project: readonly SessionOfProject[],
  ids: readonly string[],
): Map<SessionTables, string[]> {
  const wanted = new Set(ids)
  const idsOf = new Map(
    project.map(({ tables }) => [
      tables,
      Array.from(tables.units.ids, String).filter((id) => wanted.has(id)),
    ]),
  )
  const found = new Set([...idsOf.values()].flat())
  const unknown = ids.find((id) => !found.has(id))
  if (unknown === undefined) return idsOf
  const count = project.reduce((sum, { tables }) => sum + tables.units.count, 0)
  throw new UnitNotFoundError(unknown, null, count)
}

function hasProbe({ probes }: SessionTables, idOrName: string): boolean {
  return probes.some(({ id, name }) => id === idOrName || name === idOrName)
}
