import { InvalidArgumentError } from '../errors.ts'
import type { AddressEntry, AddressField } from './address-field.ts'
import { parseNumber } from './address-fields.ts'

interface BinRange {
  readonly from: number
  readonly to: number
  readonly count: number
}

type HistogramBins =
  | { readonly edges: readonly number[] }
  | { readonly equal: BinRange }
  | { readonly logarithmic: BinRange }

/** `edges=0,0.1`, `equal=0..0.1..100`, or `logarithmic=0.001..10..100`: 100 bins up to 10. */
export const histogramBinsField: AddressField<HistogramBins> = {
  *write(bins): Generator<AddressEntry> {
    if ('edges' in bins) yield ['edges', bins.edges.map(String)]
    else if ('equal' in bins) yield ['equal', writeRange(bins.equal)]
    else yield ['logarithmic', writeRange(bins.logarithmic)]
  },
  read(fields) {
    const edges = fields.list('edges')
    const equal = fields.text('equal')
    const logarithmic = fields.text('logarithmic')
    const given = [edges, equal, logarithmic].filter((bins) => bins !== undefined)
    if (given.length !== 1) {
      throw new InvalidArgumentError(
        `The address has ${given.length} kinds of bins; give one of edges, equal and logarithmic.`,
      )
    }
    if (equal !== undefined) return { equal: readBinRange('equal', equal) }
    if (logarithmic !== undefined) return { logarithmic: readBinRange('logarithmic', logarithmic) }
    return { edges: (edges ?? []).map((edge) => parseNumber('edges', edge)) }
  },
}

const writeRange = ({ from, to, count }: BinRange) => `${from}..${to}..${count}`

/**
 * Ends of a range, and a number of bins: `0.001..10..100`.
 *
 * @throws InvalidArgumentError
 */
export function readBinRange(name: string, text: string): BinRange {
  const parts = text.split('..')
  const [from, to, count] = parts.map((part) => parseNumber(name, part))
  if (parts.length === 3 && Number.isInteger(count)) return { from, to, count }
  throw new InvalidArgumentError(
    `${name} is "${text.slice(0, 100)}"; it must be the ends of a range and a number of bins, such as 0.001..10..100.`,
  )
}
