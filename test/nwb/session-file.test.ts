import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { cutIntoBins } from '../../src/domain/counting/bins.ts'
import { SessionFile } from '../../src/nwb/session-file.ts'
import {
  FIRST_ELECTRODE_ID,
  type TestRecording,
  temporaryFolder,
  writeNwb,
} from '../support/recordings/write-nwb.ts'

const folder = temporaryFolder()
let written = 0

async function open(recording: TestRecording): Promise<SessionFile> {
  return SessionFile.open(await writeNwb(join(folder, `${written++}.nwb`), recording))
}

const units = [
  { id: 11, spikes: [0.1, 0.2, 1.1], electrode: 1 },
  { id: 12, spikes: [], electrode: 0 },
  { id: 13, spikes: [0.05, 1.0, 1.9, 2.0], electrode: 0 },
]
/** 0 to 2 s in bins of 1 s, units 13, 12, 11 */
const request = {
  bins: cutIntoBins({ startTime: 0, stopTime: 2 }, 1),
  unitRows: Uint32Array.of(2, 1, 0),
}
const expected = { binCount: 2, unitCount: 3, counts: Uint8Array.of(1, 0, 2, 3, 0, 1) }

describe('spikes are the same in every layout', () => {
  test.each([
    ['contiguous', {}],
    ['chunked', { layout: { chunkLength: 2 } }],
    ['compressed', { layout: { chunkLength: 2, compression: 4 } }],
    ['latest file format', { libver: 'latest' as const }],
    ['index of int32', { indexType: '<i' as const }],
    ['index of uint8', { indexType: '<B' as const }],
    ['index of uint16', { indexType: '<H' as const }],
    ['index of uint32', { indexType: '<I' as const }],
    ['index of uint64', { indexType: '<Q' as const }],
  ])('%s', async (_, layout) => {
    const file = await open({ units, ...layout })
    expect(file.read('countSpikes', [request])).toEqual([expected])
    expect(
      file.read('spikeTimes', [{ unitRow: 2, span: { startTime: 1, stopTime: 1.9 } }]),
    ).toEqual([Float64Array.of(1, 1.9)])
    expect(file.load('spikeSpan')).toEqual({ startTime: 0.05, stopTime: 2 })
    file.close()
  })

  test('float32 times count as the float64 numbers they stand for', async () => {
    const file = await open({ units, layout: { dtype: '<f' } })
    // float32's 0.05 is 0.05000000074505806
    expect(file.load('spikeSpan')).toEqual({ startTime: 0.05000000074505806, stopTime: 2 })
    expect(file.read('countSpikes', [request])).toEqual([expected])
    file.close()
  })
})

test('the span of the spikes is not that of units without any, wherever they stand', async () => {
  const [none, some] = [
    { id: 1, spikes: [] },
    { id: 2, spikes: [1, 2] },
  ]
  for (const units of [
    [some, none],
    [none, some, none],
  ]) {
    const file = await open({ units })
    expect(file.load('spikeSpan')).toEqual({ startTime: 1, stopTime: 2 })
    file.close()
  }
  const silent = await open({ units: [none, { ...none, id: 3 }] })
  expect(silent.load('spikeSpan')).toBeNull()
  silent.close()
})

test('the span of the spikes is known where some times are missing, or out of order', async () => {
  const file = await open({
    units: [
      { id: 1, spikes: [Number.NaN, 1, 2] },
      { id: 2, spikes: [0.5, 3, Number.NaN] },
      { id: 3, spikes: [9, 4] },
    ],
  })
  expect(file.load('spikeSpan')).toEqual({ startTime: 0.5, stopTime: 9 })
  file.close()
})

test('warns of units whose spike times are out of order, or not numbers', async () => {
  const file = await open({
    units: [
      { id: 1, spikes: [0.5, 1, 2] },
      { id: 2, spikes: [0.5, 3, 1] },
      { id: 3, spikes: [] },
      { id: 4, spikes: [Number.NaN] },
    ],
  })
  expect(file.load('warnings')).toEqual([
    {
      code: 'SPIKES_OUT_OF_ORDER',
      path: '/units/spike_times',
      message: expect.stringContaining('in 2 of 4 units (the first is row 1)'),
    },
  ])
  const span = { startTime: -Infinity, stopTime: Infinity }
  expect(
    file.read(
      'spikeTimes',
      [1, 3].map((unitRow) => ({ unitRow, span })),
    ),
  ).toEqual([Float64Array.of(0.5, 1, 3), new Float64Array(0)])
  file.close()
})

