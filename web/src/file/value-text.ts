/** A value of a file, as the API gives it. */
export type Value =
  | number
  | string
  | boolean
  | null
  | readonly Value[]
  | { readonly [member: string]: Value }

/**
 * A value in words. Numbers have all their digits; what JSON cannot say of a number is NaN.
 *
 * @param isNumber whether null is a number that is none
 */
export function valueText(value: Value, isNumber: boolean): string {
  if (value === null) return isNumber ? 'NaN' : '–'
  if (typeof value === 'number') return String(value).replace('-', '−')
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return String(value)
  if (isList(value)) return `[${value.map((part) => valueText(part, isNumber)).join(', ')}]`
  const parts = Object.entries(value).map(([name, part]) => `${name}: ${valueText(part, false)}`)
  return `{${parts.join(', ')}}`
}

const isList = (value: object): value is readonly Value[] => Array.isArray(value)

/** Whether a dtype of numpy is one of numbers. */
export const isNumeric = (dtype: string) => /^[<>|][iuf]\d+$/.test(dtype)
