import type { Summary } from './summary.ts'

/** Three digits that count: `0.123`, `1.23`, `12.3`, `123`. */
export function threeDigits(value: number): string {
  if (value === 0) return '0'
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))))
  return value.toFixed(Math.min(digits, 6))
}

export const milliseconds = ({ median, lowerQuartile, upperQuartile }: Summary): string =>
  `${threeDigits(median)} (${threeDigits(lowerQuartile)} to ${threeDigits(upperQuartile)})`

export const ratioText = (ratio: number | null): string =>
  ratio === null ? '' : `${threeDigits(ratio)} x`

export const megabytes = (bytes: number): string => threeDigits(bytes / 1e6)
