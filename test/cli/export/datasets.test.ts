import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { decodeNpy } from '../../../src/formats/numpy/npy.ts'
import { temporaryFolder, writeNwb } from '../../support/recordings/write-nwb.ts'
import { unzip } from '../../support/unzip.ts'
import { run } from '../run-in-one-process.ts'

const folder = temporaryFolder()

beforeAll(async () => {
  const gabors = { gabors_presentations: { start: [1], stop: [2], block: [0] } }
  for (const [i, identifier] of ['one', 'two'].entries()) {
    await writeNwb(join(folder, `${identifier}.nwb`), {
      identifier,
      locations: ['VISp'],
      units: [{ id: 10 + i, electrode: 0, spikes: [1.25, 1.5, 1.75].slice(i) }],
      intervals: gabors,
    })
  }
})

const around = ['--before', '0', '--after', '1', '--bin-size', '0.5', '--areas', 'V1']
const exported = (...args: string[]) =>
  run(['export', 'datasets', 'one.nwb', 'two.nwb', ...around, ...args], { cwd: folder })

const arraysOf = (file: string) =>
  new Map(
    unzip(readFileSync(join(folder, file))).map(({ name, content }) => {
      const { shape, data } = decodeNpy(content)
      return [name.replace('.npy', ''), { shape, cells: Array.from(data, String) }]
    }),
  )

describe('spikeql export datasets', () => {
  test('writes a file a session, and what each is made of', async () => {
    const { code, stdout } = await exported('--out', 'many')
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: 'Wrote 2 files to many; up to date: 0.\n',
    })
    const names = ['manifest.json', 'session_one_500ms.npz', 'session_two_500ms.npz']
    expect(readdirSync(join(folder, 'many')).sort()).toEqual(names)
    const { files } = JSON.parse(readFileSync(join(folder, 'many', 'manifest.json'), 'utf8'))
    expect(files).toMatchObject([
      {
        sessionId: 'one',
        file: 'session_one_500ms.npz',
        bytes: statSync(join(folder, 'many', 'session_one_500ms.npz')).size,
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        request: expect.stringMatching(/^\/arrays\/v\d+\/one\/.*areas=VISp&before=0&after=1/),
      },
      { sessionId: 'two', file: 'session_two_500ms.npz' },
    ])
    expect(arraysOf('many/session_two_500ms.npz').get('0__VISp')).toEqual({
      shape: [2, 1],
      cells: ['0', '2'],
    })
  })

  test('goes on where it ended, and writes again what is not what is asked for', async () => {
    await exported('--out', 'again')
    const manifest = readFileSync(join(folder, 'again', 'manifest.json'), 'utf8')
    writeFileSync(join(folder, 'again', 'session_two_500ms.npz'), 'cut off')
    expect((await exported('--out', 'again')).stdout).toBe(
      'session_one_500ms.npz is up to date.\nWrote 1 file to again; up to date: 1.\n',
    )
    expect(readFileSync(join(folder, 'again', 'manifest.json'), 'utf8')).toBe(manifest)
    const { stdout } = await exported('--out', 'again', '--all-units')
    expect(stdout).toBe('Wrote 2 files to again; up to date: 0.\n')
  })

  test('writes one file of all, with the session before each name', async () => {
    const { code, stdout } = await exported('--out', 'all.npz')
    expect(code).toBe(0)
    expect(stdout).toMatch(/^Wrote all\.npz \(.* kB\): 2 sessions\.\n$/)
    const arrays = arraysOf('all.npz')
    expect(arrays.get('session_ids')?.cells).toEqual(['one', 'two'])
    expect(arrays.get('one__0__VISp')).toEqual({ shape: [2, 1], cells: ['1', '2'] })
    expect(arrays.get('two__0__VISp')).toEqual({ shape: [2, 1], cells: ['0', '2'] })
    expect(arrays.get('two__unit_ids__VISp')?.cells).toEqual(['11'])
  })
})