describe('countSpikes', () => {
  test('sorts the spikes of a unit that are not in order', async () => {
    const file = await open({ units: [{ id: 1, spikes: [1.5, 0.5, 2, 0.25] }] })
    expect(file.read('countSpikes', [{ ...request, unitRows: Uint32Array.of(0) }])).toEqual([
      { binCount: 2, unitCount: 1, counts: Uint8Array.of(2, 2) },
    ])
    file.close()
  })

  test('reads neighbouring units once and together, however many matrices want them', async () => {
    const file = await open({ units })
    file.read('countSpikes', [request])
    const before = file.readCount
    file.read('countSpikes', [request, request, { ...request, unitRows: Uint32Array.of(0, 0) }])
    expect(file.readCount - before).toBe(1)
    file.close()
  })

  test('counts nothing in a window outside of the recording', async () => {
    const file = await open({ units })
    const bins = cutIntoBins({ startTime: -10, stopTime: -8 }, 1)
    expect(file.read('countSpikes', [{ ...request, bins }])[0]?.counts).toEqual(new Uint8Array(6))
    file.close()
  })

  test('gives a matrix without columns where no unit is asked', async () => {
    const file = await open({ units })
    expect(file.read('countSpikes', [{ ...request, unitRows: new Uint32Array(0) }])).toEqual([
      { binCount: 2, unitCount: 0, counts: new Uint8Array(0) },
    ])
    file.close()
  })

  test('stops when the caller gave up', async () => {
    const file = await open({ units })
    expect(() => file.read('countSpikes', [request], () => true)).toThrow(
      'The request was cancelled',
    )
    file.close()
  })
})

describe('spikeAmplitudes', () => {
  const everything = { startTime: -Infinity, stopTime: Infinity }
  const withAmplitudes = (amplitudes: number[], spikes: number[], end = amplitudes.length) =>
    open({
      units: [{ id: 1, spikes }],
      edit(_file, table) {
        table.create_dataset({ name: 'spike_amplitudes', data: amplitudes, dtype: '<d' })
        table.create_dataset({ name: 'spike_amplitudes_index', data: [end], dtype: '<q' })
      },
    })

  test('go with their spikes where these are not in order', async () => {
    const file = await withAmplitudes([15, 5, 20, 2], [1.5, 0.5, 2, 0.25])
    const spans = [everything, { startTime: 0.5, stopTime: 1.5 }]
    expect(
      file.read(
        'spikeAmplitudes',
        spans.map((span) => ({ unitRow: 0, span })),
      ),
    ).toEqual([Float64Array.of(2, 5, 15, 20), Float64Array.of(5, 15)])
    file.close()
  })

  test('that are not as many as the spikes are refused', async () => {
    const file = await withAmplitudes([1, 2, 3], [1, 2])
    expect(() => file.read('spikeAmplitudes', [{ unitRow: 0, span: everything }])).toThrow(
      'spike_amplitudes does not have one entry for every spike',
    )
    file.close()
  })
})

describe('meanWaveforms', () => {
  const units = [1, 2].map((id) => ({ id, spikes: [1] }))

  test.each([
    ['[units, samples]', [2, 3], 1, [4, 5, 6]],
    ['[units, samples, channels]', [2, 3, 2], 2, [7, 9, 11, 8, 10, 12]],
  ])("in NWB's own form %s", async (_, shape, rowCount, expected) => {
    const size = shape.reduce((product, length) => product * length)
    const file = await open({
      units,
      edit: (_file, table) =>
        table.create_dataset({
          name: 'waveform_mean',
          data: Float64Array.from({ length: size }, (_, i) => i + 1),
          shape,
        }),
    })
    expect(file.tables().units.waveforms).toEqual({
      rowCounts: Float64Array.of(rowCount, rowCount),
      sampleCount: 3,
    })
    const rows = Uint32Array.from({ length: rowCount }, (_, row) => row)
    expect(file.read('meanWaveforms', [{ unitRow: 1, rows }])).toEqual([
      Float64Array.from(expected),
    ])
    expect(file.read('meanWaveforms', [{ unitRow: 1, rows: new Uint32Array(0) }])).toEqual([
      new Float64Array(0),
    ])
    file.close()
  })

  test('are none where the file has no such column, or one of another form', async () => {
    const without = await open({ units })
    expect(without.tables().units).toMatchObject({ waveforms: null, hasSpikeAmplitudes: false })
    without.close()
    const other = await open({
      units,
      edit: (_file, table) => table.create_dataset({ name: 'waveform_mean', data: [1, 2] }),
    })
    expect(other.tables().units.waveforms).toBeNull()
    expect(() => other.read('meanWaveforms', [])).toThrow('no mean waveforms')
    other.close()
  })
})

