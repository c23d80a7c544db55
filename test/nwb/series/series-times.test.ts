import { join } from 'node:path'
import type { Dataset } from 'h5wasm'
import { describe, expect, test } from 'vitest'
import type { SeriesId } from '../../../src/domain/series/series.ts'
import { SessionFile } from '../../../src/nwb/session-file.ts'
import { groupAt, temporaryFolder, writeNwb } from '../../support/recordings/write-nwb.ts'
import {
  type StoredSeriesContent,
  writeStoredSeries,
} from '../../support/recordings/write-stored-series.ts'

const folder = temporaryFolder()
const path = '/acquisition/events'
const stored: SeriesId = { name: 'stored', probeId: null, path }
const asStored = {
  channels: null,
  resampling: { method: 'none', samplesPerGroup: 1, pointsPerGroup: 1 },
  reduction: 'mean',
  masked: [],
} as const
let fileCount = 0

async function open(content: StoredSeriesContent, at = path): Promise<SessionFile> {
  const written = await writeNwb(join(folder, `times-${fileCount++}.nwb`), {
    edit: (file) => void writeStoredSeries(file, at, content),
  })
  return SessionFile.open(written)
}

/** Times and values in a window. */
function within(
  file: SessionFile,
  startTime = Number.NEGATIVE_INFINITY,
  stopTime = Number.POSITIVE_INFINITY,
) {
  const [window] = file.read('locateSamples', [{ series: stored, span: { startTime, stopTime } }])
  if (!window) return null
  const { runs } = window
  const [times, values] = file.read(
    'samples',
    ['time', 'values'].map((column) => ({ ...asStored, series: stored, runs, column })),
  ) as [Float64Array, Float64Array]
  expect(times.length).toBe(window.count)
  return { times: [...times], values: [...values] }
}

const layouts = [{}, { chunkLength: 3 }, { chunkLength: 100 }]

describe('a window of a series', () => {
  test.each(layouts)(
    'whose times are out of order holds all samples in it and no other, in order of the file (%o)',
    async (layout) => {
      const timestamps = [10, 13, 11, 17, 12, 19, 14]
      const file = await open({ data: [0, 1, 2, 3, 4, 5, 6], timestamps, ...layout })
      expect(within(file, 11, 14)).toEqual({ times: [13, 11, 12, 14], values: [1, 2, 4, 6] })
      expect(within(file, 12, 12.5)).toEqual({ times: [12], values: [4] })
      expect(within(file, 18)).toEqual({ times: [19], values: [5] })
      expect(within(file, 14.5, 16)).toEqual({ times: [], values: [] })
      expect(within(file)?.times).toEqual(timestamps)
      file.close()
    },
  )

  test.each(layouts)('does not hold a sample without a time (%o)', async (layout) => {
    const timestamps = [20, 21, Number.NaN, 23, 24, 25, 26]
    const file = await open({ data: [0, 1, 2, 3, 4, 5, 6], timestamps, ...layout })
    expect(within(file, 21, 24)).toEqual({ times: [21, 23, 24], values: [1, 3, 4] })
    expect(within(file, 21.5)).toEqual({ times: [23, 24, 25, 26], values: [3, 4, 5, 6] })
    expect(within(file, undefined, 23)).toEqual({ times: [20, 21, 23], values: [0, 1, 3] })
    expect(within(file)?.times).toEqual(timestamps)
    file.close()
  })

  test('of times that run backwards, or are all the same, is right', async () => {
    const backwards = await open({ data: [0, 1, 2, 3], timestamps: [4, 3, 2, 1] })
    expect(within(backwards, 2, 3)).toEqual({ times: [3, 2], values: [1, 2] })
    backwards.close()
    const same = await open({ data: [0, 1, 2, 3], timestamps: [5, 5, 5, 5] })
    expect(within(same, 5, 5)?.values).toEqual([0, 1, 2, 3])
    expect(within(same, 5.5, 9)?.values).toEqual([])
    same.close()
  })

  test('of each channel is masked by the times of its own samples', async () => {
    const file = await open({ data: [0, 1, 2, 3, 4], timestamps: [10, 13, 11, 17, 12] })
    const span = { startTime: 11, stopTime: 13 }
    const [window] = file.read('locateSamples', [{ series: stored, span }])
    const masked = [{ startTime: 11.5, stopTime: 12.5 }]
    const runs = window?.runs ?? []
    const [values] = file.read('samples', [
      { ...asStored, series: stored, column: 'values', runs, masked },
    ])
    expect(values).toEqual(Float64Array.of(1, 2, Number.NaN))
    file.close()
  })

  test('reads the times around both of its ends once', async () => {
    const data = Array.from({ length: 3 * 8192 }, (_, i) => i)
    const file = await open({ data, timestamps: data })
    const locate = (startTime: number, stopTime: number) => {
      const before = file.readCount
      const [window] = file.read('locateSamples', [
        { series: stored, span: { startTime, stopTime } },
      ])
      return { runs: window?.runs, reads: file.readCount - before }
    }
    locate(0, 1)
    // Of the third block: one time before it to find it from each end, and the block.
    expect(locate(17_000, 17_500)).toEqual({ runs: [{ from: 17_000, count: 501 }], reads: 3 })
    file.close()
  })

  test('far apart in a large series is read in order', async () => {
    const count = 300_000
    const timestamps = Array.from({ length: count }, (_, i) => (i * 7919) % count)
    const data = timestamps.map((time) => 2 * time)
    const file = await open({ data, timestamps, chunkLength: 5000 })
    const found = within(file, 1000, 1999)
    expect(found?.times.length).toBe(1000)
    expect(found?.times).toEqual(timestamps.filter((time) => time >= 1000 && time <= 1999))
    expect(found?.values).toEqual(found?.times.map((time) => 2 * time))
    file.close()
  })
})

