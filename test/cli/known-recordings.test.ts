import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { isSettled } from '../../src/byte-sources/recording-identity.ts'
import { identityOf } from '../../src/byte-sources/source-identity.ts'
import { commandFile } from '../support/built.ts'
import { copySampleSessions } from '../support/recordings/sample.ts'
import { temporaryFolder } from '../support/recordings/write-nwb.ts'
import { S3Server, testKeys } from '../support/servers/remote/s3-server.ts'
import { run, startProgram } from './run-command.ts'

const folder = temporaryFolder()
const recordings = join(folder, 'recordings')
const cacheDir = join(folder, 'cache')
const withCache = ['--cache-dir', cacheDir]

/** Without WebAssembly, in any of its threads, libhdf5 cannot be loaded. */
const startWithoutLibrary = (args: readonly string[]) => {
  const withoutWebAssembly = 'data:text/javascript,delete globalThis.WebAssembly'
  return startProgram(process.execPath, ['--import', withoutWebAssembly, commandFile, ...args])
}

const exportTo = (out: string) => [
  'export',
  'dataset',
  '810000001',
  '--path',
  recordings,
  '--out',
  out,
]

beforeAll(async () => {
  copySampleSessions(recordings)
  // What was changed some seconds ago is not kept.
  const states = readdirSync(recordings, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.nwb'))
    .map((name) => identityOf(statSync(join(recordings, name))))
  const areSettled = () => states.every((state) => isSettled(state, Date.now()))
  await vi.waitFor(() => expect(areSettled()).toBe(true), 60_000)
  const { code } = await run([...exportTo(join(folder, 'first.npz')), ...withCache])
  expect(code).toBe(0)
})

describe('recordings that were read before', () => {
  test('are exported without libhdf5', async () => {
    const out = join(folder, 'again.npz')
    const { code, stderr } = await startWithoutLibrary([...exportTo(out), ...withCache]).ended
    expect([code, stderr]).toEqual([0, 'Exporting dataset of session 810000001 ...\n'])
    expect(readFileSync(out).equals(readFileSync(join(folder, 'first.npz')))).toBe(true)
  })

  test('are served without libhdf5', async () => {
    const server = startWithoutLibrary([
      ...['serve', recordings, '--port', '0', '--look-timeout', '600', '--threads', '1'],
      ...withCache,
    ])
    const [, url] = await server.seen(/(http:\/\/127\.0\.0\.1:\d+)\/graphql/)
    const query =
      '{ sessions { totalCount } session(id: "810000001") { unitCount stimulusEpoch(index: 1) { binnedActivity(areas: ["V1"], before: 0, after: 1.5, binSize: 0.5) { counts } } } }'
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    })
    const { data } = (await response.json()) as { data: unknown }
    expect(data).toMatchObject({
      sessions: { totalCount: 3 },
      session: {
        stimulusEpoch: {
          binnedActivity: [
            {
              counts: [
                [2, 0, 0, 0, 0, 5, 0, 0, 3, 0, 2],
                [1, 0, 0, 0, 1, 2, 0, 0, 1, 0, 2],
                [2, 0, 2, 0, 0, 4, 0, 0, 3, 0, 1],
              ],
            },
          ],
        },
      },
    })
    server.process.kill('SIGTERM')
    expect((await server.ended).code).toBe(0)
  })

  test('are opened with --no-cache', async () => {
    const out = join(folder, 'none.npz')
    const { code, stderr } = await startWithoutLibrary([...exportTo(out), '--no-cache']).ended
    expect(code).not.toBe(0)
    expect(stderr).toContain('could not be read')
  })
})

test('a cache folder that cannot be written is named once, and everything works without it', async () => {
  const inTheWay = join(folder, 'in-the-way')
  writeFileSync(inTheWay, '')
  const out = join(folder, 'without.npz')
  const { code, stderr } = await run([...exportTo(out), '--cache-dir', inTheWay])
  expect(code).toBe(0)
  expect(stderr.match(/warning: .*/g)).toEqual([
    `warning: Cannot write ${inTheWay}: part of its path is not a folder. Nothing is stored; choose another --cache-dir.`,
  ])
  expect(readFileSync(out).equals(readFileSync(join(folder, 'first.npz')))).toBe(true)
})

describe('recordings that another machine read', () => {
  test('are exported by what a bucket has of them, to which nothing is added', async () => {
    await using bucket = await S3Server.start('lab')
    bucket.isPrivate = true
    const env = {
      AWS_ACCESS_KEY_ID: testKeys.accessKeyId,
      AWS_SECRET_ACCESS_KEY: testKeys.secretAccessKey,
      AWS_REGION: 'us-east-1',
    }
    const shared = ['--index', 's3://lab/spikeql', '--s3-endpoint', bucket.endpoint]
    const methodsOfExport = async () => {
      const before = bucket.ranges.requests.length
      const out = join(folder, 'shared.npz')
      const { code, stderr } = await run([...exportTo(out), ...shared], { env })
      expect([code, stderr]).toEqual([0, 'Exporting dataset of session 810000001 ...\n'])
      expect(readFileSync(out).equals(readFileSync(join(folder, 'first.npz')))).toBe(true)
      return new Set(bucket.ranges.requests.slice(before).map(({ method }) => method))
    }
    expect(await methodsOfExport()).toContain('PUT')
    expect(await methodsOfExport()).toEqual(new Set(['GET']))
    expect(bucket.keys().every((key) => key.startsWith('spikeql/'))).toBe(true)
  })
})
