// Exports of what lies around presentations or events: spikes, latencies, behaviour.
import { type Command, Option } from 'commander'
import { arrayFormats } from '../../../formats/labelled-file.ts'
import { tableFormats } from '../../../formats/tables/table-file.ts'
import { parseNumber } from '../../options.ts'
import { CommandError } from '../../terminal/command-error.ts'
import {
  addActivityOptions,
  aroundMoment,
  eventRequest,
  type MomentOptions,
  presentationRequest,
} from '../activity-options.ts'
import { addAnchorOptions } from '../anchor-options.ts'
import { addExportKind } from '../export-command.ts'
import { parseIntervals } from '../selection-options.ts'
import { usualFirst } from '../usual-first.ts'
import {
  addGroupingOptions,
  addValueColumnOption,
  eventGroupingOf,
  type GroupingOptions,
  groupingOf,
} from './grouping-options.ts'

const npzFirst = usualFirst('npz', arrayFormats)

/** `spikeql export aligned-spikes`. */
export function addAlignedSpikesCommand(parent: Command): Command {
  return addExportKind<MomentOptions>(parent, {
    name: 'aligned-spikes',
    summary: 'the spikes around presentations or events, one row each',
    description:
      "Write the spikes around the start of each presentation, or around events, one row per spike and presentation or event, in order of time: the AllenSDK's presentationwise_spike_times.",
    formats: tableFormats,
    fileName: 'session_<id>_aligned_spikes',
    addOptions: (command) => addActivityOptions(addAnchorOptions(command), aroundMoment),
    request: async (options, format) => {
      const { alignedSpikesExport, eventSpikesExport } = await import(
        '../../../exports/activity/aligned-spikes.ts'
      )
      const events = await eventRequest(options)
      if (events) return eventSpikesExport.request(events, format)
      return alignedSpikesExport.request(presentationRequest(options), format)
    },
    examples: [
      '715093703 --stimuli flashes --areas V1 --edges 0,0.25 --out spikes.parquet',
      'behavior.nwb --at trials:change_time --before 1 --after 2 --bin-size 3',
    ],
  })
}

interface LatencyOptions extends MomentOptions {
  readonly earliest: number
  readonly latest: number
}

const latencyBins = 'Which bins the activity has (they do not affect latencies):'

function addLatencyOptions(command: Command): Command {
  return command
    .option('--earliest <seconds>', 'start of the window; included', parseNumber, 0)
    .option('--latest <seconds>', 'end of the window; not included', parseNumber, 0.25)
}

/** The window as a bin, unless bins are given. */
function withLatencyBins<Options extends LatencyOptions>(options: Options): Options {
  const { edges, after, earliest, latest } = options
  return edges || after !== undefined ? options : { ...options, edges: [earliest, latest] }
}

/** `spikeql export first-spikes`. */
export function addFirstSpikesCommand(parent: Command): Command {
  return addExportKind<LatencyOptions>(parent, {
    name: 'first-spikes',
    summary: "latency of each unit's first spike after presentations or events",
    description:
      'Write the time from the start of each presentation, or from each event, to the first spike of each unit in a window, in seconds, shape [presentations or events, units]; NaN without a spike.',
    formats: npzFirst,
    fileName: 'session_<id>_first_spikes',
    addOptions: (command) =>
      addActivityOptions(addAnchorOptions(addLatencyOptions(command)), latencyBins),
    request: async (options, format) => {
      const { eventFirstSpikesExport, firstSpikesExport } = await import(
        '../../../exports/activity/first-spikes.ts'
      )
      const { earliest: from, latest: until } = options
      const withBins = withLatencyBins(options)
      const events = await eventRequest(withBins)
      if (events) return eventFirstSpikesExport.request({ ...events, from, until }, format)
      return firstSpikesExport.request({ ...presentationRequest(withBins), from, until }, format)
    },
    examples: [
      '715093703 --stimuli flashes --earliest 0.03 --latest 0.25 --areas V1',
      'behavior.nwb --at /processing/licking/licks --latest 0.1 --out latencies.csv',
    ],
  })
}

