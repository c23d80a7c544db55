// The notebook's dataset as files for numpy: one matrix for each epoch and area, and the
// tables that say what they are.

import { areaAlias } from '../../domain/areas/area-names.ts'
import type { CountMatrix } from '../../domain/counting/count-matrix.ts'
import {
  areaKey,
  type DatasetArea,
  type DatasetEpoch,
  type DatasetPlan,
} from '../../domain/counting/dataset.ts'
import { pickExact } from '../../domain/numeric/exact-numbers.ts'
import type { SessionTables } from '../../domain/session/session-tables.ts'
import { inFullBlocks } from '../blocks.ts'
import { alongDimension } from '../labelled-arrays.ts'
import { convertCounts, type Dtype, wholeArray } from '../numpy/dtype.ts'
import { describeArrays, withFreeNames } from '../numpy/labelled-npz.ts'
import { type NdArray, scalar } from '../numpy/npy.ts'
import { encodeNpz, memberPieces, type NpzMember } from '../numpy/npz.ts'
import { encodePickle, type PickledArray } from '../numpy/pickle.ts'
import { unitColumnArrays } from '../unit-columns.ts'
import { ZipRecords } from '../zip/zip-records.ts'

/** What a dataset's matrices are, before one of them is counted. */
export interface PlannedDataset {
  readonly tables: SessionTables
  readonly plan: DatasetPlan
  /** what was requested, to be kept with the numbers */
  readonly parameters: object
}

export interface CountedEpoch extends DatasetEpoch {
  readonly matrix: CountMatrix
}

/** A dataset whose matrices are requested one after the other, while the file is written. */
export interface Dataset extends PlannedDataset {
  /** the area's matrices, one per epoch of the plan */
  readonly count: (area: DatasetArea) => AsyncIterable<CountedEpoch>
}

/**
 * `np.load(file)['1__VISp']`: counts of epoch 1 in area VISp, shape [bins, units]; and the
 * tables that say what they are.
 */
export function datasetNpz(dataset: Dataset, dtype: Dtype | null): AsyncGenerator<Uint8Array> {
  return encodeNpz(npzMembers(dataset, dtype))
}

/** The arrays of the file, in order; matrices are counted when they are requested. */
export async function* npzMembers(
  dataset: Dataset,
  dtype: Dtype | null,
): AsyncGenerator<NpzMember> {
  for (const [name, array] of datasetTables(dataset)) yield { name, array }
  for (const area of dataset.plan.areas) {
    for await (const { epoch, matrix } of dataset.count(area)) {
      yield { name: datasetMatrixName(epoch, area), array: datasetMatrix(matrix, dtype) }
    }
  }
}

/**
 * All arrays of the file but the matrices, with their names, in order; the last one says what the
 * dimensions of all are.
 */
export function* datasetTables(planned: PlannedDataset): Generator<[name: string, array: NdArray]> {
  const { tables, plan, parameters } = planned
  const coordinates = [...epochArrays(plan), ...plan.areas.flatMap(unitArrays(tables))]
  yield ['parameters', scalar(JSON.stringify(parameters))]
  for (const { name, shape, data } of coordinates) yield [name, { shape, data }]
  const parameter = { name: 'parameters', dims: [] }
  const variables = plan.areas.flatMap((area) => plan.epochs.map(matrixLabels(plan, area)))
  yield [
    'xarray',
    describeArrays({ coordinates: [parameter, ...coordinates], variables, attributes: [] }),
  ]
}

/** Ids of an area's units, and the columns that a laboratory added to them. */
function unitArrays(tables: SessionTables) {
  return (area: DatasetArea) => {
    const key = areaKey(area)
    const ids = pickExact(tables.units.ids, area.unitRows)
    const columns = unitColumnArrays(tables, area.unitRows, unitDim(area))
    return [
      alongDimension(unitDim(area), `unit_ids__${key}`, wholeArray(ids)),
      ...withFreeNames(columns, ['unit_ids']).map((column) => ({
        ...column,
        name: `${column.name}__${key}`,
      })),
    ]
  }
}

const unitDim = (area: DatasetArea) => `unit__${areaKey(area)}`

/** Windows that differ in length have bins of their own. */
function matrixLabels({ epochs }: DatasetPlan, area: DatasetArea) {
  const isEven = new Set(epochs.map(({ bins }) => bins.count)).size <= 1
  return ({ epoch }: DatasetEpoch) => ({
    name: datasetMatrixName(epoch, area),
    dims: [isEven ? 'bin' : `bin__${epoch.index}`, unitDim(area)],
  })
}

