import type { Command } from 'commander'
import { accessOf } from '../open/access.ts'
import { interruptible } from '../terminal/interruption.ts'

/** `spikeql index`: read what lists and exports need, before it is requested. */
export function addIndexCommand(program: Command): void {
  const command = program
    .command('index')
    .summary('read the structure of recordings in advance')
    .description(
      'Read the tables and presentations of all sessions in folders or at addresses, and store them in the cache folder: lists then show their areas and units, and servers and exports need not read them again. After an interruption, run it again; nothing is read twice. Any number of machines may run it at once with the same cache folder or --index: each file is read by one of them.',
    )
    .argument('<place...>', 'folders, files and addresses')
    .addHelpText(
      'after',
      `
Examples:
  spikeql index dandi://000021
  spikeql index ecephys_cache_dir s3://lab/mice/
  spikeql index /data --index postgres://lab@db.example.org/spikeql
  spikeql index s3://lab/mice/ --index s3://lab/spikeql/`,
    )
    .action((places: string[]) =>
      interruptible(async (signal) => {
        const { indexPlaces } = await import('./index-places.ts')
        await indexPlaces(places, await accessOf(command), signal)
      }),
    )
}
