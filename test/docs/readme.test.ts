import { execFile } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, test } from 'vitest'
import { OtherProject } from '../examples/other-project.ts'
import { commandFile } from '../support/built.ts'
import { copySampleSessions } from '../support/recordings/sample.ts'
import { temporaryFolder } from '../support/recordings/write-nwb.ts'
import { ServedFolder } from '../support/servers/served-folder.ts'
import { examples, readme, shellLines } from './readme-examples.ts'

const run = promisify(execFile)

const folder = temporaryFolder()
const served = new ServedFolder(() => {
  copySampleSessions(join(folder, 'sample-data'))
  return [join(folder, 'sample-data')]
})

/**
 * Run a line of the README's shell in the folder, where `npx spikeql` and the
 * server are those under test.
 */
async function shell(line: string): Promise<string> {
  const command = line
    .replace('npx spikeql', `'${process.execPath}' '${commandFile}'`)
    .replace('http://127.0.0.1:4000', served.url)
  const { stdout } = await run('bash', ['-c', command], { cwd: folder })
  return stdout
}

describe('the README', () => {
  test('has examples of every kind', () => {
    expect(shellLines).toEqual([
      'npm ci && npm start',
      expect.stringMatching(/^curl /),
      expect.stringMatching(/^npx spikeql export .*npz$/),
      expect.stringMatching(/^npx spikeql export .*pkl$/),
      expect.stringMatching(/^npx spikeql export .*csv$/),
      expect.stringMatching(/^npx spikeql export .*parquet$/),
      expect.stringMatching(/^npx spikeql export correlograms .*npz$/),
      expect.stringMatching(/^npx spikeql export nwb .*nwb$/),
      'npx spikeql inspect 810000001',
    ])
    expect(examples('graphql')).toHaveLength(4)
  })

  test('shows the true answer to its first query', async () => {
    const [line] = shellLines.filter((candidate) => candidate.startsWith('curl'))
    const [shown] = examples('json')
    expect(JSON.parse(await shell(line as string))).toEqual(JSON.parse(shown as string))
  })

  test('has queries that are answered', async () => {
    const [notebook, sessions, , tuning] = examples('graphql') as [string, string, string, string]
    const { session } = await served.data<{
      session: { stimulusEpochs: { binnedActivity: { shape: number[]; counts: number[][] }[] }[] }
    }>(notebook)
    for (const { binnedActivity } of session.stimulusEpochs) {
      expect(binnedActivity.map(({ shape }) => shape[0])).toEqual(Array(6).fill(1000))
    }
    expect(await served.data(sessions)).toMatchObject({
      sessions: { totalCount: 2, nodes: [{ id: '810000001' }, { id: '820000001' }] },
    })
    const { session: tuned } = await served.data<{
      session: {
        alignedActivity: {
          unitIds: string[]
          groups: { parameters: { value: number }[]; mean: number[][] }[]
        }
      }
    }>(tuning)
    const { unitIds, groups } = tuned.alignedActivity
    const orientations = groups.map(({ parameters }) => parameters[0]?.value)
    expect(orientations.sort((a, b) => Number(a) - Number(b))).toEqual([
      0, 45, 90, 135, 180, 225, 270, 315,
    ])
    expect(groups.every(({ mean }) => mean[0]?.length === unitIds.length)).toBe(true)
  })

  test('shows the addresses that its query gives, but for the state of the file', async () => {
    const { session } = await served.data<{
      session: { dataset: { href: string }; stimulusEpoch: { binnedActivity: { href: string }[] } }
    }>(examples('graphql')[2])
    const shown = [...readme.matchAll(/\/arrays\/v1\/810000001\/[^`']+/g)].map(
      ([address]) => address,
    )
    const given = [session.stimulusEpoch.binnedActivity[0]?.href ?? '', session.dataset.href]
    const withoutState = (address: string) => address.replace(/\/[0-9a-f]{12}\//, '/…/')
    expect(shown.map(withoutState)).toEqual(given.map(withoutState))
    for (const href of given) expect((await fetch(served.url + href)).status).toBe(200)
  })

  describe('has a program', () => {
    let project: OtherProject
    beforeAll(async () => {
      project = await OtherProject.create(served.url)
    })

    test('whose comments are true', async () => {
      const [program] = examples('js') as [string]
      await project.write('program.mjs', program)
      const comments = [...program.matchAll(/\/\/ (.*?):/g)].map(([, value]) => `${value}\n`)
      expect(comments).toHaveLength(2)
      expect(await project.run('node', 'program.mjs')).toBe(comments.join(''))
    })
  })

  describe('has commands that work', () => {
    beforeAll(async () => {
      for (const line of shellLines.filter((candidate) => candidate.includes('export'))) {
        await shell(line)
      }
    })

    test('inspect', async () => {
      expect(await shell(shellLines.at(-1) as string)).toMatch(/VISp +V1/)
    })

    test('export, of units and presentations', () => {
      const [header, ...rows] = readFileSync(join(folder, 'units.csv'), 'utf8').trim().split('\n')
      expect(header).toMatch(/^(unit_)?id,/)
      expect(rows.length).toBe(132)
      const parquet = readFileSync(join(folder, 'presentations.parquet'))
      expect(parquet.subarray(0, 4).toString()).toBe('PAR1')
    })

    test('export, of the dataset, of correlograms and of an NWB file', () => {
      const files = [
        'session_810000001_100ms.npz',
        'session_810000001_100ms.pkl',
        'correlograms.npz',
        'v1.nwb',
      ]
      for (const file of files) {
        expect(statSync(join(folder, file)).size).toBeGreaterThan(10_000)
      }
    })
  })
})
