import { allSamples, openSeries } from '../../../request/series.ts'
import { probeIds } from '../../fields/lists/global-ids.ts'
import { seriesRequest } from '../../fields/series.ts'
import type { ProbeResolvers } from '../../generated.ts'
import type { ProbeModel } from '../../models.ts'

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

  lfp: ({ session, tables, row }, { channelIds, maskInvalidIntervals, ...asked }, context) =>
    openSeries(
      session,
      'lfp',
      {
        ...seriesRequest(asked),
        probe: tables.probes[row].id,
        channelIds: channelIds ?? null,
        masksInvalidTimes: maskInvalidIntervals,
      },
      context,
    ),

  currentSourceDensity: ({ session, tables, row }, _args, context) =>
    openSeries(
      session,
      'currentSourceDensity',
      { ...allSamples, probe: tables.probes[row].id },
      context,
    ),

  channelCount: ({ tables, row }) =>
    tables.channels.probeRows.filter((probeRow) => probeRow === row).length,
}
