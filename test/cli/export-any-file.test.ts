import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { decodeNpy } from '../../src/formats/numpy/npy.ts'
import { temporaryFolder, writeNwb } from '../support/recordings/write-nwb.ts'
import { unzip } from '../support/unzip.ts'
import { run } from './run-in-one-process.ts'

const folder = temporaryFolder()

const units = [
  { id: 1, electrode: 0, spikes: [0.5, 1.5, 1.75] },
  { id: 2, electrode: 1, spikes: [1.25] },
]
const gabors = { gabors_presentations: { start: [1], stop: [2], block: [0] } }

beforeAll(async () => {
  const write = (name: string, recording: Parameters<typeof writeNwb>[1]) =>
    writeNwb(join(folder, name), { units, ...recording })
  await write('areas_of_others.nwb', { locations: ['CA1', 'ALM'], intervals: gabors })
  await write('no_electrodes.nwb', { locations: null, peakChannel: 'none', intervals: gabors })
  await write('no_starts.nwb', {
    intervals: { gabors_presentations: { start: [Number.NaN], stop: [2], block: [0] } },
  })
  await write('no_intervals.nwb', { locations: ['VISp', 'VISl'] })
  await write('own_columns.nwb', {
    locations: ['VISp', 'VISl'],
    edit: (_file, table) => {
      table.create_dataset({ name: 'cell_type', data: ['PV', 'SST'] })
      table.create_dataset({ name: 'depth', data: Float64Array.of(200.5, 800) })
      table.create_dataset({ name: 'area', data: ['deep', 'deep'] })
    },
  })
})

/** Names, shapes and cells of the arrays that a command wrote. */
async function written(...args: string[]) {
  const { code, stdout, stderr } = await run(['export', 'dataset', ...args, '--out', 'out.npz'], {
    cwd: folder,
  })
  expect({ code, stderr }).toMatchObject({ code: 0 })
  const arrays = new Map(
    unzip(readFileSync(join(folder, 'out.npz'))).map(({ name, content }) => {
      const { shape, data } = decodeNpy(content)
      return [name.replace('.npy', ''), { shape, cells: Array.from(data as Uint16Array, Number) }]
    }),
  )
  return { stdout, arrays }
}

async function refused(kind: string, ...args: string[]) {
  const before = readdirSync(folder)
  const { code, stdout, stderr } = await run(['export', kind, ...args], { cwd: folder })
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  expect(readdirSync(folder)).toEqual(before)
  return stderr.trimEnd().split('\n').at(-1)
}

const around = ['--before', '0', '--after', '1', '--bin-size', '0.5']

