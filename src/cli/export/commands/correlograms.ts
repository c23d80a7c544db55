// Exports of pairs of spike trains: correlograms and tiling coefficients.
import { type Command, Option } from 'commander'
import type { UnitFilter } from '../../../domain/units/unit-filter.ts'
import { arrayFormats } from '../../../formats/labelled-file.ts'
import type { CorrelogramUnit } from '../../../request/analyses/correlograms.ts'
import { parseList, parseNumber, wholeNumber } from '../../options.ts'
import { type ActivityOptions, activityRequest, addActivityOptions } from '../activity-options.ts'
import { addColumnAnchorOptions } from '../anchor-options.ts'
import { addExportKind } from '../export-command.ts'
import {
  addUnitOptions,
  parseIntervals,
  parseNames,
  selectedUnits,
  type UnitOptions,
} from '../selection-options.ts'
import { usualFirst } from '../usual-first.ts'

const npzFirst = usualFirst('npz', arrayFormats)

const unitOf = {
  count: 'COUNT',
  hz: 'HZ',
  normalized: 'NORMALIZED',
  coefficient: 'COEFFICIENT',
} as const satisfies Record<string, CorrelogramUnit>

interface PairOptions extends UnitOptions {
  readonly targetAreas?: string[]
  readonly pairs: 'all' | 'auto' | 'cross'
  readonly within?: { readonly start: number; readonly stop: number }[]
  readonly stimuli?: string[]
}

function addPairOptions(command: Command): Command {
  return addUnitOptions(
    command
      .addOption(
        new Option(
          '--pairs <pairs>',
          'each unit with itself (auto), with every later one (cross), or both',
        )
          .choices(['all', 'auto', 'cross'])
          .default('all'),
      )
      .addOption(
        new Option(
          '--target-areas <names>',
          'pair each unit with the units of these areas instead, by acronym or short name; "" for all areas',
        )
          .argParser(parseNames)
          .conflicts('pairs'),
      )
      .option(
        '--within <intervals>',
        'only spikes in these intervals, in seconds, such as 10..20,30..40; pairs lie within one',
        parseIntervals,
      )
      .addOption(
        new Option('--stimuli <names>', 'only spikes in epochs of these stimuli')
          .argParser(parseList)
          .conflicts('within'),
      ),
  )
}

function pairsOf({ targetAreas, pairs, within, stimuli, ...options }: PairOptions) {
  const units = selectedUnits(options)
  return {
    units,
    targets: targetsOf(units, targetAreas),
    pairs,
    within: within ?? null,
    epochs: stimuli ? { stimulusNames: stimuli } : null,
  }
}

/** The units of `--target-areas`, of which none means all; null: pairs are of the same units. */
function targetsOf(units: UnitFilter, areas: string[] | undefined): UnitFilter | null {
  return areas ? { ...units, areas: areas.length > 0 ? areas : null } : null
}

interface CorrelogramOptions extends PairOptions {
  readonly binSize: number
  readonly lags: number
  readonly unit: keyof typeof unitOf
  readonly selfPairs?: true
}

/** `spikeql export correlograms`. */
export function addCorrelogramsCommand(parent: Command): Command {
  return addExportKind<CorrelogramOptions>(parent, {
    name: 'correlograms',
    summary: 'auto- and cross-correlograms of units',
    description:
      'Write correlograms of pairs of units, shape [pairs, lags]: bin k holds the lags, target time - reference time, from (k - 1/2) to (k + 1/2) bins, the end excluded.',
    formats: npzFirst,
    fileName: 'session_<id>_correlograms',
    addOptions: (command) =>
      addPairOptions(
        command
          .optionsGroup('Which pairs, lags and times:')
          .option('--bin-size <seconds>', 'width of a bin', parseNumber, 0.001)
          .option('--lags <number>', 'bins on each side of lag 0', wholeNumber(0), 50)
          .addOption(
            new Option(
              '--unit <unit>',
              "pairs of spikes, spikes of the target per second, the same relative to the target's rate, or coefficients of correlation",
            )
              .choices(Object.keys(unitOf))
              .default('count'),
          )
          .option('--self-pairs', 'count each spike of an autocorrelogram with itself, too'),
      ),
    request: async ({ binSize, lags, unit, selfPairs, ...options }, format) => {
      const { correlogramsExport } = await import('../../../exports/analyses/correlograms.ts')
      const request = {
        ...pairsOf(options),
        binSize,
        lagCount: lags,
        selfPairs: selfPairs ?? false,
        unit: unitOf[unit],
      } as const
      return correlogramsExport.request(request, format)
    },
    examples: [
      '715093703 --areas V1 --pairs cross --out v1.npz',
      '715093703 --areas V1 --target-areas LM --lags 100 --unit normalized --stimuli spontaneous',
      '715093703 --pairs auto --bin-size 0.0005 --within 1000..2000 --out auto.csv',
    ],
  })
}

