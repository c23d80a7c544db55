import { numberField } from '../../addresses/address-field.ts'
import type { LabelledArrays } from '../../formats/labelled-arrays.ts'
import type { Activity } from '../../request/activity/activity.ts'
import {
  type AlignedActivityRequest,
  alignActivity,
} from '../../request/activity/aligned-activity.ts'
import { type EventActivityRequest, eventActivity } from '../../request/activity/event-activity.ts'
import {
  firstSpikes,
  type LatencyWindow,
  latenciesOf,
} from '../../request/activity/first-spikes.ts'
import { arrayExport } from '../array-export.ts'
import type { ExportSource } from '../export-kind.ts'
import { activityFields } from './aligned-activity.ts'
import { eventActivityFields } from './event-activity.ts'
import { unitCoordinates } from './labels/activity-labels.ts'
import { eventCoordinates } from './labels/event-labels.ts'
import { presentationCoordinates } from './labels/presentation-labels.ts'

export const latencyWindowFields = { from: numberField(0), until: numberField(0.25) }

/** Latencies of first spikes after presentations, shape [presentations, units]. */
export const firstSpikesExport = arrayExport<AlignedActivityRequest & LatencyWindow>({
  name: 'first-spikes',
  fields: { ...activityFields, ...latencyWindowFields },
  async load({ from, until, ...request }, source) {
    const activity = await alignActivity(source.session, request, source)
    const conditions = await source.loaders.load(source.session, 'stimulusConditions')
    const along = presentationCoordinates(activity, conditions)
    return arraysOf('presentation', activity, along, { from, until }, source)
  },
})

/** Latencies of first spikes after events, shape [events, units]. */
export const eventFirstSpikesExport = arrayExport<EventActivityRequest & LatencyWindow>({
  name: 'event-first-spikes',
  fields: { ...eventActivityFields, ...latencyWindowFields },
  async load({ from, until, ...request }, source) {
    const activity = await eventActivity(source.session, request, source)
    const along = eventCoordinates(activity.alignment.startTimes, activity.sourceIndexes)
    return arraysOf('event', activity, along, { from, until }, source)
  },
})

async function arraysOf(
  dimension: string,
  activity: Activity,
  along: LabelledArrays['coordinates'],
  window: LatencyWindow,
  source: ExportSource,
): Promise<LabelledArrays> {
  const latencies = await latenciesOf(firstSpikes(activity, window), source)
  return {
    main: { name: 'latencies', dims: [dimension, 'unit'], unit: 's', ...latencies },
    coordinates: [...along, ...unitCoordinates(activity.tables, activity.unitRows)],
    attributes: { from: window.from, until: window.until },
  }
}
