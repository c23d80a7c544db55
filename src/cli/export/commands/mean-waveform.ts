import { type Command, Option } from 'commander'
import { type WaveformChannels, waveformChannels } from '../../../domain/session/mean-waveform.ts'
import { arrayFormats } from '../../../formats/labelled-file.ts'
import { addExportKind } from '../export-command.ts'
import { usualFirst } from '../usual-first.ts'

interface WaveformOptions {
  readonly unit: string
  readonly channels: WaveformChannels
}

/** `spikeql export mean-waveform`. */
export function addMeanWaveformCommand(parent: Command): Command {
  return addExportKind<WaveformOptions>(parent, {
    name: 'mean-waveform',
    summary: 'mean spike waveform of a unit',
    description:
      'Write the mean waveform of a unit, in the unit of the file, shape [channels, samples].',
    formats: usualFirst('npz', arrayFormats),
    fileName: 'session_<id>_mean_waveform',
    addOptions: (command) =>
      command
        .requiredOption('--unit <id>', 'the unit')
        .addOption(
          new Option('--channels <channels>', 'its peak channel, the valid ones, or all')
            .choices(waveformChannels)
            .default('valid'),
        ),
    request: async ({ unit, channels }, format) => {
      const { meanWaveformExport } = await import('../../../exports/spikes/mean-waveform.ts')
      return meanWaveformExport.request({ unit, channels }, format)
    },
    examples: ['715093703 --unit 950910352 --channels peak --out waveform.csv'],
  })
}
