import { resolveArea } from '../domain/areas/area-names.ts'
import { sessionAreas } from '../domain/areas/session-areas.ts'
import { defaultAreas } from '../domain/counting/dataset.ts'
import { visualAreas } from '../domain/defaults.ts'
import type { AddressField } from './address-field.ts'

/** An area; null, all areas as one matrix, is left out. */
export const areaField: AddressField<string | null> = {
  write: (area) => [['area', area ?? undefined]],
  read: (fields) => fields.text('area') ?? null,
  canonical: (area, tables) => area && resolveArea(area, sessionAreas(tables)),
}

/** Areas of a dataset, one matrix each, in the order requested; left out: the six visual areas. */
export const areasField: AddressField<readonly string[] | null> = {
  write: (areas) => [['areas', isEqual(areas ?? visualAreas, visualAreas) ? undefined : areas]],
  read: (fields) => fields.list('areas') ?? visualAreas,
  canonical(areas, tables) {
    const known = sessionAreas(tables)
    const wanted = areas ?? defaultAreas(known)
    return [...new Set(wanted.map((area) => resolveArea(area, known)))]
  },
}

const isEqual = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((name, i) => name === b[i])
