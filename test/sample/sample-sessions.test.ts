import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { planSampleRecording } from '../../src/sample/sample-recordings.ts'
import { sampleSessions, writeSampleSessions } from '../../src/sample/sample-sessions.ts'
import { writeRecording } from '../../src/sample/session-file.ts'
import { passingUnits, WrittenFile } from './read-back.ts'

const VISUAL_AREAS = ['VISal', 'VISam', 'VISl', 'VISp', 'VISpm', 'VISrl']
const ELECTRODES = '/general/extracellular_ephys/electrodes'

let folder: string
let paths: string[]
let files: WrittenFile[]
const progress: string[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'spikeql-sample-'))
  paths = await writeSampleSessions(folder, {
    onProgress: (done, total, label) => progress.push(`${done}/${total} ${label}`),
  })
  files = await Promise.all(paths.map((path) => WrittenFile.open(path)))
})

afterAll(() => rm(folder, { recursive: true, force: true }))

/** Areas of the units' peak channels. */
function areasOf(file: WrittenFile, units: readonly number[]): Set<string> {
  const channels = file.numbers(`${ELECTRODES}/id`)
  const areas = file.strings(`${ELECTRODES}/location`)
  const peaks = file.numbers('/units/peak_channel_id')
  return new Set(units.map((unit) => areas[channels.indexOf(peaks[unit])]))
}

function spikeCountsOf(file: WrittenFile): number[] {
  return file
    .numbers('/units/spike_times_index')
    .map((end, unit, ends) => end - (ends[unit - 1] ?? 0))
}

