import type { Probe as ProbeRow } from '../../domain/session-tables.ts'
import type { ProbeResolvers } from '../generated.ts'
import type { ProbeModel } from '../models.ts'

const probeOf = ({ tables, row }: ProbeModel) => tables.probes[row] as ProbeRow

export const Probe: ProbeResolvers = {
  id: (probe) => probeOf(probe).id,
  name: (probe) => probeOf(probe).name,
  description: (probe) => probeOf(probe).description,
  location: (probe) => probeOf(probe).location,
  samplingRate: (probe) => probeOf(probe).samplingRate,
  lfpSamplingRate: (probe) => probeOf(probe).lfpSamplingRate,
  hasLfpData: (probe) => probeOf(probe).hasLfpData,

  channelCount: ({ tables, row }) =>
    tables.channels.probeRows.filter((probeRow) => probeRow === row).length,
}
