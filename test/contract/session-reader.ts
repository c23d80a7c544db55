import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cutIntoBins } from '../../src/domain/counting/bins.ts'
import type { SamplesRequest } from '../../src/domain/series/series.ts'
import { codedValue } from '../../src/domain/stimuli/coded-column.ts'
import { groupsOf } from '../../src/domain/stimuli/grouped-presentations.ts'
import { readRecordedSpan } from '../../src/sessions/recorded-span.ts'
import type { SessionReader } from '../../src/sessions/session-reader.ts'

/** What every reader under test holds: spikes of three units, and the epochs. */
export const contractUnits = [
  {
    id: 11,
    area: 'VISl',
    spikes: [0.1, 0.2, 1.1],
    amplitudes: [1, 2, 3],
    waveform: [
      [1, 2],
      [3, 4],
      [5, 6],
    ],
  },
  { id: 12, area: 'VISp', spikes: [], amplitudes: [], waveform: [] },
  {
    id: 13,
    area: 'VISp',
    spikes: [0.05, 1.0, 1.9, 2.0],
    amplitudes: [4, 5, 6, 7],
    waveform: [[7, 8]],
  },
] as const

export const contractEpochs = [
  { stimulusName: 'gabors', block: 0, startTime: 0, stopTime: 1 },
  { stimulusName: 'spontaneous', block: null, startTime: 1, stopTime: 3 },
] as const

/** What every reader under test warns of: a group among the intervals that is no table. */
export const contractWarnings = [
  {
    code: 'TABLE_LEFT_OUT',
    path: '/intervals/planned',
    message:
      '/intervals/planned is a group without the column id, which every NWB table must have, so it is not served. If it should be a table, write it again with pynwb or MatNWB.',
  },
] as const

/** Running speed without ends, and a local field potential of three channels. */
export const contractSeries = [
  { name: 'runningSpeed', times: [0, 1, 2, 3, 4], columns: { velocity: [1, 2, 3, 4, 9] } },
  {
    name: 'lfp',
    probeId: '7',
    times: [0, 0.5, 1, 1.5, 2],
    columns: { values: [0, 10, 20, 1, 11, 21, 2, 12, 22, 3, 13, 23, 4, 14, 24] },
    channelIds: [850, 851, 852],
  },
  {
    name: 'stored',
    path: '/acquisition/module/licks',
    times: [0.25, 0.5],
    columns: { values: [1, 2, 3, 4] },
  },
] as const

/** What every reader under test finds below these paths of its file, among other objects. */
export const contractFile = {
  '/scratch/note': {
    dtype: '|O',
    holds: 'text',
    shape: [2],
    values: ['a', 'b'],
    attributes: { description: 'two letters' },
  },
  '/units/id': { dtype: '<i8', holds: 'number', shape: [3], values: [11, 12, 13] },
} as const

const running = { name: 'runningSpeed', probeId: null } as const
const lfp = { name: 'lfp', probeId: '7' } as const

/** All samples of the running speed, as they are. */
const velocity: SamplesRequest = {
  series: running,
  column: 'velocity',
  channels: null,
  runs: [{ from: 0, count: 5 }],
  resampling: { method: 'none', samplesPerGroup: 1, pointsPerGroup: 1 },
  reduction: 'mean',
  masked: [],
}

/** Parameters of the presentation that the first epoch is; the second has none. */
export const contractParameters = { mask: 'circle', orientation: 45, size: [20, 10] } as const

const bins = cutIntoBins({ startTime: 0, stopTime: 2 }, 1)
const everything = { startTime: Number.NEGATIVE_INFINITY, stopTime: Number.POSITIVE_INFINITY }

