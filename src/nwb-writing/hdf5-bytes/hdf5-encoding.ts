import type { ready } from 'h5wasm'
import type { AttributeValue, DatasetValue, TimeSeriesReferences } from './hdf5-values.ts'

type H5Module = Awaited<typeof ready>
type WriteMetadata = Parameters<H5Module['create_dataset']>[3]
type ReferenceTo = (path: string) => Uint8Array

/** A value as h5wasm takes it: its type and shape, and either bytes or strings. */
export interface EncodedValue {
  readonly metadata: WriteMetadata
  readonly bytes: Uint8Array
  readonly strings: readonly string[] | null
  /** written as a placeholder that must become a boolean type when the file is finished */
  readonly isBoolean: boolean
}

export function encodeDataset(
  module: H5Module,
  value: DatasetValue,
  referenceTo: ReferenceTo,
): EncodedValue {
  if (typeof value === 'string') return strings(module, [value], [])
  if (value instanceof Float64Array) return floats(module, value, [value.length])
  if (value instanceof Float32Array) return floats(module, value, [value.length])
  if (value instanceof BigInt64Array || value instanceof BigUint64Array) {
    return integers(module, value, [value.length])
  }
  if (!('kind' in value)) return strings(module, value, [value.length])
  switch (value.kind) {
    case 'matrix':
      return floats(module, value.values, [value.values.length / value.columns, value.columns])
    case 'booleans':
      return booleans(module, value.values, [value.values.length])
    case 'references':
      return references(module, value.paths.map(referenceTo), [value.paths.length])
    case 'time series references':
      return timeSeriesReferences(module, value, referenceTo(value.path))
    case 'streamed':
      // Without elements HDF5 allocates nothing: the true shape and place are
      // written when the file is finished.
      return floats(module, new Float64Array(0), [0, ...value.shape.slice(1)])
  }
}

export function encodeAttribute(
  module: H5Module,
  value: AttributeValue,
  referenceTo: ReferenceTo,
): EncodedValue {
  if (typeof value === 'string') return strings(module, [value], [])
  if (typeof value === 'number') return floats(module, Float64Array.of(value), [])
  if (typeof value === 'bigint') return integers(module, BigInt64Array.of(value), [])
  if (typeof value === 'boolean') return booleans(module, Int8Array.of(value ? 1 : 0), [])
  if ('kind' in value) return references(module, [referenceTo(value.path)], [])
  return strings(module, value, [value.length])
}

function strings(module: H5Module, values: readonly string[], shape: number[]): EncodedValue {
  const metadata = describe(module.H5T_class_t.H5T_STRING.value, 4, shape, { vlen: true, cset: 1 })
  return { metadata, bytes: new Uint8Array(0), strings: values, isBoolean: false }
}

function floats(
  module: H5Module,
  values: Float64Array | Float32Array,
  shape: number[],
): EncodedValue {
  const type = module.H5T_class_t.H5T_FLOAT.value
  return encoded(describe(type, values.BYTES_PER_ELEMENT, shape), bytesOf(values))
}

function integers(
  module: H5Module,
  values: BigInt64Array | BigUint64Array,
  shape: number[],
): EncodedValue {
  const signed = values instanceof BigInt64Array
  const metadata = describe(module.H5T_class_t.H5T_INTEGER.value, 8, shape, { signed })
  return encoded(metadata, bytesOf(values))
}

function references(module: H5Module, values: Uint8Array[], shape: number[]): EncodedValue {
  const metadata = describe(module.H5T_class_t.H5T_REFERENCE.value, 8, shape)
  return encoded(metadata, new Uint8Array(Buffer.concat(values)))
}

/**
 * h5wasm cannot write enums: a compound of one int8 has the same values and takes
 * more room than the enum type.
 */
function booleans(module: H5Module, values: Int8Array, shape: number[]): EncodedValue {
  const int8 = describe(module.H5T_class_t.H5T_INTEGER.value, 1, [], { signed: true })
  const metadata = compound(module, 1, shape, [{ ...int8, name: 'boolean', offset: 0 }])
  return { ...encoded(metadata, bytesOf(values)), isBoolean: true }
}

function timeSeriesReferences(
  module: H5Module,
  { first }: TimeSeriesReferences,
  target: Uint8Array,
): EncodedValue {
  const int32 = describe(module.H5T_class_t.H5T_INTEGER.value, 4, [], { signed: true })
  const object = describe(module.H5T_class_t.H5T_REFERENCE.value, 8, [])
  const metadata = compound(
    module,
    16,
    [first.length],
    [
      { ...int32, name: 'idx_start', offset: 0 },
      { ...int32, name: 'count', offset: 4 },
      { ...object, name: 'timeseries', offset: 8 },
    ],
  )
  const bytes = new Uint8Array(16 * first.length)
  const view = new DataView(bytes.buffer)
  for (let i = 0; i < first.length; i++) {
    view.setInt32(16 * i, first[i], true)
    view.setInt32(16 * i + 4, 1, true)
    bytes.set(target, 16 * i + 8)
  }
  return encoded(metadata, bytes)
}

function compound(
  module: H5Module,
  size: number,
  shape: number[],
  members: readonly object[],
): WriteMetadata {
  const type = module.H5T_class_t.H5T_COMPOUND.value
  return describe(type, size, shape, { compound_type: { nmembers: members.length, members } })
}

/** The one cast: h5wasm's type of this object asks for fields that only reading fills. */
function describe(type: number, size: number, shape: number[], more: object = {}): WriteMetadata {
  const dimensions = shape.map(BigInt)
  return {
    type,
    size,
    shape: dimensions,
    maxshape: dimensions,
    signed: false,
    vlen: false,
    littleEndian: true,
    total_size: shape.reduce((product, length) => product * length, 1),
    ...more,
  } as unknown as WriteMetadata
}

const encoded = (metadata: WriteMetadata, bytes: Uint8Array): EncodedValue => ({
  metadata,
  bytes,
  strings: null,
  isBoolean: false,
})

const bytesOf = (values: ArrayBufferView): Uint8Array =>
  new Uint8Array(values.buffer, values.byteOffset, values.byteLength)
