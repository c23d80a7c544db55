import type { Command } from 'commander'
import { arrayFormats } from '../../../formats/labelled-file.ts'
import { type Dtype, dtypes } from '../../../formats/numpy/dtype.ts'
import { parseList } from '../../options.ts'
import {
  type ActivityOptions,
  addActivityOptions,
  aroundMoment,
  eventRequest,
  type MomentOptions,
  presentationRequest,
  wholeOrBinnedRequest,
} from '../activity-options.ts'
import { addAnchorOptions, addColumnAnchorOptions } from '../anchor-options.ts'
import { addExportKind } from '../export-command.ts'
import { dtypeOption } from '../selection-options.ts'
import { usualFirst } from '../usual-first.ts'
import {
  addGroupingOptions,
  addValueColumnOption,
  eventGroupingOf,
  type GroupingOptions,
  groupingOf,
} from './grouping-options.ts'

const usualDtype: Dtype = 'uint16'

/** `spikeql export activity`. */
export function addActivityCommand(parent: Command): Command {
  return addExportKind<MomentOptions>(parent, {
    name: 'activity',
    summary: 'spike counts around presentations or events',
    description:
      'Write spike counts around the start of each presentation, or around events, shape [presentations or events, bins, units], with coordinates along these dimensions; as a table, one row per presentation and bin, and one column per unit.',
    formats: usualFirst('npz', arrayFormats),
    fileName: 'session_<id>_aligned_activity',
    addOptions: (command) =>
      addActivityOptions(
        addAnchorOptions(command.addOption(dtypeOption(dtypes, usualDtype))),
        aroundMoment,
      ),
    dtype: usualDtype,
    request: async (options, format) => {
      const events = await eventRequest(options)
      if (events) {
        const { eventActivityExport } = await import('../../../exports/activity/event-activity.ts')
        return eventActivityExport.request(events, format)
      }
      const { alignedActivityExport } = await import(
        '../../../exports/activity/aligned-activity.ts'
      )
      return alignedActivityExport.request(presentationRequest(options), format)
    },
    examples: [
      '715093703 --stimuli flashes --after 0.5 --bin-size 0.01',
      '715093703 --stimuli flashes --edges 0,0.05,0.25 --areas V1 --out flashes.csv',
      'behavior.nwb --at trials:change_time --where hit=true --before 1 --after 2 --bin-size 0.05',
      'behavior.nwb --at /processing/licking/licks --min-gap 0.5 --after 0.5 --bin-size 0.01',
      'other_lab.nwb --at-file cues.txt --before 0.2 --after 1 --bin-size 0.02',
    ],
  })
}

interface StatisticsOptions extends MomentOptions, GroupingOptions {
  readonly rates?: true
}

/** `spikeql export activity-statistics`. */
export function addStatisticsCommand(parent: Command): Command {
  return addExportKind<StatisticsOptions>(parent, {
    name: 'activity-statistics',
    summary: 'means and deviations over groups of presentations or events',
    description:
      'Write mean, standard deviation (ddof=1), standard error and number of spikes over groups of presentations or events, for each group, bin and unit. Events are grouped by all (the default), value (of --value-column, or of a time series), or a number of consecutive ones, such as --by 10.',
    formats: usualFirst('csv', arrayFormats),
    fileName: 'session_<id>_activity_statistics',
    addOptions: (command) =>
      addActivityOptions(
        addAnchorOptions(
          addValueColumnOption(addGroupingOptions(command)).option(
            '--rates',
            'in spikes per second instead of spikes',
          ),
        ),
        aroundMoment,
      ),
    request: async (options, format) => {
      const wanted = {
        group: null,
        statistic: 'MEAN',
        unit: options.rates ? 'HZ' : 'COUNT',
      } as const
      const events = await eventRequest(options)
      if (events) {
        const { eventStatisticsExport } = await import(
          '../../../exports/activity/event-statistics.ts'
        )
        const request = { ...events, ...wanted, grouping: eventGroupingOf(options) }
        return eventStatisticsExport.request(request, format)
      }
      const { activityStatisticsExport } = await import(
        '../../../exports/activity/activity-statistics.ts'
      )
      const request = presentationRequest(options)
      return activityStatisticsExport.request(
        { ...request, ...wanted, grouping: groupingOf(options) },
        format,
      )
    },
    examples: [
      '715093703 --stimuli flashes --after 0.5 --bin-size 0.01',
      '715093703 --stimuli drifting_gratings --parameters orientation --after 2 --bin-size 2 --rates --out tuning.parquet',
      'behavior.nwb --at trials:change_time --by value --value-column response --before 1 --after 2 --bin-size 0.05',
    ],
  })
}

interface GridOptions extends ActivityOptions {
  readonly parameters: string[]
  readonly rates?: true
}

/** `spikeql export activity-grid`. */
export function addGridCommand(parent: Command): Command {
  return addExportKind<GridOptions>(parent, {
    name: 'activity-grid',
    summary: 'means and deviations at every combination of stimulus parameters',
    description:
      'Write mean, standard deviation (ddof=1), standard error and number of spikes at every combination of the values of some parameters, shape [values of each parameter…, bins, units]: tuning curves and surfaces, receptive fields. Without bins, each presentation as a whole is one.',
    formats: usualFirst('npz', arrayFormats),
    fileName: 'session_<id>_activity_grid',
    addOptions: (command) =>
      addActivityOptions(
        addColumnAnchorOptions(command)
          .requiredOption(
            '--parameters <names>',
            'the parameters, one for each axis, such as y_position,x_position',
            parseList,
          )
          .option('--rates', 'in spikes per second instead of spikes'),
      ),
    request: async ({ parameters, rates, ...options }, format) => {
      const { activityGridExport } = await import('../../../exports/activity/activity-grid.ts')
      const unit = rates ? 'HZ' : 'COUNT'
      const activity = wholeOrBinnedRequest(options)
      return activityGridExport.request(
        { ...activity, parameters, statistic: 'MEAN', unit },
        format,
      )
    },
    examples: [
      '715093703 --stimuli gabors --parameters y_position,x_position --edges 0,0.25 --out maps.npz',
      '715093703 --stimuli drifting_gratings --parameters orientation,temporal_frequency --rates',
    ],
  })
}
