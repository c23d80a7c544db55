// One matrix of spike counts as a file.
import type { CountMatrix } from '../domain/counting/count-matrix.ts'
import { toSparse } from '../domain/counting/matrix-statistics.ts'
import { wholeArray } from './dtype.ts'
import type { LabelledMatrix } from './labelled-matrix.ts'
import { matrixCsv } from './matrix-csv.ts'
import { type NdArray, npyParts, scalar, vector } from './npy.ts'
import { npyPath } from './npz.ts'
import { zipMember, zipPieces } from './zip.ts'

/**
 * The bytes of a file: parts at hand, whose length is known, or pieces
 * that are made while it is sent.
 */
export type FileBytes =
  | { readonly parts: readonly Uint8Array[] }
  | { readonly pieces: Iterable<Uint8Array> }

export interface MatrixFileKind {
  /** of the file's name, with the dot */
  readonly ending: string
  readonly mediaType: string
  /** whether its bytes are parts at hand */
  readonly hasLength: boolean
  readonly encode: (matrix: LabelledMatrix) => FileBytes | Promise<FileBytes>
}

/** How a matrix is written, by the format's name in the schema. */
export const matrixFileKinds = {
  NPY: {
    ending: '.npy',
    mediaType: 'application/octet-stream',
    hasLength: true,
    encode: ({ matrix }) => ({ parts: arrayParts(countsArray(matrix)) }),
  },
  NPZ: {
    ending: '.npz',
    mediaType: 'application/zip',
    hasLength: true,
    encode: (matrix) => ({ parts: npzParts(matrixArrays(matrix)) }),
  },
  ARROW: {
    ending: '.arrow',
    mediaType: 'application/vnd.apache.arrow.file',
    hasLength: true,
    encode: async (matrix) => ({
      parts: await (await import('./matrix-arrow.ts')).matrixArrow(matrix),
    }),
  },
  CSV: {
    ending: '.csv',
    mediaType: 'text/csv; charset=utf-8; header=present',
    hasLength: false,
    encode: (matrix) => ({ pieces: matrixCsv(matrix) }),
  },
  CSR: {
    ending: '.csr.npz',
    mediaType: 'application/zip',
    hasLength: true,
    encode: (matrix) => ({ parts: npzParts(sparseArrays(matrix)) }),
  },
} as const satisfies Record<string, MatrixFileKind>

export function arrayParts(array: NdArray): Uint8Array[] {
  const { header, cells } = npyParts(array)
  return [header, cells]
}

/**
 * An .npz of arrays that are at hand, stored as they are: numpy reads it without
 * inflating, and its length is known.
 */
export function npzParts(arrays: Iterable<readonly [name: string, array: NdArray]>): Uint8Array[] {
  const members = Array.from(arrays, ([name, array]) => zipMember(npyPath(name), arrayParts(array)))
  return [...zipPieces(members)]
}

export const countsArray = ({ binCount, unitCount, counts }: CountMatrix): NdArray => ({
  shape: [binCount, unitCount],
  data: counts,
})

function* matrixArrays({ matrix, unitIds, labels }: LabelledMatrix): Generator<[string, NdArray]> {
  const { epoch, binSize } = labels
  yield ['counts', countsArray(matrix)]
  yield ['unit_ids', vector(wholeArray(unitIds))]
  yield ['bin_edges', vector(binEdges(matrix.binCount, binSize))]
  yield ['start', scalar(labels.start)]
  yield ['stop', scalar(labels.stop)]
  yield ['bin_size', scalar(binSize)]
  yield ['area', scalar(labels.area ?? '')]
  yield ['session_id', scalar(labels.sessionId)]
  yield ['file_version', scalar(labels.fileVersion)]
  if (!epoch) return
  yield ['epoch_index', { shape: [], data: BigInt64Array.of(BigInt(epoch.index)) }]
  yield ['epoch_stimulus_name', scalar(epoch.stimulusName)]
  yield ['epoch_start_time', scalar(epoch.startTime)]
}

/** Seconds from the window's start. */
function binEdges(binCount: number, binSize: number): Float64Array {
  const edges = new Float64Array(binCount + 1)
  for (let edge = 0; edge <= binCount; edge++) edges[edge] = edge * binSize
  return edges
}

/** What `scipy.sparse.save_npz` writes of a csr_matrix. */
function* sparseArrays({ matrix, unitIds }: LabelledMatrix): Generator<[string, NdArray]> {
  const { indptr, indices, data } = toSparse(matrix)
  yield ['indices', vector(indices)]
  yield ['indptr', vector(indptr)]
  yield ['format', scalar('csr')]
  yield ['shape', vector(BigInt64Array.of(BigInt(matrix.binCount), BigInt(matrix.unitCount)))]
  yield ['data', vector(data)]
  yield ['unit_ids', vector(wholeArray(unitIds))]
}
