import '../../components/controls/number-field.css'
import { type ReactNode, useId } from 'react'
import type { Address } from '../../app/address.ts'
import { go } from '../../app/use-address.ts'

interface LfpSectionProps<Probe> {
  readonly title: string
  readonly address: Address
  /** those without LFP are not offered */
  readonly probes: readonly Probe[]
  readonly children: (probe: Probe) => ReactNode
}

/** What LFP shows, of the probe that is chosen: of none at first, since it is many bytes. */
export function LfpSection<
  Probe extends { readonly name: string; readonly hasLfpData: boolean | null },
>({ title, address, probes, children }: LfpSectionProps<Probe>) {
  const id = useId()
  const offered = probes.filter(({ hasLfpData }) => hasLfpData)
  if (offered.length === 0) return null
  const chosen = offered.find(({ name }) => name === address.lfp)
  return (
    <section className="activity-trace" aria-label={title}>
      <div className="trace-head">
        <h3>{title}</h3>
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
            {offered.map(({ name }) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </div>
      </div>
      {chosen && children(chosen)}
    </section>
  )
}