interface LatencyStatisticsOptions extends LatencyOptions, GroupingOptions {}

/** `spikeql export first-spike-statistics`. */
export function addFirstSpikeStatisticsCommand(parent: Command): Command {
  return addExportKind<LatencyStatisticsOptions>(parent, {
    name: 'first-spike-statistics',
    summary: 'median latency of first spikes over groups of presentations or events',
    description:
      'Write median and quartiles of the latencies of first spikes over groups of presentations or events, in seconds, and after how many of them each unit has a spike in the window, shape [groups, units].',
    formats: usualFirst('csv', arrayFormats),
    fileName: 'session_<id>_first_spike_statistics',
    addOptions: (command) =>
      addActivityOptions(
        addAnchorOptions(addValueColumnOption(addGroupingOptions(addLatencyOptions(command)))),
        latencyBins,
      ),
    request: async (options, format) => {
      const { firstSpikeStatistics } = await import(
        '../../../exports/activity/first-spike-statistics.ts'
      )
      const { earliest: from, latest: until } = options
      const wanted = { group: null, options: { from, until } }
      const events = await eventRequest(withLatencyBins(options))
      if (events) {
        const request = { ...events, ...wanted, grouping: eventGroupingOf(options) }
        return firstSpikeStatistics.ofEvents.request(request, format)
      }
      const request = presentationRequest(withLatencyBins(options))
      const grouping = groupingOf(options)
      return firstSpikeStatistics.ofPresentations.request(
        { ...request, ...wanted, grouping },
        format,
      )
    },
    examples: [
      '715093703 --stimuli flashes --earliest 0.03 --latest 0.25 --areas V1',
      'behavior.nwb --at trials:change_time --by value --value-column response --latest 0.3',
    ],
  })
}

interface PeakOptions extends MomentOptions, GroupingOptions {
  readonly earliest: number
  readonly latest?: number
  readonly baseline?: { readonly start: number; readonly stop: number }[]
  readonly kernel?: string
  readonly rates?: true
}

/** `spikeql export response-peaks`. */
export function addResponsePeaksCommand(parent: Command): Command {
  return addExportKind<PeakOptions>(parent, {
    name: 'response-peaks',
    summary: 'peak of the mean over groups, when it is reached, and its half rise',
    description:
      'Write the largest bin of the mean over groups of presentations or events, when it is reached, and when half of the rise to it is, in seconds from the start or event, shape [groups, units].',
    formats: usualFirst('csv', arrayFormats),
    fileName: 'session_<id>_response_peaks',
    addOptions: (command) =>
      addActivityOptions(
        addAnchorOptions(
          addValueColumnOption(addGroupingOptions(command))
            .option('--earliest <seconds>', 'where the search for the peak starts', parseNumber, 0)
            .option('--latest <seconds>', 'where it ends (default: with the last bin)', parseNumber)
            .option(
              '--baseline <interval>',
              'baseline of the half rise, such as -0.2..0 (default: all bins that end by --earliest)',
              parseIntervals,
            )
            .option('--kernel <kernel>', 'smooths the mean first, such as gaussian:0.01')
            .option('--rates', 'peaks in spikes per second instead of spikes'),
        ),
        aroundMoment,
      ),
    request: async (options, format) => {
      const { responsePeaks } = await import('../../../exports/activity/response-peaks.ts')
      const wanted = { group: null, options: await peakRequest(options) }
      const events = await eventRequest(options)
      if (events) {
        const request = { ...events, ...wanted, grouping: eventGroupingOf(options) }
        return responsePeaks.ofEvents.request(request, format)
      }
      const request = { ...presentationRequest(options), ...wanted, grouping: groupingOf(options) }
      return responsePeaks.ofPresentations.request(request, format)
    },
    examples: [
      '715093703 --stimuli flashes --before 0.1 --after 0.25 --bin-size 0.01 --rates',
      'behavior.nwb --at trials:change_time --before 0.5 --after 1 --bin-size 0.02 --kernel gaussian:0.02',
    ],
  })
}

