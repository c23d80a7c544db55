import { binCentres } from '../../../domain/counting/bin-edges.ts'
import type { EventGrouping } from '../../../domain/events/event-groups.ts'
import { InvalidArgumentError } from '../../../errors.ts'
import { eventSpikesExport } from '../../../exports/activity/aligned-spikes.ts'
import { eventActivityExport } from '../../../exports/activity/event-activity.ts'
import { eventStatisticsExport } from '../../../exports/activity/event-statistics.ts'
import { firstSpikeStatistics } from '../../../exports/activity/first-spike-statistics.ts'
import { eventFirstSpikesExport } from '../../../exports/activity/first-spikes.ts'
import { responsePeaks } from '../../../exports/activity/response-peaks.ts'
import { eventSignalExport } from '../../../exports/activity/signals.ts'
import { exportHref } from '../../../exports/addressed-export.ts'
import type { FileFormat } from '../../../formats/file-format.ts'
import { spikeCountOf, spikesOf } from '../../../request/activity/activity.ts'
import { groupEventActivity, valueOfEvent } from '../../../request/activity/event-activity.ts'
import { firstSpikes } from '../../../request/activity/first-spikes.ts'
import { type WindowSignal, windowsOf } from '../../../request/signals/signals-in-windows.ts'
import { activityFields } from '../../fields/activity/activity.ts'
import { groupFields, observedCounts } from '../../fields/activity/group-fields.ts'
import { toPeakRequest } from '../../fields/activity/peak-arguments.ts'
import { fileFormatOf } from '../../fields/file-formats.ts'
import { fieldsBelow } from '../../fields/lists/fields-below.ts'
import { edgeRuleOf } from '../../fields/signals/signal-arguments.ts'
import { signalsIn } from '../../fields/signals/signals-in-windows.ts'
import type {
  EventActivityResolvers,
  EventGroupResolvers,
  EventSpikesResolvers,
  EventGrouping as GroupingName,
} from '../../generated.ts'
import { groupColumns } from './group-columns.ts'

export const EventActivity: EventActivityResolvers = {
  ...activityFields,
  firstSpikes: async (activity, window, { loaders }) => ({
    ...firstSpikes(activity, window),
    addressIn: (format: FileFormat) =>
      exportHref(
        eventFirstSpikesExport,
        activity.session,
        { ...activity.requested, ...window },
        format,
        loaders,
      ),
  }),

  async signals({ session, alignment, requested }, { edgeRule, ...wanted }, context) {
    const { units: _, ...selection } = requested
    const signalEdgeRule = edgeRuleOf[edgeRule]
    const hrefOf = (signal: WindowSignal, format: FileFormat) => {
      const ofSignal = { ...selection, ...signal, signalEdgeRule }
      return exportHref(eventSignalExport, session, ofSignal, format, context.loaders)
    }
    return signalsIn(session, windowsOf(alignment, signalEdgeRule), wanted, hrefOf, context)
  },

  sourceIndexes({ sourceIndexes }, _args, { budget }) {
    budget.chargeCells(sourceIndexes.length)
    return sourceIndexes
  },

  href: ({ session, requested }, { format }, { loaders }) =>
    exportHref(eventActivityExport, session, requested, fileFormatOf[format], loaders),

  edges({ alignment: { edges } }, _args, { budget }) {
    budget.chargeCells(edges.length)
    return edges
  },

  binCentres({ alignment: { edges } }, _args, { budget }) {
    budget.chargeCells(edges.length)
    return binCentres(edges)
  },

  async groups(activity, { by, size }, context, info) {
    const groups = await groupEventActivity(activity, groupingOf(by, size ?? null), context)
    context.budget.chargeList(groups.length, fieldsBelow(info))
    return groups
  },

  groupsHref({ session, requested }, { by, size, statistic, unit, format }, { loaders }) {
    const grouping = groupingOf(by, size ?? null)
    const statistics = { ...requested, grouping, group: null, statistic, unit }
    return exportHref(eventStatisticsExport, session, statistics, fileFormatOf[format], loaders)
  },
}

export const EventSpikes: EventSpikesResolvers = {
  count: (activity, _args, context) => spikeCountOf(activity, context),
  spikeTimes: async (activity, _args, context) => (await spikesOf(activity, context)).spikeTimes,
  eventIndexes: async (activity, _args, context) =>
    (await spikesOf(activity, context)).presentations,
  unitIndexes: async (activity, _args, context) => (await spikesOf(activity, context)).columns,
  timesSinceEvent: async (activity, _args, context) =>
    (await spikesOf(activity, context)).timesSinceStart,
  href: ({ session, requested }, { format }, { loaders }) =>
    exportHref(eventSpikesExport, session, requested, fileFormatOf[format], loaders),
}

export const EventGroup: EventGroupResolvers = {
  ...groupFields,
  eventCount: ({ members }) => members.length,

  eventIndexes({ members }, _args, { budget }) {
    budget.chargeCells(members.length)
    return members
  },

  value: ({ activity, grouping, members }) =>
    grouping.by === 'value' ? valueOfEvent(activity, members[0]) : null,

  firstSpikes: async (group, window, { loaders }) =>
    groupColumns(firstSpikeStatistics.ofEvents, group, group.activity.requested, window, loaders),

  responsePeaks: async (group, window, { loaders }) =>
    groupColumns(
      responsePeaks.ofEvents,
      group,
      group.activity.requested,
      toPeakRequest(window),
      loaders,
    ),

  observedEventCounts: (group, _args, context) => observedCounts(group, context),

  href({ activity, grouping, group }, { statistic, unit, format }, { loaders }) {
    const { session, requested } = activity
    const statistics = { ...requested, grouping, group, statistic, unit }
    return exportHref(eventStatisticsExport, session, statistics, fileFormatOf[format], loaders)
  },
}

function groupingOf(by: GroupingName, size: number | null): EventGrouping {
  if (by === 'EVERY') {
    if (size !== null && size >= 1) return { by: 'every', size }
    throw new InvalidArgumentError(
      `by is EVERY and size is ${size}; give how many events a group has, 1 or more.`,
    )
  }
  if (size !== null) {
    throw new InvalidArgumentError(`by is ${by}; size can only be used with by: EVERY.`)
  }
  return { by: by === 'ALL' ? 'all' : 'value' }
}
