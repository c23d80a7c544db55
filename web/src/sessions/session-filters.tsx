import { useState } from 'react'
import type { Address } from '../app/address.ts'
import { areaName, isNamed, toggleArea, visualOrder } from '../app/areas.ts'
import { visualAreas } from '../app/defaults.ts'
import { go } from '../app/use-address.ts'
import { Chip } from '../components/controls/chip.tsx'
import { Panel } from '../components/layout/panel.tsx'
import type { CatalogQuery } from '../gql/graphql.ts'
import { TypeChip } from './type-chip.tsx'

interface SessionFiltersProps {
  readonly address: Address
  readonly catalog: CatalogQuery
}

/** Areas shown until "all areas" is chosen. */
const AREAS_SHOWN = 12

/** Which sessions: by type, and by the areas that they recorded, all of them. */
export function SessionFilters({ address, catalog }: SessionFiltersProps) {
  const { sessionTypes, recordedAreas } = address
  const [isLong, setLong] = useState(false)
  const areas = catalog.areas.toSorted(
    (a, b) => visualOrder(a) - visualOrder(b) || b.sessionCount - a.sessionCount,
  )
  const shown = areas.filter((area, i) => isLong || i < AREAS_SHOWN || isNamed(recordedAreas, area))
  const known = visualAreas.filter((name) => areas.some(({ acronym }) => acronym === name))
  const hasVisual =
    recordedAreas.length === known.length &&
    areas.every((area) => known.includes(area.acronym) === isNamed(recordedAreas, area))
  return (
    <Panel title="Filter">
      <div className="session-filters">
        {catalog.sessionTypes.length > 0 && (
          <fieldset className="chip-set">
            <legend>Session type</legend>
            <div className="chips">
              {catalog.sessionTypes.map((type) => (
                <TypeChip key={type} type={type} chosen={sessionTypes} />
              ))}
            </div>
          </fieldset>
        )}
        {areas.length > 0 && (
          <fieldset className="chip-set">
            <legend>Recorded in all of</legend>
            <div className="chips">
              {known.length === visualAreas.length && (
                <Chip
                  isPressed={hasVisual}
                  onPress={() => go({ recordedAreas: hasVisual ? [] : [...visualAreas] })}
                >
                  Six visual areas
                </Chip>
              )}
              {shown.map((area) => (
                <Chip
                  key={area.acronym}
                  title={areaTitle(area)}
                  isPressed={isNamed(recordedAreas, area)}
                  onPress={() => go({ recordedAreas: toggleArea(recordedAreas, area) })}
                >
                  <span className="area-name">{areaName(area)}</span>
                  <span className="chip-count">{area.sessionCount}</span>
                </Chip>
              ))}
              {areas.length > AREAS_SHOWN && (
                <button type="button" className="text-button" onClick={() => setLong(!isLong)}>
                  {isLong ? 'Fewer areas' : `All ${areas.length} areas`}
                </button>
              )}
            </div>
          </fieldset>
        )}
      </div>
    </Panel>
  )
}

function areaTitle({ acronym, name, sessionCount }: CatalogQuery['areas'][number]): string {
  const sessions = sessionCount === 1 ? '1 session' : `${sessionCount} sessions`
  return `${acronym}${name ? `, ${name}` : ''}: recorded in ${sessions}`
}
