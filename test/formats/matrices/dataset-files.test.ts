import { buffer } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import {
  type DatasetArea,
  type DatasetEpoch,
  type DatasetPlan,
  planDataset,
} from '../../../src/domain/counting/dataset.ts'
import { everyUnit } from '../../../src/domain/units/unit-filter.ts'
import { areaCounter, chunks, countArea } from '../../../src/exports/dataset/count-area.ts'
import {
  type Dataset,
  datasetNpz,
  datasetPickle,
  npzBlocks,
} from '../../../src/formats/matrices/dataset-files.ts'
import { decodeNpy, type NdArray, scalar, vector } from '../../../src/formats/numpy/npy.ts'
import { MemoryReader } from '../../support/memory/memory-session.ts'
import { unzip } from '../../support/unzip.ts'

const reader = new MemoryReader({
  units: [
    { id: 11, area: 'VISp', spikes: [9.5, 10, 10.2, 11] },
    { id: 12, area: 'VISp', spikes: [21.5] },
    { id: 13, area: 'grey', spikes: [10] },
  ],
  epochs: [
    { stimulusName: 'gabors', block: 0, startTime: 10, stopTime: 12 },
    { stimulusName: 'spontaneous', block: null, startTime: 20, stopTime: 25 },
  ],
})

/** Two bins of one second around each epoch's start. */
async function dataset(): Promise<Dataset> {
  const tables = await reader.tables()
  const plan = planDataset(tables, {
    areas: ['V1', 'grey', 'RL'],
    missingAreas: 'empty',
    units: everyUnit,
    epochs: {},
    window: { before: 1, after: 1, binSize: 1 },
    span: null,
  })
  const { signal } = new AbortController()
  return {
    tables,
    plan,
    parameters: { sessionId: '1' },
    count: (area) => countArea(reader, area, plan.epochs, { signal }),
  }
}

