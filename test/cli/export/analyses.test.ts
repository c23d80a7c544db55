import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { decodeNpy } from '../../../src/formats/numpy/npy.ts'
import { readCsv } from '../../support/exported-tables.ts'
import { unzip } from '../../support/unzip.ts'
import { run } from '../run-in-one-process.ts'
import { temporaryFolder, writeSampleSession } from '../sample-folder.ts'

let folder: string
let sample: string
beforeAll(async () => {
  folder = await temporaryFolder()
  sample = await writeSampleSession(folder)
})

/** Runs `spikeql export` and reads what it wrote as arrays. */
async function exported(kind: string, ...options: string[]) {
  const file = join(folder, 'exported.npz')
  const { code, stderr } = await run(['export', kind, sample, '--out', file, ...options])
  expect({ code, stderr }).toMatchObject({ code: 0 })
  const members = unzip(await readFile(file))
  return Object.fromEntries(
    members.map(({ name, content }) => [name.replace('.npy', ''), decodeNpy(content)]),
  )
}

async function refused(kind: string, ...options: string[]) {
  const before = await readdir(folder)
  const { code, stdout, stderr } = await run(['export', kind, sample, ...options], { cwd: folder })
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  expect(await readdir(folder)).toEqual(before)
  return stderr
}

const bins = ['--areas', 'V1', '--after', '0.25', '--bin-size', '0.05']

describe('spikeql export activity --at', () => {
  test('aligns to a column of presentations, of a table, and to times', async () => {
    const flashes = await exported('activity', '--stimuli', 'flashes', ...bins)
    const starts = flashes.start_times?.data as Float64Array
    const byTable = await exported('activity', '--at', 'flashes_presentations:start_time', ...bins)
    expect(byTable.counts).toEqual(flashes.counts)
    expect(byTable.event_times?.data).toEqual(starts)

    const file = join(folder, 'times.txt')
    await writeFile(file, starts.join('\n'))
    expect((await exported('activity', '--at-file', file, ...bins)).counts).toEqual(flashes.counts)
    const first = await exported('activity', '--at', String(starts[0]), ...bins)
    const [, binCount = 0, unitCount = 0] = flashes.counts?.shape ?? []
    expect(first.counts).toEqual({
      shape: [1, 5, unitCount],
      data: (flashes.counts.data as Uint16Array).slice(0, binCount * unitCount),
    })

    const stops = ['--at', 'stop_time', '--stimuli', 'flashes']
    const atStops = await exported('activity', ...stops, ...bins)
    const byStops = await exported('activity', '--at', 'flashes_presentations:stop_time', ...bins)
    expect(atStops.counts).toEqual(byStops.counts)
    expect(atStops.counts).not.toEqual(flashes.counts)
  })

  test('selects rows and moments', async () => {
    const some = ['--at', 'flashes_presentations:start_time', '--where', 'color=1']
    const white = await exported('activity', ...some, ...bins)
    const rows = white.source_indexes?.data as BigInt64Array
    const all = await exported('activity', '--at', 'flashes_presentations:start_time', ...bins)
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.length).toBeLessThan(all.event_times?.data.length ?? 0)
    const times = white.event_times?.data as Float64Array
    const [, second = 0] = times
    const apart = await exported('activity', ...some, '--start', `${second}`, ...bins)
    expect(apart.event_times?.data).toEqual(times.slice(1))
    const gap = ['--min-gap', '1e6']
    expect((await exported('activity', ...some, ...gap, ...bins)).event_times?.data).toEqual(
      times.slice(0, 1),
    )
  })

  test.each([
    [
      ['--at', 'trials:cue'],
      /No table of intervals "trials" in this session\. Available: .*flashes/,
    ],
    [
      ['--at', 'flashes_presentations:cue'],
      /No column "cue" in flashes_presentations\. Available:/,
    ],
    [['--at', 'cue'], /No column "cue" in .*_presentations\. Available:/],
    [['--at', '/licks'], /No time series at "\/licks" in this session\. Available: \//],
    [
      ['--at', '1,2', '--start', '5'],
      /No event is left to export, of the 2 of the source\. Change --at, --where, --start/,
    ],
  ])('names what there is: %j', async (options, message) => {
    expect(await refused('activity', ...options, ...bins)).toMatch(message)
  })
})

