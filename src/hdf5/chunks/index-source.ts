import type { ByteSource } from '../../byte-sources/byte-source.ts'
import type { FileLayout } from '../superblock.ts'

/** A file, and how an index that lies in it is read. */
export interface IndexSource {
  readonly file: ByteSource
  readonly layout: FileLayout
  /** chunks along each dimension */
  readonly grid: readonly number[]
  /** the same when the dataset has grown as far as it may; Infinity: without end */
  readonly largestGrid: readonly number[]
  /** entries along each dimension of a chunk */
  readonly chunk: readonly number[]
  /** of a chunk that no filter went over */
  readonly plainBytes: number
  readonly isFiltered: boolean
  /** makes the error of an index that is damaged */
  readonly fail: (cause: string) => Error
}
