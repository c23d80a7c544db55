import { type Command, Option } from 'commander'
import { defaultEdgeRule, type EdgeRule } from '../../../domain/alignment/edge-rule.ts'
import type { Grouping } from '../../../domain/stimuli/presentation-grouping.ts'
import { arrayFormats } from '../../../formats/labelled-file.ts'
import { type Dtype, dtypes } from '../../../formats/numpy/dtype.ts'
import type { AlignedActivityRequest } from '../../../request/activity/aligned-activity.ts'
import { parseList, parseNumber } from '../../options.ts'
import { CommandError } from '../../terminal/command-error.ts'
import { addExportKind } from '../export-command.ts'
import {
  addPresentationOptions,
  addUnitOptions,
  dtypeOption,
  type PresentationOptions,
  parseNumbers,
  selectedPresentations,
  selectedUnits,
  type UnitOptions,
} from '../selection-options.ts'

interface ActivityOptions extends UnitOptions, PresentationOptions {
  readonly before: number
  readonly after?: number
  readonly binSize?: number
  readonly edges?: number[]
  readonly edgeRule: keyof typeof edgeRuleOf
}

const edgeRuleOf = {
  numpy: 'numpy',
  'half-open': 'halfOpen',
  allensdk: 'allenSdk',
} as const satisfies Record<string, EdgeRule>
const usualDtype: Dtype = 'uint16'

/** `spikeql export activity`. */
export function addActivityCommand(parent: Command): Command {
  return addExportKind<ActivityOptions>(parent, {
    name: 'activity',
    summary: 'spike counts around each presentation',
    description:
      'Write spike counts around the start of each presentation, shape [presentations, bins, units], with what lies along these dimensions; in a table one row per presentation and bin, and one column per unit.',
    formats: ['npz', ...arrayFormats.filter((format) => format !== 'npz')],
    fileName: 'session_<id>_aligned_activity',
    addOptions: (command) => addActivityOptions(command.addOption(dtypeOption(dtypes, usualDtype))),
    dtype: usualDtype,
    request: async (options, format) => {
      const { alignedActivityExport } = await import(
        '../../../exports/activity/aligned-activity.ts'
      )
      return alignedActivityExport.request(activityRequest(options), format)
    },
    examples: [
      '715093703 --stimuli flashes --after 0.5 --bin-size 0.01',
      '715093703 --stimuli flashes --edges 0,0.05,0.25 --areas V1 --out flashes.csv',
    ],
  })
}

interface StatisticsOptions extends ActivityOptions {
  readonly by: ('all' | 'stimulus' | 'epoch' | 'condition' | 'parameters')[]
  readonly parameters?: string[]
  readonly rates?: true
}

const groupings = ['all', 'stimulus', 'epoch', 'condition', 'parameters'] as const

/** `spikeql export activity-statistics`. */
export function addStatisticsCommand(parent: Command): Command {
  return addExportKind<StatisticsOptions>(parent, {
    name: 'activity-statistics',
    summary: 'means and deviations over groups of presentations',
    description:
      'Write mean, standard deviation (ddof=1), standard error and number of spikes over groups of presentations, for each group, bin and unit.',
    formats: ['csv', ...arrayFormats.filter((format) => format !== 'csv')],
    fileName: 'session_<id>_activity_statistics',
    addOptions: (command) =>
      addActivityOptions(
        command
          .addOption(
            new Option(
              '--by <keys>',
              `what the presentations of a group share: ${groupings.join()}`,
            )
              .argParser(parseGroupings)
              .default(['condition'], 'condition'),
          )
          .option(
            '--parameters <names>',
            'parameters to group by (implies --by parameters)',
            parseList,
          )
          .option('--rates', 'in spikes per second instead of spikes'),
      ),
    request: async (options, format) => {
      const { activityStatisticsExport } = await import(
        '../../../exports/activity/activity-statistics.ts'
      )
      const request = {
        ...activityRequest(options),
        grouping: groupingOf(options),
        group: null,
        statistic: 'MEAN',
        unit: options.rates ? 'HZ' : 'COUNT',
      } as const
      return activityStatisticsExport.request(request, format)
    },
    examples: [
      '715093703 --stimuli flashes --after 0.5 --bin-size 0.01',
      '715093703 --stimuli drifting_gratings --parameters orientation --after 2 --bin-size 2 --rates --out tuning.parquet',
    ],
  })
}

function parseGroupings(text: string): string[] {
  const keys = parseList(text)
  const unknown = keys.find((key) => !groupings.some((known) => known === key))
  if (unknown === undefined) return keys
  throw new CommandError(`--by has ${unknown}; its keys are ${groupings.join(', ')}.`)
}

function groupingOf({ by, parameters }: StatisticsOptions): Grouping {
  const keys = parameters && !by.includes('parameters') ? (['parameters'] as const) : by
  return keys.map((key) =>
    key === 'parameters' ? { by: key, names: parameters ?? [] } : { by: key },
  )
}

function addActivityOptions(command: Command): Command {
  command
    .optionsGroup('Which bins around the start of a presentation:')
    .option('--before <seconds>', 'seconds before it', parseNumber, 0)
    .option('--after <seconds>', 'seconds after it', parseNumber)
    .option('--bin-size <seconds>', 'width of a bin', parseNumber)
    .addOption(
      new Option('--edges <seconds>', 'edges of the bins, such as 0,0.05,0.25')
        .argParser(parseNumbers)
        .conflicts(['before', 'after', 'binSize']),
    )
    .addOption(
      new Option('--edge-rule <rule>', 'which bin a spike on an edge is counted in')
        .choices(Object.keys(edgeRuleOf))
        .default(defaultEdgeRule),
    )
  return addUnitOptions(addPresentationOptions(command))
}

/** @throws CommandError without bins */
function activityRequest(options: ActivityOptions): AlignedActivityRequest {
  const { before, after, binSize, edges } = options
  if (!edges && (after === undefined || binSize === undefined)) {
    throw new CommandError(
      'Activity needs bins: --after and --bin-size in seconds, such as --after 0.5 --bin-size 0.01; or --edges.',
    )
  }
  const edgeRule = edgeRuleOf[options.edgeRule]
  return {
    presentations: selectedPresentations(options),
    units: selectedUnits(options),
    bins: edges
      ? { edges, edgeRule }
      : { before, after: after ?? null, binSize: binSize ?? null, edgeRule },
    anchor: null,
  }
}