describe('datasetNpz', () => {
  test('holds a matrix for each epoch and area, and what tells of them', async () => {
    const members = unzip(await buffer(datasetNpz(await dataset(), null)))
    const arrays = members.map(({ name, content }): [string, NdArray] => [name, decodeNpy(content)])
    expect(arrays).toEqual([
      ['parameters.npy', scalar('{"sessionId":"1"}')],
      ['epoch_index.npy', vector(BigInt64Array.of(0n, 1n))],
      ['epoch_stimulus_name.npy', vector(['gabors', 'spontaneous'])],
      ['epoch_block.npy', vector(Float64Array.of(0, Number.NaN))],
      ['epoch_start_time.npy', vector(Float64Array.of(10, 20))],
      ['epoch_stop_time.npy', vector(Float64Array.of(12, 25))],
      ['window_start.npy', vector(Float64Array.of(9, 19))],
      ['bin_count.npy', vector(BigInt64Array.of(2n, 2n))],
      ['bin_edges.npy', vector(Float64Array.of(0, 1, 2))],
      ['unit_ids__VISp.npy', vector(BigInt64Array.of(11n, 12n))],
      ['unit_ids__grey.npy', vector(BigInt64Array.of(13n))],
      ['unit_ids__VISrl.npy', vector(new BigInt64Array(0))],
      ['xarray.npy', expect.anything()],
      ['0__VISp.npy', { shape: [2, 2], data: Uint16Array.of(1, 0, 3, 0) }],
      ['1__VISp.npy', { shape: [2, 2], data: Uint16Array.of(0, 0, 0, 0) }],
      ['0__grey.npy', { shape: [2, 1], data: Uint16Array.of(0, 1) }],
      ['1__grey.npy', { shape: [2, 1], data: Uint16Array.of(0, 0) }],
      ['0__VISrl.npy', { shape: [2, 0], data: new Uint16Array(0) }],
      ['1__VISrl.npy', { shape: [2, 0], data: new Uint16Array(0) }],
    ])
  })

  test('says what the dimensions of its arrays are', async () => {
    const planned = await dataset()
    const described = async (plan: DatasetPlan) => {
      const members = unzip(await buffer(datasetNpz({ ...planned, plan }, null)))
      const text = members.find(({ name }) => name === 'xarray.npy')
      return JSON.parse(String(text && decodeNpy(text.content).data[0]))
    }
    const { coords, data_vars } = await described(planned.plan)
    expect(coords).toMatchObject({
      parameters: { dims: [] },
      epoch_start_time: { dims: ['epoch'], attrs: { units: 's' } },
      bin_edges: { dims: ['edge'] },
      unit_ids__grey: { dims: ['unit__grey'] },
    })
    expect(Object.keys(data_vars)).toHaveLength(6)
    expect(data_vars['1__VISp']).toEqual({ dims: ['bin', 'unit__VISp'], attrs: {} })

    // Windows of different lengths have bins of their own.
    const [first, second] = planned.plan.epochs as [DatasetEpoch, DatasetEpoch]
    const longer = { ...second, bins: { ...second.bins, stop: 22, count: 3 } }
    const [area] = planned.plan.areas as [DatasetArea]
    const ofArea = await described({ ...planned.plan, epochs: [first, longer], areas: [area] })
    expect(ofArea.data_vars['1__VISp'].dims).toEqual(['bin__1', 'unit__VISp'])
  })

  test('has the edges of its longest window, and none without windows', async () => {
    const planned = await dataset()
    const arraysOf = async (epochs: DatasetPlan['epochs']) => {
      const plan = { ...planned.plan, epochs, areas: [] }
      const members = unzip(await buffer(datasetNpz({ ...planned, plan }, null)))
      return new Map(members.map(({ name, content }) => [name, decodeNpy(content)]))
    }
    const [first, second] = planned.plan.epochs as [DatasetEpoch, DatasetEpoch]
    const longer = { ...second, bins: { ...second.bins, stop: 22, count: 3 } }
    const uneven = await arraysOf([first, longer])
    expect(uneven.get('bin_edges.npy')).toEqual(vector(Float64Array.of(0, 1, 2, 3)))
    expect(uneven.get('bin_count.npy')).toEqual(vector(BigInt64Array.of(2n, 3n)))
    const none = await arraysOf([])
    expect(none.get('bin_edges.npy')).toEqual(vector(new Float64Array(0)))
    expect(none.get('epoch_index.npy')).toEqual(vector(new BigInt64Array(0)))
  })

  test('holds the number type asked for', async () => {
    const members = unzip(await buffer(datasetNpz(await dataset(), 'float32')))
    const matrix = members.find(({ name }) => name === '0__VISp.npy')
    expect(matrix && decodeNpy(matrix.content).data).toEqual(Float32Array.of(1, 0, 3, 0))
  })

  test('holds uint32 where a count needs it', async () => {
    const spikes = Array.from({ length: 65_536 }, (_, i) => 10 + i / 1e6)
    const busy = new MemoryReader({ units: [{ id: 1, area: 'VISp', spikes }] })
    const bins = { start: 10, stop: 11, size: 1, count: 1 }
    const epoch = { index: 0, stimulusName: 'a', block: 0, startTime: 10, stopTime: 11 }
    const area = { acronym: 'VISp', isRecorded: true, unitRows: Uint32Array.of(0) }
    const plan = { areas: [area], epochs: [{ epoch, bins }] }
    const { signal } = new AbortController()
    const members = unzip(
      await buffer(
        datasetNpz(
          {
            tables: await busy.tables(),
            plan,
            parameters: {},
            count: () => countArea(busy, area, plan.epochs, { signal }),
          },
          null,
        ),
      ),
    )
    expect(decodeNpy(members.at(-1)?.content as Buffer).data).toEqual(Uint32Array.of(65_536))
  })
})

test('datasetPickle has short names for keys, where there are some', async () => {
  const bytes = (await buffer(datasetPickle(await dataset(), 'uint8'))).toString('latin1')
  expect(bytes).toContain('\x8c\x02V1](')
  expect(bytes).toContain('\x8c\x04grey](')
  expect(bytes).toContain('\x8c\x02RL](')
})

