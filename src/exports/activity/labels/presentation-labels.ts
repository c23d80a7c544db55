import type { StimulusConditions } from '../../../domain/stimuli/conditions.ts'
import { alongDimension } from '../../../formats/labelled-arrays.ts'
import type { AlignedActivity } from '../../../request/activity/aligned-activity.ts'
import { integers } from './activity-labels.ts'

/** Presentations along `presentation`; the condition of a masked one is -1. */
export function presentationCoordinates(activity: AlignedActivity, conditions: StimulusConditions) {
  const { alignment, request } = activity
  return [
    ...presentationStarts(activity, conditions),
    ...(request.anchor ? [along('anchor_times', alignment.startTimes, 'anchor_time')] : []),
    ...(alignment.kind === 'whole' ? [along('stop_times', alignment.stopTimes, 'stop_time')] : []),
  ]
}

/** The same without what is of activity alone. */
export function presentationStarts(
  { ids, list }: Pick<AlignedActivity, 'ids' | 'list'>,
  { ofPresentations }: StimulusConditions,
) {
  const { codes, values } = list.stimulusNames
  return [
    along('presentation_ids', integers(ids), 'presentation_id'),
    along('condition_ids', integers(ids.map((id) => ofPresentations[id])), 'condition_id'),
    along(
      'stimulus_names',
      Array.from(ids, (id) => values[codes[id]]),
      'stimulus_name',
    ),
    along(
      'start_times',
      Float64Array.from(ids, (id) => list.startTimes[id]),
      'start_time',
    ),
  ]
}

const along = (name: string, data: BigInt64Array | Float64Array | string[], column: string) =>
  alongDimension('presentation', name, data, { column })
