import type { AlignedSpikes } from '../../domain/alignment/align-request.ts'
import { pickExact } from '../../domain/numeric/exact-numbers.ts'
import { type Table, tableOf, wholeColumn } from '../../formats/tables/table.ts'
import { type Activity, spikeCountOf, spikesOf } from '../../request/activity/activity.ts'
import {
  type AlignedActivityRequest,
  alignActivity,
} from '../../request/activity/aligned-activity.ts'
import { type EventActivityRequest, eventActivity } from '../../request/activity/event-activity.ts'
import type { Emptiness, ExportSource } from '../export-kind.ts'
import { tableExport } from '../tables/table-export.ts'
import { activityFields } from './aligned-activity.ts'
import { eventActivityFields } from './event-activity.ts'

/** Spikes around, or within, presentations: a row each, in order of time. */
export const alignedSpikesExport = tableExport<AlignedActivityRequest>({
  name: 'aligned-spikes',
  fields: activityFields,
  async plan(request, source) {
    const activity = await alignActivity(source.session, request, source)
    return planOf(activity, source, ({ presentations }) => [
      wholeColumn(
        'presentation_id',
        Array.from(presentations, (position) => activity.ids[position]),
      ),
    ])
  },
})

/** Spikes around events: a row each, in order of time. */
export const eventSpikesExport = tableExport<EventActivityRequest>({
  name: 'event-spikes',
  fields: eventActivityFields,
  async plan(request, source) {
    const activity = await eventActivity(source.session, request, source)
    const { alignment, sourceIndexes } = activity
    return planOf(activity, source, ({ presentations }) => [
      {
        name: 'event_time',
        type: 'float',
        cells: Float64Array.from(presentations, (event) => alignment.startTimes[event]),
      },
      wholeColumn(
        'source_index',
        Array.from(presentations, (event) => sourceIndexes[event]),
      ),
    ])
  },
})

type Columns = Parameters<typeof tableOf>[0]

/** @param momentsOf the columns that say which moment a spike is around */
async function planOf(
  activity: Activity,
  source: ExportSource,
  momentsOf: (spikes: AlignedSpikes) => Columns,
) {
  const rowCount = await spikeCountOf(activity, source)
  return {
    rowCount,
    emptiness: rowCount === 0 ? noSpikes : null,
    load: async () => tableOfSpikes(activity, await spikesOf(activity, source), momentsOf),
  }
}

const noSpikes: Emptiness = {
  missing: null,
  reason: 'No spike of the selected units lies in the windows.',
}

function tableOfSpikes(
  { tables, unitRows }: Activity,
  spikes: AlignedSpikes,
  momentsOf: (spikes: AlignedSpikes) => Columns,
): Table {
  const ids = pickExact(tables.units.ids, unitRows)
  return tableOf([
    { name: 'spike_time', type: 'float', cells: spikes.spikeTimes },
    ...momentsOf(spikes),
    wholeColumn(
      'unit_id',
      Array.from(spikes.columns, (column) => ids[column]),
    ),
    { name: 'time_since_start', type: 'float', cells: spikes.timesSinceStart },
  ])
}
