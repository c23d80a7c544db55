import { type Command, Option } from 'commander'
import { defaultWindow, excludedStimuli, visualAreas } from '../../domain/defaults.ts'
import { areaAlias } from '../../domain/session/areas.ts'
import { type Dtype, dtypes } from '../../formats/dtype.ts'
import {
  addPathOption,
  addUnitFilterOptions,
  parseList,
  parseNumber,
  type UnitFilterOptions,
} from '../options.ts'

export type DatasetFormat = 'npz' | 'pkl'

export interface DatasetOptions extends UnitFilterOptions {
  readonly path?: string[]
  readonly out?: string
  readonly format?: DatasetFormat | 'csv' | 'parquet'
  readonly dtype?: Dtype
  readonly areas: string[]
  readonly missingAreas: 'error' | 'empty'
  readonly stimuli?: string[]
  readonly excludeStimuli: string[]
  readonly before: number
  readonly after: number | 'end'
  readonly binSize: number
}

const defaultAreas = visualAreas.map((acronym) => areaAlias(acronym) ?? acronym)

/** Options of `spikeql export`; left out, they ask for the notebook's dataset. */
export function addDatasetOptions(command: Command): Command {
  addPathOption(command)
    .option(
      '--out <file>',
      'file to write; - for standard output (default: session_<id>_<bin>ms.npz, or session_<id>_<what>.csv)',
    )
    .addOption(
      new Option(
        '--format <format>',
        'csv, npz, parquet or pkl (default: from the file name)',
      ).choices(['csv', 'npz', 'parquet', 'pkl']),
    )
    .addOption(
      new Option(
        '--dtype <dtype>',
        'number type of the counts (default: npz uint16, or uint32 if needed; pkl int64)',
      ).choices(dtypes),
    )
    .optionsGroup('Which areas, epochs and windows:')
    .addOption(
      new Option(
        '--areas <names>',
        'areas, by acronym (VISp) or short name (V1); "" for all units as one matrix',
      )
        .argParser(parseNames)
        .default(
          defaultAreas,
          `${defaultAreas.join(',')}; all areas if none of these was recorded`,
        ),
    )
    .addOption(
      new Option('--missing-areas <what>', 'how to handle an area that the session did not record')
        .choices(['empty', 'error'])
        .default('empty'),
    )
    .option('--stimuli <names>', 'only epochs of these stimuli', parseList)
    .addOption(
      new Option('--exclude-stimuli <names>', 'no epochs of these stimuli; "" to exclude none')
        .argParser(parseNames)
        .default([...excludedStimuli], excludedStimuli.join(',')),
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
  return addUnitFilterOptions(command)
}

const parseNames = (text: string) => (text === '' ? [] : parseList(text))

const parseAfter = (text: string): number | 'end' => (text === 'end' ? text : parseNumber(text))
