import { type Command, Option } from 'commander'
import { arrayFormats } from '../../../formats/labelled-file.ts'
import type { CorrelogramUnit } from '../../../request/analyses/correlograms.ts'
import { parseList, parseNumber, wholeNumber } from '../../options.ts'
import { CommandError } from '../../terminal/command-error.ts'
import {
  type ActivityOptions,
  addActivityOptions,
  wholeOrBinnedRequest,
} from '../activity-options.ts'
import { addColumnAnchorOptions } from '../anchor-options.ts'
import { addExportKind } from '../export-command.ts'
import {
  addUnitOptions,
  parseIntervals,
  parseNames,
  selectedUnits,
  type UnitOptions,
} from '../selection-options.ts'

const npzFirst = ['npz', ...arrayFormats.filter((format) => format !== 'npz')] as const

const unitOf = {
  count: 'COUNT',
  hz: 'HZ',
  normalized: 'NORMALIZED',
  coefficient: 'COEFFICIENT',
} as const satisfies Record<string, CorrelogramUnit>

interface CorrelogramOptions extends UnitOptions {
  readonly targetAreas?: string[]
  readonly pairs: 'all' | 'auto' | 'cross'
  readonly binSize: number
  readonly lags: number
  readonly unit: keyof typeof unitOf
  readonly selfPairs?: true
  readonly within?: { readonly start: number; readonly stop: number }[]
  readonly stimuli?: string[]
}

/** `spikeql export correlograms`. */
export function addCorrelogramsCommand(parent: Command): Command {
  return addExportKind<CorrelogramOptions>(parent, {
    name: 'correlograms',
    summary: 'auto- and cross-correlograms of units',
    description:
      'Write correlograms of pairs of units, shape [pairs, lags]: bin k holds the lags, target time - reference time, from (k - 1/2) to (k + 1/2) bins, the end excluded.',
    formats: npzFirst,
    fileName: 'session_<id>_correlograms',
    addOptions: (command) =>
      addUnitOptions(
        command
          .optionsGroup('Which pairs, lags and times:')
          .addOption(
            new Option(
              '--pairs <pairs>',
              'each unit with itself (auto), with every later one (cross), or both',
            )
              .choices(['all', 'auto', 'cross'])
              .default('all'),
          )
          .addOption(
            new Option(
              '--target-areas <names>',
              'pair each unit with the units of these areas instead, by acronym or short name; "" for all areas',
            )
              .argParser(parseNames)
              .conflicts('pairs'),
          )
          .option('--bin-size <seconds>', 'width of a bin', parseNumber, 0.001)
          .option('--lags <number>', 'bins on each side of lag 0', wholeNumber(0), 50)
          .addOption(
            new Option(
              '--unit <unit>',
              "pairs of spikes, spikes of the target per second, the same relative to the target's rate, or coefficients of correlation",
            )
              .choices(Object.keys(unitOf))
              .default('count'),
          )
          .option('--self-pairs', 'count each spike of an autocorrelogram with itself, too')
          .option(
            '--within <intervals>',
            'only spikes in these intervals, in seconds, such as 10..20,30..40; pairs lie within one',
            parseIntervals,
          )
          .addOption(
            new Option('--stimuli <names>', 'only spikes in epochs of these stimuli')
              .argParser(parseList)
              .conflicts('within'),
          ),
      ),
    request: async (
      { targetAreas, pairs, binSize, lags, unit, within, stimuli, ...options },
      format,
    ) => {
      const { correlogramsExport } = await import('../../../exports/analyses/correlograms.ts')
      const units = selectedUnits(options)
      const request = {
        units,
        targets: targetAreas
          ? { ...units, areas: targetAreas.length > 0 ? targetAreas : null }
          : null,
        pairs,
        within: within ?? null,
        epochs: stimuli ? { stimulusNames: stimuli } : null,
        binSize,
        lagCount: lags,
        selfPairs: options.selfPairs ?? false,
        unit: unitOf[unit],
      } as const
      return correlogramsExport.request(request, format)
    },
    examples: [
      '715093703 --areas V1 --pairs cross --out v1.npz',
      '715093703 --areas V1 --target-areas LM --lags 100 --unit normalized --stimuli spontaneous',
      '715093703 --pairs auto --bin-size 0.0005 --within 1000..2000 --out auto.csv',
    ],
  })
}

