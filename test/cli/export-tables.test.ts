import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { decodeNpy } from '../../src/formats/npy.ts'
import { type Row, readCsv, readParquet } from '../support/exported-tables.ts'
import { unzip } from '../support/unzip.ts'
import { run } from './run-command.ts'
import { temporaryFolder, writeSampleSession } from './sample-folder.ts'

let folder: string
let sample: string
beforeAll(async () => {
  folder = await temporaryFolder()
  sample = await writeSampleSession(folder)
})

async function exported(recording: string, out: string, ...options: string[]): Promise<string> {
  const file = join(folder, out)
  const { code, stderr } = await run(['export', recording, '--out', file, ...options])
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

describe('spikeql export --what', () => {
  test.each(['units', 'presentations', 'running-speed'])(
    'writes the same %s as CSV, Parquet and npz',
    async (what) => {
      const file = (ending: string) => exported(sample, `${what}.${ending}`, '--what', what)
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
      await exported(sample, 'v1.csv', '--what', 'units', '--areas', 'V1', '--snr-min', '2'),
    )
    expect(new Set(units.map(({ area }) => area))).toEqual(new Set(['VISp']))
    expect(units.every(({ snr }) => (snr as number) >= 2)).toBe(true)
    const shown = [
      '--what',
      'presentations',
      '--stimuli',
      'gabors',
      '--start',
      '85',
      '--stop',
      '90',
    ]
    const presentations = await readCsv(await exported(sample, 'gabors.csv', ...shown))
    expect(presentations.length).toBeGreaterThan(3)
    for (const { stimulus_name, start_time } of presentations) {
      expect(stimulus_name).toBe('gabors')
      expect(start_time).toBeGreaterThanOrEqual(85)
      expect(start_time).toBeLessThanOrEqual(90)
    }
    const speed = ['--what', 'running-speed', '--start', '100', '--stop', '101']
    const samples = await readCsv(await exported(sample, 'speed.csv', ...speed))
    expect(Object.keys(samples[0])).toEqual(['start_time', 'end_time', 'velocity'])
    expect(samples.every((row) => Math.abs((row.start_time as number) - 100.5) <= 0.5)).toBe(true)
  })

  test('writes aligned counts, and their statistics by condition', async () => {
    const asked = ['--stimuli', 'gabors', '--areas', 'V1', '--after', '0.2', '--bin-size', '0.1']
    const what = ['--what', 'aligned', '--edges-rule', 'half-open', ...asked]
    const arrays = await readNpz(await exported(sample, 'aligned.npz', ...what))
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
    const rows = await readParquet(await exported(sample, 'aligned.parquet', ...what))
    expect(rows).toHaveLength(units * bins * new Set(conditions).size)
    for (const row of [rows[0], rows[1], rows.at(-1)] as Row[]) {
      const unit = numbers('unit_ids').indexOf(row.unit_id as number)
      const sum = conditions.reduce(
        (total, condition, presentation) =>
          condition === row.condition_id
            ? total + (counts[(presentation * bins + (row.bin as number)) * units + unit] as number)
            : total,
        0,
      )
      expect(row.n).toBe(conditions.filter((condition) => condition === row.condition_id).length)
      expect(row.spike_count).toBe(sum)
      expect(row.mean).toBe(sum / (row.n as number))
    }
  })

  test.each([
    [['--what', 'units', '--dtype', 'uint8'], /--dtype has no meaning for --what units/],
    [['--what', 'units', '--out', 'units.pkl'], /ends in \.csv, \.npz or \.parquet/],
    [['--what', 'units', '--format', 'pkl'], /Only the dataset is written as pkl/],
    [['--what', 'aligned'], /needs bins: --after and --bin-size/],
    [['--what', 'lfp'], /Name one probe with --probes\. Available: probeA, /],
    [['--what', 'lfp', '--probes', 'probeA'], /has no lfp\. spikeql inspect lists/],
    [['--what', 'time-series', '--series', '/x'], /has no \/x\. Available: \//],
    [['--what', 'units', '--start', '5'], /--start has no meaning for --what units/],
    [['--start', '5'], /A window needs both ends: --start and --stop/],
  ])('refuses %j in one line and writes nothing', async (options, message) => {
    const before = await readdir(folder)
    const { code, stdout, stderr } = await run(['export', sample, ...options], { cwd: folder })
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(message)
    expect(await readdir(folder)).toEqual(before)
  })
})