describe('tables', () => {
  test('finds the peak channel by its id', async () => {
    const file = await open({ units })
    const tables = file.tables()
    expect([...tables.units.channelRows]).toEqual([1, 0, 0])
    expect(tables.units.areas).toEqual(['VISl', 'VISp', 'VISp'])
    expect([...tables.channels.ids]).toEqual([FIRST_ELECTRODE_ID, FIRST_ELECTRODE_ID + 1])
    expect([...tables.units.spikeCounts]).toEqual([3, 0, 4])
    file.close()
  })

  test('finds the peak channel by the standard column of electrodes', async () => {
    const file = await open({ units, peakChannel: 'electrodes' })
    expect([...file.tables().units.channelRows]).toEqual([1, 0, 0])
    file.close()
  })

  test('has no areas where the file has no electrodes', async () => {
    const file = await open({ units, peakChannel: 'none', locations: null })
    const tables = file.tables()
    expect(tables.channels).toMatchObject({ count: 0, areas: null, valid: null })
    expect(tables.units.areas).toEqual([null, null, null])
    file.close()
  })

  test('takes empty and None locations for outside of the brain', async () => {
    const file = await open({ units, locations: ['', 'None'] })
    expect(file.tables().channels.areas).toEqual([null, null])
    file.close()
  })

  test('gives null for a column that the file lacks', async () => {
    const file = await open({ units })
    expect(file.tables().units.metrics).toMatchObject({ snr: null, firingRate: null })
    expect(file.tables().channels.valid).toBeNull()
    file.close()
  })

  test('reads a column of empty texts as missing numbers', async () => {
    const file = await open({
      units,
      edit: (_file, table) => table.create_dataset({ name: 'snr', data: ['', '', ''] }),
    })
    expect(file.tables().units.metrics.snr).toEqual(Float64Array.of(NaN, NaN, NaN))
    file.close()
  })

  test('cuts epochs where the block changes, and masks what touches an invalid time', async () => {
    const file = await open({
      intervals: {
        gabors_presentations: {
          start: [0, 1, 2, 3],
          stop: [1, 2, 3, 4],
          name: ['gabors', 'gabors', 'gabors', 'gabors'],
          block: [0, 0, 0, 0],
        },
        spontaneous_presentations: { start: [4], stop: [9], name: ['spontaneous'] },
        invalid_times: { start: [2.2], stop: [2.4], tags: [['EcephysSession', '1', 'stimulus']] },
      },
    })
    expect(file.tables().epochs).toEqual([
      { index: 0, stimulusName: 'gabors', block: 0, startTime: 0, stopTime: 2 },
      { index: 1, stimulusName: 'invalid_presentation', block: null, startTime: 2, stopTime: 3 },
      { index: 2, stimulusName: 'gabors', block: 0, startTime: 3, stopTime: 4 },
      { index: 3, stimulusName: 'spontaneous', block: null, startTime: 4, stopTime: 9 },
    ])
    expect(file.tables().invalidTimes).toEqual([
      { startTime: 2.2, stopTime: 2.4, tags: ['EcephysSession', '1', 'stimulus'] },
    ])
    file.close()
  })

  test("takes another laboratory's tables as one epoch each, but each row of `epochs`", async () => {
    const file = await open({
      intervals: {
        trials: { start: [0, 1], stop: [1, 2] },
        epochs: { start: [10, 20], stop: [20, 30] },
      },
    })
    expect(
      file
        .tables()
        .epochs.map(({ stimulusName, startTime, stopTime }) => [stimulusName, startTime, stopTime]),
    ).toEqual([
      ['trials', 0, 2],
      ['epochs', 10, 20],
      ['epochs', 20, 30],
    ])
    file.close()
  })

  test('names every epoch, also where there are more than are read one by one', async () => {
    const rows = Array.from({ length: 300 }, (_, row) => row)
    const name = (row: number) => ['gabors', '', 'N/A', 'flashes'][row % 4]
    const file = await open({
      intervals: {
        blank_presentations: {
          start: rows.map((row) => row + 0.5),
          stop: rows.map((row) => row + 1),
          name: rows.map(name),
          block: rows,
        },
      },
    })
    const { epochs } = file.tables()
    expect(epochs).toHaveLength(300)
    expect(epochs.slice(0, 4).map(({ stimulusName }) => stimulusName)).toEqual([
      'gabors',
      'spontaneous',
      'spontaneous',
      'flashes',
    ])
    expect(epochs.slice(200, 204).map(({ stimulusName }) => stimulusName)).toEqual([
      'gabors',
      'spontaneous',
      'spontaneous',
      'flashes',
    ])
    expect(file.load('presentations').stimulusNames.values).toEqual([
      'gabors',
      'spontaneous',
      'flashes',
    ])
    file.close()
  })

  test('cuts epochs where the stimulus changes, in files that have no blocks', async () => {
    const file = await open({
      intervals: {
        show_presentations: {
          start: [0, 1, 2, 3],
          stop: [1, 2, 3, 4],
          name: ['ab', 'abc', 'abc', 'ab'],
        },
      },
    })
    expect(
      file.tables().epochs.map(({ stimulusName, stopTime }) => [stimulusName, stopTime]),
    ).toEqual([
      ['ab', 1],
      ['abc', 3],
      ['ab', 4],
    ])
    file.close()
  })
})
