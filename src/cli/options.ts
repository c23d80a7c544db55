// What the commands' options have in common: how a value is read, and options
// that several commands take.
import { type Command, InvalidArgumentError } from 'commander'
import { sdkUnitFilter } from '../domain/defaults.ts'
import type { UnitColumnFilter } from '../domain/units/unit-column-filter.ts'
import { everyUnit, type UnitFilter } from '../domain/units/unit-filter.ts'
import { normalizedPath } from '../http/proxy/base-path.ts'

/** A parser of whole numbers from `least` to `most`. */
export function wholeNumber(least: number, most = Number.MAX_SAFE_INTEGER) {
  return (text: string): number => {
    const value = Number(text)
    if (text.trim() === '' || !Number.isInteger(value) || value < least || value > most) {
      const end = most === Number.MAX_SAFE_INTEGER ? 'or more' : `to ${most}`
      throw new InvalidArgumentError(`It must be a whole number, ${least} ${end}.`)
    }
    return value
  }
}

export function parseNumber(text: string): number {
  const value = Number(text)
  if (text.trim() === '' || !Number.isFinite(value)) {
    throw new InvalidArgumentError('It must be a number.')
  }
  return value
}

/** What a timer takes, 2^31 - 1 milliseconds (25 days); given more, it fires at once. */
const MOST_SECONDS = 2_147_483

/** A length of time for a timer, from `least` seconds on. */
export function seconds(least: number) {
  return (text: string): number => {
    const value = parseNumber(text)
    if (value < least || value > MOST_SECONDS) {
      throw new InvalidArgumentError(`It must be ${least} to ${MOST_SECONDS} seconds.`)
    }
    return value
  }
}

/**
 * A number, or `none` to switch the limit off. Not null: commander takes that for an option
 * without a value, an empty text.
 */
export const parseLimit = (text: string): number | 'none' =>
  text === 'none' ? text : parseNumber(text)

/** A path such as `/spikeql`, without a slash at its end; empty for `/`. */
export function pathPrefix(text: string): string {
  const path = normalizedPath(text)
  if (path !== '' || text === '/') return path
  throw new InvalidArgumentError('It must be a path such as /spikeql.')
}

/** Names between commas. */
export function parseList(text: string): string[] {
  const names = text.split(',').map((name) => name.trim())
  if (names.includes('')) {
    throw new InvalidArgumentError('It must be a comma-separated list of names: a,b,c.')
  }
  return names
}

/** Collects an option that is given once for each value, so that it takes no path for one. */
export const collected = (value: string, known: readonly string[] = []): string[] => [
  ...known,
  value,
]

/** A path option that may be given several times, or once with several paths. */
export function addPathOption(command: Command): Command {
  return command.option(
    '--path <path...>',
    'folders or files to search for the session when it is given by its id (default: sample-data)',
  )
}

export interface UnitFilterOptions {
  readonly amplitudeCutoffMax?: number | 'none'
  readonly presenceRatioMin?: number | 'none'
  readonly isiViolationsMax?: number | 'none'
  readonly snrMin?: number
  readonly firingRateMin?: number
  readonly probes?: string[]
  readonly unitColumn?: UnitColumnFilter[]
  readonly includeInvalid?: true
  readonly includeOutsideBrain?: true
  readonly includeUnmeasured?: true
  readonly allUnits?: true
}

/** The unit filter's options; left out, they are the AllenSDK's defaults. */
export function addUnitFilterOptions(command: Command): Command {
  const { amplitudeCutoffMax, presenceRatioMin, isiViolationsMax } = sdkUnitFilter
  return command
    .optionsGroup('Which units (the defaults are those of the AllenSDK):')
    .option(
      '--amplitude-cutoff-max <number|none>',
      `maximum amplitude cutoff (default: ${amplitudeCutoffMax})`,
      parseLimit,
    )
    .option(
      '--presence-ratio-min <number|none>',
      `minimum presence ratio (default: ${presenceRatioMin})`,
      parseLimit,
    )
    .option(
      '--isi-violations-max <number|none>',
      `maximum ISI violations (default: ${isiViolationsMax})`,
      parseLimit,
    )
    .option('--snr-min <number>', 'minimum signal-to-noise ratio', parseNumber)
    .option('--firing-rate-min <hertz>', 'minimum firing rate', parseNumber)
    .option('--probes <names>', 'only units of these probes (names or ids)', parseList)
    .option(
      '--unit-column <condition>',
      'only units with one of these values, or in this range, in a column of the units table, such as cell_type=PV,SST or depth=200..400; if repeated, all conditions must hold',
      addColumnFilter,
    )
    .option('--include-invalid', 'include noise, and units on invalid channels')
    .option('--include-outside-brain', 'include units outside the brain')
    .option('--include-unmeasured', 'include units that lack one of the first three metrics')
    .option('--all-units', 'all units in the file, except those outside limits that are given')
}

/** The unit filter given by the options. */
export function unitFilter(options: UnitFilterOptions): UnitFilter {
  const base = options.allUnits ? everyUnit : sdkUnitFilter
  const limit = (name: 'amplitudeCutoffMax' | 'presenceRatioMin' | 'isiViolationsMax') => {
    const requested = options[name] ?? base[name]
    return requested === 'none' ? null : requested
  }
  return {
    amplitudeCutoffMax: limit('amplitudeCutoffMax'),
    presenceRatioMin: limit('presenceRatioMin'),
    isiViolationsMax: limit('isiViolationsMax'),
    requireMetrics: base.requireMetrics && !options.includeUnmeasured,
    validOnly: base.validOnly && !options.includeInvalid,
    inBrainOnly: base.inBrainOnly && !options.includeOutsideBrain,
    snrMin: options.snrMin ?? null,
    firingRateMin: options.firingRateMin ?? null,
    probes: options.probes ?? null,
    columns: options.unitColumn ?? null,
  }
}

function addColumnFilter(text: string, previous: UnitColumnFilter[] = []): UnitColumnFilter[] {
  const end = text.indexOf('=')
  const [column, condition] = [text.slice(0, end), text.slice(end + 1)]
  if (end <= 0 || condition === '') {
    throw new InvalidArgumentError(
      'It must be a column and its values or range, such as cell_type=PV,SST or depth=200..400.',
    )
  }
  const range = /^([^,]*)\.\.([^,]*)$/.exec(condition)
  if (!range) return [...previous, { column, values: parseList(condition) }]
  const [min, max] = [range[1], range[2]].map((limit) => (limit === '' ? null : parseNumber(limit)))
  return [...previous, { column, min, max }]
}