interface CorrelationOptions extends ActivityOptions {
  readonly kind: 'noise' | 'signal' | 'total'
  readonly rates?: true
  readonly includeBlanks?: true
}

/** `spikeql export correlations`. */
export function addCorrelationsCommand(parent: Command): Command {
  return addExportKind<CorrelationOptions>(parent, {
    name: 'correlations',
    summary: 'signal, noise or total correlations of units',
    description:
      "Write Pearson's coefficients of correlation of units, shape [units, units]. Noise: of responses to presentations, relative to the mean and deviation of their condition. Signal: of the mean responses to conditions. Total: of the counts in the bins of a window. A response is the count in the whole presentation, or in the bins given.",
    formats: npzFirst,
    fileName: 'session_<id>_response_correlations',
    addOptions: (command) =>
      addActivityOptions(
        addColumnAnchorOptions(command)
          .addOption(
            new Option('--kind <kind>', 'which correlations')
              .choices(['noise', 'signal', 'total'])
              .default('noise'),
          )
          .option('--rates', 'correlate rates: counts divided by the length of each presentation')
          .option('--include-blanks', 'signal: blank conditions, too'),
        'Which bins (noise and signal: all together are the response; total: --bin-size alone, in the window from --start to --stop):',
      ),
    request: async ({ kind, rates, includeBlanks, ...options }, format) => {
      const { binCorrelationsExport, responseCorrelationsExport } = await import(
        '../../../exports/analyses/unit-correlations.ts'
      )
      if (kind === 'total') return binCorrelationsExport.request(windowOf(options), format)
      const request = {
        ...wholeOrBinnedRequest(options),
        kind,
        unit: rates ? 'HZ' : 'COUNT',
        includeBlanks: includeBlanks ?? false,
      } as const
      return responseCorrelationsExport.request(request, format)
    },
    examples: [
      '715093703 --stimuli drifting_gratings --areas V1 --out noise.npz',
      '715093703 --kind signal --stimuli natural_scenes --edges 0.03,0.28 --out signal.csv',
      '715093703 --kind total --start 1000 --stop 2000 --bin-size 0.1',
    ],
  })
}

/** @throws CommandError for half a window */
function windowOf(options: ActivityOptions) {
  const { start, stop, binSize, stimuli, after, edges, at } = options
  if (start === undefined || stop === undefined || binSize === undefined) {
    throw new CommandError(
      'Total correlations need a window and bins: --start, --stop and --bin-size, in seconds.',
    )
  }
  if (stimuli || after !== undefined || edges || at) {
    throw new CommandError(
      'Total correlations are of a window, from --start to --stop in bins of --bin-size; they do not take --stimuli, --after, --edges or --at.',
    )
  }
  return { area: null, window: { start, stop, binSize }, units: selectedUnits(options) }
}

interface ReceptiveFieldOptions extends UnitOptions {
  readonly rule: keyof typeof ruleOf
  readonly stimuli?: string[]
}

const ruleOf = { allensdk: 'allenSdk', corrected: 'corrected' } as const

/** `spikeql export receptive-fields`. */
export function addReceptiveFieldsCommand(parent: Command): Command {
  return addExportKind<ReceptiveFieldOptions>(parent, {
    name: 'receptive-fields',
    summary: 'maps of responses by the position of a stimulus',
    description:
      'Write how many spikes each unit fires within 0.25 s after a stimulus at each position, shape [units, rows, columns], with the centre and area of each receptive field.',
    formats: npzFirst,
    fileName: 'session_<id>_receptive_fields',
    addOptions: (command) =>
      addUnitOptions(
        command
          .addOption(
            new Option(
              '--rule <rule>',
              "how centre and area are computed: by the AllenSDK's rule with its rounding of maps to integers, or without",
            )
              .choices(Object.keys(ruleOf))
              .default('allensdk'),
          )
          .option(
            '--stimuli <names>',
            'stimuli that map the field (default: as the AllenSDK, names that start with gabor or receptive_field_mapping)',
            parseList,
          ),
      ),
    request: async ({ rule, stimuli, ...options }, format) => {
      const { receptiveFieldsExport } = await import('../../../exports/analyses/responses.ts')
      const units = selectedUnits(options)
      const request = { units, rule: ruleOf[rule], stimulusNames: stimuli ?? null }
      return receptiveFieldsExport.request(request, format)
    },
    examples: ['715093703 --areas V1,LM', '715093703 --rule corrected --out maps.parquet'],
  })
}
