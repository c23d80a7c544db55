import { decodeNpz } from '../formats/numpy/read-npz.ts'
import type { NumericArray } from './encoded-array.ts'
import { UnexpectedResponseError } from './errors.ts'

/** An array of numbers or texts, and what its dimensions are. */
export interface LabelledArray {
  readonly shape: readonly number[]
  /** a name for each dimension: `presentation`, `bin`, `unit` */
  readonly dims: readonly string[]
  /** in C order: the last dimension runs fastest */
  readonly data: NumericArray['data'] | readonly string[]
}

/** Arrays that belong together, with what lies along their dimensions. */
export interface LabelledArrays {
  /** what was requested, by name */
  readonly arrays: ReadonlyMap<string, LabelledArray>
  /** ids, times and edges of bins along the dimensions, by name */
  readonly coordinates: ReadonlyMap<string, LabelledArray>
  /** such as `session_id` and `file_version` */
  readonly attributes: Readonly<Record<string, string | number>>
}

/** What the member `xarray` says. */
interface Description {
  readonly data_vars: Readonly<Record<string, { readonly dims: readonly string[] }>>
  readonly coords: Readonly<Record<string, { readonly dims: readonly string[] }>>
  readonly attrs: Readonly<Record<string, string | number>>
}

/**
 * The arrays in the bytes of an .npz file that says what its dimensions are.
 *
 * @throws UnexpectedResponseError for another file
 */
export function decodeLabelledArrays(bytes: Uint8Array): LabelledArrays {
  const members = membersOf(bytes)
  const text = members.get('xarray')?.data[0]
  if (typeof text !== 'string') {
    throw new UnexpectedResponseError('The .npz file does not say what its dimensions are.')
  }
  const { data_vars, coords, attrs }: Description = JSON.parse(text)
  const pick = (described: Description['coords']) =>
    new Map(
      Object.entries(described).map(([name, { dims }]) => {
        const array = members.get(name)
        if (array) return [name, { ...array, dims }]
        throw new UnexpectedResponseError(`The .npz file describes ${name}, but does not have it.`)
      }),
    )
  return { arrays: pick(data_vars), coordinates: pick(coords), attributes: attrs }
}

/** @throws UnexpectedResponseError for bytes that are not an .npz file */
export function membersOf(bytes: Uint8Array) {
  try {
    return decodeNpz(bytes)
  } catch (error) {
    throw new UnexpectedResponseError('The response is not an .npz file of arrays.', {
      cause: error,
    })
  }
}
