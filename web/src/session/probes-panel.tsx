import { useState } from 'react'
import { Link } from '../app/link.tsx'
import { Panel } from '../components/layout/panel.tsx'
import { count } from '../components/texts/amounts.ts'
import type { SessionQuery } from '../gql/graphql.ts'

interface ProbesPanelProps {
  readonly probes: NonNullable<SessionQuery['session']>['probes']
}

/** More than a mouse's brain holds; other laboratories have an electrode group per wire. */
const PROBES_SHOWN = 8

/** The probes, or electrode groups, in order of their names. */
export function ProbesPanel({ probes }: ProbesPanelProps) {
  const [isLong, setLong] = useState(false)
  const shown = isLong ? probes : probes.slice(0, PROBES_SHOWN)
  return (
    <Panel title="Probes" aside={<span className="soft small">{probes.length}</span>}>
      {probes.length === 0 ? (
        <p className="soft">The file describes no probes.</p>
      ) : (
        <table className="table">
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col" className="number">
                Channels
              </th>
              <th scope="col" className="number">
                Sampling
              </th>
              <th scope="col">LFP</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ name, channelCount, samplingRate, hasLfpData }) => (
              <tr key={name}>
                <th scope="row">
                  <Link to={{ view: 'units', probe: name, areas: [], order: null }}>{name}</Link>
                </th>
                <td className="number">{count(channelCount)}</td>
                <td className="number">
                  {samplingRate === null ? '–' : `${(samplingRate / 1000).toFixed(1)} kHz`}
                </td>
                <td>{hasLfpData === null ? '–' : hasLfpData ? 'yes' : 'no'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {probes.length > PROBES_SHOWN && (
        <button type="button" className="text-button" onClick={() => setLong(!isLong)}>
          {isLong ? 'Fewer probes' : `All ${probes.length} probes`}
        </button>
      )}
    </Panel>
  )
}
