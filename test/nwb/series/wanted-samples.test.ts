import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { LocalFile } from '../../../src/byte-sources/byte-source.ts'
import type { SampleCollector } from '../../../src/domain/analyses/lfp/sample-collector.ts'
import type { SampleWindows } from '../../../src/domain/analyses/lfp/sample-requests.ts'
import { Hdf5File } from '../../../src/hdf5/hdf5-file.ts'
import { WantedSamples } from '../../../src/nwb/series/wanted-samples.ts'
import { temporaryFolder, writeNwb } from '../../support/recordings/write-nwb.ts'
import { type SeriesLayout, writeSeries } from '../../support/recordings/write-series.ts'
import { writeStoredSeries } from '../../support/recordings/write-stored-series.ts'

const folder = temporaryFolder()
const series = { name: 'lfp', probeId: '7', path: '' } as const
const SAMPLES = 12
const CHANNELS = 3
/** Value 10 of a sample, and its channel: 0, 1, 2; 10, 11, 12; … */
const values = Array.from(
  { length: SAMPLES * CHANNELS },
  (_, i) => 10 * Math.floor(i / CHANNELS) + (i % CHANNELS),
)
/** Two samples a second. */
const halfSeconds = Array.from({ length: SAMPLES }, (_, i) => i / 2)

interface Content {
  readonly times?: readonly number[]
  readonly layout?: SeriesLayout | undefined
}

async function withSamples<Result>(
  { times = halfSeconds, layout }: Content,
  request: Partial<SampleWindows>,
  use: (samples: WantedSamples) => Result,
  isCancelled = () => false,
): Promise<Result> {
  const path = await writeNwb(join(folder, `${crypto.randomUUID()}.nwb`), {
    edit: (file) => writeSeries(file, { ...series, times, columns: { values } }, layout),
  })
  const file = await Hdf5File.open(new LocalFile(path))
  try {
    const all = { series, channels: [0, 1, 2], spans: [span(0, 6)], masked: [] }
    return use(new WantedSamples(file, { ...all, ...request }, isCancelled))
  } finally {
    file.close()
  }
}

const span = (startTime: number, stopTime: number) => ({ startTime, stopTime })

interface Collected {
  readonly times: number[]
  readonly samples: number[]
}

/** Times and samples as they come, one after the other. */
function collected(): SampleCollector<Collected> {
  const result: Collected = { times: [], samples: [] }
  return {
    add(times, samples) {
      result.times.push(...times)
      result.samples.push(...samples)
    },
    finish: () => result,
  }
}

const layouts: readonly [string, SeriesLayout | undefined][] = [
  ['in one piece', undefined],
  ['in chunks', { chunkLength: 4, chunkWidth: 2 }],
]

describe.each(layouts)('samples stored %s', (_, layout) => {
  const reduce = (request: Partial<SampleWindows>) =>
    withSamples({ layout }, request, (samples) => samples.reduce(collected()))

  test('are those of the channels that are wanted', async () => {
    expect(await reduce({ channels: [0, 2], spans: [span(1, 1.5)] })).toEqual({
      times: [1, 1.5],
      samples: [20, 22, 30, 32],
    })
  })

  test('come once, in order, of spans that touch or overlap', async () => {
    const spans = [span(4.5, 5), span(0.5, 1.5), span(1, 2), span(2.5, 2.5)]
    expect(await reduce({ channels: [1], spans })).toEqual({
      times: [0.5, 1, 1.5, 2, 2.5, 4.5, 5],
      samples: [11, 21, 31, 41, 51, 91, 101],
    })
  })

  test('are missing where they are masked, ends included', async () => {
    const { samples } = await reduce({ channels: [1], masked: [span(0.5, 1)], spans: [span(0, 2)] })
    expect(samples).toEqual([1, Number.NaN, Number.NaN, 31, 41])
  })

  test('are none where no span has any', async () => {
    const none = { times: [], samples: [] }
    expect(await reduce({ spans: [] })).toEqual(none)
    expect(await reduce({ spans: [span(0.1, 0.2), span(90, 99)] })).toEqual(none)
  })
})

