import { choiceField, requiredTextField } from '../../addresses/address-field.ts'
import {
  sampleTimes,
  type WaveformChannels,
  waveformChannels,
  waveformRows,
} from '../../domain/session/mean-waveform.ts'
import { findUnit } from '../../domain/units/unit-filter.ts'
import { InvalidArgumentError } from '../../errors.ts'
import { alongDimension } from '../../formats/labelled-arrays.ts'
import { arrayExport } from '../array-export.ts'

export interface MeanWaveformRequest {
  /** id of the unit */
  readonly unit: string
  readonly channels: WaveformChannels
}

/** Mean waveform of a unit, shape [channels, samples]. */
export const meanWaveformExport = arrayExport<MeanWaveformRequest>({
  name: 'mean-waveform',
  fields: {
    unit: requiredTextField,
    channels: choiceField<WaveformChannels>(waveformChannels, 'valid'),
  },
  async load({ unit, channels }, { session, tables, budget, loaders }) {
    const unitRow = findUnit(tables, unit)
    const found = waveformRows(tables, unitRow, channels)
    if (!found) throw new InvalidArgumentError(`The file stores no mean waveform of unit ${unit}.`)
    const { rows, channelRows } = found
    const sampleCount = tables.units.waveforms?.sampleCount ?? 0
    budget.chargeCells(rows.length * sampleCount)
    const data = await loaders.read(session, 'meanWaveforms', { unitRow, rows })
    const probe = tables.probes[tables.units.probeRows[unitRow] ?? -1]
    const times = sampleTimes(sampleCount, probe?.samplingRate ?? null)
    const { ids } = tables.channels
    return {
      main: {
        name: 'values',
        dims: ['channel', 'sample'],
        shape: [rows.length, sampleCount],
        data,
      },
      coordinates: [
        alongDimension(
          'channel',
          'channel_ids',
          Array.from(channelRows, (row) => (row < 0 ? '' : String(ids[row]))),
          { column: 'channel_id' },
        ),
        ...(times ? [alongDimension('sample', 'times', times, { unit: 's', column: 'time' })] : []),
      ],
      attributes: { unit_id: unit },
    }
  },
})
