import type { Float64NdArray } from '../../../domain/counting/nd-array.ts'
import { sampleTimes } from '../../../domain/session/mean-waveform.ts'
import { exportHref } from '../../../exports/addressed-export.ts'
import { meanWaveformExport } from '../../../exports/spikes/mean-waveform.ts'
import type { GraphQLContext } from '../../context.ts'
import { encodeArray } from '../../fields/encode-array.ts'
import { fileFormatOf } from '../../fields/file-formats.ts'
import type { MeanWaveformResolvers } from '../../generated.ts'
import type { MeanWaveformModel } from '../../models.ts'

export const MeanWaveform: MeanWaveformResolvers = {
  shape: (waveform) => shapeOf(waveform),

  channelIds({ tables, rows }, _args, { budget }) {
    budget.chargeList(rows.channelRows.length)
    const { ids } = tables.channels
    return Array.from(rows.channelRows, (row) => (row < 0 ? null : String(ids[row])))
  },

  times(waveform, _args, { budget }) {
    const { tables, row } = waveform
    const probe = tables.probes[tables.units.probeRows[row]]
    const [, sampleCount] = shapeOf(waveform)
    budget.chargeCells(sampleCount)
    return sampleTimes(sampleCount, probe?.samplingRate ?? null)
  },

  values: (waveform, _args, context) => samplesOf(waveform, context),

  href: ({ session, tables, row, wanted }, { format }, { loaders }) => {
    const request = { unit: String(tables.units.ids[row]), channels: wanted }
    return exportHref(meanWaveformExport, session, request, fileFormatOf[format], loaders)
  },

  async data(waveform, _args, context) {
    const { data, shape } = await samplesOf(waveform, context)
    return encodeArray(data, shape)
  },
}

function shapeOf({ tables, rows }: MeanWaveformModel): [number, number] {
  return [rows.rows.length, tables.units.waveforms?.sampleCount ?? 0]
}

async function samplesOf(
  waveform: MeanWaveformModel,
  { budget, loaders }: GraphQLContext,
): Promise<Float64NdArray> {
  const shape = shapeOf(waveform)
  budget.chargeCells(shape[0] * shape[1])
  const request = { unitRow: waveform.row, rows: waveform.rows.rows }
  return { shape, data: await loaders.read(waveform.session, 'meanWaveforms', request) }
}