/** Name of the matrix of an epoch and an area. */
export function datasetMatrixName({ index }: DatasetEpoch['epoch'], area: DatasetArea): string {
  return `${index}__${areaKey(area)}`
}

/** @param dtype null: uint16, or uint32 where a count needs it */
export function datasetMatrix(
  { binCount, unitCount, counts }: CountMatrix,
  dtype: Dtype | null,
): NdArray & PickledArray {
  // Counts come in the narrowest type that holds them.
  const type = dtype ?? (counts instanceof Uint32Array ? 'uint32' : 'uint16')
  return { shape: [binCount, unitCount], data: convertCounts(counts, type) }
}

/**
 * The bytes of an .npz of tables and of matrices in memory, block by block; matrices are converted
 * when their turn comes. Their cells are written to the same memory again and again: to take new
 * memory costs more than the conversion.
 */
export function npzBlocks(
  tables: Iterable<readonly [name: string, array: NdArray]>,
  matrices: Iterable<readonly [name: string, matrix: CountMatrix]>,
): Generator<Uint8Array> {
  return inFullBlocks(npzPieces(tables, matrices), BLOCK_BYTES)
}

/** A millisecond or two of work, and one call of the system when it is sent. */
const BLOCK_BYTES = 1 << 20

function* npzPieces(
  tables: Iterable<readonly [name: string, array: NdArray]>,
  matrices: Iterable<readonly [name: string, matrix: CountMatrix]>,
): Generator<Uint8Array> {
  const records = new ZipRecords()
  for (const [name, array] of tables) yield* memberPieces(records, name, array)
  let reused = new Uint16Array(0)
  for (const [name, { binCount, unitCount, counts }] of matrices) {
    if (reused.length < counts.length) reused = new Uint16Array(counts.length)
    const isNarrow = counts instanceof Uint8Array
    if (isNarrow) reused.set(counts)
    const data = isNarrow ? reused.subarray(0, counts.length) : counts
    yield* memberPieces(records, name, { shape: [binCount, unitCount], data })
  }
  yield records.end()
}

function epochArrays({ epochs }: DatasetPlan) {
  type Value = (epoch: DatasetEpoch) => number
  const floats = (name: string, value: Value, unit: { unit?: string } = {}) =>
    alongDimension('epoch', name, Float64Array.from(epochs, value), unit)
  const integers = (name: string, value: Value) =>
    alongDimension('epoch', name, BigInt64Array.from(epochs.map((epoch) => BigInt(value(epoch)))))
  const seconds = { unit: 's' }
  const names = epochs.map(({ epoch }) => epoch.stimulusName)
  return [
    integers('epoch_index', ({ epoch }) => epoch.index),
    alongDimension('epoch', 'epoch_stimulus_name', names),
    floats('epoch_block', ({ epoch }) => epoch.block ?? Number.NaN),
    floats('epoch_start_time', ({ epoch }) => epoch.startTime, seconds),
    floats('epoch_stop_time', ({ epoch }) => epoch.stopTime, seconds),
    floats('window_start', ({ bins }) => bins.start, seconds),
    integers('bin_count', ({ bins }) => bins.count),
    alongDimension('edge', 'bin_edges', binEdges(epochs), seconds),
  ]
}

/** Seconds from the window's start; of windows that differ in length, those of the longest. */
function binEdges(epochs: DatasetPlan['epochs']): Float64Array {
  const binCount = Math.max(...epochs.map(({ bins }) => bins.count))
  const size = epochs[0]?.bins.size ?? Number.NaN
  return Float64Array.from({ length: binCount + 1 }, (_, edge) => edge * size)
}

/**
 * `pickle.load(file)['V1'][0]`: counts of the first epoch in area V1, shape [bins, units]. Keys
 * are short names where an area has one. Signed by default, as numpy counts: differences of
 * unsigned counts would wrap around.
 */
export function datasetPickle(dataset: Dataset, dtype: Dtype | null): AsyncGenerator<Uint8Array> {
  const type = dtype ?? 'int64'
  const lists = dataset.plan.areas.map((area) => ({
    key: (area.acronym && areaAlias(area.acronym)) ?? areaKey(area),
    arrays: pickledArrays(dataset.count(area), type),
  }))
  return encodePickle(lists, type)
}

async function* pickledArrays(
  epochs: AsyncIterable<CountedEpoch>,
  dtype: Dtype,
): AsyncGenerator<PickledArray> {
  for await (const { matrix } of epochs) yield datasetMatrix(matrix, dtype)
}
