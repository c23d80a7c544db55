// Exports of what is computed from a probe's local field potential.
import type { Command } from 'commander'
import { arrayFormats } from '../../../formats/labelled-file.ts'
import type { AlignedLfpRequest } from '../../../request/analyses/aligned-lfp.ts'
import { parseList, parseNumber } from '../../options.ts'
import { CommandError } from '../../terminal/command-error.ts'
import {
  addEdgeOptions,
  aroundMoment,
  type EdgeOptions,
  presentationMoments,
  selectedEdges,
} from '../activity-options.ts'
import { type AnchorOptions, addAnchorOptions, selectedEvents } from '../anchor-options.ts'
import { addExportKind } from '../export-command.ts'
import {
  addPresentationOptions,
  addSpanOptions,
  type PresentationOptions,
  type SpanOptions,
  selectedSpan,
} from '../selection-options.ts'
import { usualFirst } from '../usual-first.ts'
import { addGroupingOptions, type GroupingOptions, groupingOf } from './grouping-options.ts'

const npzFirst = usualFirst('npz', arrayFormats)

interface LfpOptions {
  readonly probe: string
  readonly channels: string[]
  readonly maskInvalidTimes: boolean
}

function addLfpOptions(command: Command): Command {
  return command
    .requiredOption('--probe <name>', 'the probe, by name or id')
    .requiredOption('--channels <ids>', 'ids of its channels, such as 850,851,852', parseList)
    .option('--no-mask-invalid-times', 'keep samples in times that the file marks as invalid')
}

const lfpOf = ({ probe, channels, maskInvalidTimes }: LfpOptions) => ({
  probe,
  channelIds: channels,
  masksInvalidTimes: maskInvalidTimes,
})

interface AlignedOptions extends LfpOptions, EdgeOptions, PresentationOptions, AnchorOptions {}

function addAlignedOptions(command: Command): Command {
  return addPresentationOptions(
    addEdgeOptions(addAnchorOptions(addLfpOptions(command)), aroundMoment),
  )
}

async function alignedRequest(options: AlignedOptions): Promise<AlignedLfpRequest> {
  const bins = selectedEdges(options)
  const events = await selectedEvents(options)
  if (events) return { ...lfpOf(options), bins, moments: events }
  if (options.at) {
    throw new CommandError(
      'LFP is aligned to the starts of presentations, or to events; name the table of a column, such as --at trials:change_time.',
    )
  }
  return { ...lfpOf(options), bins, moments: { presentations: presentationMoments(options) } }
}

/** `spikeql export aligned-lfp`. */
export function addAlignedLfpCommand(parent: Command): Command {
  return addExportKind<AlignedOptions>(parent, {
    name: 'aligned-lfp',
    summary: 'local field potential around presentations or events',
    description:
      'Write the local field potential of some channels around the start of each presentation, or around events: the mean of its samples in each bin, in V, shape [presentations or events, bins, channels].',
    formats: npzFirst,
    fileName: 'session_<id>_aligned_lfp',
    addOptions: addAlignedOptions,
    request: async (options, format) => {
      const { alignedLfpExport } = await import('../../../exports/lfp/aligned-lfp.ts')
      return alignedLfpExport.request(await alignedRequest(options), format)
    },
    examples: [
      '715093703 --probe probeA --channels 850126378,850126382 --stimuli flashes --before 0.1 --after 0.3 --bin-size 0.002',
      'behavior.nwb --probe probeB --channels 12,13 --at trials:change_time --after 0.5 --bin-size 0.01',
    ],
  })
}

interface StatisticsOptions extends AlignedOptions, GroupingOptions {}

const groupsOf = async (options: StatisticsOptions) => {
  const request = await alignedRequest(options)
  const isOfEvents = 'events' in request.moments
  return {
    ...request,
    grouping: isOfEvents ? ([{ by: 'all' }] as const) : groupingOf(options),
    group: null,
  }
}

/** `spikeql export lfp-statistics`. */
export function addLfpStatisticsCommand(parent: Command): Command {
  return addExportKind<StatisticsOptions>(parent, {
    name: 'lfp-statistics',
    summary: 'local field potential averaged over groups of presentations, or over events',
    description:
      'Write mean, standard deviation (ddof=1) and standard error of the local field potential over groups of presentations, or over all events, in V, shape [groups, bins, channels], and the number of moments that each is over.',
    formats: npzFirst,
    fileName: 'session_<id>_lfp_statistics',
    addOptions: (command) => addAlignedOptions(addGroupingOptions(command)),
    request: async (options, format) => {
      const { lfpStatisticsExport } = await import('../../../exports/lfp/lfp-statistics.ts')
      return lfpStatisticsExport.request(
        { ...(await groupsOf(options)), statistic: 'MEAN' },
        format,
      )
    },
    examples: [
      '715093703 --probe probeA --channels 850126378,850126382 --stimuli flashes --parameters color --after 0.3 --bin-size 0.002',
    ],
  })
}