describe('spikeql export of a recording', () => {
  test('that has none of the six visual areas writes all its areas', async () => {
    const { arrays, stdout } = await written('areas_of_others.nwb', ...around)
    expect(arrays.get('0__CA1')).toEqual({ shape: [2, 1], cells: [0, 2] })
    expect(arrays.get('0__ALM')).toEqual({ shape: [2, 1], cells: [1, 0] })
    expect(stdout).toMatch(/\nUnits: CA1 1, ALM 1\.\n$/)
  })

  test('without electrodes writes all units as one matrix', async () => {
    const { arrays, stdout } = await written('no_electrodes.nwb', ...around)
    expect(arrays.get('0__all')).toEqual({ shape: [2, 2], cells: [0, 1, 2, 0] })
    expect(arrays.get('unit_ids__all')).toEqual({ shape: [2], cells: [1, 2] })
    expect(stdout).toMatch(/\nUnits: all 2\.\n$/)
  })

  test('writes all units as one matrix where no areas are asked', async () => {
    const { arrays } = await written('areas_of_others.nwb', '--areas', '', ...around)
    expect(arrays.get('0__all')?.cells).toEqual([0, 1, 2, 0])
  })

  test('writes the columns that a laboratory added to its units, and selects by them', async () => {
    const units = async (...options: string[]) => {
      const all = ['export', 'units', 'own_columns.nwb', '--all-units', '--out', '-', ...options]
      const { code, stdout, stderr } = await run(all, { cwd: folder })
      expect({ code, stderr }).toMatchObject({ code: 0 })
      const [header = '', ...rows] = stdout.trimEnd().split('\n')
      const names = header.split(',')
      const wanted = ['unit_id', 'area', 'cell_type', 'depth', 'column_area']
      return rows.map((row) => wanted.map((name) => row.split(',')[names.indexOf(name)]))
    }
    const [first, second] = [
      ['1', 'VISp', 'PV', '200.5', 'deep'],
      ['2', 'VISl', 'SST', '800', 'deep'],
    ]
    expect(await units()).toEqual([first, second])
    expect(await units('--unit-column', 'cell_type=SST,PV')).toEqual([first, second])
    expect(await units('--unit-column', 'depth=..500')).toEqual([first])
    const both = ['--unit-column', 'depth=100..', '--unit-column', 'cell_type=SST']
    expect(await units(...both)).toEqual([second])
    expect(
      await refused('units', 'own_columns.nwb', '--all-units', '--unit-column', 'cell_type=VIP'),
    ).toContain('No unit has the cell_type "VIP". It holds texts: "PV", "SST".')
  })

  test('without intervals writes any window', async () => {
    const window = ['--start', '0', '--stop', '2', '--bin-size', '1']
    const { arrays, stdout } = await written('no_intervals.nwb', ...window)
    expect(arrays.get('0__VISp')).toEqual({ shape: [2, 1], cells: [1, 2] })
    expect(arrays.get('0__VISl')).toEqual({ shape: [2, 1], cells: [0, 1] })
    expect(arrays.get('window_start')?.cells).toEqual([0])
    expect(arrays.get('bin_edges')?.cells).toEqual([0, 1, 2])
    expect(stdout).toMatch(/: one window, 2 bins\.\n/)
  })

  test('without intervals says which window there is', async () => {
    expect(await refused('dataset', 'no_intervals.nwb')).toBe(
      'error: The session has no epochs. It was recorded from 0.5 s to 1.75 s. Give a window with --start and --stop, in seconds.',
    )
  })

  test.each([
    [['dataset', '--start', '1'], 'A window needs both ends: --start and --stop, in seconds.'],
    [
      ['dataset', '--areas', 'V1'],
      'The session recorded none of the areas V1. Its areas are: CA1, ALM. Choose from them with --areas, or use --areas "" for all units as one matrix.',
    ],
    [
      ['dataset', '--amplitude-cutoff-max=-1'],
      'No unit is left to export, of the 2 units that the session stores. Relax the limits, change --areas or --probes, or use --all-units.',
    ],
    [
      ['units', '--amplitude-cutoff-max=-1'],
      'No unit is left to export, of the 2 units that the session stores. Relax the limits, change --areas or --probes, or use --all-units.',
    ],
    [
      ['activity', '--after', '1', '--bin-size', '1', '--amplitude-cutoff-max=-1'],
      'No unit is left to export, of the 2 units that the session stores. Relax the limits, change --areas or --probes, or use --all-units.',
    ],
    [
      ['presentations', '--start', '1000'],
      'No presentation is left to export, of 1. Change --stimuli, --exclude-stimuli, --start or --stop.',
    ],
  ])(
    'refuses what leaves nothing, or asks for two things: %j',
    async ([kind = '', ...options], message) => {
      expect(await refused(kind, 'areas_of_others.nwb', ...options)).toBe(`error: ${message}`)
    },
  )

  test('refuses a window beside epochs', async () => {
    const args = ['areas_of_others.nwb', '--start', '1', '--stop', '2', '--before', '3']
    const { code, stderr } = await run(['export', 'dataset', ...args], { cwd: folder })
    expect(code).toBe(2)
    expect(stderr).toBe(
      "error: option '--start <seconds>' cannot be used with option '--before <seconds>'. See spikeql export dataset --help.\n",
    )
  })

  test('refuses presentations of one without intervals', async () => {
    expect(await refused('presentations', 'no_intervals.nwb')).toBe(
      'error: The session has no presentations.',
    )
  })

  test('says why a table has none of the rows that the file stores', async () => {
    expect(await refused('presentations', 'no_starts.nwb')).toMatch(
      /^error: The session has no presentations\. .*start_time/,
    )
  })
})