describe('writeSampleSessions', () => {
  test('writes a cache of the AllenSDK, below 60 MB, and nothing else', async () => {
    const names = ['session_810000001', 'session_820000001', 'session_830000001']
    expect(paths).toEqual(names.map((name) => join(folder, name, `${name}.nwb`)))
    expect((await readdir(folder, { recursive: true })).sort()).toEqual(
      names.flatMap((name) => [name, join(name, `${name}.nwb`)]),
    )
    const sizes = await Promise.all(paths.map(async (path) => (await stat(path)).size))
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(60e6)
    expect(progress).toEqual(names.map((name, i) => `${i + 1}/3 ${name}`))
  })

  test('says what the sessions are', () => {
    expect(files.map((file) => file.dataset('/general/stimulus').value)).toEqual([
      'brain_observatory_1.1',
      'brain_observatory_1.1',
      'functional_connectivity',
    ])
    expect(files.map((file) => file.attribute('/', 'nwb_version'))).toEqual([
      '2.2.2',
      '2.2.2',
      '2.2.2',
    ])
    expect(files.map((file) => file.children('/processing').includes('optotagging'))).toEqual([
      true,
      false,
      false,
    ])
    expect(files.map((file) => file.children('/processing').includes('eye_tracking'))).toEqual([
      true,
      false,
      true,
    ])
  })

  test('has passing units in all six visual areas, but the last session lacks one area', () => {
    for (const file of files.slice(0, 2)) {
      const areas = areasOf(file, passingUnits(file))
      expect([...areas].filter((area) => area.startsWith('VIS')).sort()).toEqual(VISUAL_AREAS)
      expect(areas).toContain('CA1')
    }
    const [, , last] = files
    expect(new Set(last.strings(`${ELECTRODES}/location`))).not.toContain('VISrl')
    expect(
      [...areasOf(last, passingUnits(last))].filter((area) => area.startsWith('VIS')).sort(),
    ).toEqual(VISUAL_AREAS.filter((area) => area !== 'VISrl'))
  })

  test('has an area with channels and units of which none passes', () => {
    const [, , last] = files
    const allUnits = last.numbers('/units/id').map((_, unit) => unit)
    expect(areasOf(last, allUnits)).toContain('VISmma')
    expect(areasOf(last, passingUnits(last))).not.toContain('VISmma')
  })

  test('has a missing metric written as empty strings, as in some released files', () => {
    const [first, , last] = files
    expect(new Set(last.strings('/units/nn_miss_rate'))).toEqual(new Set(['']))
    expect(first.numbers('/units/nn_miss_rate').every((rate) => rate >= 0)).toBe(true)
  })

  test('has several units on one channel, and a passing unit without a spike', () => {
    for (const file of files) {
      const passing = passingUnits(file)
      const peaks = file.numbers('/units/peak_channel_id')
      expect(new Set(passing.map((unit) => peaks[unit])).size).toBeLessThan(passing.length)
      const counts = spikeCountsOf(file)
      const silent = passing.filter((unit) => counts[unit] === 0)
      expect(silent).toHaveLength(1)
    }
  })

  test('has spikes exactly on the ends of the windows around block onsets, and on edges of bins', () => {
    const [file] = files
    const spikes = new Set(file.numbers('/units/spike_times'))
    for (const stimulus of ['gabors', 'flashes', 'drifting_gratings', 'static_gratings']) {
      const onset = file.numbers(`/intervals/${stimulus}_presentations/start_time`)[0]
      for (const edge of [onset - 10, onset - 10 + 43 * 0.1, onset - 10 + 137 * 0.1, onset + 90]) {
        expect(spikes, `${stimulus} at ${edge}`).toContain(edge)
      }
    }
  })

  test('has an invalid time within a block of gratings, and one of a single probe', () => {
    for (const [i, file] of files.entries()) {
      const id = String(sampleSessions[i].id)
      const starts = file.numbers('/intervals/invalid_times/start_time')
      expect(file.strings('/intervals/invalid_times/tags')).toEqual([
        ...['EcephysSession', id, 'stimulus'],
        ...['EcephysProbe', String(sampleSessions[i].id + 102), 'probeB'],
      ])
      expect(file.numbers('/intervals/invalid_times/tags_index')).toEqual([3, 6])
      const stimulus = i < 2 ? 'drifting_gratings' : 'drifting_gratings_contrast'
      const blocks = file.numbers(`/intervals/${stimulus}_presentations/stimulus_block`)
      const onsets = file
        .numbers(`/intervals/${stimulus}_presentations/start_time`)
        .filter((_, row) => blocks[row] === blocks[0])
      expect(onsets.filter((onset) => onset < starts[0]).length).toBeGreaterThan(10)
      expect(onsets.filter((onset) => onset > starts[0]).length).toBeGreaterThan(10)
    }
  })

  test('lets cells of visual cortex prefer an orientation', () => {
    const [file] = files
    const table = '/intervals/drifting_gratings_presentations'
    const starts = file.numbers(`${table}/start_time`)
    const orientations = file.numbers(`${table}/orientation`)
    const spikeTimes = file.dataset('/units/spike_times').value as Float64Array
    const ends = file.numbers('/units/spike_times_index')
    const visual = passingUnits(file).filter((unit) => areasOf(file, [unit]).has('VISp'))
    const ratios = visual.map((unit) => {
      const spikes = spikeTimes.subarray(ends[unit - 1] ?? 0, ends[unit])
      const counts = [0, 45, 90, 135].map((angle) =>
        starts.reduce(
          (sum, start, row) =>
            orientations[row] % 180 === angle
              ? sum + spikes.filter((time) => time >= start && time < start + 2).length
              : sum,
          0,
        ),
      )
      return Math.max(...counts) / Math.max(1, Math.min(...counts))
    })
    expect(ratios.filter((ratio) => ratio > 1.7).length).toBeGreaterThan(visual.length / 3)
  })
})

describe('writeRecording', () => {
  const recording = planSampleRecording(sampleSessions[1])

  test('writes the same bytes at another time', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-05-06T07:08:09Z') })
    const path = join(folder, 'again.nwb')
    try {
      await writeRecording(recording, path)
    } finally {
      vi.useRealTimers()
    }
    const hashes = await Promise.all(
      [path, paths[1]].map(async (file) =>
        createHash('sha256')
          .update(await readFile(file))
          .digest('hex'),
      ),
    )
    expect(hashes[0]).toBe(hashes[1])
  })

  test('leaves nothing behind when it fails', async () => {
    const parent = join(folder, 'occupied')
    const path = join(parent, 'session.nwb')
    await mkdir(path, { recursive: true })
    await expect(writeRecording(recording, path)).rejects.toThrow('EISDIR')
    expect(await readdir(parent)).toEqual(['session.nwb'])
  })
})
