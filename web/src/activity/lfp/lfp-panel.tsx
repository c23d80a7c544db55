import type { Address } from '../../app/address.ts'
import { useQuery } from '../../app/use-query.ts'
import { ProbesWithLfpDocument } from '../../gql/graphql.ts'
import { LfpHeatmap, type LfpHeatmapProps } from './lfp-heatmap.tsx'
import { LfpSection } from './lfp-section.tsx'

interface LfpPanelProps extends Omit<LfpHeatmapProps, 'probe'> {
  readonly address: Address
}

/** LFP by depth. */
export function LfpPanel({ address, ...axis }: LfpPanelProps) {
  const { data } = useQuery(ProbesWithLfpDocument, { session: axis.session })
  const probes = data?.session?.probes ?? []
  return (
    <LfpSection title="Local field potential" {...{ address, probes }}>
      {(probe) => <LfpHeatmap {...axis} probe={probe} />}
    </LfpSection>
  )
}