describe('the rate of samples', () => {
  const rate = (content: Content, request: Partial<SampleWindows>) =>
    withSamples(content, request, (samples) => samples.rate)

  test('is theirs over the time between the first and the last', async () => {
    expect(await rate({}, {})).toBe(2)
    expect(await rate({}, { spans: [span(1, 1.5)] })).toBe(2)
  })

  test('is that of neighbours where there are gaps', async () => {
    expect(await rate({}, { spans: [span(0, 1), span(4, 5)] })).toBe(2)
  })

  test('is that of the samples that there are, where some spans have none', async () => {
    expect(await rate({}, { spans: [span(0.1, 0.2), span(1, 2), span(90, 99)] })).toBe(2)
  })

  test('is that of all of them where the last comes a little late', async () => {
    const times = halfSeconds.map((time, i) => (i === SAMPLES - 1 ? time + 0.001 : time))
    expect(await rate({ times }, {})).toBe(11 / 5.501)
  })

  test.each([[[]], [[span(0.1, 0.2)]], [[span(1, 1)]]])(
    'is unknown of fewer than two: %j',
    async (spans) => {
      expect(await rate({}, { spans })).toBeNaN()
    },
  )
})

describe('the bytes that reading takes', () => {
  const bytes = (request: Partial<SampleWindows>, layout?: SeriesLayout) =>
    withSamples({ layout }, request, (samples) => samples.bytesToRead)

  test('are those of whole rows where samples lie in one piece', async () => {
    const row = CHANNELS * Float64Array.BYTES_PER_ELEMENT
    expect(await bytes({ channels: [1] })).toBe(SAMPLES * row)
    expect(await bytes({ channels: [1], spans: [span(0, 0.5), span(3, 3)] })).toBe(3 * row)
    expect(await bytes({ spans: [] })).toBe(0)
  })

  test('are those of the chunks that are touched', async () => {
    // Three by two chunks of 4 samples and 2 channels.
    const layout = { chunkLength: 4, chunkWidth: 2 }
    const all = await bytes({}, layout)
    expect(await bytes({ channels: [0, 1] }, layout)).toBeCloseTo(all / 2)
    expect(await bytes({ channels: [2] }, layout)).toBeCloseTo(all / 2)
    expect(await bytes({ spans: [span(0, 0), span(1.5, 1.5)] }, layout)).toBeCloseTo(all / 3)
    expect(await bytes({ spans: [span(1.5, 2)] }, layout)).toBeCloseTo((2 * all) / 3)
    expect(await bytes({ channels: [0], spans: [span(5, 5)] }, layout)).toBeCloseTo(all / 6)
  })
})

test('samples whose times are out of order come in order of the file', async () => {
  const times = halfSeconds.map((_, i) => (i % 3 === 0 ? -i : i))
  const read = withSamples({ times }, { channels: [0], spans: [span(1, 8)] }, (samples) =>
    samples.reduce(collected()),
  )
  expect(await read).toEqual({ times: [1, 2, 4, 5, 7, 8], samples: [10, 20, 40, 50, 70, 80] })
})

test('samples of several spans come in order of the file where their times run backwards', async () => {
  const times = halfSeconds.toReversed()
  const request = { channels: [0], spans: [span(0, 0.5), span(4.5, 5)] }
  const read = withSamples({ times }, request, (samples) => samples.reduce(collected()))
  expect(await read).toEqual({ times: [5, 4.5, 0.5, 0], samples: [10, 20, 100, 110] })
})

test('samples of a series with one number each are read like those of channels', async () => {
  const path = await writeNwb(join(folder, 'single.nwb'), {
    edit(file) {
      const content = { data: [1, 2, 3, 4, 5], timestamps: [0, 1, 2, 3, 4], conversion: 0.5 }
      writeStoredSeries(file, '/acquisition/licks', content)
    },
  })
  const file = await Hdf5File.open(new LocalFile(path))
  const single = { name: 'stored', probeId: null, path: '/acquisition/licks' } as const
  const request = { series: single, channels: [0], spans: [span(1, 3)], masked: [span(2, 2)] }
  const samples = new WantedSamples(file, request, () => false)
  expect(samples.reduce(collected())).toEqual({
    times: [1, 2, 3],
    samples: [1, Number.NaN, 2],
  })
  expect(samples.bytesToRead).toBe(3 * 8)
  file.close()
})

test('a series that is not there any more has changed since it was located', async () => {
  const gone = { ...series, probeId: '8' }
  await expect(withSamples({}, { series: gone }, () => null)).rejects.toMatchObject({
    code: 'FILE_CHANGED',
  })
})

test('reading ends when it is cancelled', async () => {
  let isCancelled = false
  const reading = withSamples(
    {},
    {},
    (samples) => {
      isCancelled = true
      return samples.reduce(collected())
    },
    () => isCancelled,
  )
  await expect(reading).rejects.toMatchObject({ name: 'RequestAbortedError' })
})
