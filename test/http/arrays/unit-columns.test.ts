import { expect, test } from 'vitest'
import { decodeNpy, vector } from '../../../src/formats/numpy/npy.ts'
import { MemoryReader, type MemorySessionOptions } from '../../support/memory/memory-session.ts'
import { unzip } from '../../support/unzip.ts'
import { startArrays } from './array-server.ts'

/** Of a laboratory that says which cells its units are, and how deep; `counts` is a bad name. */
const session: MemorySessionOptions = {
  units: [
    { id: 11, area: 'VISp', spikes: [10, 10.5], columns: { cell_type: 'PV', depth: 350.5 } },
    { id: 12, area: 'VISl', spikes: [10.1], columns: { cell_type: 'SST', counts: 7 } },
    { id: 13, area: 'VISp', spikes: [10.2], columns: { depth: 120 } },
  ],
  epochs: [{ stimulusName: 'gabors', block: 0, startTime: 10, stopTime: 12 }],
}

async function served(fields: string) {
  const { sendQuery, bytes } = await startArrays({}, new MemoryReader(session))
  const { data, errors } = await sendQuery(fields)
  expect(errors).toBeUndefined()
  const arraysOf = async (href: string) =>
    Object.fromEntries(
      unzip(await bytes(href)).map(({ name, content }) => [
        name.replace('.npy', ''),
        decodeNpy(content),
      ]),
    )
  return { ...data.session, bytes, arraysOf }
}

const described = (array: { readonly data: ArrayLike<unknown> }) =>
  JSON.parse(String(array.data[0]))

test('columns of units lie along the units of an array, under names of their own', async () => {
  const { eventActivity, bytes, arraysOf } = await served(
    `eventActivity(events: { times: [10] }, after: 1, binSize: 0.5) {
       unitIds npz: href(format: NPZ) csv: href(format: CSV)
     }`,
  )
  expect(eventActivity.unitIds).toEqual(['11', '12', '13'])
  const arrays = await arraysOf(eventActivity.npz)
  expect(arrays).toMatchObject({
    counts: { shape: [1, 2, 3] },
    cell_type: vector(['PV', 'SST', '']),
    depth: vector(Float64Array.of(350.5, Number.NaN, 120)),
    unit_counts: vector(Float64Array.of(Number.NaN, 7, Number.NaN)),
  })
  expect(described(arrays.xarray).coords).toMatchObject({
    cell_type: { dims: ['unit'] },
    unit_counts: { dims: ['unit'] },
  })
  const [header] = (await bytes(eventActivity.csv)).toString().split('\n')
  expect(header).toBe('event_time,source_index,bin_start,bin_stop,11,12,13')
})

test('columns of units lie along the units of a matrix and of a dataset', async () => {
  const { binnedActivity, dataset, arraysOf } = await served(
    `binnedActivity(start: 10, stop: 12, binSize: 1, areas: ["V1"]) { href(format: NPZ) }
     dataset(areas: ["V1", "LM"], before: 0, after: 1, binSize: 1) { href }`,
  )
  const matrix = await arraysOf(binnedActivity[0].href)
  expect(matrix.depth).toEqual(vector(Float64Array.of(350.5, 120)))
  expect(described(matrix.xarray).coords.depth.dims).toEqual(['unit'])
  const arrays = await arraysOf(dataset.href)
  expect(arrays.cell_type__VISp).toEqual(vector(['PV', '']))
  expect(arrays.cell_type__VISl).toEqual(vector(['SST']))
  expect(described(arrays.xarray)).toMatchObject({
    coords: { depth__VISp: { dims: ['unit__VISp'] } },
    data_vars: { '0__VISp': { dims: ['bin', 'unit__VISp'] } },
  })
})

test('columns of units are metadata of a TsGroup', async () => {
  const { spikeTimesHref, arraysOf } = await served('spikeTimesHref')
  expect(await arraysOf(spikeTimesHref)).toMatchObject({
    keys: vector(BigInt64Array.of(11n, 12n, 13n)),
    cell_type: vector(['PV', 'SST', '']),
    counts: vector(Float64Array.of(Number.NaN, 7, Number.NaN)),
  })
})
