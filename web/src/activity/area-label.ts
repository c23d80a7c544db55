/** An area as the API names it; null: all units as one. */
export interface NamedArea {
  readonly acronym: string
  readonly alias?: string | null
}

/** The papers' short name where there is one, else the atlas's: `V1`. */
export function areaName(area: NamedArea | null | undefined): string {
  return area ? (area.alias ?? area.acronym) : 'All units'
}

/** `1 unit`, `53 units`. */
export function unitCountText(count: number): string {
  return count === 1 ? '1 unit' : `${count} units`
}

/** A stimulus as people read it: `drifting gratings`. */
export function stimulusLabel(name: string): string {
  return name.replaceAll('_', ' ')
}
