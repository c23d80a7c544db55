import { numberField } from '../../addresses/address-field.ts'
import { openSpanField } from '../../addresses/window-fields.ts'
import type { TimeSpan } from '../../domain/time/time-span.ts'
import { alongDimension } from '../../formats/labelled-arrays.ts'
import {
  type LfpRequest,
  openLfp,
  readLfpSpectra,
  spectrumRequest,
} from '../../request/analyses/lfp.ts'
import { integers } from '../activity/labels/activity-labels.ts'
import { arrayExport } from '../array-export.ts'
import { channelCoordinates } from '../series/channel-labels.ts'
import { assertLfp, lfpFields } from './lfp-fields.ts'

export interface LfpSpectrumRequest extends LfpRequest {
  readonly span: TimeSpan
  /** seconds */
  readonly segment: number
}

/** Power spectrum of a probe's LFP, shape [frequencies, channels]. */
export const lfpSpectrumExport = arrayExport<LfpSpectrumRequest>({
  name: 'lfp-spectrum',
  fields: { ...lfpFields, span: openSpanField, segment: numberField(1) },
  async load({ span, segment, ...request }, source) {
    const lfp = assertLfp(await openLfp(source.session, request, span, source))
    const samples = spectrumRequest(lfp, segment)
    const { frequencies, power, segmentCounts } = await readLfpSpectra(lfp, samples, source)
    return {
      main: {
        name: 'power',
        dims: ['frequency', 'channel'],
        shape: [frequencies.length, samples.channels.length],
        data: power,
        unit: 'V²/Hz',
      },
      coordinates: [
        alongDimension('frequency', 'frequencies', frequencies, {
          unit: 'Hz',
          column: 'frequency',
        }),
        ...channelCoordinates(lfp.series, 'channel'),
        alongDimension('channel', 'segment_counts', integers(segmentCounts), {
          column: 'segment_count',
        }),
      ],
      attributes: { probe: request.probe, segment },
    }
  },
})
