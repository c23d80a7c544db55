import { activityStatisticsExport } from '../../../exports/activity/activity-statistics.ts'
import { alignedActivityExport } from '../../../exports/activity/aligned-activity.ts'
import { alignedSpikesExport } from '../../../exports/activity/aligned-spikes.ts'
import { firstSpikesExport } from '../../../exports/activity/first-spikes.ts'
import { alignedSignalExport } from '../../../exports/activity/signals.ts'
import { exportHref } from '../../../exports/addressed-export.ts'
import type { FileFormat } from '../../../formats/file-format.ts'
import { spikeCountOf, spikesOf } from '../../../request/activity/activity.ts'
import { gridActivity, groupActivity } from '../../../request/activity/aligned-activity.ts'
import { firstSpikes } from '../../../request/activity/first-spikes.ts'
import { type WindowSignal, windowsOf } from '../../../request/signals/signals-in-windows.ts'
import { activityFields } from '../../fields/activity/activity.ts'
import { fileFormatOf } from '../../fields/file-formats.ts'
import { fieldsBelow } from '../../fields/lists/fields-below.ts'
import { groupingOf } from '../../fields/presentation-grouping.ts'
import { edgeRuleOf } from '../../fields/signals/signal-arguments.ts'
import { signalsIn } from '../../fields/signals/signals-in-windows.ts'
import type { AlignedActivityResolvers, AlignedSpikesResolvers } from '../../generated.ts'
import { alignedAnalyses } from '../analyses/analysis-fields.ts'

export const AlignedActivity: AlignedActivityResolvers = {
  ...activityFields,
  ...alignedAnalyses,
  firstSpikes: async (activity, window, { loaders }) => ({
    ...firstSpikes(activity, window),
    addressIn: (format: FileFormat) =>
      exportHref(
        firstSpikesExport,
        activity.session,
        { ...activity.request, ...window },
        format,
        loaders,
      ),
  }),

  async signals({ session, alignment, request }, { edgeRule, ...wanted }, context) {
    const { units: _, ...selection } = request
    const signalEdgeRule = edgeRuleOf[edgeRule]
    const hrefOf = (signal: WindowSignal, format: FileFormat) => {
      const ofSignal = { ...selection, ...signal, signalEdgeRule }
      return exportHref(alignedSignalExport, session, ofSignal, format, context.loaders)
    }
    return signalsIn(session, windowsOf(alignment, signalEdgeRule), wanted, hrefOf, context)
  },

  presentationIds({ ids }, _args, { budget }) {
    budget.chargeList(ids.length)
    return Array.from(ids, String)
  },

  startTimes({ list, ids }, _args, { budget }) {
    budget.chargeCells(ids.length)
    return Float64Array.from(ids, (id) => list.startTimes[id])
  },

  stopTimes({ list, ids }, _args, { budget }) {
    budget.chargeCells(ids.length)
    return Float64Array.from(ids, (id) => list.stopTimes[id])
  },

  async groups(activity, { by, parameters }, context, info) {
    const groups = await groupActivity(activity, groupingOf(by, parameters ?? null), context)
    context.budget.chargeList(groups.length, fieldsBelow(info))
    return groups
  },

  href: ({ session, request }, { format }, { loaders }) =>
    exportHref(alignedActivityExport, session, request, fileFormatOf[format], loaders),

  groupsHref({ session, request }, { by, parameters, statistic, unit, format }, { loaders }) {
    const grouping = groupingOf(by, parameters ?? null)
    const statistics = { ...request, grouping, group: null, statistic, unit }
    return exportHref(activityStatisticsExport, session, statistics, fileFormatOf[format], loaders)
  },

  grid: (activity, { parameters }, context) => gridActivity(activity, parameters, context),
}

export const AlignedSpikes: AlignedSpikesResolvers = {
  count: (activity, _args, context) => spikeCountOf(activity, context),
  spikeTimes: async (activity, _args, context) => (await spikesOf(activity, context)).spikeTimes,
  presentationIndexes: async (activity, _args, context) =>
    (await spikesOf(activity, context)).presentations,
  unitIndexes: async (activity, _args, context) => (await spikesOf(activity, context)).columns,
  timesSinceStart: async (activity, _args, context) =>
    (await spikesOf(activity, context)).timesSinceStart,
  href: ({ session, request }, { format }, { loaders }) =>
    exportHref(alignedSpikesExport, session, request, fileFormatOf[format], loaders),
}
