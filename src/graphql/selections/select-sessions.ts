import { resolveArea } from '../../domain/areas/area-names.ts'
import type { CatalogSession, SessionFacets } from '../../sessions/session-catalog.ts'
import { acronymsNamed, facetsOf, recordedAcronyms } from '../../sessions/session-facets.ts'
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
  const known = areas?.length ? recordedAcronyms(sessions) : []
  for (const area of areas ?? []) resolveArea(area, known)
  const wantedAreas = areas?.map((area) => acronymsNamed(area, known)) ?? []
  return sessions.filter((session) => {
    const facets = facetsOf(session)
    return (
      (!ids || ids.includes(session.id)) &&
      (!sessionTypes || isAmong(facets.sessionType, sessionTypes)) &&
      wantedAreas.every((names) => hasAny(facets, names)) &&
      (!genotypes || isAmong(facets.genotype, genotypes)) &&
      (!sexes || isAmong(facets.sex, sexes)) &&
      (where?.available == null || where.available === session.available) &&
      hasAge(facets, where)
    )
  })
}

function hasAny({ recordedAcronyms }: SessionFacets, acronyms: readonly string[]): boolean {
  return acronyms.some((acronym) => recordedAcronyms.includes(acronym))
}

function isAmong(value: string | null, wanted: readonly string[]): boolean {
  return value !== null && wanted.includes(value)
}

function hasAge({ ageInDays }: SessionFacets, where: SessionFilter | null | undefined): boolean {
  const { ageInDaysMin, ageInDaysMax } = where ?? {}
  if (ageInDaysMin == null && ageInDaysMax == null) return true
  // Written so that an unknown age fails: no comparison with NaN holds.
  const age = ageInDays ?? Number.NaN
  return age >= (ageInDaysMin ?? 0) && age <= (ageInDaysMax ?? Number.POSITIVE_INFINITY)
}
