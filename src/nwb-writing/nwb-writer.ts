import { createHash } from 'node:crypto'
import {
  type Attributes,
  type DatasetValue,
  int64,
  type Matrix,
  reference,
} from './hdf5-bytes/hdf5-values.ts'
import { Hdf5Writer } from './hdf5-bytes/hdf5-writer.ts'

export type NeurodataType = readonly [namespace: string, name: string]

export interface Column {
  readonly name: string
  readonly description: string
  readonly value: DatasetValue
  /** of a ragged column: where each row's entries end */
  readonly ends?: BigInt64Array
  readonly attributes?: Attributes
}

export interface Table {
  readonly type: NeurodataType
  readonly description: string
  readonly ids: BigInt64Array | BigUint64Array
  /** in the order of `colnames` */
  readonly columns: readonly Column[]
}

export interface Series {
  readonly data: Float64Array | Matrix
  readonly unit: string
  /** seconds; or the path of another series that has the same */
  readonly timestamps: Float64Array | string
}

/**
 * How the ends of ragged rows are written. The schema wants unsigned numbers and a description;
 * the public files have neither.
 */
export type IndexLayout = 'schema' | 'public files'

/** Writes the objects NWB files are made of. Their ids follow from the seed and the path. */
export class NwbWriter {
  readonly hdf5: Hdf5Writer
  readonly #seed: string
  readonly #indexLayout: IndexLayout

  static async open(seed: string, indexLayout: IndexLayout): Promise<NwbWriter> {
    return new NwbWriter(await Hdf5Writer.open(), seed, indexLayout)
  }

  private constructor(hdf5: Hdf5Writer, seed: string, indexLayout: IndexLayout) {
    this.hdf5 = hdf5
    this.#seed = seed
    this.#indexLayout = indexLayout
  }

  /** What every object says of itself. */
  identity([namespace, name]: NeurodataType, path: string): Attributes {
    return { namespace, neurodata_type: name, object_id: this.#objectId(path) }
  }

  object(path: string, type: NeurodataType, attributes: Attributes = {}): void {
    this.hdf5.group(path, { ...attributes, ...this.identity(type, path) })
  }

  processingModule(name: string, description: string): string {
    const path = `/processing/${name}`
    this.object(path, ['core', 'ProcessingModule'], { description })
    return path
  }

  timeSeries(path: string, { data, unit, timestamps }: Series): void {
    this.object(path, ['core', 'TimeSeries'], {
      comments: 'no comments',
      description: 'no description',
    })
    this.hdf5.dataset(`${path}/data`, data, { conversion: 1, resolution: -1, unit })
    if (typeof timestamps === 'string') {
      this.hdf5.softLink(`${path}/timestamps`, `${timestamps}/timestamps`)
    } else {
      this.hdf5.dataset(`${path}/timestamps`, timestamps, { interval: 1n, unit: 'seconds' })
    }
  }

  table(path: string, { type, description, ids, columns }: Table): void {
    const colnames = columns.map(({ name }) => name)
    this.object(path, type, { colnames, description })
    this.#typed(`${path}/id`, 'ElementIdentifiers', ids)
    for (const { name, description, value, ends, attributes } of columns) {
      this.#typed(`${path}/${name}`, 'VectorData', value, { ...attributes, description })
      if (ends) this.#index(`${path}/${name}`, ends)
    }
  }

  #index(path: string, ends: BigInt64Array): void {
    const target = reference(path)
    if (this.#indexLayout === 'public files') {
      this.#typed(`${path}_index`, 'VectorIndex', ends, { target })
      return
    }
    const description = 'where the entries of each row end'
    this.#typed(`${path}_index`, 'VectorIndex', BigUint64Array.from(ends), { description, target })
  }

  #typed(path: string, type: string, value: DatasetValue, attributes: Attributes = {}): void {
    this.hdf5.dataset(path, value, { ...attributes, ...this.identity(['hdmf-common', type], path) })
  }

  /** A UUID of version 4 in its form, but the same in every run. */
  #objectId(path: string): string {
    const hash = createHash('sha256').update(`${this.#seed}${path}`).digest('hex')
    const parts = [hash.slice(0, 8), hash.slice(8, 12), `4${hash.slice(13, 16)}`]
    return [...parts, `a${hash.slice(17, 20)}`, hash.slice(20, 32)].join('-')
  }
}

/** Rows of one entry each. */
export const singleEntries = (rows: number): BigInt64Array =>
  int64(Array.from({ length: rows }, (_, i) => i + 1))

/** Where the entries of each row end, from how many it has. */
export function rowEnds(counts: readonly number[]): BigInt64Array {
  let end = 0
  return int64(counts.map((count) => (end += count)))
}

export const rowNumbers = (rows: number): BigInt64Array =>
  int64(Array.from({ length: rows }, (_, i) => i))
