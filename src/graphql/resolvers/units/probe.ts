import type { TimeSpan } from '../../../domain/time/time-span.ts'
import { findUnit } from '../../../domain/units/unit-filter.ts'
import { exportHref } from '../../../exports/addressed-export.ts'
import { lfpSpectrumExport } from '../../../exports/lfp/lfp-spectrum.ts'
import { spikeTriggeredLfpExport } from '../../../exports/lfp/spike-triggered-lfp.ts'
import type { FileFormat } from '../../../formats/file-format.ts'
import { openLfp, spectrumRequest, spikeTriggeredRequest } from '../../../request/analyses/lfp.ts'
import { allSamples, openSeries } from '../../../request/series.ts'
import { probeIds } from '../../fields/lists/global-ids.ts'
import {
  lfpAroundEvents,
  lfpAroundPresentations,
  lfpRequest,
} from '../../fields/signals/aligned-lfp.ts'
import { seriesRequest } from '../../fields/signals/series.ts'
import { unitCountAt } from '../../fields/units/unit-counts.ts'
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
  unitCount: (probe, { where }, context) => unitCountAt(probe, 'probes', where, context),

  lfp: ({ session, tables, row }, { channelIds, maskInvalidIntervals, ...requested }, context) =>
    openSeries(
      session,
      'lfp',
      {
        ...seriesRequest(requested),
        probe: tables.probes[row].id,
        channelIds: channelIds ?? null,
        masksInvalidTimes: maskInvalidIntervals,
      },
      context,
    ),

  alignedLfp: (probe, requested, context) => lfpAroundPresentations(probe, requested, context),
  eventLfp: (probe, requested, context) => lfpAroundEvents(probe, requested, context),

  async spikeTriggeredLfp(probe, { unitIds, before, after, start, stop, ...requested }, context) {
    const { session, tables } = probe
    const span = spanOfArguments(start, stop)
    const ofProbe = lfpRequest(probe, requested)
    const lfp = await openLfp(session, ofProbe, span, context)
    if (!lfp) return null
    context.budget.chargeList(unitIds.length)
    const rows = unitIds.map((id) => findUnit(tables, id))
    const requests = await Promise.all(
      rows.map((row) => spikeTriggeredRequest(lfp, row, { before, after }, context)),
    )
    return requests.map((request, i) => {
      const wanted = { ...ofProbe, unit: String(tables.units.ids[rows[i]]), before, after, span }
      const addressIn = (format: FileFormat) =>
        exportHref(spikeTriggeredLfpExport, session, wanted, format, context.loaders)
      return { session, tables, row: rows[i], lfp, request, addressIn }
    })
  },

  async lfpSpectrum(probe, { start, stop, segment, ...requested }, context) {
    const { session } = probe
    const span = spanOfArguments(start, stop)
    const ofProbe = lfpRequest(probe, requested)
    const lfp = await openLfp(session, ofProbe, span, context)
    if (!lfp) return null
    const addressIn = (format: FileFormat) => {
      const wanted = { ...ofProbe, span, segment }
      return exportHref(lfpSpectrumExport, session, wanted, format, context.loaders)
    }
    return { lfp, request: spectrumRequest(lfp, segment), addressIn }
  },

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

function spanOfArguments(start?: number | null, stop?: number | null): TimeSpan {
  return { startTime: start ?? -Infinity, stopTime: stop ?? Infinity }
}
