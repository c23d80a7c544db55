import { type Command, Option } from 'commander'
import { areaAlias } from '../../../domain/areas/area-names.ts'
import type { DatasetRequest } from '../../../domain/counting/dataset.ts'
import { defaultWindow, excludedStimuli, visualAreas } from '../../../domain/defaults.ts'
import type { TimeSpan } from '../../../domain/time/time-span.ts'
import { dtypes } from '../../../formats/numpy/dtype.ts'
import {
  addUnitFilterOptions,
  parseList,
  parseNumber,
  type UnitFilterOptions,
  unitFilter,
} from '../../options.ts'
import { CommandError } from '../../terminal/command-error.ts'
import { addExportKind } from '../export-command.ts'
import { dtypeOption, parseNames } from '../selection-options.ts'

export interface DatasetOptions extends UnitFilterOptions {
  readonly areas?: string[]
  readonly missingAreas: 'error' | 'empty'
  readonly stimuli?: string[]
  readonly excludeStimuli?: string[]
  readonly before: number
  readonly after: number | 'end'
  readonly binSize: number
  readonly start?: number
  readonly stop?: number
}

/** `spikeql export dataset`: the notebook's dataset. */
export function addDatasetCommand(parent: Command): Command {
  return addExportKind<DatasetOptions>(parent, {
    name: 'dataset',
    summary: 'binned spike counts of areas around the starts of stimulus epochs',
    description:
      'Write binned spike counts of areas around the starts of stimulus epochs, one matrix [bins, units] for each area and epoch, as .npz or .pkl.',
    formats: ['npz', 'pkl'],
    fileName: 'session_<id>_<bin>ms',
    addOptions: addDatasetOptions,
    request: async (options, format) => {
      const { datasetExport } = await import('../../../exports/dataset/dataset-export.ts')
      return datasetExport.request(datasetRequest(options), format)
    },
    examples: [
      'session_715093703.nwb',
      '715093703 --path ecephys_cache_dir --out session_715093703.pkl',
      '715093703 --areas V1,LM --stimuli drifting_gratings --bin-size 0.01',
      'other_lab.nwb --areas "" --start 0 --stop 600',
    ],
  }).addHelpText(
    'after',
    `
In Python:
  np.load('session_715093703_100ms.npz')['1__VISp']                  # epoch 1, area VISp
  pickle.load(open('session_715093703.pkl', 'rb'))['V1'][0]          # first epoch, area V1`,
  )
}

const shortNames = visualAreas.map((acronym) => areaAlias(acronym) ?? acronym).join()

/** Left out, they mean the notebook's dataset. */
export function addDatasetOptions(command: Command): Command {
  command
    .addOption(dtypeOption(dtypes, 'npz uint16, or uint32 if needed; pkl int64'))
    .optionsGroup('Which areas, epochs and windows:')
    .option(
      '--areas <names>',
      `areas, by acronym (VISp) or short name (V1); "" for all units as one matrix (default: ${shortNames}; all areas if none of these was recorded)`,
      parseNames,
    )
    .addOption(
      new Option('--missing-areas <what>', 'how to handle an area that the session did not record')
        .choices(['empty', 'error'])
        .default('empty'),
    )
    .option('--stimuli <names>', 'only epochs of these stimuli', parseList)
    .option(
      '--exclude-stimuli <names>',
      `no epochs of these stimuli; "" to exclude none (default: ${excludedStimuli.join()})`,
      parseNames,
    )
    .option(
      '--before <seconds>',
      "seconds before an epoch's start",
      parseNumber,
      defaultWindow.before,
    )
    .option(
      '--after <seconds|end>',
      'seconds after it, or "end" for the epoch\'s end',
      parseAfter,
      defaultWindow.after,
    )
    .option('--bin-size <seconds>', 'width of a bin', parseNumber, defaultWindow.binSize)
    .addOption(
      new Option('--start <seconds>', 'start of a single window, instead of epochs')
        .argParser(parseNumber)
        .conflicts(['stimuli', 'excludeStimuli', 'before', 'after']),
    )
    .addOption(
      new Option('--stop <seconds>', 'end of that window')
        .argParser(parseNumber)
        .conflicts(['stimuli', 'excludeStimuli', 'before', 'after']),
    )
  return addUnitFilterOptions(command)
}

const parseAfter = (text: string): number | 'end' => (text === 'end' ? text : parseNumber(text))

/** @throws CommandError for half a window */
export function datasetRequest(options: DatasetOptions): DatasetRequest {
  const { areas, missingAreas, stimuli, excludeStimuli, before, after, binSize } = options
  return {
    areas: areas ?? null,
    missingAreas,
    units: unitFilter(options),
    epochs: {
      stimulusNames: stimuli ?? null,
      // Who names a stimulus wants it, also where it would be left out by default.
      excludeStimulusNames: (excludeStimuli ?? excludedStimuli).filter(
        (name) => !stimuli?.includes(name),
      ),
    },
    window: { before, after: after === 'end' ? null : after, binSize },
    span: windowOf(options),
  }
}

function windowOf({ start, stop }: DatasetOptions): TimeSpan | null {
  if (start === undefined && stop === undefined) return null
  if (start === undefined || stop === undefined) {
    throw new CommandError('A window needs both ends: --start and --stop, in seconds.')
  }
  return { startTime: start, stopTime: stop }
}
