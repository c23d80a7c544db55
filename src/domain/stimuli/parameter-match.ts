import { InvalidArgumentError } from '../../errors.ts'
import { parseWhole } from '../numeric/exact-numbers.ts'
import { type ParameterColumn, type ParameterValue, parseParameter } from './stimulus-parameters.ts'

/** A value that is asked for: what parameters are, and true or false. */
export type AskedValue = ParameterValue | boolean

type HoldsValues = Pick<ParameterColumn, 'name' | 'values'>

/** Values shown in an error. */
const MOST_EXAMPLES = 5

/**
 * Codes of a parameter's values that are meant by those asked. Values are compared by what they
 * mean: "0.8" is 0.8 where the parameter holds numbers; true and false are 1 and 0 where it holds
 * nothing else, or its texts are true and false; a number is also a list of this number alone (one
 * for x and y); and a text is also every list of texts that holds it (tags).
 *
 * @param row what has such a value, for the error: `presentation`, `row of trials`, `unit`
 * @throws InvalidArgumentError for a value that the parameter never has; names what it holds
 */
export function matchValues(
  column: HoldsValues,
  asked: readonly AskedValue[],
  row = 'presentation',
): Set<number> {
  const codes = new Set<number>()
  for (const value of asked) {
    const meant = codesMeant(column, value)
    if (meant.length === 0) throw noSuchValue(column, value, row)
    for (const code of meant) codes.add(code)
  }
  return codes
}

/** The same for one value; empty where the parameter never has it. */
export function codesMeant({ values }: HoldsValues, asked: AskedValue): number[] {
  const isFlags = holdsFlags(values)
  return [...values.keys()].filter((code) => means(asked, values[code], isFlags))
}

function means(asked: AskedValue, stored: ParameterValue, isFlags: boolean): boolean {
  if (typeof asked === 'boolean') return isFlags && flagOf(stored) === asked
  if (typeof asked === 'string') return textMeans(asked, stored, isFlags)
  if (typeof asked === 'number') return numberMeans(asked, stored)
  return listMeans(asked, stored)
}

function textMeans(asked: string, stored: ParameterValue, isFlags: boolean): boolean {
  if (typeof stored === 'string') {
    return stored === asked || (isFlags && flagOf(asked) === flagOf(stored))
  }
  if (typeof stored === 'object' && typeof stored[0] === 'string') {
    return (stored as readonly string[]).includes(asked)
  }
  if (isFlags && flagOf(asked) !== null) return flagOf(asked) === flagOf(stored)
  const parsed = parseParameter(asked)
  if (typeof parsed === 'number') return numberMeans(parsed, stored)
  const whole = parseWhole(asked.trim())
  // A column of floats may hold what is a text in one of whole numbers.
  if (typeof whole === 'bigint')
    return Number.isInteger(stored) && BigInt(stored as number) === whole
  return typeof parsed === 'object' && parsed !== null && listMeans(parsed, stored)
}

function numberMeans(asked: number, stored: ParameterValue): boolean {
  if (typeof stored === 'number') return stored === asked
  if (typeof stored === 'string') return Number.isSafeInteger(asked) && stored === String(asked)
  return stored.length > 0 && stored.every((entry) => entry === asked)
}

function listMeans(asked: readonly number[] | readonly string[], stored: ParameterValue): boolean {
  // A typed field gives one number as a list of one.
  const entries = typeof stored === 'object' ? stored : [stored]
  return (
    entries.length === asked.length &&
    entries.every((entry, i) => {
      const wanted = asked[i]
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

/** A column never has a value that is asked for; names what it holds. */
export function noSuchValue(
  { name, values }: HoldsValues,
  asked: AskedValue,
  row: string,
): InvalidArgumentError {
  const examples = values.slice(0, MOST_EXAMPLES).map((value) => JSON.stringify(value))
  const more = values.length > MOST_EXAMPLES ? `, … (${values.length} values)` : ''
  const isRounded = typeof asked === 'number' && Math.abs(asked) > Number.MAX_SAFE_INTEGER
  return new InvalidArgumentError(
    `No ${row} has the ${name} ${shortened(JSON.stringify(asked))}. It holds ${typesOf(values)}: ${shortened(examples.join(', '))}${more}.` +
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
