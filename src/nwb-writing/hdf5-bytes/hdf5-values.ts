/**
 * What can be written into the HDF5 file of a sample: the constructs NWB
 * files are made of, and no others.
 */
export type DatasetValue =
  | string
  | readonly string[]
  | Float32Array
  | Float64Array
  | BigInt64Array
  | BigUint64Array
  | Matrix
  | Booleans
  | ObjectReferences
  | TimeSeriesReferences
  | StreamedMatrix

/**
 * A string becomes variable-length UTF-8, a number float64, a bigint int64, a
 * boolean h5py's FALSE/TRUE enum.
 */
export type AttributeValue =
  | string
  | number
  | bigint
  | boolean
  | readonly string[]
  | ObjectReference

export type Attributes = Readonly<Record<string, AttributeValue>>

export interface Matrix {
  readonly kind: 'matrix'
  /** row by row */
  readonly values: Float64Array
  readonly columns: number
}

export interface Booleans {
  readonly kind: 'booleans'
  /** 0 or 1 */
  readonly values: Int8Array
}

export interface ObjectReference {
  readonly kind: 'reference'
  /** absolute path of an object written before */
  readonly path: string
}

export interface ObjectReferences {
  readonly kind: 'references'
  readonly paths: readonly string[]
}

/** NWB's `timeseries` column: entry `first[i]` of a TimeSeries, one sample long. */
export interface TimeSeriesReferences {
  readonly kind: 'time series references'
  readonly first: Int32Array
  readonly path: string
}

/**
 * float64 values that are too many to hold in memory: written after the rest of
 * the file, chunk after chunk.
 */
export interface StreamedMatrix {
  readonly kind: 'streamed'
  readonly shape: readonly number[]
}

export const reference = (path: string): ObjectReference => ({ kind: 'reference', path })

export const int64 = (values: ArrayLike<number>): BigInt64Array =>
  BigInt64Array.from({ length: values.length }, (_, i) => BigInt(values[i]))
