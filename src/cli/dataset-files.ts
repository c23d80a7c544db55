// The notebook's dataset as files for numpy. Matrices are asked for one after the other, while the file is written.
import { areaAlias } from '../domain/areas.ts'
import type { DatasetArea, DatasetPlan } from '../domain/dataset.ts'
import { largestCount } from '../domain/matrix-statistics.ts'
import type { SessionTables } from '../domain/session-tables.ts'
import { convertCounts, type Dtype } from '../wire/dtype.ts'
import { type NdArray, scalar, vector } from '../wire/npy.ts'
import { encodeNpz, type NpzMember } from '../wire/npz.ts'
import { encodePickle, type PickledArray } from '../wire/pickle.ts'
import type { CountedEpoch } from './count-dataset.ts'

export interface Dataset {
  readonly tables: SessionTables
  readonly plan: DatasetPlan
  /** what was asked, to be kept beside the numbers */
  readonly parameters: object
  /** the area's matrices, one an epoch of the plan */
  readonly count: (area: DatasetArea) => AsyncIterable<CountedEpoch>
}

/** `np.load(file)['1__VISp']`: counts of epoch 1 in area VISp, shape [bins, units]; and the tables that tell what they are. */
export function datasetNpz(dataset: Dataset, dtype: Dtype | null): AsyncGenerator<Uint8Array> {
  return encodeNpz(npzMembers(dataset, dtype))
}

async function* npzMembers(dataset: Dataset, dtype: Dtype | null): AsyncGenerator<NpzMember> {
  yield { name: 'parameters', array: scalar(JSON.stringify(dataset.parameters)) }
  yield* epochMembers(dataset.plan)
  for (const { acronym, unitRows } of dataset.plan.areas) {
    const ids = Array.from(unitRows, (row) => BigInt(dataset.tables.units.ids[row] as number))
    yield { name: `unit_ids__${acronym}`, array: vector(BigInt64Array.from(ids)) }
  }
  for (const area of dataset.plan.areas) {
    for await (const counted of dataset.count(area)) {
      yield { name: `${counted.epoch.index}__${area.acronym}`, array: toArray(counted, dtype) }
    }
  }
}

function* epochMembers({ epochs }: DatasetPlan): Generator<NpzMember> {
  const floats = (value: (epoch: (typeof epochs)[number]) => number) =>
    vector(Float64Array.from(epochs, value))
  const integers = (value: (epoch: (typeof epochs)[number]) => number) =>
    vector(BigInt64Array.from(epochs.map((epoch) => BigInt(value(epoch)))))
  yield { name: 'epoch_index', array: integers(({ epoch }) => epoch.index) }
  yield {
    name: 'epoch_stimulus_name',
    array: vector(epochs.map(({ epoch }) => epoch.stimulusName)),
  }
  yield { name: 'epoch_block', array: floats(({ epoch }) => epoch.block ?? Number.NaN) }
  yield { name: 'epoch_start_time', array: floats(({ epoch }) => epoch.startTime) }
  yield { name: 'epoch_stop_time', array: floats(({ epoch }) => epoch.stopTime) }
  yield { name: 'window_start', array: floats(({ bins }) => bins.start) }
  yield { name: 'bin_count', array: integers(({ bins }) => bins.count) }
  yield { name: 'bin_edges', array: vector(binEdges(epochs)) }
}

/** Seconds from the window's start; of windows that differ in length, those of the longest. */
function binEdges(epochs: DatasetPlan['epochs']): Float64Array {
  const binCount = Math.max(...epochs.map(({ bins }) => bins.count))
  const size = epochs[0]?.bins.size ?? Number.NaN
  return Float64Array.from({ length: binCount + 1 }, (_, edge) => edge * size)
}

/**
 * `pickle.load(file)['V1'][0]`: counts of the first epoch in area V1, shape [bins, units]. Keys are short names where an area
 * has one. Signed by default, as numpy counts: differences of unsigned counts would wrap around.
 */
export function datasetPickle(dataset: Dataset, dtype: Dtype | null): AsyncGenerator<Uint8Array> {
  const type = dtype ?? 'int64'
  const lists = dataset.plan.areas.map((area) => ({
    key: areaAlias(area.acronym) ?? area.acronym,
    arrays: pickledArrays(dataset.count(area), type),
  }))
  return encodePickle(lists, type)
}

async function* pickledArrays(
  epochs: AsyncIterable<CountedEpoch>,
  dtype: Dtype,
): AsyncGenerator<PickledArray> {
  for await (const counted of epochs) yield toArray(counted, dtype)
}

/** @param dtype null: uint16, or uint32 where a count needs it */
function toArray({ matrix }: CountedEpoch, dtype: Dtype | null): NdArray & PickledArray {
  const largest = largestCount(matrix)
  const type = dtype ?? (largest > 65_535 ? 'uint32' : 'uint16')
  const { binCount, unitCount, counts } = matrix
  return { shape: [binCount, unitCount], data: convertCounts(counts, largest, type) }
}
