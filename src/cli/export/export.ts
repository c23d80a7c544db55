import type { Command } from 'commander'
import { addActivityCommand, addGridCommand, addStatisticsCommand } from './commands/activity.ts'
import { addAddressCommand } from './commands/address.ts'
import { addCorrelationsCommand, addReceptiveFieldsCommand } from './commands/analyses.ts'
import {
  addCorrelogramsCommand,
  addJitterCorrelogramsCommand,
  addTilingCommand,
} from './commands/correlograms.ts'
import { addDatasetCommand } from './commands/dataset.ts'
import { addDatasetsCommand } from './commands/datasets.ts'
import { addIntervalTableCommand } from './commands/interval-table.ts'
import {
  addAlignedLfpCommand,
  addLfpSpectrumCommand,
  addLfpStatisticsCommand,
  addSourceDensityCommand,
  addSpikeTriggeredLfpCommand,
} from './commands/lfp.ts'
import { addMeanWaveformCommand } from './commands/mean-waveform.ts'
import {
  addAlignedSpikesCommand,
  addFirstSpikeStatisticsCommand,
  addFirstSpikesCommand,
  addResponsePeaksCommand,
  addSignalCommand,
} from './commands/moments.ts'
import { addNwbCommand } from './commands/nwb.ts'
import { addResponseMetricsCommand, addSignalTuningCommand } from './commands/responses.ts'
import {
  addProbeSeriesCommands,
  addSeriesCommands,
  addTimeSeriesCommand,
} from './commands/series.ts'
import {
  addOptogeneticsCommand,
  addPresentationIntervalsCommand,
  addPresentationsCommand,
  addSpikeTimesCommand,
  addUnitsCommand,
} from './commands/tables.ts'
import {
  addIntervalActivityCommand,
  addIsiHistogramCommand,
  addSlidingCountsCommand,
  addSmoothedRatesCommand,
  addSpikeTrainsCommand,
} from './commands/trains.ts'

/** `spikeql export`: what a session holds as a file. */
export function addExportCommand(program: Command): void {
  const command = program
    .command('export')
    .summary('write spike counts, units, presentations or time series as a file')
    .description(
      'Write the data of a session to a file, for numpy, pandas, R or a spreadsheet. An existing file is replaced in one step, once the new one is complete.',
    )
  addDatasetCommand(command)
  addDatasetsCommand(command)
  addUnitsCommand(command)
  addPresentationsCommand(command)
  addPresentationIntervalsCommand(command)
  addSpikeTimesCommand(command)
  addActivityCommand(command)
  addStatisticsCommand(command)
  addGridCommand(command)
  addAlignedSpikesCommand(command)
  addFirstSpikesCommand(command)
  addFirstSpikeStatisticsCommand(command)
  addResponsePeaksCommand(command)
  addSignalCommand(command)
  addIntervalActivityCommand(command)
  addResponseMetricsCommand(command)
  addReceptiveFieldsCommand(command)
  addSignalTuningCommand(command)
  addCorrelogramsCommand(command)
  addJitterCorrelogramsCommand(command)
  addTilingCommand(command)
  addCorrelationsCommand(command)
  addSpikeTrainsCommand(command)
  addIsiHistogramCommand(command)
  addSmoothedRatesCommand(command)
  addSlidingCountsCommand(command)
  addSeriesCommands(command)
  addProbeSeriesCommands(command)
  addTimeSeriesCommand(command)
  addAlignedLfpCommand(command)
  addLfpStatisticsCommand(command)
  addSourceDensityCommand(command)
  addSpikeTriggeredLfpCommand(command)
  addLfpSpectrumCommand(command)
  addMeanWaveformCommand(command)
  addIntervalTableCommand(command)
  addOptogeneticsCommand(command)
  addNwbCommand(command)
  addAddressCommand(command)
  command.addHelpText(
    'after',
    `
Examples:
  spikeql export dataset session_715093703.nwb
  spikeql export units 715093703 --all-units --out units.parquet
  spikeql export activity 715093703 --stimuli flashes --after 0.5 --bin-size 0.01

spikeql export <command> --help has the options and examples of each.`,
  )
}
