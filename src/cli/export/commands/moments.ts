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
      addActivityOptions(
        addAnchorOptions(
          command
            .option('--earliest <seconds>', 'start of the window; included', parseNumber, 0)
            .option('--latest <seconds>', 'end of the window; not included', parseNumber, 0.25),
        ),
        'Which bins the activity has (they do not affect latencies):',
      ),
    request: async ({ earliest: from, latest: until, ...options }, format) => {
      const { eventFirstSpikesExport, firstSpikesExport } = await import(
        '../../../exports/activity/first-spikes.ts'
      )
      const withBins =
        options.edges || options.after !== undefined
          ? options
          : { ...options, edges: [from, until] }
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
