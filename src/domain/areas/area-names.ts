import { AreaNotFoundError } from '../../errors.ts'

interface NamedArea {
  readonly acronym: string
  /** the short name that papers use */
  readonly alias: string | null
  readonly name: string
}

/**
 * Acronyms and names of the Allen Mouse Brain Common Coordinate Framework; aliases
 * of the visual areas' papers.
 */
const namedAreas: readonly NamedArea[] = [
  { acronym: 'VISp', alias: 'V1', name: 'Primary visual area' },
  { acronym: 'VISl', alias: 'LM', name: 'Lateral visual area' },
  { acronym: 'VISrl', alias: 'RL', name: 'Rostrolateral visual area' },
  { acronym: 'VISal', alias: 'AL', name: 'Anterolateral visual area' },
  { acronym: 'VISpm', alias: 'PM', name: 'Posteromedial visual area' },
  { acronym: 'VISam', alias: 'AM', name: 'Anteromedial visual area' },
  { acronym: 'VISli', alias: 'LI', name: 'Laterointermediate area' },
  { acronym: 'VISmma', alias: null, name: 'Mediomedial anterior visual area' },
  { acronym: 'VISmmp', alias: null, name: 'Mediomedial posterior visual area' },
  { acronym: 'VIS', alias: null, name: 'Visual areas' },
  { acronym: 'LGd', alias: null, name: 'Dorsal part of the lateral geniculate complex' },
  { acronym: 'LGd-sh', alias: null, name: 'Dorsal part of the lateral geniculate complex, shell' },
  { acronym: 'LGd-co', alias: null, name: 'Dorsal part of the lateral geniculate complex, core' },
  {
    acronym: 'LGd-ip',
    alias: null,
    name: 'Dorsal part of the lateral geniculate complex, ipsilateral zone',
  },
  { acronym: 'LGv', alias: null, name: 'Ventral part of the lateral geniculate complex' },
  {
    acronym: 'IGL',
    alias: null,
    name: 'Intergeniculate leaflet of the lateral geniculate complex',
  },
  { acronym: 'IntG', alias: null, name: 'Intermediate geniculate nucleus' },
  { acronym: 'LP', alias: null, name: 'Lateral posterior nucleus of the thalamus' },
  { acronym: 'LD', alias: null, name: 'Lateral dorsal nucleus of thalamus' },
  { acronym: 'PO', alias: null, name: 'Posterior complex of the thalamus' },
  { acronym: 'POL', alias: null, name: 'Posterior limiting nucleus of the thalamus' },
  { acronym: 'SGN', alias: null, name: 'Suprageniculate nucleus' },
  { acronym: 'Eth', alias: null, name: 'Ethmoid nucleus of the thalamus' },
  { acronym: 'VPM', alias: null, name: 'Ventral posteromedial nucleus of the thalamus' },
  { acronym: 'VPL', alias: null, name: 'Ventral posterolateral nucleus of the thalamus' },
  { acronym: 'VL', alias: null, name: 'Ventral anterior-lateral complex of the thalamus' },
  { acronym: 'TH', alias: null, name: 'Thalamus' },
  { acronym: 'ZI', alias: null, name: 'Zona incerta' },
  { acronym: 'MGd', alias: null, name: 'Medial geniculate complex, dorsal part' },
  { acronym: 'MGv', alias: null, name: 'Medial geniculate complex, ventral part' },
  { acronym: 'MGm', alias: null, name: 'Medial geniculate complex, medial part' },
  { acronym: 'APN', alias: null, name: 'Anterior pretectal nucleus' },
  { acronym: 'NOT', alias: null, name: 'Nucleus of the optic tract' },
  { acronym: 'OP', alias: null, name: 'Olivary pretectal nucleus' },
  { acronym: 'MB', alias: null, name: 'Midbrain' },
  { acronym: 'MRN', alias: null, name: 'Midbrain reticular nucleus' },
  { acronym: 'SCzo', alias: null, name: 'Superior colliculus, zonal layer' },
  { acronym: 'SCsg', alias: null, name: 'Superior colliculus, superficial gray layer' },
  { acronym: 'SCop', alias: null, name: 'Superior colliculus, optic layer' },
  {
    acronym: 'SCig',
    alias: null,
    name: 'Superior colliculus, motor related, intermediate gray layer',
  },
  {
    acronym: 'SCiw',
    alias: null,
    name: 'Superior colliculus, motor related, intermediate white layer',
  },
  { acronym: 'CA1', alias: null, name: 'Field CA1' },
  { acronym: 'CA2', alias: null, name: 'Field CA2' },
  { acronym: 'CA3', alias: null, name: 'Field CA3' },
  { acronym: 'DG', alias: null, name: 'Dentate gyrus' },
  { acronym: 'SUB', alias: null, name: 'Subiculum' },
  { acronym: 'ProS', alias: null, name: 'Prosubiculum' },
  { acronym: 'PRE', alias: null, name: 'Presubiculum' },
  { acronym: 'POST', alias: null, name: 'Postsubiculum' },
  { acronym: 'HPF', alias: null, name: 'Hippocampal formation' },
  { acronym: 'grey', alias: null, name: 'Basic cell groups and regions' },
]

const byAcronym = new Map(namedAreas.map((area) => [area.acronym, area]))
const byAlias = new Map(namedAreas.flatMap((area) => (area.alias ? [[area.alias, area]] : [])))

/** The papers' short name of an area: `V1` for `VISp`. */
export function areaAlias(acronym: string): string | null {
  return byAcronym.get(acronym)?.alias ?? null
}

/** The atlas's full name of an area. */
export function areaName(acronym: string): string | null {
  return byAcronym.get(acronym)?.name ?? null
}

/**
 * The acronym that a caller means: as the file names it, or else as the atlas and the papers
 * do. An area of the atlas that is not among those known was not recorded: it has no channels
 * and no units, and is no error.
 *
 * @param known acronyms that there are
 * @throws AreaNotFoundError for a name that neither knows
 */
export function resolveArea(acronymOrAlias: string, known: readonly string[]): string {
  if (known.includes(acronymOrAlias)) return acronymOrAlias
  const area = byAlias.get(acronymOrAlias) ?? byAcronym.get(acronymOrAlias)
  if (!area) throw areaNotFound(acronymOrAlias, known)
  return area.acronym
}

/** The error for an area that there is not, which lists those there are. */
export function areaNotFound(area: string, known: readonly string[]): AreaNotFoundError {
  return new AreaNotFoundError(
    area,
    known.map((acronym) => {
      const alias = areaAlias(acronym)
      return alias ? `${acronym} (${alias})` : acronym
    }),
  )
}
