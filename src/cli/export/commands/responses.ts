// Exports of what units respond to: metrics, and tuning to signals.
import { type Command, InvalidArgumentError, Option } from 'commander'
import type { responseStimuli } from '../../../domain/analyses/responses/response-stimuli.ts'
import { arrayFormats } from '../../../formats/labelled-file.ts'
import { tableFormats } from '../../../formats/tables/table-file.ts'
import { parseList, parseNumber } from '../../options.ts'
import { addExportKind } from '../export-command.ts'
import {
  addUnitOptions,
  parseIntervals,
  parseNumbers,
  selectedUnits,
  type UnitOptions,
} from '../selection-options.ts'
import { usualFirst } from '../usual-first.ts'

type ResponseStimulus = keyof typeof responseStimuli

const stimulusOf = {
  'drifting-gratings': 'driftingGratings',
  'static-gratings': 'staticGratings',
  'natural-scenes': 'naturalScenes',
  flashes: 'flashes',
  'receptive-field-mapping': 'receptiveFieldMapping',
  'dot-motion': 'dotMotion',
  'natural-movies': 'naturalMovies',
} as const satisfies Record<string, ResponseStimulus>

const ruleOf = { allensdk: 'allenSdk', corrected: 'corrected' } as const

interface MetricOptions extends UnitOptions {
  readonly stimulus: keyof typeof stimulusOf
  readonly rule: keyof typeof ruleOf
  readonly stimuli?: string[]
  readonly trialDuration?: number
}

/** `spikeql export response-metrics`. */
export function addResponseMetricsCommand(parent: Command): Command {
  return addExportKind<MetricOptions>(parent, {
    name: 'response-metrics',
    summary: 'preferred stimuli and selectivity of units',
    description:
      "Write metrics of the responses to one kind of stimulus, computed from the spikes by the AllenSDK's definitions, one row per unit and one column per metric.",
    formats: tableFormats,
    fileName: 'session_<id>_response_metrics',
    addOptions: (command) =>
      addUnitOptions(
        command
          .addOption(
            new Option('--stimulus <kind>', 'the kind of stimulus')
              .choices(Object.keys(stimulusOf))
              .makeOptionMandatory(),
          )
          .addOption(
            new Option('--rule <rule>', "the AllenSDK's rule, or the same without its mistakes")
              .choices(Object.keys(ruleOf))
              .default('allensdk'),
          )
          .option(
            '--stimuli <names>',
            'the stimuli whose presentations are used (default: those that the AllenSDK recognizes)',
            parseList,
          )
          .option(
            '--trial-duration <seconds>',
            "duration of a trial (default: the AllenSDK's)",
            parseNumber,
          ),
      ),
    request: async ({ stimulus, rule, stimuli, trialDuration, ...options }, format) => {
      const { responseMetricsExport } = await import('../../../exports/analyses/responses.ts')
      const request = {
        stimulus: stimulusOf[stimulus],
        units: selectedUnits(options),
        rule: ruleOf[rule],
        stimulusNames: stimuli ?? null,
        trialDuration: trialDuration ?? null,
      }
      return responseMetricsExport.request(request, format)
    },
    examples: [
      '715093703 --stimulus drifting-gratings --areas V1',
      '715093703 --stimulus natural-movies --stimuli natural_movie_one --trial-duration 0.033',
    ],
  })
}

interface Axis {
  readonly signal: string
  readonly edges: readonly number[]
}

interface TuningOptions extends UnitOptions {
  readonly axis: Axis[]
  readonly within?: { readonly start: number; readonly stop: number }[]
  readonly lookup: 'previous' | 'nearest'
  readonly maxGap?: number
  readonly minOccupancy: number
}

/** `spikeql export signal-tuning`. */
export function addSignalTuningCommand(parent: Command): Command {
  return addExportKind<TuningOptions>(parent, {
    name: 'signal-tuning',
    summary: 'rates by running speed, pupil size, position or any time series',
    description:
      'Write the rate of each unit while one signal or two are within each bin, shape [units, bins…], with counts, occupancy and spatial information.',
    formats: usualFirst('npz', arrayFormats),
    fileName: 'session_<id>_signal_tuning',
    addOptions: (command) =>
      addUnitOptions(
        command
          .requiredOption(
            '--axis <signal=edges>',
            'a signal (runningSpeed, pupilArea, /path/of/series or /path/of/series;column=1) and the edges of its bins, such as runningSpeed=0,1,10,30; may be given twice',
            addAxis,
          )
          .option(
            '--within <intervals>',
            'only samples that begin in these intervals, in seconds, such as 10..20,30..40',
            parseIntervals,
          )
          .addOption(
            new Option('--lookup <sample>', 'which sample a spike belongs to')
              .choices(['previous', 'nearest'])
              .default('previous'),
          )
          .option(
            '--max-gap <seconds>',
            'longest duration of a sample (default: five times the median)',
            parseNumber,
          )
          .option('--min-occupancy <seconds>', 'least time in a bin with a rate', parseNumber, 0),
      ),
    request: async ({ axis, within, lookup, maxGap, minOccupancy, ...options }, format) => {
      const { signalTuningExport } = await import('../../../exports/analyses/signal-tuning.ts')
      const { readSignal } = await import('../../../addresses/signal-field.ts')
      const request = {
        axes: axis.map(({ signal, edges }) => ({ signal: readSignal(signal, '--axis'), edges })),
        units: selectedUnits(options),
        within: within ?? null,
        lookup,
        maxGap: maxGap ?? null,
        minOccupancy,
      }
      return signalTuningExport.request(request, format)
    },
    examples: [
      '715093703 --axis runningSpeed=0,1,5,10,20,40 --areas V1 --out tuning.csv',
      "place.nwb --axis '/processing/behavior/position=0,0.5,1' --axis '/processing/behavior/position;column=1=0,0.5,1'",
    ],
  })
}

function addAxis(text: string, previous: Axis[] = []): Axis[] {
  const end = text.lastIndexOf('=')
  const signal = text.slice(0, Math.max(0, end))
  if (signal === '') {
    throw new InvalidArgumentError(
      'It must be a signal and the edges of its bins, such as runningSpeed=0,1,10,30.',
    )
  }
  return [...previous, { signal, edges: parseNumbers(text.slice(end + 1)) }]
}
