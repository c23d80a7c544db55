import { mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Group, File as H5File } from 'h5wasm'
import { describe, expect, test } from 'vitest'
import type { SamplesRequest, SeriesSpan } from '../../../src/domain/series/series.ts'
import { SessionFile } from '../../../src/nwb/session-file.ts'
import { ReaderPool } from '../../../src/readers/pool/reader-pool.ts'
import { readerWorkerFile } from '../../support/built.ts'
import type { MemorySeries } from '../../support/memory/memory-series.ts'
import { temporaryFolder, writeNwb } from '../../support/recordings/write-nwb.ts'
import { writeSeries } from '../../support/recordings/write-series.ts'
import { writeStoredSeries } from '../../support/recordings/write-stored-series.ts'

const folder = temporaryFolder()
const running = { name: 'runningSpeed', probeId: null } as const
const everything = { startTime: Number.NEGATIVE_INFINITY, stopTime: Number.POSITIVE_INFINITY }

const velocity: SamplesRequest = {
  series: running,
  column: 'velocity',
  channels: null,
  runs: [{ from: 0, count: 3 }],
  resampling: { method: 'none', samplesPerGroup: 1, pointsPerGroup: 1 },
  reduction: 'mean',
  masked: [],
}

/** A file whose running speed is written by hand. */
async function open(name: string, write: (speed: Group, file: H5File) => void) {
  const path = await writeNwb(join(folder, name), {
    edit(file) {
      const running = file.create_group('processing').create_group('running')
      write(running.create_group('running_speed'), file)
    },
  })
  return SessionFile.open(path)
}

function locate(file: SessionFile, span: SeriesSpan['span'] = everything) {
  return file.read('locateSamples', [{ series: running, span }])[0]
}

