// Options that several kinds of export have: which units, presentations and times.
import { type Command, InvalidArgumentError, Option } from 'commander'
import type { PresentationFilter } from '../../domain/stimuli/presentation-filter.ts'
import type { TimeSpan } from '../../domain/time/time-span.ts'
import type { UnitFilter } from '../../domain/units/unit-filter.ts'
import {
  addUnitFilterOptions,
  parseList,
  parseNumber,
  type UnitFilterOptions,
  unitFilter,
} from '../options.ts'

/** Names between commas; none in an empty text. */
export const parseNames = (text: string) => (text === '' ? [] : parseList(text))

export const parseNumbers = (text: string) => parseList(text).map(parseNumber)

/** Ends of intervals, in seconds: `10..20,30..40`. */
export function parseIntervals(text: string): { start: number; stop: number }[] {
  return parseList(text).map((interval) => {
    const ends = interval.split('..')
    if (ends.length === 2) return { start: parseNumber(ends[0]), stop: parseNumber(ends[1]) }
    throw new InvalidArgumentError('It must be intervals with two ends, such as 10..20,30..40.')
  })
}

export interface UnitOptions extends UnitFilterOptions {
  readonly areas?: string[]
}

/** Which units, of which areas. */
export function addUnitOptions(command: Command): Command {
  return addUnitFilterOptions(command).option(
    '--areas <names>',
    'only units of these areas, by acronym (VISp) or short name (V1); default: all areas',
    parseNames,
  )
}

export function selectedUnits(options: UnitOptions): UnitFilter {
  return { ...unitFilter(options), areas: options.areas?.length ? options.areas : null }
}

export interface PresentationOptions {
  readonly stimuli?: string[]
  readonly excludeStimuli?: string[]
  readonly start?: number
  readonly stop?: number
}

/** Which presentations. */
export function addPresentationOptions(command: Command): Command {
  return command
    .optionsGroup('Which presentations (default: all):')
    .option('--stimuli <names>', 'only of these stimuli', parseList)
    .option('--exclude-stimuli <names>', 'none of these stimuli', parseNames)
    .option('--start <seconds>', 'only those that start at or after this time', parseNumber)
    .option('--stop <seconds>', 'only those that start at or before this time', parseNumber)
}

export function selectedPresentations(options: PresentationOptions): PresentationFilter {
  return {
    stimulusNames: options.stimuli ?? null,
    excludeStimulusNames: options.excludeStimuli ?? null,
    start: options.start ?? null,
    stop: options.stop ?? null,
  }
}

export interface SpanOptions {
  readonly start?: number
  readonly stop?: number
}

/** Which samples, or spikes. */
export function addSpanOptions(command: Command, what = 'samples'): Command {
  return command
    .optionsGroup(`Which ${what} (default: all):`)
    .option('--start <seconds>', `only ${what} at or after this time`, parseNumber)
    .option('--stop <seconds>', `only ${what} at or before this time`, parseNumber)
}

export const selectedSpan = ({ start, stop }: SpanOptions): TimeSpan => ({
  startTime: start ?? -Infinity,
  stopTime: stop ?? Infinity,
})

/** Number type of counts. */
export const dtypeOption = (dtypes: readonly string[], usual: string): Option =>
  new Option('--dtype <dtype>', `number type of the counts (default: ${usual})`).choices(dtypes)
