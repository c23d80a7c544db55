import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sampleFolder } from '../../support/recordings/sample.ts'
import { temporaryFolder } from '../../support/recordings/write-nwb.ts'
import { DandiServer } from '../../support/servers/remote/dandi-server.ts'
import { S3Server } from '../../support/servers/remote/s3-server.ts'
import { run, start } from '../run-command.ts'
import { run as runInOneProcess } from '../run-in-one-process.ts'

const folder = temporaryFolder()
const prefix = 'visual-coding-neuropixels/ecephys-cache/'
const sessionFile = 'session_810000001/session_810000001.nwb'
const recording = readFileSync(join(sampleFolder, sessionFile))
const text = (content: string) => new TextEncoder().encode(content)

let bucket: S3Server
let archive: DandiServer

beforeAll(async () => {
  bucket = await S3Server.start('allen-brain-observatory', {
    [`${prefix}${sessionFile}`]: recording,
    [`${prefix}session_5/session_5.nwb`]: text('not a recording'),
    [`${prefix}manifest.json`]: text(
      JSON.stringify({ manifest: [{ type: 'manifest_version', value: '0.3.0' }] }),
    ),
    [`${prefix}sessions.csv`]: text(
      'id,session_type,sex\n810000001,brain_observatory_1.1,F\n5,functional_connectivity,M\n',
    ),
    [`${prefix}probes.csv`]: text('id,ecephys_session_id,name\n1,810000001,probeA\n2,5,probeB\n'),
    [`${prefix}channels.csv`]: text(
      'id,ecephys_probe_id,ecephys_structure_acronym\n11,1,VISp\n12,1,VISl\n21,2,CA1\n',
    ),
    [`${prefix}units.csv`]: text('id,ecephys_channel_id\n101,11\n'),
  })
  archive = await DandiServer.start([{ path: 'sub-1/sub-1_ses-810000001.nwb', bytes: recording }])
})

afterAll(async () => {
  await bucket[Symbol.asyncDispose]()
  await archive[Symbol.asyncDispose]()
})

let caches = 0
const withCache = () => ['--cache-dir', join(folder, `cache-${caches++}`)]
const elsewhere = () => ['--s3-endpoint', bucket.endpoint, '--dandi-api', archive.base]

const activity = `session(id: "810000001") {
  location unitCount
  stimulusEpoch(index: 1) {
    binnedActivity(areas: ["V1"], before: 0, after: 1.5, binSize: 0.5) { unitIds counts }
  }
}`

/** A server of places here and elsewhere, which has started but need not have read them all. */
async function startServer(places: readonly string[], cache = withCache()) {
  const server = start([
    ...['serve', ...places, '--port', '0', ...cache, ...elsewhere(), '--allow-private-networks'],
    ...['--look-timeout', '60', '--threads', '1', '--drain-delay', '0'],
  ])
  const [, url] = await server.seen(/(http:\/\/127\.0\.0\.1:\d+)\/graphql/)
  return {
    /** the data, or the errors, of a query */
    async sendQuery(query: string): Promise<unknown> {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: `{ ${query} }` }),
      })
      const { data, errors } = (await response.json()) as { data: unknown; errors?: unknown }
      return errors ?? data
    },
    async stop(): Promise<void> {
      server.process.kill('SIGTERM')
      expect((await server.ended).code).toBe(0)
    },
  }
}

const requestedSince = (count: number) =>
  bucket.ranges.requests.slice(count).map(({ url }) => url ?? '')

