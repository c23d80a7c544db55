// --at: what activity is aligned to, if not to the starts of presentations.
import { readFile } from 'node:fs/promises'
import { type Command, InvalidArgumentError, Option } from 'commander'
import type { EventSelection, EventSourceRequest } from '../../domain/events/event-request.ts'
import type { Anchor as ColumnAnchor } from '../../request/activity/aligned-activity.ts'
import type { ColumnFilter } from '../../request/interval-tables.ts'
import { parseList, parseNumber } from '../options.ts'
import { CommandError } from '../terminal/command-error.ts'
import type { PresentationOptions } from './selection-options.ts'

/** Of exports of presentations: a column of their tables. */
export interface ColumnAnchorOptions {
  readonly at?: Anchor
  readonly atFrom: 'session' | 'start'
}

/** Of exports that may also be of events. */
export interface AnchorOptions extends ColumnAnchorOptions {
  readonly atFile?: string
  readonly where?: ColumnFilter[]
  /** of exports that group events by their values */
  readonly valueColumn?: string
  readonly minGap?: number
  readonly excludeInvalidTimes?: true
}

/** What `--at` names. */
type Anchor =
  | { readonly kind: 'column'; readonly column: string }
  | { readonly kind: 'table'; readonly table: string; readonly column: string }
  | { readonly kind: 'series'; readonly path: string }
  | { readonly kind: 'times'; readonly times: readonly number[] }

/** Events that activity is aligned to. */
export interface SelectedEvents {
  readonly events: EventSourceRequest
  readonly where: EventSelection
}

const fromOption = () =>
  new Option('--at-from <origin>', 'what the times in that column are counted from')
    .choices(['session', 'start'])
    .default('session')

export function addColumnAnchorOptions(command: Command): Command {
  return command
    .option(
      '--at <column>',
      'align to this column of the tables of presentations, such as change_time, instead of their starts',
      parseAnchor,
    )
    .addOption(fromOption())
}

export function addAnchorOptions(command: Command): Command {
  return command
    .optionsGroup('What to align to (default: the starts of presentations):')
    .option(
      '--at <what>',
      'a column of the tables of presentations (change_time), a column of any table of intervals (trials:reward_time), the samples of a time series (/processing/licking/licks), or times in seconds (12.5,13.75)',
      parseAnchor,
    )
    .addOption(
      new Option('--at-file <file>', 'times in seconds, one per line').conflicts(['at', 'where']),
    )
    .addOption(fromOption())
    .option(
      '--where <condition>',
      'only rows of that table of intervals with such a value: response=hit; may be repeated, and then all must hold',
      addRowFilter,
    )
    .option(
      '--min-gap <seconds>',
      'leave out events that follow the last one kept by less than this',
      parseNumber,
    )
    .option(
      '--exclude-invalid-times',
      'leave out presentations, or windows around events, that an invalid time touches',
    )
}

function parseAnchor(text: string): Anchor {
  if (text.startsWith('/')) return { kind: 'series', path: text }
  if (/^[-+.]?\d/.test(text)) return { kind: 'times', times: parseList(text).map(parseNumber) }
  const end = text.lastIndexOf(':')
  const [table, column] = [text.slice(0, Math.max(0, end)), text.slice(end + 1)]
  if (column === '' || end === 0) {
    throw new InvalidArgumentError(
      'It must be a column (change_time), a table and its column (trials:reward_time), the path of a time series, or times in seconds (12.5,13.75).',
    )
  }
  return end < 0 ? { kind: 'column', column } : { kind: 'table', table, column }
}

/**
 * A column of the tables of presentations; null where `--at` is not given.
 *
 * @throws CommandError where it names anything else
 */
export function columnAnchor({ at, atFrom }: ColumnAnchorOptions): ColumnAnchor | null {
  if (!at) {
    if (atFrom === 'session') return null
    throw new CommandError('--at-from start says what a column is counted from; name it with --at.')
  }
  if (at.kind === 'column') return { column: at.column, isOffset: atFrom === 'start' }
  throw new CommandError(
    'Only presentations are exported here: --at must be a column of their tables, such as change_time.',
  )
}

/**
 * The events to align to; null: presentations.
 *
 * @throws CommandError for options that mean nothing together, or a file without times
 */
export async function selectedEvents(
  options: AnchorOptions & PresentationOptions,
): Promise<SelectedEvents | null> {
  const { at, atFile, where, minGap, start, stop, excludeInvalidTimes } = options
  if (atFile === undefined && (!at || at.kind === 'column')) {
    if (!where && minGap === undefined) return null
    throw new CommandError(
      '--where and --min-gap select events, not presentations; name events with --at or --at-file.',
    )
  }
  if (options.stimuli || options.excludeStimuli) {
    throw new CommandError(
      '--stimuli and --exclude-stimuli select presentations; select events with --where, --start and --stop.',
    )
  }
  const events = atFile === undefined ? sourceOf(options) : { times: await timesInFile(atFile) }
  return {
    events,
    where: {
      start: start ?? null,
      stop: stop ?? null,
      minGap: minGap ?? null,
      excludeInvalidTimes: excludeInvalidTimes ?? false,
    },
  }
}

function sourceOf({ at, atFrom, where, valueColumn }: AnchorOptions): EventSourceRequest {
  const isTable = at?.kind === 'table'
  if (!isTable && (where || valueColumn !== undefined || atFrom === 'start')) {
    throw new CommandError(
      '--where, --value-column and --at-from are for a column of a table of intervals, such as --at trials:reward_time.',
    )
  }
  if (isTable) {
    const { table, column } = at
    const timesFrom = atFrom === 'start' ? 'START' : null
    const values = valueColumn === undefined ? {} : { valueColumn }
    return { intervals: { table, column, timesFrom, where: where ?? null, ...values } }
  }
  return at?.kind === 'series'
    ? { timeSeries: { path: at.path } }
    : { times: at?.kind === 'times' ? at.times : [] }
}

/** @throws CommandError */
async function timesInFile(file: string): Promise<number[]> {
  const text = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    throw new CommandError(`Cannot read ${file}: ${cause.code ?? cause.message}.`)
  })
  return text.split(/\r?\n/).flatMap((line, i) => {
    if (line.trim() === '') return []
    const time = Number(line)
    if (Number.isFinite(time)) return [time]
    throw new CommandError(
      `Line ${i + 1} of ${file} is "${line.slice(0, 100)}"; it must be a time in seconds.`,
    )
  })
}

/** A condition of `--where`, added to those before. */
export function addRowFilter(text: string, previous: ColumnFilter[] = []): ColumnFilter[] {
  const end = text.indexOf('=')
  const [column, values] = [text.slice(0, end), text.slice(end + 1)]
  if (end <= 0 || values === '') {
    throw new InvalidArgumentError('It must be a column and its values, such as response=hit,miss.')
  }
  return [...previous, { column, values: parseList(values) }]
}
