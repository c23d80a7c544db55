import type { AskedValue } from '../domain/stimuli/parameter-match.ts'

/** The values of a condition in an address, as JSON; null: it is not a list of such values. */
export function valuesIn(json: string): AskedValue[] | null {
  try {
    const values: unknown = JSON.parse(json)
    return Array.isArray(values) && values.every(isAskedValue) ? values : null
  } catch {
    return null
  }
}

export function isAskedValue(value: unknown): value is AskedValue {
  if (Array.isArray(value)) {
    return (
      value.every((entry) => typeof entry === 'number') ||
      value.every((entry) => typeof entry === 'string')
    )
  }
  return ['number', 'string', 'boolean'].includes(typeof value)
}
