// @spikeql/client/scalars: what the scalars of the schema are in JSON, for graphql-codegen. Each is
// specified in docs/scalars.md.

/** One list per bin, each with one whole number per unit. */
export type CountMatrix = readonly (readonly number[])[]

/** Nested lists of whole numbers; null: unknown. */
export type CountArray = readonly NestedNumbers[]

/**
 * An element of a file. Whole numbers beyond 2^53 - 1 and infinite numbers are texts; null: NaN, or
 * a reference to nothing.
 */
export type FileValue =
  | number
  | string
  | boolean
  | null
  | readonly FileValue[]
  | { readonly [member: string]: FileValue }

/** Nested lists of numbers; null: missing (NaN). */
export type Float64Array = readonly NestedNumbers[]

/** null: missing (NaN) */
export type Float64List = readonly (number | null)[]

export type Int32List = readonly number[]

/** beyond 2^53 - 1 the text of its digits */
export type WholeNumber = number | string

/** A number, a text, or a list of numbers or of texts. */
export type StimulusParameterValue = number | string | readonly number[] | readonly string[]

/** RFC 4648, with padding */
export type Base64 = string

type NestedNumbers = number | null | readonly NestedNumbers[]

const from = '@spikeql/client/scalars'

/**
 * The option `scalars` of graphql-codegen's TypeScript plugins and presets. A codegen.yml names
 * them one by one, as `CountMatrix: '@spikeql/client/scalars#CountMatrix'`.
 *
 * @example
 * import { scalars } from '@spikeql/client/scalars'
 *
 * export default {
 *   schema: 'http://127.0.0.1:4000/schema.graphql',
 *   documents: 'src/**\/*.graphql',
 *   generates: { 'src/gql/': { preset: 'client', config: { documentMode: 'string', scalars } } },
 * }
 */
export const scalars = {
  Base64: `${from}#Base64`,
  CountArray: `${from}#CountArray`,
  CountMatrix: `${from}#CountMatrix`,
  FileValue: `${from}#FileValue`,
  Float64Array: `${from}#Float64Array`,
  Float64List: `${from}#Float64List`,
  Int32List: `${from}#Int32List`,
  StimulusParameterValue: `${from}#StimulusParameterValue`,
  WholeNumber: `${from}#WholeNumber`,
} as const