describe('time series of a file', () => {
  test('are estimated by the samples that are wanted of them, in whole chunks', async () => {
    const times = Array.from({ length: 100 }, (_, i) => i)
    const series: MemorySeries = { name: 'runningSpeed', times, columns: { velocity: times } }
    const runs = [
      { from: 10, count: 5 },
      { from: 16, count: 2 },
    ]
    const estimates = await Promise.all(
      [undefined, { chunkLength: 7 }].map(async (layout, i) => {
        const path = await writeNwb(join(folder, `estimated-${i}.nwb`), {
          edit: (file) => writeSeries(file, series, layout),
        })
        const file = await SessionFile.open(path)
        return file.read('estimateSamples', [{ name: 'samples', request: { ...velocity, runs } }])
      }),
    )
    const [[plain], [chunked]] = estimates
    expect(plain).toBe(7 * 8)
    // The chunks from 7 and from 14 on, which are compressed: as much as two are on average.
    expect(chunked).toBeGreaterThan(0.3 * 2 * 7 * 8)
    expect(chunked).toBeLessThan(2 * 7 * 8)
  })

  test('are estimated by the channels that are wanted of them, and times by their number', async () => {
    const path = await writeNwb(join(folder, 'channels.nwb'), {
      edit(file) {
        const series = writeStoredSeries(file, '/acquisition/raw', {
          data: Array.from({ length: 12 }, (_, i) => i),
          channels: 3,
        })
        const timestamps = Float64Array.of(0, 1, 2, 3)
        series.create_dataset({ name: 'timestamps', data: timestamps, chunks: [4] })
      },
    })
    const file = await SessionFile.open(path)
    const series = { name: 'stored', probeId: null, path: '/acquisition/raw' } as const
    const estimate = (column: string, channels: readonly number[] | null) => {
      const runs = [
        { from: 0, count: 1 },
        { from: 2, count: 2 },
      ]
      const request = { ...velocity, series, column, channels, runs }
      return file.read('estimateSamples', [{ name: 'samples', request }])[0]
    }
    // Rows in one piece are read whole, also for one of their channels.
    expect(estimate('values', null)).toBe(3 * 3 * 8)
    expect(estimate('values', [1])).toBe(3 * 3 * 8)
    expect(estimate('values', [])).toBe(0)
    expect(estimate('time', null)).toBe(3 * 8)
    file.close()
  })

  test('are found in chunks as they are in one piece, whatever the span', async () => {
    const times = Array.from({ length: 100 }, (_, i) => i)
    const series: MemorySeries = { name: 'runningSpeed', times, columns: { velocity: times } }
    const files = await Promise.all(
      [undefined, { chunkLength: 7 }, { chunkLength: 100 }].map(async (layout, i) => {
        const path = await writeNwb(join(folder, `layout-${i}.nwb`), {
          edit: (file) => writeSeries(file, series, layout),
        })
        return SessionFile.open(path)
      }),
    )
    const spans = [
      [0, 99],
      [6, 7],
      [6.5, 7],
      [13.5, 13.9],
      [-5, -1],
      [98.5, 200],
      [200, 300],
      [50, 40],
    ] as const
    for (const [startTime, stopTime] of spans) {
      const expected = times.filter((time) => startTime <= time && time <= stopTime)
      for (const file of files) {
        const { runs = [] } = locate(file, { startTime, stopTime }) ?? {}
        const [samples] = file.read('samples', [{ ...velocity, runs }])
        expect([...(samples ?? [])]).toEqual(expected)
      }
    }
    for (const file of files) file.close()
  })

  test('are read only where they are wanted', async () => {
    const count = 400_000
    const times = Array.from({ length: count }, (_, i) => i)
    const path = await writeNwb(join(folder, 'long.nwb'), {
      edit: (file) =>
        writeSeries(
          file,
          { name: 'runningSpeed', times, columns: { velocity: times } },
          { chunkLength: 1000 },
        ),
    })
    const file = await SessionFile.open(path)
    // Once, to learn whether the times ascend, they are all read.
    locate(file, { startTime: 0, stopTime: 1 })
    const before = file.readCount
    const { runs = [] } = locate(file, { startTime: 200_100, stopTime: 200_200 }) ?? {}
    const [samples] = file.read('samples', [{ ...velocity, runs }])
    expect([samples?.[0], samples?.length]).toEqual([200_100, 101])
    // 800 chunks; some twenty steps of two searches, and the index of the chunks.
    expect(file.readCount - before).toBeLessThan(100)
    file.close()
  })

  test('with a rate in place of timestamps have the times that follow from it', async () => {
    const file = await open('rate.nwb', (speed) => {
      speed.create_dataset({ name: 'data', data: Float64Array.of(1, 2, 3, 4) })
      speed.create_dataset({ name: 'starting_time', data: Float64Array.of(10), shape: [] })
      ;(speed.get('starting_time') as Group).create_attribute('rate', 2, [], '<d')
    })
    expect(locate(file, { startTime: 10.5, stopTime: 11 })).toMatchObject({
      runs: [{ from: 1, count: 2 }],
    })
    const [times] = file.read('samples', [{ ...velocity, column: 'time' }])
    expect(times).toEqual(Float64Array.of(10, 10.5, 11))
    file.close()
  })

  test('stored in another unit are converted', async () => {
    const file = await open('conversion.nwb', (speed) => {
      speed.create_dataset({ name: 'timestamps', data: Float64Array.of(0, 1, 2) })
      speed.create_dataset({ name: 'data', data: Int16Array.of(1, 2, -3) })
      ;(speed.get('data') as Group).create_attribute('conversion', 0.5, [], '<d')
    })
    expect(file.read('samples', [velocity])).toEqual([Float64Array.of(0.5, 1, -1.5)])
    file.close()
  })

  test('that end before the last of the runs requested were changed', async () => {
    const file = await open('shorter.nwb', (speed) => {
      speed.create_dataset({ name: 'timestamps', data: Float64Array.of(0, 1, 2, 3) })
      speed.create_dataset({ name: 'data', data: Float64Array.of(5, 6, 7, 8) })
    })
    const [first, second, last] = [0, 2, 3].map((from) => ({ from, count: 1 }))
    expect(file.read('samples', [{ ...velocity, runs: [first, second, last] }])).toEqual([
      Float64Array.of(5, 7, 8),
    ])
    const longer = [first, second, { ...last, count: 2 }]
    expect(() => file.read('samples', [{ ...velocity, runs: longer }])).toThrow(
      expect.objectContaining({ code: 'FILE_CHANGED' }),
    )
    file.close()
  })

  test('in a column that is not there any more were changed, like a series that is gone', async () => {
    const file = await open('velocity.nwb', (speed) => {
      speed.create_dataset({ name: 'timestamps', data: Float64Array.of(0, 1, 2) })
      speed.create_dataset({ name: 'data', data: Float64Array.of(5, 6, 7) })
    })
    const changed = expect.objectContaining({ code: 'FILE_CHANGED' })
    expect(() => file.read('samples', [{ ...velocity, column: 'endTime' }])).toThrow(changed)
    const gone = { ...velocity, series: { name: 'rawRunning', probeId: null } as const }
    expect(() => file.read('samples', [{ ...gone, column: 'time', runs: [] }])).toThrow(changed)
    file.close()
  })

  test.each(['time', 'velocity'])(
    'are no longer read when the request is cancelled: %s',
    async (column) => {
      const file = await open(`cancelled-${column}.nwb`, (speed) => {
        speed.create_dataset({ name: 'timestamps', data: Float64Array.of(0, 1, 2) })
        speed.create_dataset({ name: 'data', data: Float64Array.of(5, 6, 7) })
      })
      expect(() => file.read('samples', [{ ...velocity, column }], () => true)).toThrow(
        'The request was cancelled',
      )
      file.close()
    },
  )

  test('whose columns are not as long as their times are refused', async () => {
    const file = await open('uneven.nwb', (speed) => {
      speed.create_dataset({ name: 'timestamps', data: Float64Array.of(0, 1, 2) })
      speed.create_dataset({ name: 'data', data: Float64Array.of(1, 2) })
    })
    expect(() => locate(file)).toThrow(
      expect.objectContaining({
        code: 'INDEX_INVALID',
        detail: '/processing/running/running_speed/data has 2 samples, but 3 times',
      }),
    )
    file.close()
  })

  test('without a column are none, whatever their times', async () => {
    const file = await open('empty.nwb', (speed) => {
      speed.create_dataset({ name: 'timestamps', data: Float64Array.of(0, 1, 2) })
    })
    expect(locate(file)).toBeNull()
    file.close()
  })

  test('without times are none', async () => {
    const file = await open('timeless.nwb', (speed) => {
      speed.create_dataset({ name: 'data', data: Float64Array.of(1, 2) })
    })
    expect(locate(file)).toBeNull()
    file.close()
  })
})