/** @throws CommandError for several baselines */
async function peakRequest({ earliest, latest, baseline, kernel, rates }: PeakOptions) {
  const { readKernel } = await import('../../../addresses/kernel-field.ts')
  const [window, ...more] = baseline ?? []
  if (more.length > 0) throw new CommandError('--baseline is one interval, such as -0.2..0.')
  return {
    from: earliest,
    until: latest ?? null,
    baseline: window ? { from: window.start, to: window.stop } : null,
    kernel: kernel === undefined ? null : readKernel('--kernel', kernel),
    unit: rates ? ('HZ' as const) : ('COUNT' as const),
  }
}

const statistics = {
  mean: 'mean',
  median: 'median',
  min: 'min',
  max: 'max',
  'standard-deviation': 'standardDeviation',
  count: 'count',
} as const

interface SignalOptions extends MomentOptions {
  readonly signal: string
  readonly column: number
  readonly statistic: keyof typeof statistics
  readonly window?: { readonly start: number; readonly stop: number }[]
}

/** `spikeql export signal`. */
export function addSignalCommand(parent: Command): Command {
  return addExportKind<SignalOptions>(parent, {
    name: 'signal',
    summary: 'running speed, pupil, gaze or any time series in bins',
    description:
      'Write a signal in the bins of a window, shape [bins], or around presentations or events, shape [presentations or events, bins]; NaN for a bin without samples.',
    formats: npzFirst,
    fileName: 'session_<id>_signal',
    addOptions: (command) =>
      addActivityOptions(
        addAnchorOptions(
          command
            .requiredOption(
              '--signal <signal>',
              'runningSpeed, pupilArea, pupilWidth, gazeX, gazeY, or the path of a time series',
            )
            .option('--column <number>', 'column of that time series, from 0', parseNumber, 0)
            .addOption(
              new Option('--statistic <statistic>', 'how the samples in a bin are combined')
                .choices(Object.keys(statistics))
                .default('mean'),
            )
            .option(
              '--window <interval>',
              'the bins of this window, such as 100..200, instead of bins around moments; needs --bin-size alone',
              parseIntervals,
            ),
        ),
        aroundMoment,
      ),
    request: async ({ signal, column, statistic, window, ...options }, format) => {
      const { signalReference } = await import('../../../addresses/signal-field.ts')
      const { alignedSignalExport, binnedSignalExport, eventSignalExport } = await import(
        '../../../exports/activity/signals.ts'
      )
      const wanted = { signal: signalReference(signal, column), statistic: statistics[statistic] }
      if (window) {
        return binnedSignalExport.request({ ...wanted, window: windowOf(window, options) }, format)
      }
      const ofSignal = { ...wanted, signalEdgeRule: 'numpy' } as const
      const events = await eventRequest(options)
      if (events) {
        const { units: _, ...moments } = events
        return eventSignalExport.request({ ...moments, ...ofSignal }, format)
      }
      const { units: _, ...moments } = presentationRequest(options)
      return alignedSignalExport.request({ ...moments, ...ofSignal }, format)
    },
    examples: [
      '715093703 --signal runningSpeed --window 1000..2000 --bin-size 0.1',
      '715093703 --signal pupilArea --stimuli flashes --before 0.5 --after 1 --bin-size 0.05 --out pupil.csv',
    ],
  })
}

/** @throws CommandError for several windows, or for a window without bins */
function windowOf(
  [window, ...more]: readonly { readonly start: number; readonly stop: number }[],
  { binSize }: MomentOptions,
) {
  if (more.length > 0) throw new CommandError('--window is one interval, such as 100..200.')
  if (binSize !== undefined) return { ...window, binSize }
  throw new CommandError('A window needs the width of its bins: --bin-size, in seconds.')
}
