import { areaAlias } from '../domain/areas/area-names.ts'
import type { CatalogSession, SessionFacets } from './session-catalog.ts'

export function facetsOf(session: CatalogSession): SessionFacets {
  if (session.facets) return session.facets
  const { subject, sessionType } = session.metadata
  return {
    sessionType,
    genotype: subject?.genotype ?? null,
    sex: subject?.sex ?? null,
    ageInDays: subject?.ageInDays ?? null,
    recordedAcronyms: (session.recordedAreas ?? []).map(({ acronym }) => acronym),
  }
}

const acronyms = new WeakMap<readonly CatalogSession[], readonly string[]>()

/** Acronyms of all areas that some sessions recorded, ordered; kept with their list. */
export function recordedAcronyms(sessions: readonly CatalogSession[]): readonly string[] {
  const known = acronyms.get(sessions)
  if (known) return known
  const found = new Set<string>()
  for (const session of sessions) {
    for (const acronym of facetsOf(session).recordedAcronyms) found.add(acronym)
  }
  const ordered = [...found].sort()
  acronyms.set(sessions, ordered)
  return ordered
}

/** Those of some acronyms that a name means: the acronym itself, or that with this alias. */
export function acronymsNamed(name: string, known: readonly string[]): readonly string[] {
  return known.filter((acronym) => acronym === name || areaAlias(acronym) === name)
}