describe('spikeql export activity-grid and receptive-fields', () => {
  test('write the same maps', async () => {
    const maps = await exported('receptive-fields', '--areas', 'V1')
    const grid = await exported(
      'activity-grid',
      ...['--areas', 'V1', '--stimuli', 'gabors', '--parameters', 'y_position,x_position'],
      ...['--edges', '0,0.1245,0.249', '--edge-rule', 'allensdk'],
    )
    const [units = 0, rows = 0, columns = 0] = maps.counts?.shape ?? []
    expect([rows, columns]).toEqual([9, 9])
    expect(grid.spike_count?.shape).toEqual([9, 9, 2, units])
    const counts = maps.counts?.data as Uint32Array
    const spikes = grid.spike_count?.data as Float64Array
    const fromGrid = Float64Array.from(counts, (_, cell) => {
      const [unit, row, column] = [Math.floor(cell / 81), Math.floor(cell / 9) % 9, cell % 9]
      // Rows of a map descend.
      const at = ((8 - row) * 9 + column) * 2 * units + unit
      return (spikes[at] as number) + (spikes[at + units] as number)
    })
    expect(fromGrid).toEqual(Float64Array.from(counts))
    expect(grid.y_position?.data).toEqual(Float64Array.of(-40, -30, -20, -10, 0, 10, 20, 30, 40))
  })

  test('take each presentation as a whole where no bins are given', async () => {
    const tuning = ['--stimuli', 'drifting_gratings', '--parameters', 'orientation', '--rates']
    const { mean, orientation, unit_ids } = await exported('activity-grid', ...tuning)
    expect(mean?.shape).toEqual([orientation?.data.length, 1, unit_ids?.data.length])
    const message = await refused('activity-grid', ...tuning, '--before', '1')
    expect(message).toMatch(/^error: Activity needs bins: --after and --bin-size/)
  })
})

describe('spikeql export correlograms', () => {
  test('writes the pairs, lags and counts that the reference has', async () => {
    const { counts, reference_ids, target_ids, lags } = await exported(
      'correlograms',
      ...['--areas', 'V1', '--pairs', 'cross', '--lags', '25'],
    )
    const pair = Array.from(reference_ids?.data as BigInt64Array).findIndex(
      (id, i) => id === 810010301n && target_ids?.data[i] === 810010343n,
    )
    const ofPair = (counts.data as Uint32Array).slice(51 * pair, 51 * (pair + 1))
    expect(ofPair.reduce((sum, count) => sum + count)).toBe(245)
    expect(Array.from(ofPair.slice(0, 6))).toEqual([3, 5, 5, 4, 7, 4])
    expect(lags?.data[0]).toBe(-0.025)
  })

  test('takes targets, epochs, intervals and units of the values', async () => {
    const { values, reference_ids, target_ids } = await exported(
      'correlograms',
      ...['--areas', 'V1', '--target-areas', 'LM', '--stimuli', 'flashes', '--unit', 'hz'],
      ...['--bin-size', '0.01', '--lags', '2'],
    )
    expect(values?.data).toBeInstanceOf(Float64Array)
    const [units, targets] = await Promise.all(
      ['V1', 'LM'].map(async (area) => (await unitsOf(area)).length),
    )
    expect(values?.shape).toEqual([units * targets, 5])
    expect(new Set(reference_ids?.data as BigInt64Array).size).toBe(units)
    expect(new Set(target_ids?.data as BigInt64Array).size).toBe(targets)
    const auto = ['--areas', 'V1', '--pairs', 'auto', '--lags', '0', '--bin-size', '0.001']
    const within = ['--within', '100..200,300..400', '--self-pairs']
    const { counts } = await exported('correlograms', ...auto, ...within)
    expect(counts?.shape).toEqual([units, 1])
    const { spike_count } = await exported(
      'address',
      '--address',
      'spike-train-statistics?units.areas=VISp&within=100..200,300..400',
    )
    // No two spikes of a unit are within half a millisecond.
    expect(Array.from(counts?.data as Uint32Array)).toEqual(
      Array.from(spike_count?.data as ArrayLike<number>, Number),
    )
  })

  test('says why nothing is written', async () => {
    expect(await refused('correlograms', '--snr-min', '1e6')).toMatch(
      /^error: No unit is left to export, of the \d+ units that the session stores\. Relax/,
    )
  })

  async function unitsOf(area: string) {
    const file = join(folder, `${area}.csv`)
    await run(['export', 'units', sample, '--areas', area, '--out', file])
    return readCsv(file)
  }
})

