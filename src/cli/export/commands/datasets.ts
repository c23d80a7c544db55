import { type Command, Option } from 'commander'
import { accessOf } from '../../open/access.ts'
import { addPathOption } from '../../options.ts'
import { interruptible } from '../../terminal/interruption.ts'
import type { WritingOptions } from '../export-command.ts'
import { addDatasetOptions, type DatasetOptions, datasetRequest } from './dataset.ts'

/** `spikeql export datasets`: the datasets of several sessions. */
export function addDatasetsCommand(parent: Command): void {
  const command = parent
    .command('datasets')
    .summary('the datasets of several sessions, one file each, or all in one')
    .description(
      'Write the datasets of several sessions into a folder, one file each, with a manifest.json of identities and digests. A session whose file is up to date is skipped, so an interrupted run can be resumed. If --out ends in .npz, all sessions are written into this one file, with the id of the session before each name: 715093703__1__VISp.',
    )
    .argument('<file|id...>', 'NWB files, or ids of sessions')
  addPathOption(command)
    .option('--out <folder|file>', 'folder to write into, or an .npz file', 'datasets')
    .addOption(
      new Option('--format <format>', 'file format in a folder')
        .choices(['npz', 'pkl'])
        .default('npz'),
    )
  addDatasetOptions(command)
    .addHelpText(
      'after',
      `
Examples:
  spikeql export datasets 715093703 719161530 --path ecephys_cache_dir --out datasets
  spikeql export datasets 715093703 719161530 --path ecephys_cache_dir --out all.npz`,
    )
    .action((targets: string[], options: DatasetOptions & WritingOptions & { out: string }) =>
      interruptible(async (signal) => {
        const { writeDatasets } = await import('../datasets/write-datasets.ts')
        await writeDatasets(datasetRequest(options), {
          targets,
          out: options.out,
          format: options.format ?? 'npz',
          dtype: options.dtype ?? null,
          ...(options.path ? { path: options.path } : {}),
          access: await accessOf(command),
          signal,
        })
      }),
    )
}
