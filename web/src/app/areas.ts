import { visualAreas } from './defaults.ts'

interface NamedArea {
  readonly acronym: string
  readonly alias: string | null
}

/** As people say it: the papers' short name where there is one. */
export const areaName = ({ acronym, alias }: NamedArea) => alias ?? acronym

/** Whether a list in the address names an area, by whichever of its names. */
export function isNamed(names: readonly string[], { acronym, alias }: NamedArea): boolean {
  return names.includes(acronym) || (alias !== null && names.includes(alias))
}

/** The list with an area, or, where it was there, without it. */
export function toggleArea(names: readonly string[], area: NamedArea): string[] {
  if (!isNamed(names, area)) return [...names, area.acronym]
  return names.filter((name) => name !== area.acronym && name !== area.alias)
}

/** For sorting: the papers' areas first, in their order, all others after them. */
export function visualOrder({ acronym }: { readonly acronym: string }): number {
  const place = visualAreas.indexOf(acronym)
  return place < 0 ? visualAreas.length : place
}

/** In the one order of all views: the papers' areas first, then those with the most units. */
export function inVisualOrder<Area extends NamedArea & { readonly unitCount: number }>(
  areas: readonly Area[],
): Area[] {
  return areas.toSorted((a, b) => visualOrder(a) - visualOrder(b) || b.unitCount - a.unitCount)
}