/** `spikeql export spike-time-tiling`. */
export function addTilingCommand(parent: Command): Command {
  return addExportKind<PairOptions & { readonly dt: number }>(parent, {
    name: 'spike-time-tiling',
    summary: 'spike time tiling coefficients of pairs of units',
    description:
      'Write the spike time tiling coefficient of each pair of units, shape [pairs]: a correlation that does not depend on rates.',
    formats: npzFirst,
    fileName: 'session_<id>_spike_time_tiling',
    addOptions: (command) =>
      addPairOptions(
        command
          .optionsGroup('Which pairs and times:')
          .option('--dt <seconds>', 'how far apart spikes coincide at most', parseNumber, 0.005),
      ),
    request: async ({ dt, ...options }, format) => {
      const { spikeTimeTilingExport } = await import('../../../exports/analyses/correlograms.ts')
      return spikeTimeTilingExport.request({ ...pairsOf(options), dt }, format)
    },
    examples: ['715093703 --areas V1 --pairs cross --stimuli spontaneous --out tiling.csv'],
  })
}

interface JitterOptions extends ActivityOptions {
  readonly targetAreas?: string[]
  readonly lags: number
  readonly jitterWindow: number
  readonly minimumRate: number
}

/** `spikeql export jitter-corrected-correlograms`. */
export function addJitterCorrelogramsCommand(parent: Command): Command {
  return addExportKind<JitterOptions>(parent, {
    name: 'jitter-corrected-correlograms',
    summary: 'correlograms around presentations, corrected for jitter',
    description:
      'Write correlograms of the spikes around presentations minus those of jittered spike trains (Siegle et al. 2021, without random numbers), shape [pairs, lags]. The bins must have the same width, typically 1 ms.',
    formats: npzFirst,
    fileName: 'session_<id>_jitter_corrected_correlograms',
    addOptions: (command) =>
      addActivityOptions(
        addColumnAnchorOptions(
          command
            .option(
              '--target-areas <names>',
              'pair each unit with the units of these areas, by acronym or short name, instead of with every later one; "" for all areas',
              parseNames,
            )
            .option('--lags <number>', 'bins on each side of lag 0', wholeNumber(0), 100)
            .option(
              '--jitter-window <seconds>',
              'length of the windows within which spikes are jittered; a whole number of bins',
              parseNumber,
              0.025,
            )
            .option(
              '--minimum-rate <hertz>',
              'pairs in which a unit fires at this rate or less are NaN',
              parseNumber,
              2,
            ),
        ),
      ),
    request: async ({ targetAreas, lags, jitterWindow, minimumRate, ...options }, format) => {
      const { jitterCorrelogramsExport } = await import(
        '../../../exports/analyses/jitter-correlograms.ts'
      )
      const activity = activityRequest(options)
      const request = {
        ...activity,
        targets: targetsOf(activity.units, targetAreas),
        lagCount: lags,
        jitterWindow,
        minimumRate,
      }
      return jitterCorrelogramsExport.request(request, format)
    },
    examples: [
      '715093703 --stimuli drifting_gratings --areas V1 --target-areas LM --after 2 --bin-size 0.001',
    ],
  })
}