describe('spikeql serve of places elsewhere', () => {
  type Server = Awaited<ReturnType<typeof startServer>>
  let allen: Server
  let both: Server
  let dandi: Server
  let requestsBefore: number

  beforeAll(async () => {
    requestsBefore = bucket.ranges.requests.length
    ;[allen, both, dandi] = await Promise.all([
      startServer(['allen://visual-coding']),
      startServer([join(sampleFolder, 'session_810000001'), 'allen://visual-coding']),
      startServer(['dandi://000021']),
    ])
  })

  afterAll(() => Promise.all([allen, both, dandi].map((server) => server.stop())))

  test('lists sessions with what the tables know, and opens none for it', async () => {
    const listed = await allen.sendQuery(
      'sessions { nodes { id available sessionType fileSize subject { sex } } }',
    )
    expect(listed).toEqual({
      sessions: {
        nodes: [
          {
            id: '5',
            available: true,
            sessionType: 'functional_connectivity',
            fileSize: 15,
            subject: { sex: 'M' },
          },
          {
            id: '810000001',
            available: true,
            sessionType: 'brain_observatory_1.1',
            fileSize: recording.length,
            subject: { sex: 'F' },
          },
        ],
      },
    })
    expect(requestedSince(requestsBefore).filter((url) => url.includes('.nwb'))).toEqual([])
  })

  test('serves a recording that is here, too, from here', async () => {
    expect(
      await both.sendQuery('sessions { nodes { id location } } refusedFiles { code }'),
    ).toEqual({
      sessions: {
        nodes: [
          { id: '5', location: `s3://allen-brain-observatory/${prefix}session_5/session_5.nwb` },
          { id: '810000001', location: null },
        ],
      },
      refusedFiles: [{ code: 'FILE_DUPLICATED' }],
    })
  })

  test('counts spikes as from a file of this machine', async () => {
    const local = await both.sendQuery(activity)
    expect(local).toMatchObject({ session: { location: null } })
    const fromAllen = await allen.sendQuery(activity)
    const fromDandi = await dandi.sendQuery(activity)
    const without = (reply: unknown) => {
      const { session } = reply as { session: { location: string | null } }
      return { ...session, location: null }
    }
    expect(without(fromAllen)).toEqual(without(local))
    expect(without(fromDandi)).toEqual(without(local))
    expect(fromAllen).toMatchObject({
      session: { location: `s3://allen-brain-observatory/${prefix}${sessionFile}` },
    })
  })

  test('refuses a file that is no recording when it is asked for', async () => {
    expect(await allen.sendQuery('session(id: "5") { id }')).toMatchObject([
      { extensions: { code: 'NOT_HDF5' } },
    ])
    expect(await allen.sendQuery('refusedFiles { fileName code }')).toEqual({
      refusedFiles: [{ fileName: 'session_5.nwb', code: 'NOT_HDF5' }],
    })
  })

  test.each([
    ['allen://moon', 'allen://moon is not a supported project of the Allen Institute'],
    ['dandi://21', 'dandi://21 does not name a dandiset'],
    ['ftp://host/a.nwb', 'ftp:// is not supported'],
    ['http://example.org/a.nwb', 'is not encrypted'],
  ])('refuses %s at once', async (address, message) => {
    const { code, stderr } = await runInOneProcess(['serve', address, '--port', '0'])
    expect(code).toBe(1)
    expect(stderr).toContain(message)
  })
})

describe('spikeql export dataset --from', () => {
  const args = (to: string, cache: readonly string[]) => [
    ...['export', 'dataset', '--from', 'allen://visual-coding', '--where-areas', 'V1,LM'],
    ...['--session-type', 'brain_observatory_1.1', '--to', to, ...cache, ...elsewhere()],
  ]

  test('writes the dataset of each session that matches, once, and asks for nothing again', async () => {
    const to = join(folder, 'datasets')
    const cache = withCache()
    const first = await run(args(to, cache))
    expect([first.code, readdirSync(to)]).toEqual([
      0,
      ['manifest.json', 'session_810000001_100ms.npz'],
    ])
    const local = join(folder, 'local.npz')
    const options = [join(sampleFolder, sessionFile), '--out', local]
    await runInOneProcess(['export', 'dataset', ...options])
    const file = join(to, 'session_810000001_100ms.npz')
    expect(readFileSync(file).equals(readFileSync(local))).toBe(true)
    const again = await run(args(to, cache))
    expect(again.stdout).toContain('session_810000001_100ms.npz is up to date.')
    const before = bucket.ranges.requests.length
    expect((await run(args(join(folder, 'others'), cache))).code).toBe(0)
    // The list, and one look at whether the file is still the same.
    const requests = requestedSince(before).filter((url) => url.includes('.nwb'))
    expect(requests.length).toBeLessThanOrEqual(1)
  })

  test('says when nothing matches', async () => {
    const { code, stderr } = await runInOneProcess([
      ...['export', 'dataset', '--from', 'allen://visual-coding', '--where-areas', 'LGd'],
      ...[...withCache(), ...elsewhere()],
    ])
    expect(code).toBe(1)
    expect(stderr).toContain(
      'None of 2 sessions matches --where-areas and --session-type. Session types: functional_connectivity, brain_observatory_1.1.',
    )
  })
})

