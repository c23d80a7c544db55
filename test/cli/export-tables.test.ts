import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { decodeNpy } from '../../src/formats/numpy/npy.ts'
import { type Row, readCsv, readParquet } from '../support/exported-tables.ts'
import { unzip } from '../support/unzip.ts'
import { run } from './run-in-one-process.ts'
import { temporaryFolder, writeSampleSession } from './sample-folder.ts'

let folder: string
let sample: string
beforeAll(async () => {
  folder = await temporaryFolder()
  sample = await writeSampleSession(folder)
})

async function exported(
  recording: string,
  out: string,
  kind: string,
  ...options: string[]
): Promise<string> {
  const file = join(folder, out)
  const { code, stderr } = await run(['export', kind, recording, '--out', file, ...options])
  expect({ code, stderr }).toMatchObject({ code: 0 })
  return file
}

const asTexts = (rows: readonly Row[]) =>
  rows.map((row) => Object.entries(row).map(([name, cell]) => `${name}: ${cell}`))

async function readNpz(file: string) {
  const members = unzip(await readFile(file))
  return Object.fromEntries(
    members.map(({ name, content }) => [name.replace('.npy', ''), decodeNpy(content)]),
  )
}

describe('spikeql export', () => {
  test.each(['units', 'presentations', 'running-speed'])(
    'writes the same %s as CSV, Parquet and npz',
    async (kind) => {
      const file = (ending: string) => exported(sample, `${kind}.${ending}`, kind)
      const rows = await readCsv(await file('csv'))
      expect(rows.length).toBeGreaterThan(50)
      // A column that is not all numbers holds them as texts.
      expect(asTexts(await readParquet(await file('parquet')))).toEqual(asTexts(rows))
      const arrays = await readNpz(await file('npz'))
      expect(Object.keys(arrays)).toEqual(Object.keys(rows[0]))
      for (const [name, { data }] of Object.entries(arrays)) {
        const cells = Array.from(data as ArrayLike<unknown>, (cell) =>
          cell === '' || Number.isNaN(cell) ? null : typeof cell === 'bigint' ? Number(cell) : cell,
        )
        expect(cells.map(String), name).toEqual(rows.map((row) => String(row[name])))
      }
    },
  )

  test('takes the filter, the stimuli and the span that are asked', async () => {
    const units = await readCsv(
      await exported(sample, 'v1.csv', 'units', '--areas', 'V1', '--snr-min', '2'),
    )
    expect(new Set(units.map(({ area }) => area))).toEqual(new Set(['VISp']))
    expect(units.every(({ snr }) => (snr as number) >= 2)).toBe(true)
    const shown = ['presentations', '--stimuli', 'gabors', '--start', '85', '--stop', '90']
    const [kind = '', ...selection] = shown
    const presentations = await readCsv(await exported(sample, 'gabors.csv', kind, ...selection))
    expect(presentations.length).toBeGreaterThan(3)
    for (const { stimulus_name, start_time } of presentations) {
      expect(stimulus_name).toBe('gabors')
      expect(start_time).toBeGreaterThanOrEqual(85)
      expect(start_time).toBeLessThanOrEqual(90)
    }
    const span = ['--start', '100', '--stop', '101']
    const samples = await readCsv(await exported(sample, 'speed.csv', 'running-speed', ...span))
    expect(Object.keys(samples[0])).toEqual(['start_time', 'end_time', 'velocity'])
    expect(samples.every((row) => Math.abs((row.start_time as number) - 100.5) <= 0.5)).toBe(true)
  })

  test('writes aligned counts, and their statistics by condition', async () => {
    const requested = [
      '--stimuli',
      'gabors',
      '--areas',
      'V1',
      '--after',
      '0.2',
      '--bin-size',
      '0.1',
    ]
    const options = ['--edge-rule', 'half-open', ...requested]
    const arrays = await readNpz(await exported(sample, 'aligned.npz', 'activity', ...options))
    const numbers = (name: string) => Array.from(arrays[name]?.data as ArrayLike<number>, Number)
    const [presentations = 0, bins = 0, units = 0] = arrays.counts?.shape ?? []
    expect(arrays.counts?.data).toBeInstanceOf(Uint16Array)
    expect([presentations, bins, units]).toEqual([
      numbers('presentation_ids').length,
      2,
      numbers('unit_ids').length,
    ])
    expect(numbers('bin_edges')).toEqual([0, 0.1, 0.2])
    const conditions = numbers('condition_ids')
    const counts = numbers('counts')
    const rows = await readParquet(
      await exported(sample, 'aligned.parquet', 'activity-statistics', ...options),
    )
    expect(rows).toHaveLength(units * bins * new Set(conditions).size)
    for (const row of [rows[0], rows[1], rows.at(-1)] as Row[]) {
      const unit = numbers('unit_ids').indexOf(row.unit_id as number)
      const bin = numbers('bin_start').indexOf(row.bin_start as number)
      const sum = conditions.reduce(
        (total, condition, presentation) =>
          condition === row.condition_id
            ? total + (counts[(presentation * bins + bin) * units + unit] as number)
            : total,
        0,
      )
      expect(row.n).toBe(conditions.filter((condition) => condition === row.condition_id).length)
      expect(row.spike_count).toBe(sum)
      expect(row.mean).toBe(sum / (row.n as number))
    }
  })

  async function refused(kind: string, ...options: string[]) {
    const before = await readdir(folder)
    const args = ['export', kind, sample, ...options]
    const { code, stdout, stderr } = await run(args, { cwd: folder })
    expect(stdout).toBe('')
    expect(await readdir(folder)).toEqual(before)
    return { code, stderr }
  }

  test.each([
    [['units', '--dtype', 'uint8'], /unknown option '--dtype'\. See spikeql export units --help/],
    [['units', '--format', 'pkl'], /Allowed choices are csv, npz, arrow, parquet/],
    [['units', '--start', '5'], /unknown option '--start'/],
    [
      ['activity', '--edges', '0,1', '--after', '1'],
      /'--edges <seconds>' cannot be used with option '--after <seconds>'/,
    ],
    [['lfp'], /required option '--probe <name>' not specified/],
    [['everything'], /unknown command 'everything'/],
  ])('refuses %j, which has no meaning there', async ([kind = '', ...options], message) => {
    const { code, stderr } = await refused(kind, ...options)
    expect(code).toBe(2)
    expect(stderr).toMatch(message)
  })

  test.each([
    [['units', '--out', 'units.pkl'], /ends in \.csv, \.npz, \.arrow or \.parquet, or add/],
    [['activity'], /needs bins: --after and --bin-size/],
    [['activity-statistics', '--edges', '0,1', '--by', 'colour'], /--by has colour; its keys are/],
    [['lfp', '--probe', 'probeX'], /No probe "probeX" in this session\. Available: probeA, /],
    [['lfp', '--probe', 'probeA'], /The session has no lfp\./],
    [['time-series', '--series', '/x'], /has no \/x\. Available: \//],
    [['running-speed', '--start', '1e9'], /has no samples from 1000000000 s\. Change --start/],
    [['dataset', '--start', '5'], /A window needs both ends: --start and --stop/],
  ])('refuses %j in one line and writes nothing', async ([kind = '', ...options], message) => {
    const { code, stderr } = await refused(kind, ...options)
    expect(code).toBe(1)
    expect(stderr).toMatch(message)
  })
})
