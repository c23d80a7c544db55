import type { NdArray } from './numpy/npy.ts'
import type { StreamedArray } from './numpy/npz.ts'

/**
 * Arrays whose dimensions have names, and what lies along them: what xarray calls a Dataset.
 */
export interface LabelledArrays {
  /** what was requested: alone in an .npy file, where it must be in memory */
  readonly main: LabelledArray
  /** further arrays over some of its dimensions, such as a standard deviation next to a mean */
  readonly beside?: readonly (LabelledArray & NdArray)[]
  /** what lies along dimensions: ids, times, edges of bins */
  readonly coordinates: readonly (LabelledArray & NdArray)[]
  /** what the arrays are of, as single values; null is left out */
  readonly attributes: Readonly<Record<string, string | number | null>>
}

export interface ArrayLabels {
  readonly name: string
  /** a name for each dimension, as xarray has them: `presentation`, `bin`, `unit` */
  readonly dims: readonly string[]
  /** in SI: `s`, `Hz`, `V`; left out where there is none */
  readonly unit?: string
  /** its name as the column of a table, where that is another: `unit_id` of `unit_ids` */
  readonly column?: string
  /** of a coordinate: whether tables leave it out, as they have what else is along the dimension */
  readonly isDetail?: boolean
}

/** Numbers or texts in memory, or numbers that are read while they are written. */
export type LabelledArray = ArrayLabels & (NdArray | StreamedArray)

/** An array of one dimension, such as ids along `unit`. */
export function alongDimension(
  dimension: string,
  name: string,
  data: NdArray['data'],
  more: Pick<ArrayLabels, 'unit' | 'column'> = {},
): ArrayLabels & NdArray {
  return { name, dims: [dimension], shape: [data.length], data, ...more }
}
