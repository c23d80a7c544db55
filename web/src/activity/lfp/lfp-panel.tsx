import '../../components/controls/number-field.css'
import { useId } from 'react'
import type { Address } from '../../app/address.ts'
import { go } from '../../app/use-address.ts'
import { useQuery } from '../../app/use-query.ts'
import { ProbesWithLfpDocument } from '../../gql/graphql.ts'
import { LfpHeatmap, type LfpHeatmapProps } from './lfp-heatmap.tsx'

interface LfpPanelProps extends Omit<LfpHeatmapProps, 'probe'> {
  readonly address: Address
}

/** LFP by depth, of the probe that is chosen: of none at first, since it is many bytes. */
export function LfpPanel({ address, ...axis }: LfpPanelProps) {
  const { data } = useQuery(ProbesWithLfpDocument, { session: axis.session })
  const id = useId()
  const probes = (data?.session?.probes ?? []).filter(({ hasLfpData }) => hasLfpData)
  if (probes.length === 0) return null
  const chosen = probes.find(({ name }) => name === address.lfp)
  return (
    <section className="activity-trace" aria-label="Local field potential">
      <div className="trace-head">
        <h3>Local field potential</h3>
        <div className="lfp-choice">
          <label htmlFor={id} className="soft small">
            of
          </label>
          <select
            id={id}
            value={chosen?.name ?? ''}
            onChange={({ target }) => go({ lfp: target.value || null }, { replace: true })}
          >
            <option value="">no probe</option>
            {probes.map(({ name }) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </div>
      </div>
      {chosen && <LfpHeatmap {...axis} probe={chosen} />}
    </section>
  )
}
