import { join } from 'node:path'
import type { File as H5File } from 'h5wasm'
import { expect, test } from 'vitest'
import { type SeriesId, seriesColumns } from '../../../src/domain/series/series.ts'
import { SessionFile } from '../../../src/nwb/session-file.ts'
import { groupAt, temporaryFolder, writeNwb } from '../../support/recordings/write-nwb.ts'

const folder = temporaryFolder()
const everything = { startTime: Number.NEGATIVE_INFINITY, stopTime: Number.POSITIVE_INFINITY }
const ellipses = ['cr_ellipse_fits', 'pupil_ellipse_fits', 'eye_ellipse_fits']

type Write = (path: string, data: readonly number[], columns?: number) => void

/** A file whose datasets are written by their paths; of two columns as rows of two numbers. */
async function open(write: (numbers: Write) => void): Promise<SessionFile> {
  const path = await writeNwb(join(folder, `${crypto.randomUUID()}.nwb`), {
    edit: (file) => write((path, data, columns) => writeNumbers(file, path, data, columns)),
  })
  return SessionFile.open(path)
}

function writeNumbers(file: H5File, path: string, data: readonly number[], columns?: number) {
  const parts = path.split('/')
  const name = parts.pop() as string
  const shape = columns ? [data.length / columns, columns] : [data.length]
  groupAt(file, parts.join('/')).create_dataset({ name, data: [...data], shape, dtype: '<d' })
}

function located(file: SessionFile, series: SeriesId) {
  return file.read('locateSamples', [{ series, span: everything }])[0]
}

/** The samples of each column that the file has, and its times. */
function columnsOf(file: SessionFile, series: SeriesId): Record<string, number[]> {
  const { columns = [], runs = [] } = located(file, series) ?? {}
  const resampling = { method: 'none', samplesPerGroup: 1, pointsPerGroup: 1 } as const
  const request = { series, channels: null, runs, resampling, reduction: 'mean' } as const
  const names = ['time', ...columns]
  const samples = file.read(
    'samples',
    names.map((column) => ({ ...request, column, masked: [] })),
  )
  return Object.fromEntries(names.map((name, i) => [name, [...(samples[i] as Float64Array)]]))
}

test('the raw signals of the running wheel are rotations and two voltages', async () => {
  const file = await open((numbers) => {
    numbers('acquisition/raw_running_wheel_rotation/timestamps', [1, 2])
    numbers('acquisition/raw_running_wheel_rotation/data', [0.1, 0.2])
    numbers('acquisition/running_wheel_signal_voltage/data', [3, 4])
    numbers('acquisition/running_wheel_supply_voltage/data', [5, 6])
  })
  expect(columnsOf(file, { name: 'rawRunning', probeId: null })).toEqual({
    time: [1, 2],
    netRotation: [0.1, 0.2],
    signalVoltage: [3, 4],
    supplyVoltage: [5, 6],
  })
  file.close()
})

test('a series has the columns that its file has, whichever they are', async () => {
  const file = await open((numbers) => {
    numbers('acquisition/raw_running_wheel_rotation/timestamps', [1, 2])
    numbers('acquisition/running_wheel_supply_voltage/data', [5, 6])
  })
  const series = { name: 'rawRunning', probeId: null } as const
  expect(located(file, series)).toEqual({
    runs: [{ from: 0, count: 2 }],
    count: 2,
    columns: ['supplyVoltage'],
    channelCount: 1,
    labels: { channelIds: null, verticalPositions: null, horizontalPositions: null },
  })
  expect(columnsOf(file, series)).toEqual({ time: [1, 2], supplyVoltage: [5, 6] })
  file.close()
})

/** Each ellipse with numbers of its own: 1 to 5, 11 to 15, and 21 to 25. */
function writeEllipses(numbers: Write) {
  for (const [i, table] of ellipses.entries()) {
    for (const [k, column] of ['center_x', 'center_y', 'width', 'height', 'phi'].entries()) {
      numbers(`processing/eye_tracking/${table}/${column}`, [10 * i + k + 1])
    }
  }
}

test('eye tracking has three ellipses, whose stored widths and heights are halves', async () => {
  const file = await open((numbers) => {
    writeEllipses(numbers)
    numbers('processing/raw_gaze_mapping/eye_area/timestamps', [7])
    numbers('processing/eye_tracking/pupil_ellipse_fits/timestamps', [8])
  })
  const found = columnsOf(file, { name: 'eyeTracking', probeId: null })
  expect(Object.keys(found)).toEqual(['time', ...seriesColumns.eyeTracking])
  expect(Object.values(found).flat()).toEqual([
    7, 1, 2, 6, 8, 5, 11, 12, 26, 28, 15, 21, 22, 46, 48, 25,
  ])
  file.close()
})

