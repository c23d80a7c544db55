import { areaName } from '../app/areas.ts'

/** What the columns of a matrix are: the units of an area, by the name that people say, or all. */
export function columnsName(
  area: { readonly acronym: string; readonly alias: string | null } | null,
): string {
  return area ? areaName(area) : 'All units'
}