/** The one suite that every SessionReader passes: over memory, over a file, over whatever comes. */
export function sessionReaderContract(
  name: string,
  open: () => Promise<{ reader: SessionReader; close: () => Promise<void> | void }>,
): void {
  describe(`${name} is a SessionReader`, () => {
    let reader: SessionReader
    let close: () => Promise<void> | void

    beforeAll(async () => {
      ;({ reader, close } = await open())
    })
    afterAll(() => close())

    test('tells the units, in order of the file', async () => {
      const { units } = await reader.tables()
      expect([...units.ids]).toEqual([11, 12, 13])
      expect(units.areas).toEqual(['VISl', 'VISp', 'VISp'])
      expect([...units.spikeCounts]).toEqual([3, 0, 4])
    })

    test('tells the epochs, in order of time', async () => {
      expect((await reader.tables()).epochs).toEqual([
        { index: 0, ...contractEpochs[0] },
        { index: 1, ...contractEpochs[1] },
      ])
    })

    test('warns of what the file holds and no answer does, whatever was asked before', async () => {
      expect(await reader.load('warnings')).toEqual(contractWarnings)
      await reader.load('presentations')
      expect(await reader.load('warnings')).toEqual(contractWarnings)
    })

    test('names what its file holds, the same each time', async () => {
      const version = await reader.load('fileVersion', { from: [await reader.tables()] })
      expect(version).toMatch(/^[0-9a-f]+$/)
      expect(await reader.load('fileVersion', { from: [await reader.tables()] })).toBe(version)
    })

    test('counts each matrix with its columns in the order asked', async () => {
      const matrices = await reader.read('countSpikes', [
        { bins, unitRows: Uint32Array.of(2, 1, 0) },
        { bins, unitRows: Uint32Array.of(0) },
      ])
      expect(matrices).toEqual([
        { binCount: 2, unitCount: 3, counts: Uint8Array.of(1, 0, 2, 3, 0, 1) },
        { binCount: 2, unitCount: 1, counts: Uint8Array.of(2, 1) },
      ])
    })

    test('counts the same unit in two columns twice', async () => {
      const [matrix] = await reader.read('countSpikes', [{ bins, unitRows: Uint32Array.of(0, 0) }])
      expect(matrix?.counts).toEqual(Uint8Array.of(2, 2, 1, 1))
    })

    test('estimates the bytes of a batch by the spikes of its units', async () => {
      const count = (...rows: number[]) =>
        ({ name: 'countSpikes', requests: [{ bins, unitRows: Uint32Array.from(rows) }] }) as const
      const span = { startTime: 0, stopTime: 2 }
      const [all, one, none, amplitudes] = await reader.read('estimateSpikes', [
        count(0, 1, 2),
        count(0),
        count(),
        { name: 'spikeAmplitudes', requests: [{ unitRow: 0, span }] },
      ])
      expect(one).toBeGreaterThanOrEqual(3 * 8)
      expect(all).toBeGreaterThanOrEqual(one as number)
      expect(none).toBe(0)
      expect(amplitudes).toBe(2 * (one as number))
    })

    test('gives a matrix of shape [bins, 0] for no units', async () => {
      const [matrix] = await reader.read('countSpikes', [{ bins, unitRows: new Uint32Array(0) }])
      expect(matrix).toEqual({ binCount: 2, unitCount: 0, counts: new Uint8Array(0) })
    })

    test('answers no question with no answer', async () => {
      expect(await reader.read('countSpikes', [])).toEqual([])
      expect(await reader.read('spikeTimes', [])).toEqual([])
      expect(await reader.read('spikeAmplitudes', [])).toEqual([])
      expect(await reader.read('meanWaveforms', [])).toEqual([])
      expect(await reader.read('alignSpikes', [])).toEqual([])
      expect(await reader.read('locateSamples', [])).toEqual([])
      expect(await reader.read('samples', [])).toEqual([])
    })

    test('gives spike times with both ends of the span included, in the order asked', async () => {
      expect(
        await reader.read('spikeTimes', [
          { unitRow: 2, span: { startTime: 1, stopTime: 1.9 } },
          { unitRow: 0, span: everything },
          { unitRow: 1, span: everything },
          { unitRow: 2, span: { startTime: 5, stopTime: 6 } },
        ]),
      ).toEqual([
        Float64Array.of(1, 1.9),
        Float64Array.of(0.1, 0.2, 1.1),
        new Float64Array(0),
        new Float64Array(0),
      ])
    })

    test('locates the samples in a span, both ends included', async () => {
      const [inner, all, none] = await reader.read('locateSamples', [
        { series: running, span: { startTime: 1, stopTime: 3 } },
        { series: running, span: everything },
        { series: running, span: { startTime: 3.5, stopTime: 3.9 } },
      ])
      expect(inner).toMatchObject({
        runs: [{ from: 1, count: 3 }],
        columns: ['velocity'],
        channelCount: 1,
      })
      expect(all).toMatchObject({ runs: [{ from: 0, count: 5 }] })
      expect(none).toMatchObject({ runs: [{ from: 4, count: 0 }] })
    })

    test('locates a series of a probe, with the ids of its channels', async () => {
      const [located] = await reader.read('locateSamples', [
        { series: lfp, span: { startTime: 0.5, stopTime: 1.4 } },
      ])
      expect(located).toMatchObject({
        runs: [{ from: 1, count: 2 }],
        columns: ['values'],
        channelCount: 3,
      })
      expect(located?.labels.channelIds).toEqual(['850', '851', '852'])
    })

    test('has no series that was not recorded', async () => {
      expect(
        await reader.read('locateSamples', [
          { series: { name: 'eyeTracking', probeId: null }, span: everything },
          { series: { name: 'lfp', probeId: '8' }, span: everything },
          { series: { name: 'lfp', probeId: '../7' }, span: everything },
          { series: { name: 'currentSourceDensity', probeId: '7' }, span: everything },
        ]),
      ).toEqual([null, null, null, null])
    })

    test('lists series of whatever kind by their paths, and gives them', async () => {
      const stored = await reader.load('storedSeries')
      const licks = { path: '/acquisition/module/licks', sampleCount: 2, channelCount: 2 }
      expect(stored.find(({ path }) => path === licks.path)).toMatchObject(licks)
      const series = { name: 'stored', probeId: null, path: licks.path } as const
      const [located] = await reader.read('locateSamples', [{ series, span: everything }])
      expect(located).toMatchObject({ runs: [{ from: 0, count: 2 }], channelCount: 2 })
      expect(
        await reader.read('samples', [
          {
            ...velocity,
            series,
            column: 'values',
            channels: [0, 1],
            runs: [{ from: 0, count: 2 }],
          },
        ]),
      ).toEqual([Float64Array.of(1, 2, 3, 4)])
    })

    test('gives samples as they are, or brought to points, in the order asked', async () => {
      const inPairs = { method: 'mean', samplesPerGroup: 2, pointsPerGroup: 1 } as const
      expect(
        await reader.read('samples', [
          velocity,
          { ...velocity, column: 'time', runs: [{ from: 1, count: 2 }] },
          { ...velocity, resampling: inPairs },
          { ...velocity, runs: [{ from: 2, count: 0 }] },
        ]),
      ).toEqual([
        Float64Array.of(1, 2, 3, 4, 9),
        Float64Array.of(1, 2),
        Float64Array.of(1.5, 3.5, 9),
        new Float64Array(0),
      ])
    })

    test('averages samples around events, over groups of them, and around spikes', async () => {
      await reader.read('locateSamples', [{ series: lfp, span: everything }])
      const masked = [{ startTime: 0.5, stopTime: 1 }]
      const windows = { series: lfp, channels: [0, 2], spans: [everything], masked }
      const around = {
        ...windows,
        startTimes: Float64Array.of(1.5, 0),
        edges: Float64Array.of(-1, 0, 0.5),
      }
      const { NaN: nan } = Number
      // Samples 0 to 4 at 0, 0.5, … 2 s; those at 0.5 and 1 s are masked.
      expect(await reader.read('alignedSamples', [around])).toEqual([
        Float64Array.of(nan, nan, 3.5, 23.5, nan, nan, 0, 20),
      ])
      const groups = groupsOf(Int32Array.of(0, 0), 1)
      const [statistics] = await reader.read('sampleStatistics', [{ ...around, groups }])
      expect(statistics.means).toEqual(Float64Array.of(nan, nan, 1.75, 21.75))
      expect(statistics.eventCounts).toEqual(Uint32Array.of(0, 0, 2, 2))
      const spikeTimes = Float64Array.of(0, 0.6, 1.6)
      const request = { ...windows, spikeTimes, before: 0, after: 0.5 }
      expect(await reader.read('spikeTriggeredSamples', [request])).toEqual([
        {
          times: Float64Array.of(0, 0.5),
          means: Float64Array.of(3, 23, 4, 24),
          usedSpikeCount: 1,
        },
      ])
    })

    test('gives power spectra of samples', async () => {
      await reader.read('locateSamples', [{ series: lfp, span: everything }])
      const windows = { series: lfp, channels: [1], spans: [everything], masked: [] }
      const [spectra] = await reader.read('sampleSpectra', [{ ...windows, segment: 1 }])
      expect(spectra.frequencies).toEqual(Float64Array.of(0, 1))
      expect(spectra.segmentCounts).toEqual(Uint32Array.of(4))
      // Two samples a step of 1 apart: (-0.5, 0.5) times Hann (0, 1), at 2 Hz
      expect(spectra.power).toEqual(Float64Array.of(0.125, 0.125))
    })

    test('gives some channels of a matrix, row by row, with masked times as missing', async () => {
      await reader.read('locateSamples', [{ series: lfp, span: everything }])
      const values = { ...velocity, series: lfp, column: 'values' }
      const masked = [{ startTime: 0.5, stopTime: 1 }]
      expect(
        await reader.read('samples', [
          { ...values, runs: [{ from: 3, count: 2 }] },
          { ...values, channels: [0, 2] },
          { ...values, channels: [1], masked },
        ]),
      ).toEqual([
        Float64Array.of(3, 13, 23, 4, 14, 24),
        Float64Array.of(0, 20, 1, 21, 2, 22, 3, 23, 4, 24),
        Float64Array.of(10, Number.NaN, Number.NaN, 13, 14),
      ])
    })

    test('tells the presentations, in order of start time', async () => {
      const list = await reader.load('presentations')
      expect(list.count).toBe(2)
      expect([...list.startTimes]).toEqual([0, 1])
      expect([...list.stopTimes]).toEqual([1, 3])
      expect([...list.blocks]).toEqual([0, Number.NaN])
      expect([...list.epochIndexes]).toEqual([0, 1])
      expect([0, 1].map((id) => codedValue(list.stimulusNames, id))).toEqual([
        'gabors',
        'spontaneous',
      ])
    })

    test('gives parameters of presentations in the order asked, also of none', async () => {
      const { tableNumbers, tableRows } = await reader.load('presentations')
      const none = { tableNumbers: new Int32Array(0), tableRows: new Int32Array(0) }
      const backwards = {
        tableNumbers: Int32Array.of(tableNumbers[1], tableNumbers[0]),
        tableRows: Int32Array.of(tableRows[1], tableRows[0]),
      }
      const all = await reader.read('presentationParameters', [none, backwards])
      const [, { table: parameters, first }] = all
      expect(
        parameters.columns.map((column) => [column.name, codedValue(column, first + 1)]),
      ).toEqual(Object.entries(contractParameters))
      expect(parameters.columns.map((column) => codedValue(column, first))).toEqual([
        null,
        null,
        null,
      ])
      const [{ table: nothing }] = await reader.read('presentationParameters', [none])
      expect(nothing).toEqual({ count: 0, columns: [] })
    })

    test('says what stands at a path of the file', async () => {
      const paths = ['/scratch', '/scratch/note', '/units/id', '/nowhere']
      const objects = await reader.read(
        'fileObjects',
        paths.map((path) => ({ path })),
      )
      const dataset = (object: { dtype: string; holds: string; shape: readonly number[] }) => {
        const { dtype, holds, shape } = object
        return { value: { kind: 'dataset', memberCount: null, elements: { dtype, holds, shape } } }
      }
      expect(objects).toMatchObject([
        { value: { kind: 'group', memberCount: 1, elements: null } },
        dataset(contractFile['/scratch/note']),
        dataset(contractFile['/units/id']),
        { value: null },
      ])
    })

    test('lists the members of a group, and the attributes of an object', async () => {
      const request = { path: '/scratch', count: 5 }
      const members = await reader.read('fileMembers', [
        { ...request, after: null },
        { ...request, after: { position: 0, id: 'note' } },
        { ...request, after: { position: 0, id: 'gone' } },
      ])
      expect(members).toEqual([
        { value: { from: 0, names: ['note'], totalCount: 1 } },
        { value: { from: 1, names: [], totalCount: 1 } },
        { value: null },
      ])
      const [attributes] = await reader.read('fileAttributes', [
        { path: '/scratch/note', count: 5 },
      ])
      const value = { value: 'two letters', isShortened: false }
      expect(attributes).toMatchObject({ value: [{ name: 'description', content: { value } }] })
    })

    test('gives blocks of datasets, in the order asked, and how they are stored', async () => {
      const block = { start: [0], shape: [2], textLength: 10 }
      const ids = { path: '/units/id', ...block }
      const note = { path: '/scratch/note', ...block }
      expect(await reader.read('fileValues', [{ ...ids, start: [1] }, note])).toEqual([
        { value: { values: [12, 13], shortenedCount: 0 } },
        { value: { values: ['a', 'b'], shortenedCount: 0 } },
      ])
      const [storage] = await reader.read('fileStorage', [{ path: '/units/id' }])
      expect(storage).toEqual({
        value: {
          layout: 'contiguous',
          chunkShape: null,
          filters: [],
          storedBytes: 24,
          chunkCount: null,
        },
      })
    })

    test('tells the conditions', async () => {
      const conditions = await reader.load('stimulusConditions')
      expect([...conditions.ofPresentations]).toEqual([0, 1])
      expect(conditions.stimulusNames).toEqual(['gabors', 'spontaneous'])
      expect(
        conditions.parameters.columns.map((column) => [column.name, codedValue(column, 0)]),
      ).toEqual(Object.entries(contractParameters))
    })

    test('gives the amplitudes of the same spikes, in the order asked', async () => {
      expect((await reader.tables()).units.hasSpikeAmplitudes).toBe(true)
      expect(
        await reader.read('spikeAmplitudes', [
          { unitRow: 2, span: { startTime: 1, stopTime: 1.9 } },
          { unitRow: 0, span: everything },
          { unitRow: 1, span: everything },
        ]),
      ).toEqual([Float64Array.of(5, 6), Float64Array.of(1, 2, 3), new Float64Array(0)])
    })

    test('gives the rows of mean waveforms that are asked, in the order asked', async () => {
      const { waveforms } = (await reader.tables()).units
      expect(waveforms).toEqual({ rowCounts: Float64Array.of(3, 0, 1), sampleCount: 2 })
      expect(
        await reader.read('meanWaveforms', [
          { unitRow: 2, rows: Uint32Array.of(0) },
          { unitRow: 0, rows: Uint32Array.of(0, 2) },
          { unitRow: 0, rows: Uint32Array.of(1, 2) },
          { unitRow: 1, rows: new Uint32Array(0) },
        ]),
      ).toEqual([
        Float64Array.of(7, 8),
        Float64Array.of(1, 2, 5, 6),
        Float64Array.of(3, 4, 5, 6),
        new Float64Array(0),
      ])
    })

    test('analyses trains, pairs and counts of units, each read once', async () => {
      const unitRows = Uint32Array.of(2, 0)
      const intervals = [{ startTime: 0, stopTime: 3 }]
      const bins = cutIntoBins({ startTime: 0, stopTime: 3 }, 1)
      const pairing = { kind: 'within', pairs: 'cross' } as const
      const around = {
        kind: 'edges',
        startTimes: Float64Array.of(0, 1),
        edges: Float64Array.of(0, 0.5, 1),
        edgeRule: 'halfOpen',
      } as const
      const trains = { unitRows, rows: [intervals], observation: null }
      expect(await reader.read('summarizeTrains', [{ kind: 'isiMedians', ...trains }])).toEqual([
        {
          name: 'isiMedians',
          value: { medians: Float64Array.of(1.9 - 1, (0.2 - 0.1 + (1.1 - 0.2)) / 2) },
        },
      ])
      expect(
        await reader.read('correlateSpikes', [
          {
            unitRows,
            pairing,
            bins: { binSize: 0.5, lagCount: 1 },
            intervals,
            isBinned: false,
            share: null,
          },
        ]),
      ).toEqual([
        {
          counts: Uint32Array.of(0, 3, 0),
          spikeCounts: Float64Array.of(4, 3),
          squares: Float64Array.of(0, 0),
        },
      ])
      expect(
        await reader.read('correctForJitter', [
          {
            unitRows,
            pairing,
            alignment: around,
            rule: { lagCount: 0, windowBins: 1, minimumRate: 0 },
          },
        ]),
      ).toEqual([{ corrected: Float64Array.of(0) }])
      expect(await reader.read('tileSpikes', [{ unitRows, pairing, intervals, dt: 3 }])).toEqual([
        { coefficients: Float64Array.of(1) },
      ])
      expect(
        await reader.read('correlateCounts', [
          { kind: 'total', unitRows, observation: null, bins },
        ]),
      ).toEqual([
        {
          coefficients: Float64Array.of(1, 0, 0, 1),
          sampleCounts: Uint32Array.of(3, 3, 3, 3),
        },
      ])
      const kernel = { before: 0, after: 0, weights: Float64Array.of(1) }
      expect(
        await reader.read('smoothRates', [{ unitRows, bins, kernel, observation: null }]),
      ).toEqual([{ rates: Float64Array.of(1, 2, 2, 1, 1, 0) }])
      expect(
        await reader.read('slideCounts', [
          { unitRows, bins: { start: 0, stop: 3, size: 2, stride: 1, count: 2 } },
        ]),
      ).toEqual([{ binCount: 2, unitCount: 2, counts: Uint8Array.of(3, 3, 3, 1) }])
    })

    test('gathers spikes around presentations: counts, statistics and the spikes', async () => {
      const startTimes = Float64Array.of(0, 1)
      const stopTimes = Float64Array.of(1, 2)
      const whole = { kind: 'whole', startTimes, stopTimes } as const
      const around = {
        kind: 'edges',
        startTimes,
        edges: Float64Array.of(0, 0.5, 1),
        edgeRule: 'halfOpen',
      } as const
      const groups = groupsOf(new Int32Array(2), 1)
      expect(
        await reader.read('alignSpikes', [
          { kind: 'counts', alignment: around, unitRows: Uint32Array.of(2, 0) },
          { kind: 'counts', alignment: whole, unitRows: Uint32Array.of(2) },
          {
            kind: 'binStatistics',
            alignment: around,
            groups,
            observation: null,
            unitRows: Uint32Array.of(0),
          },
          {
            kind: 'presentationStatistics',
            alignment: whole,
            groups,
            perSecond: false,
            observation: null,
            unitRows: Uint32Array.of(0, 1),
          },
          { kind: 'spikes', alignment: whole, unitRows: Uint32Array.of(0, 2) },
        ]),
      ).toEqual([
        { name: 'counts', value: { counts: Uint8Array.of(1, 2, 0, 0, 1, 1, 1, 0) } },
        { name: 'counts', value: { counts: Uint8Array.of(2, 2) } },
        {
          name: 'binStatistics',
          value: {
            spikeCounts: Float64Array.of(3, 0),
            means: Float64Array.of(1.5, 0),
            standardDeviations: Float64Array.of(Math.SQRT1_2, 0),
            presentationCounts: Uint32Array.of(2, 2),
          },
        },
        {
          name: 'presentationStatistics',
          value: {
            spikeCounts: Float64Array.of(3, 0),
            means: Float64Array.of(1.5, 0),
            standardDeviations: Float64Array.of(Math.SQRT1_2, 0),
            presentationCounts: Uint32Array.of(2, 2),
          },
        },
        {
          name: 'spikes',
          value: {
            spikeTimes: Float64Array.of(0.05, 0.1, 0.2, 1, 1.1, 1.9, 2),
            presentations: Int32Array.of(0, 0, 0, 0, 1, 1, 1),
            columns: Int32Array.of(1, 0, 0, 1, 0, 1, 1),
            timesSinceStart: Float64Array.of(0.05, 0.1, 0.2, 1, 1.1 - 1, 1.9 - 1, 1),
          },
        },
      ])
    })

    test('lists the tables of intervals, and gives rows of their columns', async () => {
      const tables = await reader.load('intervalTables')
      const table = tables.find(({ name }) => name === 'gabors_presentations')
      expect(table?.rowCount).toBe(1)
      expect(table?.columns).toContainEqual({
        name: 'orientation',
        description: null,
        kind: 'number',
      })
      const ofFirst = { table: 'gabors_presentations', from: 0, count: 1 }
      const columns = await reader.read('intervalColumns', [
        { ...ofFirst, column: 'start_time' },
        { ...ofFirst, column: 'orientation' },
        { ...ofFirst, column: 'orientation', count: 0 },
      ])
      expect(codedValue(columns[0], 0)).toBe(0)
      expect(codedValue(columns[1], 0)).toBe(45)
      expect(columns[2].codes).toHaveLength(0)
    })

    test('counts spikes in the bins of a signal', async () => {
      const samples = {
        startTimes: Float64Array.of(0, 1),
        stopTimes: Float64Array.of(1, 2),
        bins: Int32Array.of(1, 0),
        durations: Float64Array.of(1, 1),
      }
      const request = { samples, lookup: 'previous', binCount: 2 } as const
      const [counts] = await reader.read('countTuning', [
        { ...request, unitRows: Uint32Array.of(2, 0) },
      ])
      expect([...counts]).toEqual([2, 1, 1, 2])
    })

    test('tells from when to when it recorded', async () => {
      expect(await reader.load('spikeSpan')).toEqual({ startTime: 0.05, stopTime: 2 })
      const tables = await reader.tables()
      expect(await readRecordedSpan(reader, tables)).toEqual({ startTime: 0, stopTime: 3 })
    })
  })
}
