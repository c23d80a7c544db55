// Exports of spike trains in a window or in intervals: rates, statistics, interspike intervals.
import { type Command, Option } from 'commander'
import { arrayFormats } from '../../../formats/labelled-file.ts'
import { tableFormats } from '../../../formats/tables/table-file.ts'
import type { QualityRule } from '../../../request/analyses/train-quality.ts'
import { parseList, parseNumber } from '../../options.ts'
import { addExportKind } from '../export-command.ts'
import {
  addUnitOptions,
  parseIntervals,
  selectedUnits,
  type UnitOptions,
} from '../selection-options.ts'
import { usualFirst } from '../usual-first.ts'

const npzFirst = usualFirst('npz', arrayFormats)

interface TrainOptions extends UnitOptions {
  readonly within?: { readonly start: number; readonly stop: number }[]
  readonly stimuli?: string[]
  readonly perInterval?: true
}

function addTrainOptions(command: Command): Command {
  return addUnitOptions(
    command
      .optionsGroup('Which times (default: the whole session):')
      .option(
        '--within <intervals>',
        'only spikes in these intervals, in seconds, such as 10..20,30..40',
        parseIntervals,
      )
      .addOption(
        new Option('--stimuli <names>', 'only spikes in epochs of these stimuli')
          .argParser(parseList)
          .conflicts('within'),
      )
      .option('--per-interval', 'each interval or epoch separately, instead of all together'),
  )
}

const trainsOf = ({ within, stimuli, perInterval, ...options }: TrainOptions) => ({
  units: selectedUnits(options),
  within: within ?? null,
  epochs: stimuli ? { stimulusNames: stimuli } : null,
  perInterval: perInterval ?? false,
})

const ruleOf = {
  spikeinterface: 'SPIKEINTERFACE',
  allensdk: 'ALLENSDK',
} as const satisfies Record<string, QualityRule>

interface TrainTableOptions extends TrainOptions {
  readonly rule: keyof typeof ruleOf
  readonly fanoBinSize?: number
}

/** `spikeql export spike-train-statistics`. */
export function addSpikeTrainsCommand(parent: Command): Command {
  return addExportKind<TrainTableOptions>(parent, {
    name: 'spike-train-statistics',
    summary: 'rates, interspike intervals and presence of units',
    description:
      'Write the rate of each unit, the mean, median and variability (CV, CV2, LV, LvR) of its interspike intervals, how many of them violate its refractory period of 1.5 ms, and its presence ratio, one row per unit, or per interval and unit.',
    formats: tableFormats,
    fileName: 'session_<id>_spike_train_statistics',
    addOptions: (command) =>
      addTrainOptions(
        command
          .addOption(
            new Option('--rule <rule>', 'whose definition of violations and presence ratio')
              .choices(Object.keys(ruleOf))
              .default('spikeinterface'),
          )
          .option(
            '--fano-bin-size <seconds>',
            'width of the bins of the Fano factor (default: it is not written)',
            parseNumber,
          ),
      ),
    request: async ({ rule, fanoBinSize, ...options }, format) => {
      const { spikeTrainsExport } = await import('../../../exports/analyses/spike-trains.ts')
      const quality = { rule: ruleOf[rule], fanoBinSize: fanoBinSize ?? null }
      return spikeTrainsExport.request({ ...trainsOf(options), ...quality }, format)
    },
    examples: [
      '715093703 --areas V1',
      '715093703 --all-units --rule allensdk --fano-bin-size 1',
      '715093703 --stimuli spontaneous,flashes --per-interval --out trains.parquet',
    ],
  })
}

interface HistogramOptions extends TrainOptions {
  readonly edges?: number[]
  readonly equal?: string
  readonly logarithmic?: string
}

/** `spikeql export isi-histogram`. */
export function addIsiHistogramCommand(parent: Command): Command {
  return addExportKind<HistogramOptions>(parent, {
    name: 'isi-histogram',
    summary: 'histograms of interspike intervals',
    description:
      'Write histograms of the interspike intervals of units, shape [units, bins], or [intervals, units, bins] with --per-interval.',
    formats: npzFirst,
    fileName: 'session_<id>_isi_histogram',
    addOptions: (command) =>
      addTrainOptions(
        command
          .optionsGroup('Which bins:')
          .addOption(
            new Option('--edges <seconds>', 'edges of the bins, such as 0,0.001,0.01,0.1')
              .argParser((text) => parseList(text).map(parseNumber))
              .conflicts(['equal', 'logarithmic']),
          )
          .addOption(
            new Option(
              '--equal <range>',
              'bins of equal width: first edge, last edge and number, such as 0..0.1..100',
            ).conflicts('logarithmic'),
          )
          .option('--logarithmic <range>', 'the same on a logarithmic scale (0.001..10..40)'),
      ),
    request: async ({ edges, equal, logarithmic, ...options }, format) => {
      const { isiHistogramExport } = await import('../../../exports/analyses/isi-histogram.ts')
      const { readBinRange } = await import('../../../addresses/histogram-bins-field.ts')
      const bins = edges
        ? { edges }
        : equal !== undefined
          ? { equal: readBinRange('--equal', equal) }
          : { logarithmic: readBinRange('--logarithmic', logarithmic ?? '0.001..10..40') }
      return isiHistogramExport.request({ ...trainsOf(options), bins }, format)
    },
    examples: [
      '715093703 --areas V1 --logarithmic 0.001..10..40',
      '715093703 --equal 0..0.1..100 --stimuli spontaneous --out isi.csv',
    ],
  })
}

