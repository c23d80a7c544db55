import { join } from 'node:path'
import type { Dataset } from 'h5wasm'
import { describe, expect, test } from 'vitest'
import {
  planResampling,
  type ResampleMethod,
  reductionOf,
} from '../../../src/domain/series/resampling.ts'
import type { SeriesId } from '../../../src/domain/series/series.ts'
import { SessionFile } from '../../../src/nwb/session-file.ts'
import { temporaryFolder, writeNwb } from '../../support/recordings/write-nwb.ts'
import {
  type StoredSeriesContent,
  writeStoredSeries,
} from '../../support/recordings/write-stored-series.ts'

const folder = temporaryFolder()
const always = { startTime: Number.NEGATIVE_INFINITY, stopTime: Number.POSITIVE_INFINITY }
let fileCount = 0

/** Values of a series that is written to a path, and read as one of the session's series. */
async function valuesOf(
  path: string,
  content: StoredSeriesContent,
  {
    series = { name: 'stored', probeId: null, path } as SeriesId,
    column = 'values',
    channels = null as readonly number[] | null,
    method = 'none' as ResampleMethod,
    maxPoints = null as number | null,
  } = {},
): Promise<number[]> {
  const written = await writeNwb(join(folder, `values-${fileCount++}.nwb`), {
    edit: (file) => void writeStoredSeries(file, path, content),
  })
  const file = await SessionFile.open(written)
  try {
    const [window] = file.read('locateSamples', [{ series, span: always }])
    if (!window) throw new Error('no such series')
    const resampling = planResampling(window.count, maxPoints, method)
    const reduction = reductionOf(resampling, 'value')
    const { runs } = window
    const request = { series, column, channels, runs, resampling, reduction, masked: [] }
    return [...file.read('samples', [request])[0]]
  } finally {
    file.close()
  }
}

const twoOfThree = {
  data: [5, 35, 8, 9, 79, 32],
  channels: 3,
  dtype: '<h',
  timestamps: [1, 2],
} as const

