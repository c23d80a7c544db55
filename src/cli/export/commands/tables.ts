import type { Command } from 'commander'
import { tableFormats } from '../../../formats/tables/table-file.ts'
import { parseList } from '../../options.ts'
import { addExportKind } from '../export-command.ts'
import {
  addPresentationOptions,
  addSpanOptions,
  addUnitOptions,
  type PresentationOptions,
  type SpanOptions,
  selectedPresentations,
  selectedSpan,
  selectedUnits,
  type UnitOptions,
} from '../selection-options.ts'
import { usualFirst } from '../usual-first.ts'

/** `spikeql export units`. */
export function addUnitsCommand(parent: Command): Command {
  return addExportKind<UnitOptions>(parent, {
    name: 'units',
    summary: 'sorted units with their positions and quality metrics',
    description:
      "Write units, one per row in the AllenSDK's order, with their positions and quality metrics.",
    formats: tableFormats,
    fileName: 'session_<id>_units',
    addOptions: addUnitOptions,
    request: async (options, format) => {
      const { unitsExport } = await import('../../../exports/tables/unit-table.ts')
      return unitsExport.request({ units: selectedUnits(options) }, format)
    },
    examples: ['session_715093703.nwb', '715093703 --all-units --areas V1,LM --out units.parquet'],
  })
}

/** `spikeql export spike-times`. */
export function addSpikeTimesCommand(parent: Command): Command {
  return addExportKind<UnitOptions & SpanOptions>(parent, {
    name: 'spike-times',
    summary: 'spike times of units',
    description:
      'Write spike times of units: as an .npz file that pynapple loads as a TsGroup, or as a table with one row per spike, unit by unit.',
    formats: usualFirst('npz', tableFormats),
    fileName: 'session_<id>_spike_times',
    addOptions: (command) => addUnitOptions(addSpanOptions(command, 'spikes')),
    request: async (options, format) => {
      const { spikeTimesExport } = await import('../../../exports/spikes/spike-times.ts')
      const request = { units: selectedUnits(options), span: selectedSpan(options) }
      return spikeTimesExport.request(request, format)
    },
    examples: [
      '715093703 --areas V1 --out v1.npz',
      '715093703 --start 100 --stop 200 --out spikes.parquet',
    ],
  })
}

/** `spikeql export presentations`. */
export function addPresentationsCommand(parent: Command): Command {
  return addExportKind<PresentationOptions>(parent, {
    name: 'presentations',
    summary: 'stimulus presentations with their parameters',
    description:
      'Write stimulus presentations, one per row in order of start time, with every parameter as a column.',
    formats: tableFormats,
    fileName: 'session_<id>_presentations',
    addOptions: addPresentationOptions,
    request: async (options, format) => {
      const { presentationsExport } = await import('../../../exports/tables/presentation-table.ts')
      const presentations = selectedPresentations(options)
      return presentationsExport.request({ presentations }, format)
    },
    examples: ['session_715093703.nwb', '715093703 --stimuli gabors --out gabors.parquet'],
  })
}

/** `spikeql export inter-presentation-intervals`. */
export function addPresentationIntervalsCommand(parent: Command): Command {
  return addExportKind<{ readonly stimuli?: string[] }>(parent, {
    name: 'inter-presentation-intervals',
    summary: 'gaps between presentations that follow each other',
    description:
      'Write the time from the stop of each stimulus presentation to the start of the next, in seconds, one per row.',
    formats: tableFormats,
    fileName: 'session_<id>_inter_presentation_intervals',
    addOptions: (command) =>
      command.option(
        '--stimuli <names>',
        'only gaps between two presentations of these stimuli',
        parseList,
      ),
    request: async ({ stimuli }, format) => {
      const { presentationIntervalsExport } = await import(
        '../../../exports/tables/presentation-intervals.ts'
      )
      return presentationIntervalsExport.request({ stimulusNames: stimuli ?? null }, format)
    },
    examples: ['715093703', '715093703 --stimuli flashes --out gaps.csv'],
  })
}

/** `spikeql export optogenetics`. */
export function addOptogeneticsCommand(parent: Command): Command {
  return addExportKind<object>(parent, {
    name: 'optogenetics',
    summary: 'light pulses',
    description: 'Write the light pulses of optogenetic stimulation, one per row.',
    formats: tableFormats,
    fileName: 'session_<id>_optogenetics',
    request: async (_options, format) => {
      const { optogeneticsExport } = await import('../../../exports/tables/optogenetics-table.ts')
      return optogeneticsExport.request({}, format)
    },
    examples: ['session_715093703.nwb'],
  })
}