interface IntervalOptions extends UnitOptions {
  readonly intervals: { readonly start: number; readonly stop: number }[]
}

/** `spikeql export interval-activity`. */
export function addIntervalActivityCommand(parent: Command): Command {
  return addExportKind<IntervalOptions>(parent, {
    name: 'interval-activity',
    summary: 'spike counts and rates within intervals',
    description:
      'Write how many spikes each unit has in each of some intervals, start <= time < stop, and its rate there, shape [intervals, units].',
    formats: npzFirst,
    fileName: 'session_<id>_interval_activity',
    addOptions: (command) =>
      addUnitOptions(
        command.requiredOption(
          '--intervals <intervals>',
          'the intervals, in seconds, such as 10..20,30..40; they may overlap',
          parseIntervals,
        ),
      ),
    request: async ({ intervals, ...options }, format) => {
      const { intervalActivityExport } = await import(
        '../../../exports/activity/interval-activity.ts'
      )
      return intervalActivityExport.request({ intervals, units: selectedUnits(options) }, format)
    },
    examples: ['715093703 --intervals 0..600,600..1200 --areas V1 --out rates.csv'],
  })
}

interface WindowOptions extends UnitOptions {
  readonly start: number
  readonly stop: number
  readonly binSize: number
}

function addWindowOptions(command: Command): Command {
  return addUnitOptions(
    command
      .optionsGroup('Which bins:')
      .requiredOption('--start <seconds>', 'start of the window', parseNumber)
      .requiredOption('--stop <seconds>', 'end of the window', parseNumber)
      .requiredOption('--bin-size <seconds>', 'width of a bin', parseNumber),
  )
}

const windowOf = ({ start, stop, binSize, ...options }: WindowOptions) => ({
  area: null,
  window: { start, stop, binSize },
  units: selectedUnits(options),
})

/** `spikeql export smoothed-rates`. */
export function addSmoothedRatesCommand(parent: Command): Command {
  return addExportKind<WindowOptions & { readonly kernel: string }>(parent, {
    name: 'smoothed-rates',
    summary: 'rates in bins, smoothed with a kernel',
    description:
      'Write the rate of each unit in the bins of a window, smoothed with a kernel, in Hz, shape [bins, units]. Spikes before and after the window count, so that its edges are right.',
    formats: npzFirst,
    fileName: 'session_<id>_smoothed_rates',
    addOptions: (command) =>
      addWindowOptions(
        command.requiredOption(
          '--kernel <kernel>',
          'gaussian, exponential or boxcar, and its length in seconds, such as gaussian:0.025',
        ),
      ),
    request: async ({ kernel, ...options }, format) => {
      const { smoothedRatesExport } = await import('../../../exports/analyses/rates.ts')
      const { readKernel } = await import('../../../addresses/kernel-field.ts')
      const request = { ...windowOf(options), kernel: readKernel('--kernel', kernel) }
      return smoothedRatesExport.request(request, format)
    },
    examples: ['715093703 --start 1000 --stop 1010 --bin-size 0.01 --kernel gaussian:0.025'],
  })
}

/** `spikeql export sliding-counts`. */
export function addSlidingCountsCommand(parent: Command): Command {
  return addExportKind<WindowOptions & { readonly stride: number }>(parent, {
    name: 'sliding-counts',
    summary: 'spike counts in bins that overlap',
    description:
      'Write spike counts in bins that start a stride apart and may overlap, shape [bins, units].',
    formats: npzFirst,
    fileName: 'session_<id>_sliding_counts',
    addOptions: (command) =>
      addWindowOptions(
        command.requiredOption(
          '--stride <seconds>',
          'from the start of one bin to that of the next',
          parseNumber,
        ),
      ),
    request: async ({ stride, ...options }, format) => {
      const { slidingCountsExport } = await import('../../../exports/analyses/rates.ts')
      return slidingCountsExport.request({ ...windowOf(options), stride }, format)
    },
    examples: ['715093703 --start 1000 --stop 1010 --bin-size 0.1 --stride 0.025 --out counts.npy'],
  })
}