test('times in such disorder that a window has a million runs are refused', async () => {
  const times = new Float64Array(2_000_002)
  for (let i = 1; i < times.length; i += 2) times[i] = 1
  const layout = { chunks: [1 << 18], compression: 1 }
  const written = await writeNwb(join(folder, 'disordered.nwb'), {
    edit(file) {
      const group = groupAt(file, 'acquisition/events')
      group.create_dataset({ name: 'timestamps', data: times, ...layout })
      group.create_dataset({ name: 'data', data: new Int8Array(times.length), ...layout })
    },
  })
  const file = await SessionFile.open(written)
  const span = { startTime: 1, stopTime: 2 }
  const disordered = expect.objectContaining({
    code: 'UNSUPPORTED_LAYOUT',
    detail: 'the times of /acquisition/events/data are too disordered to select a window',
  })
  expect(() => file.read('locateSamples', [{ series: stored, span }])).toThrow(disordered)
  const spectra = { series: stored, channels: [0], spans: [span], masked: [], segment: 1 }
  expect(() => file.read('sampleSpectra', [spectra])).toThrow(disordered)
  file.close()
})

describe('timestamps', () => {
  test.each([
    [
      [3, 1],
      [1, 2, 3],
    ],
    [
      [1, 3],
      [1, 2, 3],
    ],
    [
      [2, 3],
      [1, 2, 3, 1.5, 2.5, 3.5],
    ],
  ])('of shape %j are the starts of the samples', async (timesShape, timestamps) => {
    const file = await open({ data: [7, 8, 9], timestamps, timesShape })
    expect(within(file, 2, 9)).toEqual({ times: [2, 3], values: [8, 9] })
    file.close()
  })

  test('of another shape are refused, not guessed', async () => {
    const timestamps = [1, 1.5, 2, 2.5, 3, 3.5]
    const file = await open({ data: [7, 8, 9], timestamps, timesShape: [3, 2] })
    expect(() => within(file)).toThrow(
      expect.objectContaining({
        code: 'UNSUPPORTED_LAYOUT',
        detail: '/acquisition/events/timestamps has the shape [3, 2]; expected [3] or [2, 3]',
      }),
    )
    file.close()
  })

  test('of running speed in a matrix hold both its starts and its ends, as in the files of 2019', async () => {
    const content = { data: [5, 6, 7], timestamps: [1, 2, 3, 1.9, 2.9, 3.9], timesShape: [2, 3] }
    const file = await open(content, '/processing/running/running_speed')
    const series = { name: 'runningSpeed', probeId: null } as const
    const [window] = file.read('locateSamples', [{ series, span: { startTime: 2, stopTime: 9 } }])
    expect(window?.columns).toEqual(['velocity', 'endTime'])
    const runs = window?.runs ?? []
    const columns = ['time', 'endTime', 'velocity']
    expect(
      file.read(
        'samples',
        columns.map((column) => ({ ...asStored, series, column, runs })),
      ),
    ).toEqual([Float64Array.of(2, 3), Float64Array.of(2.9, 3.9), Float64Array.of(6, 7)])
    file.close()
  })

  test.each([
    [[1, 3], [1, 2, 3], 3],
    // One below the other, of two samples: not when each of them started and stopped.
    [[2, 1], [1, 2], 2],
    [[3], [1, 2, 3], 3],
  ])('of running speed in the shape %j hold no ends', async (timesShape, timestamps, count) => {
    const data = [5, 6, 7].slice(0, count)
    const place = '/processing/running/running_speed'
    const file = await open({ data, timestamps, timesShape }, place)
    const series = { name: 'runningSpeed', probeId: null } as const
    const span = { startTime: 2, stopTime: 9 }
    expect(file.read('locateSamples', [{ series, span }])).toMatchObject([
      { runs: [{ from: 1, count: count - 1 }], columns: ['velocity'] },
    ])
    file.close()
  })

  test('of one sample in two rows hold its start and its end', async () => {
    const content = { data: [5], timestamps: [1, 1.5], timesShape: [2, 1] }
    const file = await open(content, '/processing/running/running_speed')
    const series = { name: 'runningSpeed', probeId: null } as const
    const runs = [{ from: 0, count: 1 }]
    const requests = ['time', 'endTime'].map((column) => ({ ...asStored, series, column, runs }))
    expect(file.read('samples', requests)).toEqual([Float64Array.of(1), Float64Array.of(1.5)])
    file.close()
  })

  test.each([
    [[1, 1, 3], '[1, 1, 3]'],
    [[3, 1, 1], '[3, 1, 1]'],
    [[], '[]'],
  ])('of the shape %j are refused', async (timesShape, shown) => {
    const timestamps = timesShape.length === 0 ? [1] : [1, 2, 3]
    const file = await open({ data: [7, 8, 9], timestamps, timesShape })
    const detail = `/acquisition/events/timestamps has the shape ${shown}; expected [3] or [2, 3]`
    expect(() => within(file)).toThrow(expect.objectContaining({ detail }))
    file.close()
  })

  test.each([
    [3, null, '3 with a rate of nothing'],
    [3, 0, '3 with a rate of 0'],
    [3, -1250, '3 with a rate of -1250'],
    [3, Number.NaN, '3 with a rate of NaN'],
    [3, Number.POSITIVE_INFINITY, '3 with a rate of Infinity'],
    [Number.NaN, 1250, 'NaN with a rate of 1250'],
  ])('that begin at %d s, with a rate of %d, are an error', async (start, rate, found) => {
    const written = await writeNwb(join(folder, `from ${start} at ${rate}.nwb`), {
      edit(file) {
        const group = writeStoredSeries(file, path, { data: [1, 2] })
        group.create_dataset({ name: 'starting_time', data: Float64Array.of(start), shape: [] })
        const startingTime = group.get('starting_time') as Dataset
        startingTime.create_attribute('unit', 'seconds')
        if (rate !== null) startingTime.create_attribute('rate', rate)
      },
    })
    const file = await SessionFile.open(written)
    expect(() => within(file)).toThrow(
      expect.objectContaining({
        code: 'UNSUPPORTED_LAYOUT',
        detail: `/acquisition/events/starting_time is ${found}; both must be finite, and the rate above 0`,
      }),
    )
    file.close()
  })
})
