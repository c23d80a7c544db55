// One matrix of spike counts as a file.
import type { CountMatrix } from '../../domain/counting/count-matrix.ts'
import { toSparse } from '../../domain/counting/matrix-statistics.ts'
import type { StimulusEpoch } from '../../domain/session/session-tables.ts'
import type { FileBytes, FileFormat } from '../file-format.ts'
import { alongDimension } from '../labelled-arrays.ts'
import { wholeArray } from '../numpy/dtype.ts'
import { describeArrays, withFreeNames } from '../numpy/labelled-npz.ts'
import { type NdArray, npyParts, scalar, vector } from '../numpy/npy.ts'
import { npyPath } from '../numpy/npz.ts'
import { zipMember, zipPieces } from '../zip/zip.ts'
import type { LabelledMatrix } from './labelled-matrix.ts'
import { matrixCsv } from './matrix-csv.ts'

/** Formats of one matrix, the usual one first. */
export const matrixFormats = ['npy', 'npz', 'arrow', 'csv', 'csr'] as const satisfies FileFormat[]

/** A matrix as a file. */
export async function encodeMatrixFile(
  format: FileFormat,
  matrix: LabelledMatrix,
): Promise<FileBytes> {
  switch (format) {
    case 'npz':
      return { parts: npzParts(matrixArrays(matrix)) }
    case 'arrow':
      return { parts: await (await import('./matrix-arrow.ts')).matrixArrow(matrix) }
    case 'csv':
      return { pieces: matrixCsv(matrix) }
    case 'csr':
      return { parts: npzParts(await sparseArrays(matrix)) }
    case 'npy':
      return { parts: arrayParts(countsArray(matrix.matrix)) }
    default:
      throw new RangeError(`A matrix is not written as ${format}.`)
  }
}

export function arrayParts(array: NdArray): Uint8Array[] {
  const { header, cells } = npyParts(array)
  return [header, cells]
}

/**
 * An .npz of arrays in memory, stored as they are: numpy reads it without
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

function* matrixArrays(labelled: LabelledMatrix): Generator<[string, NdArray]> {
  const { matrix, labels } = labelled
  const { epoch, binSize } = labels
  const attributes: [string, string | number | bigint][] = [
    ['start', labels.start],
    ['stop', labels.stop],
    ['bin_size', binSize],
    ['area', labels.area ?? ''],
    ['session_id', labels.sessionId],
    ['file_version', labels.fileVersion],
    ...(epoch ? epochAttributes(epoch) : []),
  ]
  const names = ['counts', ...attributes.map(([name]) => name)]
  const coordinates = withFreeNames(matrixCoordinates(labelled), names)
  yield ['counts', countsArray(matrix)]
  for (const { name, shape, data } of coordinates) yield [name, { shape, data }]
  for (const [name, value] of attributes) {
    const isWhole = typeof value === 'bigint'
    yield [name, isWhole ? { shape: [], data: BigInt64Array.of(value) } : scalar(value)]
  }
  yield [
    'xarray',
    describeArrays({
      coordinates,
      variables: [{ name: 'counts', dims: ['bin', 'unit'] }],
      attributes: attributes.map(([name, value]) => [
        name,
        typeof value === 'bigint' ? Number(value) : value,
      ]),
    }),
  ]
}

function matrixCoordinates({ matrix, unitIds, unitColumns = [], labels }: LabelledMatrix) {
  const seconds = { unit: 's' }
  const edges = binEdges(matrix.binCount, labels.binSize)
  return [
    alongDimension('unit', 'unit_ids', wholeArray(unitIds)),
    ...unitColumns,
    alongDimension('bin', 'bin_start', edges.slice(0, -1), seconds),
    alongDimension('edge', 'bin_edges', edges, seconds),
  ]
}

function epochAttributes(epoch: StimulusEpoch): [string, string | number | bigint][] {
  return [
    ['epoch_index', BigInt(epoch.index)],
    ['epoch_stimulus_name', epoch.stimulusName],
    ['epoch_start_time', epoch.startTime],
  ]
}

/** Seconds from the window's start. */
function binEdges(binCount: number, binSize: number): Float64Array {
  const edges = new Float64Array(binCount + 1)
  for (let edge = 0; edge <= binCount; edge++) edges[edge] = edge * binSize
  return edges
}

/** What `scipy.sparse.save_npz` writes of a csr_matrix. */
async function sparseArrays({ matrix, unitIds }: LabelledMatrix): Promise<[string, NdArray][]> {
  const { indptr, indices, data } = await toSparse(matrix)
  return [
    ['indices', vector(indices)],
    ['indptr', vector(indptr)],
    ['format', scalar('csr')],
    ['shape', vector(BigInt64Array.of(BigInt(matrix.binCount), BigInt(matrix.unitCount)))],
    ['data', vector(data)],
    ['unit_ids', vector(wholeArray(unitIds))],
  ]
}
