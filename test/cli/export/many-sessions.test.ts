import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { temporaryFolder, writeNwb } from '../../support/recordings/write-nwb.ts'
import { run as runAlone } from '../run-command.ts'
import { run } from '../run-in-one-process.ts'

const folder = temporaryFolder()
const recordings = join(folder, 'recordings')
const ids = ['one', 'three', 'two']

beforeAll(async () => {
  mkdirSync(recordings)
  for (const identifier of ids) {
    await writeNwb(join(recordings, `session_${identifier}.nwb`), {
      identifier,
      locations: ['VISp'],
      units: [{ id: 10, electrode: 0, spikes: [1.25, 1.5, 1.75] }],
      intervals: { gabors_presentations: { start: [1], stop: [2], block: [0] } },
    })
  }
})

const exportUnits = (to: string) => [
  ...['export', 'units', '--from', recordings, '--to', join(folder, to), '--all-units'],
]
const units = (to: string, ...args: string[]) => run([...exportUnits(to), ...args])

const filesIn = (to: string) => readdirSync(join(folder, to)).sort()

const manifestOf = (to: string) =>
  JSON.parse(readFileSync(join(folder, to, 'manifest.json'), 'utf8')) as {
    files: { file: string; sessionId: string; sha256: string; bytes: number; request: string }[]
  }

const files = ids.map((id) => `session_${id}_units.csv`)
const whole = ['manifest.json', ...files]

describe('an export of the sessions of a place', () => {
  test('is a file each, and a manifest of identities and digests', async () => {
    const { code, stdout } = await units('plain')
    expect(code).toBe(0)
    expect(stdout).toContain('Wrote 3 files to ')
    expect(filesIn('plain')).toEqual(whole)
    expect(manifestOf('plain').files.map(({ sessionId }) => sessionId)).toEqual(ids)
    const [first] = manifestOf('plain').files
    expect(first).toMatchObject({
      file: files[0],
      bytes: statSync(join(folder, 'plain', 'session_one_units.csv')).size,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      fileVersion: expect.stringMatching(/^[0-9a-f]{12}$/),
    })
  })

  test('goes on where it ended, and writes again what is not what is asked for', async () => {
    const manifest = manifestOf('plain')
    writeFileSync(join(folder, 'plain', 'session_two_units.csv'), 'cut off')
    rmSync(join(folder, 'plain', 'session_one_units.csv'))
    expect((await units('plain')).stdout).toMatch(/Wrote 2 files to .*; up to date: 1\./)
    expect(manifestOf('plain')).toEqual(manifest)
    const { stdout } = await units('plain', '--areas', 'V1')
    expect(stdout).toMatch(/Wrote 3 files to .*; up to date: 0\./)
  })

  test('is shared by parts, which one run without a part puts together', async () => {
    expect((await units('parts', '--part', '1/2')).stdout).toContain('Wrote 2 files')
    expect(filesIn('parts')).toEqual(['.manifest', 'manifest.json', files[0], files[2]])
    expect((await units('parts', '--part', '2/2')).stdout).toContain('Wrote 1 file ')
    expect(manifestOf('parts').files.map(({ file }) => file)).toEqual(files)
    expect((await units('parts')).stdout).toMatch(/Wrote 0 files to .*; up to date: 3\./)
    expect(filesIn('parts')).toEqual(whole)
    expect(manifestOf('parts').files.map(({ file }) => file)).toEqual(files)
  })

  test('is shared by processes', async () => {
    const { code, stdout } = await runAlone([...exportUnits('jobs'), '--jobs', '2'])
    expect([code, stdout.match(/Wrote \d/g)?.sort()]).toEqual([0, ['Wrote 1', 'Wrote 2']])
    expect(filesIn('jobs')).toEqual(whole)
    expect(manifestOf('jobs').files.map(({ file }) => file)).toEqual(files)
  })

  test('goes into a folder that --to names, and not --out', async () => {
    const { code, stderr } = await units('unused', '--out', join(folder, 'of several'))
    expect(code).toBe(1)
    expect(stderr).toContain('--out names one file; choose the folder of several with --to.')
    expect(existsSync(join(folder, 'of several'))).toBe(false)
  })

  test('has no part that lies beyond the others', async () => {
    const { code, stderr } = await units('none', '--part', '3/2')
    expect(code).toBe(2)
    expect(stderr).toContain('It must be two numbers, such as 3/16')
    expect(existsSync(join(folder, 'none'))).toBe(false)
  })
})