describe('the file of a probe', () => {
  test('is looked for in a DANDI archive’s names; what it holds decides', async () => {
    const place = mkdtempSync(join(folder, 'dandi-'))
    const path = await writeNwb(join(place, 'sub-1_ses-2.nwb'))
    const write = (name: string, probeId: string, values: number[]) =>
      writeNwb(join(place, name), {
        units: null,
        edit: (file) =>
          writeSeries(file, { name: 'lfp', probeId, times: [0, 1], columns: { values } }),
      })
    await write('sub-1_ses-2_probe-7_ecephys.nwb', '7', [1, 2])
    await write('sub-1_ses-2_probe-probeB_ecephys.nwb', '8', [3, 4])
    await write('sub-1_ses-3_probe-9_ecephys.nwb', '9', [5, 6])
    writeFileSync(join(place, 'sub-1_ses-2_probe-cut_ecephys.nwb'), 'cut')
    const pool = new ReaderPool({ workerFile: readerWorkerFile, threads: 1 })
    const reader = pool.reader(path)
    const values = async (probeId: string) => {
      const series = { name: 'lfp', probeId } as const
      const [window] = await reader.read('locateSamples', [{ series, span: everything }])
      const runs = [{ from: 0, count: 2 }]
      return window && reader.read('samples', [{ ...velocity, series, column: 'values', runs }])
    }
    expect(await values('7')).toEqual([Float64Array.of(1, 2)])
    expect(await values('8')).toEqual([Float64Array.of(3, 4)])
    expect(await values('9')).toBeNull()
    await expect(values('cut')).rejects.toMatchObject({ code: 'NOT_HDF5' })
    await pool.close()
  })

  test('that is replaced between the search and the reading is an error, once', async () => {
    const lfp: MemorySeries = {
      name: 'lfp',
      probeId: '7',
      times: [0, 1],
      columns: { values: [1, 2] },
    }
    const probeFile = join(folder, 'probe_7_lfp.nwb')
    const write = (content: MemorySeries) =>
      writeNwb(probeFile, { units: null, edit: (file) => writeSeries(file, content) })
    const path = await writeNwb(join(folder, 'session.nwb'))
    await write(lfp)
    const pool = new ReaderPool({ workerFile: readerWorkerFile, threads: 1 })
    const reader = pool.reader(path)
    const series = { name: 'lfp', probeId: '7' } as const
    const request = { ...velocity, series, column: 'values', runs: [{ from: 0, count: 2 }] }
    await reader.read('locateSamples', [{ series, span: everything }])
    await write({ ...lfp, times: [0, 1, 2], columns: { values: [5, 6, 7] } })
    await expect(reader.read('samples', [request])).rejects.toMatchObject({ code: 'FILE_CHANGED' })
    await reader.read('locateSamples', [{ series, span: everything }])
    expect(await reader.read('samples', [request])).toEqual([Float64Array.of(5, 6)])
    writeFileSync(probeFile, 'no HDF5')
    await expect(
      reader.read('locateSamples', [{ series, span: everything }]),
    ).rejects.toMatchObject({
      code: 'NOT_HDF5',
    })
    await pool.close()
  })
})