interface DensityOptions extends StatisticsOptions {
  readonly spacing?: number
  readonly conductivity: number
}

/** `spikeql export lfp-source-density`. */
export function addSourceDensityCommand(parent: Command): Command {
  return addExportKind<DensityOptions>(parent, {
    name: 'lfp-source-density',
    summary: 'current source density of the averaged local field potential',
    description:
      'Write the current source density of the mean local field potential of groups of presentations, or of all events, shape [groups, bins, channels]: its second difference along the probe; NaN for the outermost channels.',
    formats: npzFirst,
    fileName: 'session_<id>_lfp_source_density',
    addOptions: (command) =>
      addAlignedOptions(
        addGroupingOptions(
          command
            .option(
              '--spacing <micrometres>',
              'distance between neighbouring channels (default: by their positions)',
              parseNumber,
            )
            .option('--conductivity <siemens>', 'of the tissue, in S/m', parseNumber, 1),
        ),
      ),
    request: async (options, format) => {
      const { lfpSourceDensityExport } = await import('../../../exports/lfp/lfp-statistics.ts')
      const { spacing, conductivity } = options
      const request = { ...(await groupsOf(options)), spacing: spacing ?? null, conductivity }
      return lfpSourceDensityExport.request(request, format)
    },
    examples: [
      '715093703 --probe probeA --channels 850126378,850126382,850126386 --stimuli flashes --by all --after 0.1 --bin-size 0.001',
    ],
  })
}

interface AroundSpikesOptions extends LfpOptions, SpanOptions {
  readonly unit: string
  readonly before: number
  readonly after: number
}

/** `spikeql export spike-triggered-lfp`. */
export function addSpikeTriggeredLfpCommand(parent: Command): Command {
  return addExportKind<AroundSpikesOptions>(parent, {
    name: 'spike-triggered-lfp',
    summary: 'mean local field potential around the spikes of a unit',
    description:
      'Write the mean local field potential around the spikes of a unit (spike-triggered average), in V, shape [samples, channels], with the number of spikes used.',
    formats: npzFirst,
    fileName: 'session_<id>_spike_triggered_lfp',
    addOptions: (command) =>
      addSpanOptions(
        addLfpOptions(command)
          .requiredOption('--unit <id>', 'the unit, of any probe')
          .option('--before <seconds>', 'seconds before each spike', parseNumber, 0.1)
          .option('--after <seconds>', 'seconds after each spike', parseNumber, 0.1),
        'samples and spikes',
      ),
    request: async ({ unit, before, after, ...options }, format) => {
      const { spikeTriggeredLfpExport } = await import(
        '../../../exports/lfp/spike-triggered-lfp.ts'
      )
      const request = { ...lfpOf(options), unit, before, after, span: selectedSpan(options) }
      return spikeTriggeredLfpExport.request(request, format)
    },
    examples: [
      '715093703 --probe probeA --channels 850126378 --unit 950910352 --start 1000 --stop 1600',
    ],
  })
}

interface SpectrumOptions extends LfpOptions, SpanOptions {
  readonly segment: number
}

/** `spikeql export lfp-spectrum`. */
export function addLfpSpectrumCommand(parent: Command): Command {
  return addExportKind<SpectrumOptions>(parent, {
    name: 'lfp-spectrum',
    summary: 'power spectrum of the local field potential',
    description:
      "Write the power spectrum of the local field potential by Welch's method, in V²/Hz, shape [frequencies, channels].",
    formats: npzFirst,
    fileName: 'session_<id>_lfp_spectrum',
    addOptions: (command) =>
      addSpanOptions(
        addLfpOptions(command).option(
          '--segment <seconds>',
          'length of a segment; frequencies are 1 / segment apart',
          parseNumber,
          1,
        ),
      ),
    request: async ({ segment, ...options }, format) => {
      const { lfpSpectrumExport } = await import('../../../exports/lfp/lfp-spectrum.ts')
      const request = { ...lfpOf(options), segment, span: selectedSpan(options) }
      return lfpSpectrumExport.request(request, format)
    },
    examples: [
      '715093703 --probe probeA --channels 850126378,850126382 --start 1000 --stop 1600 --out spectrum.csv',
    ],
  })
}