describe('values of a time series', () => {
  test('are data * conversion + offset', async () => {
    const content = { data: [3, 14, -15, 92], dtype: '<i', timestamps: [1, 2, 3, 4] } as const
    const scaled = { ...content, conversion: 0.25, offset: 36.5 }
    expect(await valuesOf('/acquisition/temperature', scaled)).toEqual([37.25, 40, 32.75, 59.5])
    expect(await valuesOf('/acquisition/shifted', { ...content, offset: -3 })).toEqual([
      0, 11, -18, 89,
    ])
  })

  test('are data * conversion * the gain of the channel + offset', async () => {
    const gains = { ...twoOfThree, conversion: 0.5, channelConversion: [2, 1, 0.25], offset: -8 }
    const expected = [5 - 8, 17.5 - 8, 1 - 8, 9 - 8, 39.5 - 8, 4 - 8]
    expect(await valuesOf('/acquisition/raw', gains)).toEqual(expected)
    expect(await valuesOf('/acquisition/raw', { ...gains, chunkLength: 1 })).toEqual(expected)
  })

  test('have the gain of their own channel, whichever are asked', async () => {
    const gains = { ...twoOfThree, channelConversion: [2, 1, 0.25] }
    expect(await valuesOf('/acquisition/raw', gains, { channels: [2] })).toEqual([2, 8])
    expect(await valuesOf('/acquisition/raw', gains, { channels: [0, 2] })).toEqual([10, 2, 18, 8])
  })

  test('have the gain of their only channel, whether or not it is named', async () => {
    const content = { data: [3, 5], timestamps: [1, 2], channelConversion: [4], offset: 1 }
    expect(await valuesOf('/acquisition/raw', content)).toEqual([13, 21])
    expect(await valuesOf('/acquisition/raw', content, { channels: [0] })).toEqual([13, 21])
  })

  test('are missing, with a warning, where the gain of their channel is', async () => {
    const gains = { ...twoOfThree, channelConversion: [2, Number.NaN, Number.POSITIVE_INFINITY] }
    const none = Number.NaN
    expect(await valuesOf('/acquisition/raw', gains)).toEqual([10, none, none, 18, none, none])
    const written = await writeNwb(join(folder, `values-${fileCount++}.nwb`), {
      edit: (file) => void writeStoredSeries(file, '/acquisition/raw', gains),
    })
    const file = await SessionFile.open(written)
    expect(file.load('warnings')).toEqual([
      {
        code: 'VALUES_LEFT_OUT',
        path: '/acquisition/raw/channel_conversion',
        message:
          '/acquisition/raw/channel_conversion has 2 gains that are not finite numbers; all samples of these channels are null. Write the gains again.',
      },
    ])
    file.close()
  })

  test('are scaled before they are averaged, or their extremes are taken', async () => {
    const content = {
      data: [1, 3, 5, 7],
      timestamps: [1, 2, 3, 4],
      conversion: -2,
      offset: 100,
    }
    const path = '/processing/behavior/lick'
    expect(await valuesOf(path, content, { method: 'mean', maxPoints: 2 })).toEqual([96, 88])
    expect(await valuesOf(path, content, { method: 'minMax', maxPoints: 2 })).toEqual([86, 98])
  })

  test('of running speed, LFP and current source density are scaled alike', async () => {
    const content = { data: [10, 20], timestamps: [1, 2], conversion: 2, offset: 1 }
    const speed = { name: 'runningSpeed', probeId: null } as const
    expect(
      await valuesOf('/processing/running/running_speed', content, {
        series: speed,
        column: 'velocity',
      }),
    ).toEqual([21, 41])
    const matrix = { ...content, data: [1, 2, 3, 4], channels: 2, channelConversion: [1, 10] }
    expect(
      await valuesOf('/acquisition/probe_7_lfp/probe_7_lfp_data', matrix, {
        series: { name: 'lfp', probeId: '7' },
      }),
    ).toEqual([3, 41, 7, 81])
    expect(
      await valuesOf(
        '/processing/current_source_density/ecephys_csd/current_source_density',
        matrix,
        { series: { name: 'currentSourceDensity', probeId: '7' } },
      ),
    ).toEqual([3, 41, 7, 81])
  })

  test('with gains that are not one per channel are refused, not guessed', async () => {
    const content = { ...twoOfThree, channelConversion: [2, 1] }
    await expect(valuesOf('/acquisition/raw', content)).rejects.toMatchObject({
      code: 'UNSUPPORTED_LAYOUT',
      detail:
        '/acquisition/raw/channel_conversion has 2 gains along axis 1 of the data; expected one for each of the 3 channels, along axis 1',
    })
  })
})

describe('a scale that cannot be read is an error, not 1', () => {
  const path = '/acquisition/temperature'
  const content = { data: [3, 14], timestamps: [1, 2] } as const

  async function valuesWith(name: string, value: unknown, dtype?: string): Promise<unknown> {
    const written = await writeNwb(join(folder, `values-${fileCount++}.nwb`), {
      edit: (file) => {
        writeStoredSeries(file, path, content)
        const data = file.get(`${path}/data`) as Dataset
        data.create_attribute(name, value as number[], Array.isArray(value) ? [2] : [], dtype)
      },
    })
    const file = await SessionFile.open(written)
    try {
      return file.load('warnings')
    } finally {
      file.close()
    }
  }

  test.each([
    ['conversion', '0.5', 'S3'],
    ['conversion', [0.5, 2], '<d'],
    ['offset', '7', 'S1'],
    ['offset', Number.NaN, '<d'],
    ['conversion', Number.POSITIVE_INFINITY, '<d'],
  ])('%s %j', async (name, value, dtype) => {
    expect(await valuesWith(name, value, dtype)).toEqual([
      {
        code: 'SERIES_UNREADABLE',
        path,
        message: `The samples of ${path} cannot be returned: the attribute ${name} of ${path}/data is not one finite number. Write the series again.`,
      },
    ])
  })
})
