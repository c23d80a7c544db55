import { join } from 'node:path'
import type { Group } from 'h5wasm'
import { describe, expect, test } from 'vitest'
import type { Hdf5File } from '../../../src/hdf5/hdf5-file.ts'
import { listSeries } from '../../../src/nwb/series/list-series.ts'
import { SessionFile } from '../../../src/nwb/session-file.ts'
import { groupAt, temporaryFolder, writeNwb } from '../../support/recordings/write-nwb.ts'
import { writeStoredSeries } from '../../support/recordings/write-stored-series.ts'

const folder = temporaryFolder()
const series = { data: [1, 2], timestamps: [0.5, 1.5] }

async function open(name: string, paths: readonly string[]): Promise<SessionFile> {
  const written = await writeNwb(join(folder, name), {
    edit(file) {
      for (const path of paths) writeStoredSeries(file, path, series)
    },
  })
  return SessionFile.open(written)
}

const pathsOf = (file: SessionFile) => file.load('storedSeries').map(({ path }) => path)

describe('the time series of a file', () => {
  test('are all listed, however many', async () => {
    const count = 2300
    const paths = Array.from(
      { length: count },
      (_, i) => `/acquisition/sweep_${String(i).padStart(5, '0')}`,
    )
    const file = await open('many.nwb', [...paths, '/processing/behavior/position'])
    expect(pathsOf(file)).toEqual([...paths, '/processing/behavior/position'])
    file.close()
  })

  test('are listed however deep they lie, and wherever NWB keeps them', async () => {
    const paths = [
      '/analysis/fits/residuals',
      '/processing/ecephys/a/b/c/d/e/f/filtered',
      '/scratch/trial/lick',
      '/stimulus/presentation/sound',
      '/stimulus/templates/noise',
    ]
    const file = await open('deep.nwb', paths)
    expect(pathsOf(file)).toEqual(paths)
    file.close()
  })

  test('have what the file says of them', async () => {
    const written = await writeNwb(join(folder, 'described.nwb'), {
      edit(file) {
        const matrix = { data: [1, 2, 3, 4, 5, 6], channels: 3 }
        const raw = writeStoredSeries(file, '/acquisition/raw', matrix)
        raw.create_attribute('description', 'Before any filter')
        raw.create_dataset({ name: 'starting_time', data: Float64Array.of(0), shape: [] })
        const bare = groupAt(file, 'acquisition/bare')
        bare.create_dataset({ name: 'data', data: Float64Array.of(1, 2, 3, 4) })
        bare.create_dataset({ name: 'timestamps', data: Float64Array.of(1, 2, 3, 4) })
      },
    })
    const file = await SessionFile.open(written)
    expect(file.load('storedSeries')).toEqual([
      {
        path: '/acquisition/bare',
        type: null,
        description: null,
        unit: null,
        sampleCount: 4,
        channelCount: 1,
      },
      {
        path: '/acquisition/raw',
        type: 'TimeSeries',
        description: 'Before any filter',
        unit: 'V',
        sampleCount: 2,
        channelCount: 3,
      },
    ])
    file.close()
  })

  test('may lie in 32 groups below their folder, and not in more', async () => {
    const below = (groups: number) => `/processing${'/a'.repeat(groups - 1)}/b`
    const deepest = await open('deepest.nwb', [below(32)])
    expect(pathsOf(deepest)).toEqual([below(32)])
    deepest.close()
    const deeper = await open('deeper.nwb', [below(33)])
    expect(() => pathsOf(deeper)).toThrow(expect.objectContaining({ code: 'UNSUPPORTED_LAYOUT' }))
    deeper.close()
  })

  test('are looked for in 200,000 groups, and not in more', () => {
    /** A file with so many groups, and nothing in them. */
    const fileOf = (groupCount: number) => {
      const names = Array.from({ length: groupCount - 1 }, (_, i) => String(i))
      return {
        name: 'wide.nwb',
        kind: (path: string) => (path.startsWith('/acquisition') ? 'group' : null),
        children: (path: string) => (path === '/acquisition' ? names : []),
      } as unknown as Hdf5File
    }
    expect(listSeries(fileOf(200_000))).toEqual([])
    expect(() => listSeries(fileOf(200_001))).toThrow(
      expect.objectContaining({ code: 'UNSUPPORTED_LAYOUT' }),
    )
  })

  test('in groups that hold themselves are a clear error, not an endless search', async () => {
    const written = await writeNwb(join(folder, 'circle.nwb'), {
      edit(file) {
        writeStoredSeries(file, '/processing/behavior/lick', series)
        const module = file.get('processing/behavior') as Group
        module.create_soft_link('/processing', 'again')
      },
    })
    const file = await SessionFile.open(written)
    expect(() => file.load('storedSeries')).toThrow(
      expect.objectContaining({ code: 'UNSUPPORTED_LAYOUT' }),
    )
    expect(file.load('warnings')).toMatchObject([{ code: 'SERIES_UNREADABLE', path: null }])
    file.close()
  })

  test('that cannot be read are warned of, and the others read', async () => {
    const written = await writeNwb(join(folder, 'uneven.nwb'), {
      edit(file) {
        writeStoredSeries(file, '/acquisition/cut', { data: [1, 2, 3], timestamps: [1, 2] })
        writeStoredSeries(file, '/acquisition/whole', series)
        const gains = { ...series, channelConversion: [1, 2, 3] }
        writeStoredSeries(file, '/acquisition/wrong_gains', gains)
      },
    })
    const file = await SessionFile.open(written)
    expect(pathsOf(file)).toEqual([
      '/acquisition/cut',
      '/acquisition/whole',
      '/acquisition/wrong_gains',
    ])
    expect(file.load('warnings')).toEqual([
      {
        code: 'SERIES_UNREADABLE',
        path: '/acquisition/cut',
        message:
          'The samples of /acquisition/cut cannot be returned: /acquisition/cut/data has 3 samples, but 2 times. Write the series again.',
      },
      {
        code: 'SERIES_UNREADABLE',
        path: '/acquisition/wrong_gains',
        message:
          'The samples of /acquisition/wrong_gains cannot be returned: /acquisition/wrong_gains/channel_conversion has 3 gains along axis 1 of the data; expected one for each of the 1 channels, along axis 1. Write the series again.',
      },
    ])
    file.close()
  })

  test('whose samples are images, texts or a single number are not listed, but warned of', async () => {
    const written = await writeNwb(join(folder, 'images.nwb'), {
      edit(file) {
        writeStoredSeries(file, '/stimulus/presentation/movie', series)
        const shape = [2, 3, 1]
        const acquisition = file.create_group('acquisition')
        const camera = acquisition.create_group('camera')
        camera.create_dataset({ name: 'data', data: [1, 2, 3, 4, 5, 6], shape, dtype: '<d' })
        camera.create_dataset({ name: 'timestamps', data: [1, 2], dtype: '<d' })
        const single = acquisition.create_group('single')
        single.create_dataset({ name: 'data', data: Float64Array.of(1), shape: [] })
        single.create_dataset({ name: 'timestamps', data: [1], dtype: '<d' })
        const notes = acquisition.create_group('notes')
        notes.create_dataset({ name: 'data', data: ['a', 'b'] })
        notes.create_dataset({ name: 'timestamps', data: [1, 2], dtype: '<d' })
      },
    })
    const file = await SessionFile.open(written)
    expect(pathsOf(file)).toEqual(['/stimulus/presentation/movie'])
    expect(file.load('warnings')).toMatchObject([
      { code: 'SERIES_UNREADABLE', path: '/acquisition/camera' },
      { code: 'SERIES_UNREADABLE', path: '/acquisition/notes' },
      { code: 'SERIES_UNREADABLE', path: '/acquisition/single' },
    ])
    file.close()
  })
})

