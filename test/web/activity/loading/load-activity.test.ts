import { describe, expect, test, vi } from 'vitest'
import { type Client, CountMatrix, type QueryOptions } from '../../../../src/client/index.ts'
import { loadActivity } from '../../../../web/src/activity/loading/load-activity.ts'
import { startAddress } from '../../../../web/src/app/address.ts'
import { FetchLog } from '../../../../web/src/fetching/fetch-log.ts'

const variables = {
  session: '7',
  epoch: 1,
  areas: ['VISp', 'CA1'],
  units: startAddress.limits,
  before: 1,
  after: 1,
  binSize: 1,
}

const matrix = (href: string) => ({
  href,
  area: null,
  units: [{ unitId: '1', probe: null, channel: null }],
  start: 9,
  binSize: 1,
  shape: [2, 1],
  unitCoverage: [0.5],
  binCoverage: [0, 1],
  invalidTimes: [],
})

/** Answers one epoch with two matrices, whose bytes come when the test says so. */
function fakeClient() {
  const requested: { href: string; options: Parameters<Client['matrix']>[1]; come: () => void }[] =
    []
  const client = {
    query: async () => ({
      session: {
        stimulusEpoch: {
          stimulusName: 'gabors',
          startTime: 10,
          binnedActivity: [matrix('/one'), matrix('/two')],
          running: [{ runningSpeed: [1, null] }],
        },
        dataset: { href: '/all' },
      },
    }),
    matrix: ({ href }: { href: string }, options: Parameters<Client['matrix']>[1]) =>
      new Promise<CountMatrix>((resolve) => {
        const come = () => resolve(new CountMatrix(Uint8Array.of(3, 4), [2, 1]))
        requested.push({ href, options, come })
      }),
  }
  return { client: client as unknown as Client, requested }
}

describe('loading activity', () => {
  test('fetches all matrices at once, and tells how much of them has come', async () => {
    const { client, requested } = fakeClient()
    const shares: number[] = []
    const { signal } = new AbortController()
    const loading = loadActivity(
      client,
      { kind: 'epoch', variables },
      { signal, log: null, onProgress: (share) => shares.push(share) },
    )
    await vi.waitFor(() => expect(requested).toHaveLength(2), 60_000)
    expect(requested.map(({ href }) => href)).toEqual(['/one', '/two'])
    expect(requested[0]?.options?.signal).toBe(signal)

    requested[0]?.options?.onProgress?.({ loaded: 50, total: 100 })
    requested[1]?.come()
    await vi.waitFor(() => expect(shares).toHaveLength(2), 60_000)
    requested[0]?.come()
    const activity = await loading
    expect(shares).toEqual([0.25, 0.75, 1])
    expect(activity).toMatchObject({
      stimulusName: 'gabors',
      onset: 10,
      runningSpeed: [1, null],
      datasetHref: '/all',
      matrices: [
        { href: '/one', counts: { shape: [2, 1], gaps: Uint8Array.of(1, 0) } },
        { href: '/two', counts: { shape: [2, 1] } },
      ],
    })
  })

  test('says what is missing when the session went', async () => {
    const client = { query: async () => ({ session: null }) } as unknown as Client
    const { signal } = new AbortController()
    const options = { signal, log: null, onProgress: () => {} }
    await expect(loadActivity(client, { kind: 'epoch', variables }, options)).rejects.toThrow(
      'The session or the epoch no longer exists.',
    )
  })
})

describe('loading activity of a recording that lies elsewhere', () => {
  /** Answers each query as a server would, with what it fetched for it. */
  function farClient() {
    const near = fakeClient().client
    const client = {
      async estimate(document: unknown, { areas }: { areas: string[] }) {
        if (`${document}`.includes('query EpochActivity')) return { bytes: 0 }
        return { bytes: areas.length * 2500 }
      },
      async query(document: unknown, { areas }: { areas: string[] }, options: QueryOptions) {
        const fetched = (bytes: number) =>
          options.onExtensions?.({
            fetched: { requests: 1, bytes, waits: 1, retries: 0, cachedBytes: 0 },
          })
        if (`${document}`.includes('query EpochActivity')) {
          const response = await near.query<{
            session: { stimulusEpoch: { binnedActivity: object[] } }
          }>('')
          const named = ['VISp', 'CA1'].map((acronym) => ({ ...matrix('/'), area: { acronym } }))
          response.session.stimulusEpoch.binnedActivity = named
          return response
        }
        if (`${document}`.includes('query CellCoverage')) return { session: null }
        fetched(areas[0] === 'VISp' ? 3000 : 1000)
        return { session: { binnedActivity: [{ data: 'AwQ=' }] } }
      },
      matrix: async ({ data }: { data: string }) =>
        new CountMatrix(Uint8Array.from(Buffer.from(data, 'base64')), [2, 1]),
    }
    return client as unknown as Client
  }

  test('says what will be fetched, what was so far, and what was in the end', async () => {
    const log = new FetchLog()
    const totals: object[] = []
    log.subscribe(() => totals.push(log.total))
    const activity = await loadActivity(
      farClient(),
      { kind: 'epoch', variables },
      { signal: new AbortController().signal, log, onProgress: () => {} },
    )
    const common = { partCount: 2, estimate: 5000 }
    expect(totals.slice(-3)).toEqual([
      { ...common, doneCount: 0, bytes: 0 },
      { ...common, doneCount: 1, bytes: 3000 },
      { ...common, doneCount: 2, bytes: 4000 },
    ])
    expect(activity).toMatchObject({
      datasetHref: '/all',
      matrices: [
        { area: { acronym: 'VISp' }, href: '/', counts: { data: Uint8Array.of(3, 4) } },
        { area: { acronym: 'CA1' }, href: '/', counts: { shape: [2, 1] } },
      ],
    })
  })
})