describe('spikeql export correlations', () => {
  test('writes noise and signal correlations that the reference has', async () => {
    const requested = ['--stimuli', 'drifting_gratings', '--areas', 'V1', '--rates']
    const noise = await exported('correlations', ...requested)
    expect(noise.coefficients?.data[1]).toBeCloseTo(0.0357697727457018, 12)
    const signal = await exported('correlations', '--kind', 'signal', ...requested)
    expect(signal.coefficients?.data[1]).toBeCloseTo(-0.2230359003162424, 12)
  })

  test('writes correlations of counts in a window', async () => {
    const window = ['--start', '100', '--stop', '200', '--bin-size', '0.1']
    const total = await exported('correlations', '--kind', 'total', '--areas', 'V1', ...window)
    const [units = 0] = total.coefficients?.shape ?? []
    expect(total.coefficients?.shape).toEqual([units, units])
    expect(total.coefficients?.data[0]).toBe(1)
    expect(await refused('correlations', '--kind', 'total', '--start', '5')).toMatch(
      /need a window and bins: --start, --stop and --bin-size/,
    )
    const mixed = ['--kind', 'total', ...window, '--stimuli', 'flashes']
    expect(await refused('correlations', ...mixed)).toMatch(/they do not take --stimuli/)
  })
})

describe('spikeql export address', () => {
  const part = 'isi-histogram.csv?units.areas=VISp&equal=0..0.1..4'

  test('writes what an address answers, in the format that it has', async () => {
    const { code, stdout } = await run(['export', 'address', sample, '--address', part, '--json'], {
      cwd: folder,
    })
    expect(code).toBe(0)
    const { file, format, request } = JSON.parse(stdout)
    expect({ file, format }).toEqual({ file: 'session_810000001_isi_histogram.csv', format: 'csv' })
    const rows = await readCsv(join(folder, file))
    expect(Object.keys(rows[0]).sort()).toEqual([
      '0',
      '0.025',
      '0.05',
      '0.07500000000000001',
      'unit_id',
    ])

    const again = ['export', 'address', sample, '--out', '-', '--address']
    const whole = await run([...again, `https://host/spikeql${request}`, '--format', 'csv'])
    expect(whole.stdout).toBe(await readFile(join(folder, file), 'utf8'))
    const other = request.replace(/\/[0-9a-f]{12}\//, '/0123456789ab/')
    expect(await refused('address', '--address', other)).toMatch(
      /^error: The address is of \/arrays\/v\d\/810000001\/0123456789ab\/, and this recording is /,
    )
  })

  test.each([
    ['isi.csv', /"isi" is not a kind of file\. Kinds: .*isi-histogram/],
    ['units.npy', /units cannot be written as npy; possible: csv, npz, arrow, parquet\./],
    ['isi-histogram.csv', /The address has 0 kinds of bins/],
    ['units.csv?colour=red', /The address has an unknown field "colour"/],
  ])('refuses %s', async (address, message) => {
    expect(await refused('address', '--address', address)).toMatch(message)
  })
})
