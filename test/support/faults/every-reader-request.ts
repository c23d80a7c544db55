import { kernelWeights } from '../../../src/domain/analyses/rates/rate-kernel.ts'
import { slideBins } from '../../../src/domain/analyses/rates/sliding-counts.ts'
import { designResponses } from '../../../src/domain/analyses/responses/response-design.ts'
import { cutIntoBins } from '../../../src/domain/counting/bins.ts'
import { type SeriesId, type SeriesSpan, sliceRuns } from '../../../src/domain/series/series.ts'
import { groupsOf } from '../../../src/domain/stimuli/grouped-presentations.ts'
import type { SessionReader } from '../../../src/sessions/session-reader.ts'

const everything = { startTime: Number.NEGATIVE_INFINITY, stopTime: Number.POSITIVE_INFINITY }

const aroundStarts = {
  kind: 'edges',
  startTimes: Float64Array.of(0, 10, 20),
  edges: Float64Array.of(0, 1, 2, 3, 4),
  edgeRule: 'numpy',
} as const

/** A dataset that every recording has. */
const SPIKES = '/units/spike_times'

/** All rows, or the first of them, of a table. */
const rows = (count: number, most = 50) =>
  Uint32Array.from({ length: Math.min(count, most) }, (_, row) => row)

/** The first channel of the LFP of each probe that has one. */
async function lfpWindows(reader: SessionReader) {
  const { probes } = await reader.tables()
  const series = probes.map(({ id }): SeriesId => ({ name: 'lfp', probeId: id }))
  const located = await reader.read(
    'locateSamples',
    series.map((one) => ({ series: one, span: everything })),
  )
  return series
    .filter((_, i) => located[i] !== null)
    .map((one) => ({ series: one, channels: [0], spans: [everything], masked: [] }))
}

/** Responses to flashes; without a design where there are none. */
async function flashesOf(reader: SessionReader) {
  const tables = await reader.tables()
  const list = await reader.load('presentations')
  const conditions = await reader.load('stimulusConditions')
  const hasFlashes = list.stimulusNames.values.includes('flashes')
  return {
    unitRows: rows(tables.units.count),
    design: hasFlashes ? designResponses(list, conditions, 'flashes', ['flashes'], null) : null,
  }
}

