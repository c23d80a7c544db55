import type { Command } from 'commander'
import { openIndex } from '../open/cache-options.ts'
import { interruptible } from '../terminal/interruption.ts'
import { addExportOptions, exportOptions } from './export-options.ts'

/** `spikeql export`: what a session holds as a file. */
export function addExportCommand(program: Command): void {
  const command = program
    .command('export')
    .summary('write spike counts, units, presentations or time series as a file')
    .description(
      'Write binned spike counts of areas around the starts of stimulus epochs, one matrix [bins, units] for each area and epoch; or, with --what, units, presentations, activity aligned to presentations, or a time series, as .csv, .npz or .parquet. An existing file is replaced in one step, once the new one is complete.',
    )
    .argument('<file|id>', 'an NWB file, or the id of a session')
  addExportOptions(command)
    .addHelpText(
      'after',
      `
Examples:
  spikeql export session_715093703.nwb
  spikeql export 715093703 --path ecephys_cache_dir --out session_715093703.pkl
  spikeql export 715093703 --areas V1,LM --stimuli drifting_gratings --bin-size 0.01
  spikeql export other_lab.nwb --areas "" --start 0 --stop 600
  spikeql export 715093703 --what units --all-units --out units.parquet
  spikeql export 715093703 --what presentations --stimuli gabors --out gabors.csv
  spikeql export 715093703 --what aligned --stimuli flashes --after 0.5 --bin-size 0.01 --out flashes.npz
  spikeql export 715093703 --what running-speed --start 100 --stop 200 --out running.csv
  spikeql export 715093703 --what lfp --probes probeA --start 100 --stop 110 --out lfp.parquet

Aligned activity is, in .npz, counts [presentations, bins, units]; in .csv and .parquet, statistics of each unit, condition and bin.

In Python:
  np.load('session_715093703_100ms.npz')['1__VISp']                  # epoch 1, area VISp
  pickle.load(open('session_715093703.pkl', 'rb'))['V1'][0]          # first epoch, area V1
  pandas.read_parquet('units.parquet')`,
    )
    .action((target: string) =>
      interruptible(async (signal) => {
        const options = exportOptions(command)
        const write =
          options.what === 'dataset'
            ? (await import('./export-dataset.ts')).exportDataset
            : (await import('./export-table.ts')).exportTable
        const { withSession } = await import('../open/with-session.ts')
        await withSession(
          target,
          options.path,
          (session) => write(session, options, signal),
          openIndex(command),
        )
      }),
    )
}
