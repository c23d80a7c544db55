import { selectLfpChannels } from '../../domain/series/lfp-channels.ts'
import { invalidTimesOfProbe } from '../../domain/time/probe-invalid-times.ts'
import { probeIds } from '../fields/global-ids.ts'
import { openSeries } from '../fields/series.ts'
import type { ProbeResolvers } from '../generated.ts'
import type { ProbeModel } from '../models.ts'

const probeOf = ({ tables, row }: ProbeModel) => tables.probes[row]

export const Probe: ProbeResolvers = {
  id: (probe) => probeIds.of(probe),
  probeId: (probe) => probeOf(probe).id,
  name: (probe) => probeOf(probe).name,
  description: (probe) => probeOf(probe).description,
  location: (probe) => probeOf(probe).location,
  samplingRate: (probe) => probeOf(probe).samplingRate,
  lfpSamplingRate: (probe) => probeOf(probe).lfpSamplingRate,
  hasLfpData: (probe) => probeOf(probe).hasLfpData,

  async lfp(probe, { channelIds, maskInvalidIntervals, ...asked }, context) {
    const { id, name } = probeOf(probe)
    const series = await openSeries(probe.session, { name: 'lfp', probeId: id }, asked, context)
    if (!series) return null
    return {
      ...series,
      channels: selectLfpChannels(series.window, channelIds ?? null, name),
      masked: maskInvalidIntervals ? invalidTimesOfProbe(probe.tables.invalidTimes, name) : [],
    }
  },

  currentSourceDensity: (probe, _args, context) =>
    openSeries(
      probe.session,
      { name: 'currentSourceDensity', probeId: probeOf(probe).id },
      { resample: 'NONE' },
      context,
    ),

  channelCount: ({ tables, row }) =>
    tables.channels.probeRows.filter((probeRow) => probeRow === row).length,
}