/** Every request of a SessionReader, about all that the recording has. */
export const everyRequest: Readonly<Record<string, (reader: SessionReader) => Promise<unknown>>> = {
  tables: (reader) => reader.tables(),

  async countSpikes(reader) {
    const tables = await reader.tables()
    const unitRows = rows(tables.units.count)
    const windows = [
      { startTime: 0, stopTime: 40 },
      { startTime: 3, stopTime: 4 },
    ]
    return reader.read(
      'countSpikes',
      windows.map((window) => ({ bins: cutIntoBins(window, 0.5), unitRows })),
      { from: [tables] },
    )
  },

  async estimateSpikes(reader) {
    const unitRows = rows((await reader.tables()).units.count)
    const bins = cutIntoBins({ startTime: 3, stopTime: 4 }, 0.5)
    const estimates = await reader.read('estimateSpikes', [
      { name: 'countSpikes', requests: [{ bins, unitRows }] },
    ])
    // How many they are depends on where the file lies: a server sends whole pages.
    return estimates.map((bytes) => bytes > 0)
  },

  async alignSpikes(reader) {
    const tables = await reader.tables()
    const unitRows = rows(tables.units.count)
    const { startTimes, stopTimes } = await reader.load('presentations')
    const groups = groupsOf(new Int32Array(startTimes.length), 1)
    return reader.read('alignSpikes', [
      {
        kind: 'presentationStatistics',
        alignment: { kind: 'whole', startTimes, stopTimes },
        groups,
        perSecond: true,
        observation: null,
        unitRows,
      },
      { kind: 'spikes', alignment: { kind: 'whole', startTimes, stopTimes }, unitRows },
    ])
  },

  async responseMetrics(reader) {
    const { unitRows, design } = await flashesOf(reader)
    if (!design) return []
    const common = { speeds: null, positions: null, observation: null, unitRows }
    return reader.read('responseMetrics', [{ design, rule: 'allenSdk', ...common }])
  },

  async receptiveFields(reader) {
    const { unitRows, design } = await flashesOf(reader)
    if (!design) return []
    const { startTimes, stopTimes } = design
    const rows = Float64Array.of(0)
    const positions = { rows, columns: rows, cells: new Int32Array(startTimes.length) }
    const common = { rule: 'allenSdk' as const, observation: null, unitRows }
    return reader.read('receptiveFields', [{ positions, startTimes, stopTimes, ...common }])
  },

  async summarizeTrains(reader) {
    const unitRows = rows((await reader.tables()).units.count)
    return reader.read('summarizeTrains', [
      {
        kind: 'isiStatistics',
        unitRows,
        rows: [[everything]],
        observation: null,
      },
    ])
  },

  correlateSpikes: async (reader) =>
    reader.read('correlateSpikes', [
      {
        unitRows: rows((await reader.tables()).units.count, 5),
        pairing: { kind: 'within', pairs: 'all' },
        bins: { binSize: 0.01, lagCount: 3 },
        intervals: [{ startTime: 0, stopTime: 40 }],
        isBinned: false,
        share: null,
      },
    ]),

  correctForJitter: async (reader) =>
    reader.read('correctForJitter', [
      {
        unitRows: rows((await reader.tables()).units.count, 5),
        pairing: { kind: 'within', pairs: 'cross' },
        alignment: aroundStarts,
        rule: { lagCount: 1, windowBins: 2, minimumRate: 0 },
      },
    ]),

  tileSpikes: async (reader) =>
    reader.read('tileSpikes', [
      {
        unitRows: rows((await reader.tables()).units.count, 5),
        pairing: { kind: 'within', pairs: 'cross' },
        intervals: [{ startTime: 0, stopTime: 40 }],
        dt: 0.01,
      },
    ]),

  correlateCounts: async (reader) =>
    reader.read('correlateCounts', [
      {
        kind: 'total',
        unitRows: rows((await reader.tables()).units.count, 5),
        observation: null,
        bins: cutIntoBins({ startTime: 0, stopTime: 40 }, 0.5),
      },
    ]),

  smoothRates: async (reader) =>
    reader.read('smoothRates', [
      {
        unitRows: rows((await reader.tables()).units.count),
        bins: cutIntoBins({ startTime: 0, stopTime: 40 }, 0.5),
        kernel: kernelWeights({ kind: 'gaussian', deviation: 1 }, 0.5),
        observation: null,
      },
    ]),

  slideCounts: async (reader) =>
    reader.read('slideCounts', [
      {
        unitRows: rows((await reader.tables()).units.count),
        bins: slideBins(cutIntoBins({ startTime: 0, stopTime: 40 }, 0.5), 0.25),
      },
    ]),

  async spikeTimes(reader) {
    const { units } = await reader.tables()
    return reader.read(
      'spikeTimes',
      [...rows(units.count)].map((unitRow) => ({ unitRow, span: everything })),
    )
  },

  async spikeAmplitudes(reader) {
    const { units } = await reader.tables()
    if (!units.hasSpikeAmplitudes) return []
    return reader.read(
      'spikeAmplitudes',
      [...rows(units.count)].map((unitRow) => ({ unitRow, span: everything })),
    )
  },

  async meanWaveforms(reader) {
    const { waveforms, count } = (await reader.tables()).units
    if (!waveforms) return []
    return reader.read(
      'meanWaveforms',
      [...rows(count)].map((unitRow) => ({
        unitRow,
        rows: rows(waveforms.rowCounts[unitRow]),
      })),
    )
  },

  presentations: (reader) => reader.load('presentations'),

  stimulusConditions: (reader) => reader.load('stimulusConditions'),

  async presentationParameters(reader) {
    const { tableNumbers, tableRows } = await reader.load('presentations')
    return reader.read('presentationParameters', [{ tableNumbers, tableRows }])
  },

  intervalTables: (reader) => reader.load('intervalTables'),

  async intervalColumns(reader) {
    const tables = await reader.load('intervalTables')
    return reader.read(
      'intervalColumns',
      tables.flatMap(({ name, rowCount, columns }) =>
        columns.map((column) => ({
          table: name,
          column: column.name,
          from: 0,
          count: Math.min(rowCount, 50),
        })),
      ),
    )
  },

  async countTuning(reader) {
    const { units } = await reader.tables()
    const samples = {
      startTimes: Float64Array.of(0, 10),
      stopTimes: Float64Array.of(10, 20),
      bins: Int32Array.of(0, 1),
      durations: Float64Array.of(10, 10),
    }
    const unitRows = rows(units.count)
    return reader.read('countTuning', [{ samples, lookup: 'previous', binCount: 2, unitRows }])
  },

  fileObjects: async (reader) =>
    reader.read('fileObjects', [{ path: '/' }, { path: '/units' }, { path: SPIKES }]),

  fileMembers: async (reader) =>
    reader.read('fileMembers', [{ path: '/units', after: null, count: 50 }]),

  fileAttributes: async (reader) => reader.read('fileAttributes', [{ path: SPIKES, count: 50 }]),

  fileStorage: async (reader) => reader.read('fileStorage', [{ path: SPIKES }]),

  fileValues: async (reader) =>
    reader.read('fileValues', [{ path: SPIKES, start: [0], shape: [1], textLength: 100 }]),

  storedSeries: (reader) => reader.load('storedSeries'),

  async locateSamples(reader) {
    return reader.read('locateSamples', await allSeries(reader))
  },

  async alignedSamples(reader) {
    const windows = await lfpWindows(reader)
    const edges = Float64Array.of(0, 0.01, 0.02)
    return reader.read(
      'alignedSamples',
      windows.map((window) => ({ ...window, startTimes: Float64Array.of(20), edges })),
    )
  },

  async sampleStatistics(reader) {
    const windows = await lfpWindows(reader)
    const edges = Float64Array.of(0, 0.01, 0.02)
    const groups = groupsOf(Int32Array.of(0), 1)
    return reader.read(
      'sampleStatistics',
      windows.map((window) => ({ ...window, startTimes: Float64Array.of(20), edges, groups })),
    )
  },

  async spikeTriggeredSamples(reader) {
    const windows = await lfpWindows(reader)
    const spikeTimes = Float64Array.of(20.1)
    return reader.read(
      'spikeTriggeredSamples',
      windows.map((window) => ({ ...window, spikeTimes, before: 0.01, after: 0.01 })),
    )
  },

  async sampleSpectra(reader) {
    const windows = await lfpWindows(reader)
    return reader.read(
      'sampleSpectra',
      windows.map((window) => ({ ...window, segment: 0.01 })),
    )
  },

  async samples(reader) {
    const series = await allSeries(reader)
    const windows = await reader.read('locateSamples', series)
    return reader.read(
      'samples',
      series.flatMap(({ series: one }, i) => {
        const window = windows[i]
        if (!window) return []
        return ['time', ...window.columns].map((column) => ({
          series: one,
          column,
          channels: null,
          runs: sliceRuns(window.runs, 0, 200),
          resampling: { method: 'none' as const, samplesPerGroup: 1, pointsPerGroup: 1 },
          reduction: 'mean' as const,
          masked: [],
        }))
      }),
    )
  },

  async estimateSamples(reader) {
    const windows = await lfpWindows(reader)
    const spectra = windows.map((window) => ({
      name: 'sampleSpectra' as const,
      request: { ...window, segment: 0.01 },
    }))
    const estimates = await reader.read('estimateSamples', spectra)
    // How many they are depends on how the samples are stored.
    return estimates.map((bytes) => bytes > 0)
  },

  fileVersion: async (reader) => reader.load('fileVersion', { from: [await reader.tables()] }),

  spikeSpan: (reader) => reader.load('spikeSpan'),

  // The last, since it reads most of what the others do.
  warnings: (reader) => reader.load('warnings'),
}

async function allSeries(reader: SessionReader): Promise<SeriesSpan[]> {
  const named = (
    ['runningSpeed', 'rawRunning', 'eyeTracking', 'rawGaze', 'filteredGaze'] as const
  ).map((name): SeriesId => ({ name, probeId: null }))
  const stored = (await reader.load('storedSeries')).map(
    ({ path }): SeriesId => ({ name: 'stored', probeId: null, path }),
  )
  return [...named, ...stored].map((series) => ({ series, span: everything }))
}
