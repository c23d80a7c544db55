import type { ParameterValue } from '../../../domain/stimuli/stimulus-parameters.ts'

/**
 * Values of a parameter as cells: numbers, with NaN for a missing one, where it has nothing else;
 * else texts, lists as JSON and '' for a missing one.
 */
export function parameterCells(
  values: readonly (ParameterValue | null)[],
): Float64Array | readonly string[] {
  if (values.every((value) => value === null || typeof value === 'number')) {
    return Float64Array.from(values, (value) => value ?? Number.NaN)
  }
  return values.map((value) => (value === null ? '' : parameterText(value)))
}

const parameterText = (value: ParameterValue): string =>
  typeof value === 'string' ? value : JSON.stringify(value)
