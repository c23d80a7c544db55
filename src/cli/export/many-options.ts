import type { Command } from 'commander'
import { InvalidArgumentError } from 'commander'
import { parseList, wholeNumber } from '../options.ts'

/** A file for each of some sessions. */
export interface ManyOptions {
  readonly from?: string[]
  readonly whereAreas?: string[]
  readonly sessionType?: string[]
  readonly to: string
  readonly part?: Part
  readonly jobs: number
}

/** A share of the sessions: every `of`th of them, the first being the `number`th. */
export interface Part {
  /** from 1 */
  readonly number: number
  readonly of: number
}

export function addManyOptions(command: Command): Command {
  return command
    .optionsGroup('One file per session, for many sessions:')
    .option('--from <place...>', 'folders and addresses, such as allen://visual-coding')
    .option('--where-areas <names>', 'only sessions that recorded all these areas', parseList)
    .option('--session-type <types>', 'only sessions of these types', parseList)
    .option(
      '--to <folder>',
      'folder for the files and their manifest.json; files that are up to date are skipped',
      'spikeql-exports',
    )
    .option(
      '--part <number/of>',
      'only this part of the sessions, such as 3/16 for the third of 16 jobs that write into one folder',
      parsePart,
    )
    .option(
      '--jobs <number>',
      'number of processes to divide the sessions among',
      wholeNumber(1, 256),
      1,
    )
}

function parsePart(text: string): Part {
  const [, number = 0, of = 0] = (/^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? []).map(Number)
  if (number < 1 || number > of) {
    throw new InvalidArgumentError(
      'It must be two numbers, such as 3/16, the first from 1 to the other.',
    )
  }
  return { number, of }
}

/** Whether a part has the session at a position, from 0. */
export function isInPart(position: number, { number, of }: Part): boolean {
  return position % of === number - 1
}

/** A part cut into so many. */
export function partsOf({ number, of }: Part, count: number): Part[] {
  return Array.from({ length: count }, (_, i) => ({ number: number + of * i, of: of * count }))
}
