import type { RequestedValue } from '../domain/stimuli/parameter-match.ts'

/** The values of a condition in an address, as JSON; null: it is not a list of such values. */
export function valuesIn(json: string): RequestedValue[] | null {
  try {
    const values: unknown = JSON.parse(json)
    return Array.isArray(values) && values.every(isRequestedValue) ? values : null
  } catch {
    return null
  }
}

export function isRequestedValue(value: unknown): value is RequestedValue {
  if (Array.isArray(value)) {
    return (
      value.every((entry) => typeof entry === 'number') ||
      value.every((entry) => typeof entry === 'string')
    )
  }
  return ['number', 'string', 'boolean'].includes(typeof value)
}
