import type { FieldsOf } from '../../addresses/address-field.ts'
import { binEdgesField } from '../../addresses/aligned-fields.ts'
import { momentsField } from '../../addresses/moments-field.ts'
import {
  type AlignedLfpRequest,
  alignLfpToMoments,
  type LfpAroundEvents,
  type LfpAroundPresentations,
} from '../../request/analyses/aligned-lfp.ts'
import { readAlignedLfp } from '../../request/analyses/lfp.ts'
import { edgeCoordinates } from '../activity/labels/activity-labels.ts'
import { eventCoordinates } from '../activity/labels/event-labels.ts'
import { presentationStarts } from '../activity/labels/presentation-labels.ts'
import { arrayExport } from '../array-export.ts'
import { noPresentations } from '../emptiness.ts'
import type { Emptiness, ExportSource } from '../export-kind.ts'
import { channelCoordinates } from '../series/channel-labels.ts'
import { assertLfp, lfpFields } from './lfp-fields.ts'

/** The parts of a request for LFP around moments, in the order of an address. */
export const alignedLfpFields: FieldsOf<AlignedLfpRequest> = {
  ...lfpFields,
  moments: momentsField,
  bins: binEdgesField,
}

/** LFP around presentations or events, shape [presentations or events, bins, channels]. */
export const alignedLfpExport = arrayExport<AlignedLfpRequest>({
  name: 'aligned-lfp',
  fields: alignedLfpFields,
  emptiness: unlessMoments,
  async load(request, source) {
    const aligned = await openAlignedLfp(request, source)
    const { series, request: samples } = aligned.lfp
    const { startTimes, edges, channels } = samples
    return {
      main: {
        name: 'values',
        dims: ['ids' in aligned ? 'presentation' : 'event', 'bin', 'channel'],
        shape: [startTimes.length, edges.length - 1, channels.length],
        data: await readAlignedLfp(aligned.lfp, source),
        unit: 'V',
      },
      coordinates: [
        ...(await momentCoordinates(aligned, source)),
        ...edgeCoordinates(edges),
        ...channelCoordinates(series, 'channel'),
      ],
      attributes: { probe: request.probe },
    }
  },
})

/** @throws SeriesNotFoundError, and what the request throws */
export async function openAlignedLfp(
  request: AlignedLfpRequest,
  source: ExportSource,
): Promise<LfpAroundPresentations | LfpAroundEvents> {
  return assertLfp(await alignLfpToMoments(source.session, request, source))
}

/** That there is no moment to align to; null: there is. */
export async function unlessMoments(
  request: AlignedLfpRequest,
  source: ExportSource,
): Promise<Emptiness | null> {
  const aligned = await openAlignedLfp(request, source)
  if (aligned.lfp.request.startTimes.length > 0) return null
  if ('ids' in aligned) return noPresentations(aligned.list, source)
  return { missing: 'events', reason: 'No event is left to export.' }
}

async function momentCoordinates(
  aligned: LfpAroundPresentations | LfpAroundEvents,
  { loaders }: ExportSource,
) {
  const { startTimes } = aligned.lfp.request
  if (!('ids' in aligned)) return eventCoordinates(startTimes, aligned.sourceIndexes)
  const conditions = await loaders.load(aligned.session, 'stimulusConditions')
  return presentationStarts(aligned, conditions)
}