test('a series without times, or without a dataset of samples, is named in a warning', async () => {
  const written = await writeNwb(join(folder, 'parts.nwb'), {
    edit(file) {
      const untimed = groupAt(file, 'acquisition/untimed')
      untimed.create_attribute('neurodata_type', 'ElectricalSeries')
      untimed.create_dataset({ name: 'data', data: [1, 2] })
      const grouped = groupAt(file, 'acquisition/grouped')
      grouped.create_attribute('neurodata_type', 'TimeSeries')
      grouped.create_group('data')
      grouped.create_dataset({ name: 'timestamps', data: [1, 2] })
      const other = groupAt(file, 'acquisition/other')
      other.create_attribute('neurodata_type', 'DynamicTable')
      other.create_dataset({ name: 'data', data: [1, 2] })
    },
  })
  const file = await SessionFile.open(written)
  expect(pathsOf(file)).toEqual([])
  const needs =
    'a time series must have a dataset `data`, and `timestamps` or `starting_time`. Write the series again.'
  expect(file.load('warnings')).toEqual([
    {
      code: 'SERIES_UNREADABLE',
      path: '/acquisition/grouped',
      message: `/acquisition/grouped is not served: its data are not a dataset; ${needs}`,
    },
    {
      code: 'SERIES_UNREADABLE',
      path: '/acquisition/untimed',
      message: `/acquisition/untimed is not served: it has no times; ${needs}`,
    },
  ])
  file.close()
})
