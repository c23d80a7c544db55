import './probe-map.css'
import '../../components/controls/choice.css'
import { useMemo, useState } from 'react'
import type { Address } from '../../app/address.ts'
import { areaName, inVisualOrder } from '../../app/areas.ts'
import { useTheme } from '../../app/theme/theme.ts'
import { unitFilter } from '../../app/unit-filter.ts'
import { useQuery } from '../../app/use-query.ts'
import { useSettled } from '../../app/use-settled.ts'
import { Panel } from '../../components/layout/panel.tsx'
import { ErrorNotice } from '../../components/notices/error-notice.tsx'
import { Loading } from '../../components/notices/loading.tsx'
import { amount } from '../../components/texts/amounts.ts'
import { ProbeMapDocument, type ProbeMapQuery } from '../../gql/graphql.ts'
import { formatRate } from '../../heatmap/cells/cell-text.ts'
import { layOutProbes } from './probe-layout.ts'
import { ProbeMap } from './probe-map.tsx'
import {
  type Colouring,
  colourings,
  colourMaximum,
  coloursOfAreas,
  unitColour,
} from './unit-colours.ts'

type MappedSession = NonNullable<ProbeMapQuery['session']>

/** The numbers beside a slider follow it at once; the map, with all units, when it rests. */
const RESTS_MS = 250

interface ProbeMapPanelProps {
  readonly address: Address
  readonly id: string
}

const colouringNames: Readonly<Record<Colouring, string>> = {
  area: 'Area',
  rate: 'Rate',
  snr: 'SNR',
}

const colouringTexts: Readonly<Record<Colouring, string>> = {
  area: '',
  rate: 'Firing rate, Hz',
  snr: 'Signal-to-noise ratio',
}

/** The session's picture: its probes, with the units that pass the limits where they lie. */
export function ProbeMapPanel({ address, id }: ProbeMapPanelProps) {
  const limits = useSettled(address.limits, RESTS_MS)
  const where = useMemo(() => unitFilter(limits), [limits])
  const { data, error, retry } = useQuery(ProbeMapDocument, { session: id, where })
  const session = data?.session
  return (
    <Panel title="Where the units lie">
      {error && <ErrorNotice error={error} retry={retry} />}
      {!session && !error && <Loading what="the units" />}
      {session && <Mapped {...session} />}
    </Panel>
  )
}

function Mapped({ areas: counted, units: { nodes: units, totalCount } }: MappedSession) {
  const [by, setBy] = useState<Colouring>('area')
  const theme = useTheme()
  const layout = useMemo(() => layOutProbes(units), [units])
  const areas = useMemo(() => inVisualOrder(counted).filter(hasUnits), [counted])
  const ofAreas = useMemo(() => coloursOfAreas(areas.map(({ acronym }) => acronym)), [areas])
  const maximum = useMemo(() => colourMaximum(units, by), [units, by])
  const notes = [
    layout.unplacedCount > 0 &&
      `${amount(layout.unplacedCount, 'unit')} of unknown depth ${layout.unplacedCount === 1 ? 'is' : 'are'} not drawn.`,
    totalCount > units.length && `Only the first ${units.length} of ${totalCount} units are drawn.`,
  ].filter(Boolean)
  if (layout.probes.length === 0) {
    return <p className="soft">The file does not say where on a probe its units lie.</p>
  }
  return (
    <>
      <fieldset className="choice probe-map-colours">
        <legend className="field-title">Colour by</legend>
        <div className="choice-options">
          {colourings.map((colouring) => (
            <label key={colouring}>
              <input
                type="radio"
                name="probe-map-colour"
                checked={by === colouring}
                onChange={() => setBy(colouring)}
              />
              {colouringNames[colouring]}
            </label>
          ))}
        </div>
      </fieldset>
      <ProbeMap layout={layout} colour={(unit) => unitColour(unit, by, ofAreas, maximum, theme)} />
      <ul className="probe-map-legend small">
        {by === 'area' &&
          areas.map((area) => (
            <li key={area.acronym}>
              <i style={{ background: ofAreas.get(area.acronym) }} aria-hidden="true" />{' '}
              {areaName(area)}
            </li>
          ))}
        {by !== 'area' && (
          <li>
            {maximum === null
              ? 'The file does not have this number.'
              : `${colouringTexts[by]}: from 0 (the colour of the page) to ${formatRate(maximum)} and above`}
          </li>
        )}
      </ul>
      {notes.length > 0 && <p className="soft small">{notes.join(' ')}</p>}
    </>
  )
}

const hasUnits = ({ unitCount }: { readonly unitCount: number }) => unitCount > 0
