import { numberField, requiredTextField } from '../../addresses/address-field.ts'
import { openSpanField } from '../../addresses/window-fields.ts'
import type { TimeSpan } from '../../domain/time/time-span.ts'
import { findUnit } from '../../domain/units/unit-filter.ts'
import { alongDimension } from '../../formats/labelled-arrays.ts'
import {
  type LfpRequest,
  openLfp,
  readAroundSpikes,
  spikeTriggeredRequest,
} from '../../request/analyses/lfp.ts'
import { arrayExport } from '../array-export.ts'
import { channelCoordinates } from '../series/channel-labels.ts'
import { assertLfp, lfpFields } from './lfp-fields.ts'

export interface SpikeTriggeredLfpRequest extends LfpRequest {
  /** id of the unit */
  readonly unit: string
  /** seconds */
  readonly before: number
  /** seconds */
  readonly after: number
  readonly span: TimeSpan
}

/** Mean LFP around the spikes of a unit, shape [samples, channels]. */
export const spikeTriggeredLfpExport = arrayExport<SpikeTriggeredLfpRequest>({
  name: 'spike-triggered-lfp',
  fields: {
    ...lfpFields,
    unit: requiredTextField,
    before: numberField(0.1),
    after: numberField(0.1),
    span: openSpanField,
  },
  async load({ unit, before, after, span, ...request }, source) {
    const lfp = assertLfp(await openLfp(source.session, request, span, source))
    const row = findUnit(source.tables, unit)
    const samples = await spikeTriggeredRequest(lfp, row, { before, after }, source)
    const { times, means, usedSpikeCount } = await readAroundSpikes(lfp, samples, source)
    return {
      main: {
        name: 'mean',
        dims: ['sample', 'channel'],
        shape: [times.length, samples.channels.length],
        data: means,
        unit: 'V',
      },
      coordinates: [
        alongDimension('sample', 'times', times, { unit: 's', column: 'time' }),
        ...channelCoordinates(lfp.series, 'channel'),
      ],
      attributes: {
        probe: request.probe,
        unit_id: unit,
        spike_count: samples.spikeTimes.length,
        used_spike_count: usedSpikeCount,
      },
    }
  },
})
