import { InvalidArgumentError } from '../../errors.ts'
import { parseWhole } from '../numeric/exact-numbers.ts'
import { type ParameterColumn, type ParameterValue, parseParameter } from './stimulus-parameters.ts'

/** A value to match: what parameters are, and true or false. */
export type RequestedValue = ParameterValue | boolean

type HoldsValues = Pick<ParameterColumn, 'name' | 'values'>

/** Values shown in an error. */
const MOST_EXAMPLES = 5

/**
 * Codes of a parameter's values that match those requested. Values are compared by what they
 * mean: "0.8" is 0.8 where the parameter holds numbers; true and false are 1 and 0 where it holds
 * nothing else, or its texts are true and false; a number is also a list of this number alone (one
 * for x and y); and a text is also every list of texts that holds it (tags).
 *
 * @param row what has such a value, for the error: `presentation`, `row of trials`, `unit`
 * @throws InvalidArgumentError for a value that the parameter never has; names what it holds
 */
export function matchValues(
  column: HoldsValues,
  requested: readonly RequestedValue[],
  row = 'presentation',
): Set<number> {
  const codes = new Set<number>()
  for (const value of requested) {
    const meant = codesMeant(column, value)
    if (meant.length === 0) throw noSuchValue(column, value, row)
    for (const code of meant) codes.add(code)
  }
  return codes
}

/** The same for one value; empty where the parameter never has it. */
export function codesMeant({ values }: HoldsValues, requested: RequestedValue): number[] {
  const isFlags = holdsFlags(values)
  return [...values.keys()].filter((code) => means(requested, values[code], isFlags))
}

function means(requested: RequestedValue, stored: ParameterValue, isFlags: boolean): boolean {
  if (typeof requested === 'boolean') return isFlags && flagOf(stored) === requested
  if (typeof requested === 'string') return textMeans(requested, stored, isFlags)
  if (typeof requested === 'number') return numberMeans(requested, stored)
  return listMeans(requested, stored)
}

function textMeans(requested: string, stored: ParameterValue, isFlags: boolean): boolean {
  if (typeof stored === 'string') {
    return stored === requested || (isFlags && flagOf(requested) === flagOf(stored))
  }
  if (typeof stored === 'object' && typeof stored[0] === 'string') {
    return (stored as readonly string[]).includes(requested)
  }
  if (isFlags && flagOf(requested) !== null) return flagOf(requested) === flagOf(stored)
  const parsed = parseParameter(requested)
  if (typeof parsed === 'number') return numberMeans(parsed, stored)
  const whole = parseWhole(requested.trim())
  // A column of floats may hold what is a text in one of whole numbers.
  if (typeof whole === 'bigint')
    return Number.isInteger(stored) && BigInt(stored as number) === whole
  return typeof parsed === 'object' && parsed !== null && listMeans(parsed, stored)
}

function numberMeans(requested: number, stored: ParameterValue): boolean {
  if (typeof stored === 'number') return stored === requested
  if (typeof stored === 'string')
    return Number.isSafeInteger(requested) && stored === String(requested)
  return stored.length > 0 && stored.every((entry) => entry === requested)
}

function listMeans(
  requested: readonly number[] | readonly string[],
  stored: ParameterValue,
): boolean {
  // A typed field gives one number as a list of one.
  const entries = typeof stored === 'object' ? stored : [stored]
  return (
    entries.length === requested.length &&
    entries.every((entry, i) => {
      const wanted = requested[i]
      return wanted === entry || (typeof wanted === 'string' && parseParameter(wanted) === entry)
    })
  )
}

function holdsFlags(values: readonly ParameterValue[]): boolean {
  const isText = typeof values[0] === 'string'
  return values.every((value) => flagOf(value) !== null && (typeof value === 'string') === isText)
}

/** Null: neither yes nor no. */
function flagOf(value: ParameterValue): boolean | null {
  const text = typeof value === 'string' ? value.trim().toLowerCase() : value
  if (text === 1 || text === 'true') return true
  return text === 0 || text === 'false' ? false : null
}

/** A column never has a requested value; names what it holds. */
export function noSuchValue(
  { name, values }: HoldsValues,
  requested: RequestedValue,
  row: string,
): InvalidArgumentError {
  const examples = values.slice(0, MOST_EXAMPLES).map((value) => JSON.stringify(value))
  const more = values.length > MOST_EXAMPLES ? `, … (${values.length} values)` : ''
  const isRounded = typeof requested === 'number' && Math.abs(requested) > Number.MAX_SAFE_INTEGER
  return new InvalidArgumentError(
    `No ${row} has the ${name} ${shortened(JSON.stringify(requested))}. It holds ${typesOf(values)}: ${shortened(examples.join(', '))}${more}.` +
      (isRounded ? ' Pass whole numbers beyond 2^53 as text; as numbers they lose digits.' : ''),
  )
}

/** What a column holds, in words. */
export function typesOf(values: readonly ParameterValue[]): string {
  if (values.length > 0 && holdsFlags(values)) {
    return typeof values[0] === 'string' ? 'texts of true and false' : 'flags (1 true, 0 false)'
  }
  const types = values.map((value) => {
    if (typeof value !== 'object') return typeof value === 'number' ? 'numbers' : 'texts'
    return typeof value[0] === 'number' ? 'lists of numbers' : 'lists of texts'
  })
  return [...new Set(types)].join(' and ') || 'no values'
}

const shortened = (text: string) => (text.length <= 200 ? text : `${text.slice(0, 200)}…`)
