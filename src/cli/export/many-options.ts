import type { Command } from 'commander'
import { parseList } from '../options.ts'

/** A file for each of some sessions. */
export interface ManyOptions {
  readonly from?: string[]
  readonly whereAreas?: string[]
  readonly sessionType?: string[]
  readonly to: string
}

export function addManyOptions(command: Command): Command {
  return command
    .optionsGroup('One file for each session of some places:')
    .option('--from <place...>', 'folders and addresses, such as allen://visual-coding')
    .option('--where-areas <names>', 'only sessions that recorded all these areas', parseList)
    .option('--session-type <types>', 'only sessions of these types', parseList)
    .option(
      '--to <folder>',
      'folder for the files; those that are there already are left out',
      'spikeql-exports',
    )
}
