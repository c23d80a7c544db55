import { type Command, Option } from 'commander'
import { arrayFormats } from '../../../formats/labelled-file.ts'
import { parseList } from '../../options.ts'
import { CommandError } from '../../terminal/command-error.ts'
import {
  type ActivityOptions,
  addActivityOptions,
  wholeOrBinnedRequest,
} from '../activity-options.ts'
import { addColumnAnchorOptions } from '../anchor-options.ts'
import { addExportKind } from '../export-command.ts'
import { addUnitOptions, selectedUnits, type UnitOptions } from '../selection-options.ts'
import { usualFirst } from '../usual-first.ts'

const npzFirst = usualFirst('npz', arrayFormats)

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