test('eye tracking without a gaze mapping has the times of the pupil', async () => {
  const file = await open((numbers) => {
    writeEllipses(numbers)
    numbers('processing/eye_tracking/pupil_ellipse_fits/timestamps', [8])
  })
  expect(columnsOf(file, { name: 'eyeTracking', probeId: null })).toMatchObject({ time: [8] })
  file.close()
})

test.each([
  ['rawGaze', 'raw_gaze_mapping'],
  ['filteredGaze', 'filtered_gaze_mapping'],
] as const)('%s has areas, and coordinates that are stored upright first', async (name, module) => {
  const file = await open((numbers) => {
    numbers(`processing/${module}/eye_area/timestamps`, [1, 2])
    numbers(`processing/${module}/eye_area/data`, [30, 31])
    numbers(`processing/${module}/pupil_area/data`, [3, 4])
    numbers(`processing/${module}/screen_coordinates/data`, [5, 6, 7, 8], 2)
    numbers(`processing/${module}/screen_coordinates_spherical/data`, [50, 60, 70, 80], 2)
  })
  expect(columnsOf(file, { name, probeId: null })).toEqual({
    time: [1, 2],
    eyeArea: [30, 31],
    pupilArea: [3, 4],
    screenX: [6, 8],
    screenY: [5, 7],
    sphericalX: [60, 80],
    sphericalY: [50, 70],
  })
  file.close()
})

test('current source density has the places of its virtual electrodes', async () => {
  const density = 'processing/current_source_density/ecephys_csd'
  const file = await open((numbers) => {
    numbers(`${density}/current_source_density/timestamps`, [1, 2, 3])
    numbers(`${density}/current_source_density/data`, [1, 2, 3, 4, 5, 6], 2)
    numbers(`${density}/virtual_electrode_y_positions`, [20, 60])
    numbers(`${density}/virtual_electrode_x_positions`, [24, 25, 26])
  })
  const series = { name: 'currentSourceDensity', probeId: '7' } as const
  expect(located(file, series)).toMatchObject({
    channelCount: 2,
    labels: {
      channelIds: null,
      verticalPositions: Float64Array.of(20, 60),
      // Not one for each channel.
      horizontalPositions: null,
    },
  })
  expect(columnsOf(file, series)).toEqual({ time: [1, 2, 3], values: [1, 2, 3, 4, 5, 6] })
  file.close()
})

/** Of LFP of one sample, whose channels name rows of so many electrodes; null: of no table. */
async function channelIdsOf(rows: readonly number[] | null, electrodeCount: number | null) {
  const lfp = 'acquisition/probe_7_lfp/probe_7_lfp_data'
  const path = await writeNwb(join(folder, `${crypto.randomUUID()}.nwb`), {
    locations: electrodeCount === null ? null : new Array<string>(electrodeCount).fill('VISp'),
    edit(file) {
      writeNumbers(file, `${lfp}/timestamps`, [1])
      writeNumbers(file, `${lfp}/data`, rows ?? [1], rows?.length ?? 1)
      if (rows) writeNumbers(file, `${lfp}/electrodes`, rows)
    },
  })
  const file = await SessionFile.open(path)
  const { labels } = located(file, { name: 'lfp', probeId: '7' }) ?? {}
  file.close()
  return labels?.channelIds
}

test('a channel of LFP has the id of its electrode, or none where the table ends before', async () => {
  expect(await channelIdsOf([1, 4, 0], 3)).toEqual(['851', null, '850'])
})

test('channels have no ids where they name no electrodes, or there are none', async () => {
  expect(await channelIdsOf(null, 3)).toBeNull()
  expect(await channelIdsOf([0, 1], null)).toBeNull()
})

test('ids are read of up to ten thousand channels, and electrodes', async () => {
  const rows = (count: number) => Array.from({ length: count }, (_, row) => row)
  expect((await channelIdsOf(rows(10_000), 10_000))?.at(-1)).toBe('10849')
  expect(await channelIdsOf(rows(10_001), 10_000)).toBeNull()
  expect(await channelIdsOf([0], 10_001)).toBeNull()
})
