import { areaAlias, resolveArea } from '../../domain/session/areas.ts'
import type { CatalogSession } from '../../sessions/session-catalog.ts'
import type { SessionFilter } from '../generated.ts'

/**
 * The sessions that match, in their order.
 *
 * @throws AreaNotFoundError for an area that neither any session nor the atlas knows
 */
export function selectSessions(
  sessions: readonly CatalogSession[],
  where: SessionFilter | null | undefined,
): readonly CatalogSession[] {
  const { ids, sessionTypes, areas, genotypes, sexes } = where ?? {}
  if (areas?.length) {
    const known = [...new Set(sessions.flatMap(acronymsOf))].sort()
    for (const area of areas) resolveArea(area, known)
  }
  return sessions.filter(
    (session) =>
      (!ids || ids.includes(session.id)) &&
      (!sessionTypes || isAmong(session.metadata.sessionType, sessionTypes)) &&
      (!areas || areas.every((area) => hasArea(session, area))) &&
      (!genotypes || isAmong(session.metadata.subject?.genotype, genotypes)) &&
      (!sexes || isAmong(session.metadata.subject?.sex, sexes)) &&
      (where?.available == null || where.available === session.available) &&
      hasAge(session, where),
  )
}

function acronymsOf({ recordedAreas }: CatalogSession): string[] {
  return (recordedAreas ?? []).map(({ acronym }) => acronym)
}

function hasArea({ recordedAreas }: CatalogSession, acronymOrAlias: string): boolean {
  return (recordedAreas ?? []).some(
    ({ acronym }) => acronym === acronymOrAlias || areaAlias(acronym) === acronymOrAlias,
  )
}

function isAmong(value: string | null | undefined, wanted: readonly string[]): boolean {
  return value != null && wanted.includes(value)
}

function hasAge({ metadata }: CatalogSession, where: SessionFilter | null | undefined): boolean {
  const { ageInDaysMin, ageInDaysMax } = where ?? {}
  if (ageInDaysMin == null && ageInDaysMax == null) return true
  // Written so that an unknown age fails: no comparison with NaN holds.
  const age = metadata.subject?.ageInDays ?? Number.NaN
  return age >= (ageInDaysMin ?? 0) && age <= (ageInDaysMax ?? Number.POSITIVE_INFINITY)
}
