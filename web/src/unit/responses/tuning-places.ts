import { type ParameterValue, valueLabel } from './grouping.ts'

/** Parameters whose numbers are names: nothing lies between two of them. */
const categories = ['frame', 'color']

/** Whether something lies between two values of a parameter, so that a line may join them. */
export function isScale(parameter: string, values: readonly ParameterValue[]): boolean {
  return !categories.includes(parameter) && values.every((value) => typeof value === 'number')
}

/**
 * Where the values of a parameter lie on its axis: numbers to scale, all else in even steps.
 *
 * @param values in order
 * @returns from 0 to 1; shape [values]
 */
export function tuningPlaces(parameter: string, values: readonly ParameterValue[]): number[] {
  const numbers = isScale(parameter, values) ? values.map(Number) : values.map((_, i) => i)
  const first = numbers[0] ?? 0
  const last = numbers.at(-1) ?? 0
  return numbers.map((number) => (number - first) / (last - first || 1))
}

/** A value under an axis that has its name: `45`, `white`, `−1`. */
export function shortLabel(parameter: string, value: ParameterValue): string {
  if (parameter === 'color') return valueLabel(parameter, value)
  return Array.isArray(value) ? value.join(', ') : String(value).replace(/^-/, '−')
}
