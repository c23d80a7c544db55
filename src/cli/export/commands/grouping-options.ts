// --by: what the presentations, or events, of a group share.
import { type Command, Option } from 'commander'
import type { EventGrouping } from '../../../domain/events/event-groups.ts'
import type { Grouping } from '../../../domain/stimuli/presentation-grouping.ts'
import { parseList, wholeNumber } from '../../options.ts'
import { CommandError } from '../../terminal/command-error.ts'

const groupings = ['all', 'stimulus', 'epoch', 'condition', 'parameters'] as const

export interface GroupingOptions {
  /** as given; presentations and events have different keys */
  readonly by?: string[]
  readonly parameters?: string[]
}

export function addGroupingOptions(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--by <keys>',
        `what the presentations of a group share: ${groupings.join()} (default: condition)`,
      ).argParser(parseList),
    )
    .option('--parameters <names>', 'parameters to group by (implies --by parameters)', parseList)
}

/** Of events. */
export function addValueColumnOption(command: Command): Command {
  return command.option(
    '--value-column <name>',
    'column of the table of --at to group events by (--by value)',
  )
}

/** @throws CommandError for an unknown key */
export function groupingOf({ by = ['condition'], parameters }: GroupingOptions): Grouping {
  const keys = parameters && !by.includes('parameters') ? ['parameters'] : by
  return keys.map((text) => {
    const key = groupings.find((known) => known === text)
    if (!key) throw new CommandError(`--by has ${text}; its keys are ${groupings.join(', ')}.`)
    return key === 'parameters' ? { by: key, names: parameters ?? [] } : { by: key }
  })
}

/**
 * Of events: `all`, `value`, or a number of consecutive ones, such as `10`.
 *
 * @throws CommandError for anything else
 */
export function eventGroupingOf({ by = ['all'], parameters }: GroupingOptions): EventGrouping {
  const [key = '', ...more] = by
  if (parameters || more.length > 0) {
    throw new CommandError('Events are grouped by one key: --by all, value, or a number of them.')
  }
  if (key === 'all' || key === 'value') return { by: key }
  if (!/^[1-9]\d*$/.test(key)) {
    throw new CommandError(
      `--by is ${key}; events are grouped by all, value, or a number of consecutive ones, such as 10.`,
    )
  }
  return { by: 'every', size: wholeNumber(1)(key) }
}
