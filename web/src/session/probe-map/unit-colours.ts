import type { Theme } from '../../app/theme/theme.ts'
import { colourOf, sequentialScale } from '../../heatmap/colours/colour-scale.ts'
import { toCss } from '../../heatmap/colours/mix-colours.ts'
import type { MappedUnit } from './probe-layout.ts'

/** What the colours of the map show. */
export const colourings = ['area', 'rate', 'snr'] as const
export type Colouring = (typeof colourings)[number]

/** Distinct for most kinds of colour blindness (Paul Tol's); the last four are near others. */
const areaColours = [
  '#4477aa',
  '#ee6677',
  '#228833',
  '#ccbb44',
  '#66ccee',
  '#aa3377',
  '#ee7733',
  '#332288',
  '#44aa99',
  '#999933',
  '#cc6677',
  '#117733',
  '#88ccee',
  '#882255',
]
const NO_AREA = '#9a9a9a'

/** Part of the units that the colours of numbers tell apart; the rest have the last colour. */
const SHOWN_SHARE = 0.95

/** The numbers that colours go to, from 0; null for areas, or where no unit has a number. */
export function colourMaximum(units: readonly MappedUnit[], by: Colouring): number | null {
  if (by === 'area') return null
  const numbers = units.flatMap((unit) => numberOf(unit, by) ?? []).toSorted((a, b) => a - b)
  const maximum = numbers[Math.ceil(SHOWN_SHARE * numbers.length) - 1]
  return maximum !== undefined && maximum > 0 ? maximum : null
}

/** The colour of each area, in the order given; colours repeat where there are more areas. */
export function coloursOfAreas(areas: readonly string[]): ReadonlyMap<string, string> {
  return new Map(areas.map((area, i) => [area, areaColours[i % areaColours.length]]))
}

/** How a unit is coloured. */
export function unitColour(
  unit: MappedUnit,
  by: Colouring,
  ofAreas: ReadonlyMap<string, string>,
  maximum: number | null,
  theme: Theme,
): string {
  if (by === 'area') return (unit.area !== null && ofAreas.get(unit.area)) || NO_AREA
  const number = numberOf(unit, by)
  if (number === null || maximum === null) return NO_AREA
  return toCss(colourOf(sequentialScale(maximum, theme), number))
}

function numberOf({ firingRate, snr }: MappedUnit, by: Exclude<Colouring, 'area'>): number | null {
  return by === 'rate' ? firingRate : snr
}
