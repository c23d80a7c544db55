import { type Command, Option } from 'commander'
import type { EdgeRule } from '../../domain/alignment/alignment.ts'
import { parseList, parseNumber } from '../options.ts'
import { CommandError } from '../terminal/command-error.ts'
import { addDatasetOptions, type DatasetOptions } from './dataset-options.ts'

/** Options beside those of every export; of the dataset's options, those that its parts share. */
const unitOptions = [
  'areas',
  'amplitudeCutoffMax',
  'presenceRatioMin',
  'isiViolationsMax',
  'snrMin',
  'firingRateMin',
  'probes',
  'includeInvalid',
  'includeOutsideBrain',
  'includeUnmeasured',
  'allUnits',
]
const stimulusOptions = ['stimuli', 'excludeStimuli']
const span = ['start', 'stop']

/** What can be exported, and which options ask something of it. */
const optionsOf = {
  dataset: [
    ...unitOptions,
    ...stimulusOptions,
    ...span,
    'dtype',
    'missingAreas',
    'before',
    'after',
    'binSize',
  ],
  units: unitOptions,
  presentations: [...stimulusOptions, ...span],
  aligned: [
    ...unitOptions,
    ...stimulusOptions,
    ...span,
    'before',
    'after',
    'binSize',
    'edges',
    'edgesRule',
    'dtype',
  ],
  'running-speed': span,
  'raw-running': span,
  'eye-tracking': span,
  'raw-gaze': span,
  'filtered-gaze': span,
  optogenetics: [],
  lfp: [...span, 'probes'],
  csd: [...span, 'probes'],
  'time-series': [...span, 'series'],
} as const satisfies Record<string, readonly string[]>

export type ExportKind = keyof typeof optionsOf

const always: readonly string[] = ['what', 'out', 'format', 'path', 'csvFormulas']

export interface ExportOptions extends DatasetOptions {
  readonly what: ExportKind
  readonly start?: number
  readonly stop?: number
  readonly edges?: number[]
  readonly edgesRule: 'numpy' | 'half-open' | 'allensdk'
  readonly series?: string
  readonly csvFormulas?: true
  /** names of the options that were given, rather than left at their defaults */
  readonly given: ReadonlySet<string>
}

export const edgeRules: Readonly<Record<ExportOptions['edgesRule'], EdgeRule>> = {
  numpy: 'numpy',
  'half-open': 'halfOpen',
  allensdk: 'allenSdk',
}

const parseNumbers = (text: string) => parseList(text).map(parseNumber)

/** Options of `spikeql export`. */
export function addExportOptions(command: Command): Command {
  command.addOption(
    new Option('--what <what>', 'what to write').choices(Object.keys(optionsOf)).default('dataset'),
  )
  return addDatasetOptions(command)
    .optionsGroup('Presentations, aligned activity and time series:')
    .option(
      '--start <seconds>',
      'only what starts at or after this time; for the dataset: start of a single window, instead of epochs',
      parseNumber,
    )
    .option(
      '--stop <seconds>',
      'only what starts at or before this time; for the dataset: end of the window',
      parseNumber,
    )
    .option(
      '--edges <seconds>',
      'aligned: bin edges relative to the start of a presentation, such as 0,0.05,0.25',
      parseNumbers,
    )
    .addOption(
      new Option('--edges-rule <rule>', 'aligned: which bin a spike on an edge is counted in')
        .choices(Object.keys(edgeRules))
        .default('numpy'),
    )
    .option(
      '--csv-formulas',
      "csv: write texts that begin with = + - @, a tab or a line break unchanged; by default a ' is put before them, so that spreadsheets do not run them as formulas",
    )
    .option('--series <path>', 'time-series: path in the file, such as /acquisition/lick_times')
}

/**
 * The options as they were given.
 *
 * @throws CommandError for one that has no meaning for what is written
 */
export function exportOptions(command: Command): ExportOptions {
  const options = command.opts<Omit<ExportOptions, 'given'>>()
  const given = new Set(
    command.options
      .filter((option) => command.getOptionValueSource(option.attributeName()) === 'cli')
      .map((option) => option.attributeName()),
  )
  const meaningful: readonly string[] = [...always, ...optionsOf[options.what]]
  const without = command.options.find(
    (option) => given.has(option.attributeName()) && !meaningful.includes(option.attributeName()),
  )
  if (without) {
    throw new CommandError(
      `${without.long} has no meaning for --what ${options.what}. Leave it out.`,
    )
  }
  return { ...options, given }
}
