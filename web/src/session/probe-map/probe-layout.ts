import type { ProbeMapQuery } from '../../gql/graphql.ts'

export type MappedUnit = NonNullable<ProbeMapQuery['session']>['units']['nodes'][number]

/** A unit on the map. */
export interface PlacedUnit {
  readonly unit: MappedUnit
  /** across the probe's column, from 0 to 1 */
  readonly across: number
  /** µm from the tip */
  readonly height: number
}

/** One probe, drawn as a column. */
export interface MappedProbe {
  readonly name: string
  readonly units: readonly PlacedUnit[]
}

export interface ProbeLayout {
  /** in order of their names */
  readonly probes: readonly MappedProbe[]
  /** µm: how far up from the tips the map goes, the same for all probes */
  readonly top: number
  /** units whose place the file does not give */
  readonly unplacedCount: number
}

/** Neighbours within this many µm would cover each other, and stand side by side. */
const NEAR = 40

/** Units that can stand side by side at one height. */
const PLACES = 7

/** Units by probe and depth. Those at about the same depth are spread across the column. */
export function layOutProbes(units: readonly MappedUnit[]): ProbeLayout {
  const byProbe = new Map<string, PlacedUnit[]>()
  let top = 0
  let unplacedCount = 0
  const sorted = units.toSorted((a, b) => heightOf(a) - heightOf(b))
  for (const unit of sorted) {
    const name = unit.probe?.name
    const height = heightOf(unit)
    if (name === undefined || !Number.isFinite(height)) {
      unplacedCount++
      continue
    }
    const placed = byProbe.get(name) ?? []
    const near = placed.filter((other) => height - other.height < NEAR).length
    placed.push({ unit, height, across: placeAcross(near) })
    byProbe.set(name, placed)
    top = Math.max(top, height)
  }
  const names = [...byProbe.keys()].toSorted()
  return {
    probes: names.map((name) => ({ name, units: byProbe.get(name) ?? [] })),
    top,
    unplacedCount,
  }
}

/** The middle first, then left and right of it in turn. */
function placeAcross(neighbourCount: number): number {
  const step = neighbourCount % PLACES
  const offset = Math.ceil(step / 2) * (step % 2 === 0 ? 1 : -1)
  return 0.5 + offset / (PLACES + 1)
}

/** Names without what all begin with: `A` of `probeA`. */
export function withoutCommonStart(names: readonly string[]): (name: string) => string {
  const [first = ''] = names
  let length = first.length
  for (const name of names) while (!name.startsWith(first.slice(0, length))) length--
  return (name) => (names.length > 1 && name.length > length ? name.slice(length) : name)
}

function heightOf({ channel }: MappedUnit): number {
  return channel?.verticalPosition ?? Number.NaN
}