describe('spikeql inspect, index and doctor', () => {
  test('inspect reads a recording by its address', async () => {
    const address = bucket.ranges.url(`/allen-brain-observatory/${prefix}${sessionFile}`)
    const { code, stdout } = await runInOneProcess(['inspect', address, '--json', ...withCache()])
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ id: '810000001', location: address })
  })

  test('index fills what lists do not know', async () => {
    const cache = withCache()
    const { code, stdout, stderr } = await run([
      ...['index', 'dandi://000021', ...cache, ...elsewhere(), '--allow-private-networks'],
    ])
    expect([code, stdout]).toEqual([0, 'Read 1 session.\n'])
    expect(stderr).toContain('Reading dandi://000021')
    const before = archive.bucket.requests.length
    const server = await startServer(['dandi://000021'], cache)
    expect(
      await server.sendQuery('sessions { nodes { id unitCount recordedAreas } }'),
    ).toMatchObject({
      sessions: { nodes: [{ id: '810000001', unitCount: expect.any(Number) }] },
    })
    await server.stop()
    expect(archive.bucket.requests.length).toBe(before)
  })

  test('doctor reports every step, and where one fails', async () => {
    const good = await runInOneProcess([
      'doctor',
      'allen://visual-coding',
      '--session',
      '810000001',
      ...elsewhere(),
    ])
    expect(good.stdout.replaceAll(/\([^)]*\)/g, '').split('\n')).toEqual([
      expect.stringMatching(/^SpikeQL 0\.1\.0, Node v/),
      'resolve   ok      allen://visual-coding ',
      'list      ok      2 sessions ',
      `session   ok      810000001 at s3://allen-brain-observatory/${prefix}${sessionFile} `,
      'identity  ok      18.9 MB, changes are noticed by entity tag ',
      expect.stringMatching(/^range {5}ok {6}bytes \d+ to \d+ as requested $/),
      expect.stringMatching(/^tables {4}ok {6}\d+ units, \d+ channels, \d+ epochs $/),
      '',
    ])
    expect(good.stdout).toMatch(/tables .* epochs \([\d.]+ s, \d+ requests, [\d.]+ [kM]B\)\n/)
    expect(good.code).toBe(0)
    const bad = await runInOneProcess(['doctor', 'allen://visual-coding', ...elsewhere()])
    expect(bad.code).toBe(1)
    expect(bad.stdout).toMatch(/tables {4}FAILED {2}NOT_HDF5: session_5\.nwb/)
    expect(bad.stderr).toContain('The step "tables" failed; the steps after it were not run.')
  })

  test('doctor shows neither keys nor signed addresses', async () => {
    archive.isEmbargoed = true
    const { stdout, stderr } = await run(
      ['doctor', 'dandi://000021', ...elsewhere(), '--allow-private-networks'],
      { env: { DANDI_API_KEY: archive.key } },
    )
    archive.isEmbargoed = false
    expect(stdout).toContain('tables    ok')
    expect(stdout + stderr).not.toContain(archive.key)
    expect(stdout + stderr).not.toContain('X-Amz-Signature')
  })
})
