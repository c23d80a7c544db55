import type { Command } from 'commander'
import { parseList } from '../../options.ts'
import { addExportKind } from '../export-command.ts'
import {
  addSpanOptions,
  addUnitOptions,
  type SpanOptions,
  selectedSpan,
  selectedUnits,
  type UnitOptions,
} from '../selection-options.ts'

interface SubsetOptions extends UnitOptions, SpanOptions {
  readonly tables?: string[]
}

/** `spikeql export nwb`: part of a session as a recording of its own. */
export function addNwbCommand(parent: Command): Command {
  return addExportKind<SubsetOptions>(parent, {
    name: 'nwb',
    summary: 'some units and intervals as a small NWB file',
    description:
      'Write part of a session as an NWB file of its own, for pynwb, the AllenSDK or SpikeQL: identifiers, subject, probes, channels, the units that pass with all their columns and spike times, and tables of intervals. Waveforms, amplitudes and time series, such as the LFP, are left out; the file says so in /general/notes.',
    formats: ['nwb'],
    fileName: 'session_<id>_subset',
    addOptions: (command) =>
      addSpanOptions(
        addUnitOptions(
          command.option(
            '--tables <names>',
            'only these tables of intervals, such as trials (default: all)',
            parseList,
          ),
        ),
        'spikes and intervals',
      ),
    request: async ({ tables, ...options }, format) => {
      const { nwbSubsetExport } = await import('../../../exports/subset/nwb-subset.ts')
      const request = {
        units: selectedUnits(options),
        span: selectedSpan(options),
        tables: tables ?? null,
      }
      return nwbSubsetExport.request(request, format)
    },
    examples: [
      '715093703 --areas V1,LM --out v1_lm.nwb',
      '715093703 --areas V1 --tables flashes_presentations,invalid_times --start 1000 --stop 1600',
    ],
  })
}