test('areaCounter counts all areas together, where memory allows, when one is asked for', async () => {
  const tables = await reader.tables()
  const plan = planDataset(tables, {
    areas: ['V1', 'grey'],
    missingAreas: 'empty',
    units: everyUnit,
    epochs: { stimulusNames: null, excludeStimulusNames: [] },
    window: { before: 0, after: 2, binSize: 1 },
    span: null,
  })
  const reads: number[] = []
  const counted = {
    read: (name: 'countSpikes', requests: Parameters<typeof reader.read<'countSpikes'>>[1]) => {
      reads.push(requests.length)
      return reader.read(name, requests)
    },
  } as unknown as typeof reader
  const count = areaCounter(counted, plan, {})
  const sums: number[] = []
  for (const area of plan.areas) {
    for await (const { matrix } of count(area))
      sums.push(Array.from(matrix.counts).reduce((a, b) => a + b))
  }
  expect(sums).toEqual([3, 1, 1, 0])
  expect(reads).toEqual([4])
})

describe('chunks', () => {
  const epochOf = (count: number) => ({
    epoch: { index: 0, stimulusName: 'a', block: 0, startTime: 0, stopTime: 1 },
    bins: { start: 0, stop: 1, size: 1, count },
  })
  const sizes = (counts: number[], unitCount: number) =>
    chunks(counts.map(epochOf), unitCount, 100).map((run) => run.map(({ bins }) => bins.count))

  test('fill up with whole epochs, in order', () => {
    expect(sizes([5, 5, 5, 2], 10)).toEqual([
      [5, 5],
      [5, 2],
    ])
  })

  test('give an epoch that is too large a run of its own', () => {
    expect(sizes([5, 20, 5], 10)).toEqual([[5], [20], [5]])
  })

  test('hold everything where there are no cells', () => {
    expect(sizes([1000, 1000], 0)).toEqual([[1000, 1000]])
  })
})

describe('npzBlocks', () => {
  const matrices = [
    ['wide', { binCount: 3, unitCount: 2, counts: Uint8Array.of(0, 255, 2, 3, 4, 5) }],
    ['narrow', { binCount: 1, unitCount: 2, counts: Uint8Array.of(6, 7) }],
    ['busy', { binCount: 1, unitCount: 1, counts: Uint16Array.of(65_535) }],
    ['busiest', { binCount: 1, unitCount: 1, counts: Uint32Array.of(65_536) }],
    ['empty', { binCount: 2, unitCount: 0, counts: new Uint8Array(0) }],
  ] as const

  test('holds tables, and matrices in uint16, or uint32 where a count needs it', () => {
    const file = Buffer.concat([...npzBlocks([['parameters', scalar('{}')]], matrices)])
    expect(unzip(file).map(({ name, content }) => [name, decodeNpy(content)])).toEqual([
      ['parameters.npy', scalar('{}')],
      ['wide.npy', { shape: [3, 2], data: Uint16Array.of(0, 255, 2, 3, 4, 5) }],
      ['narrow.npy', { shape: [1, 2], data: Uint16Array.of(6, 7) }],
      ['busy.npy', { shape: [1, 1], data: Uint16Array.of(65_535) }],
      ['busiest.npy', { shape: [1, 1], data: Uint32Array.of(65_536) }],
      ['empty.npy', { shape: [2, 0], data: new Uint16Array(0) }],
    ])
  })

  test('comes in blocks of a megabyte', () => {
    const large = { binCount: 1000, unitCount: 600, counts: new Uint8Array(600_000).fill(9) }
    const blocks = [...npzBlocks([], [['large', large]])]
    expect(blocks.map(({ length }) => length > 1 << 20)).toEqual([false, false])
    const [{ content }] = unzip(Buffer.concat(blocks))
    expect(decodeNpy(content).data).toEqual(new Uint16Array(600_000).fill(9))
  })
})
