import { describe, expect, test, vi } from 'vitest'
import { type Client, CountMatrix, type QueryOptions } from '../../../../src/client/index.ts'
import { loadActivity } from '../../../../web/src/activity/loading/load-activity.ts'
import type { LoadProgress } from '../../../../web/src/activity/loading/load-progress.ts'
import { startAddress } from '../../../../web/src/app/address.ts'

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
    const shares: LoadProgress[] = []
    const { signal } = new AbortController()
    const loading = loadActivity(
      client,
      { kind: 'epoch', variables },
      { signal, isRemote: false, onProgress: (progress) => shares.push(progress) },
    )
    await vi.waitFor(() => expect(requested).toHaveLength(2), 60_000)
    expect(requested.map(({ href }) => href)).toEqual(['/one', '/two'])
    expect(requested[0]?.options?.signal).toBe(signal)

    requested[0]?.options?.onProgress?.({ loaded: 50, total: 100 })
    requested[1]?.come()
    await vi.waitFor(() => expect(shares).toHaveLength(2), 60_000)
    requested[0]?.come()
    const activity = await loading
    expect(shares).toEqual([0.25, 0.75, 1].map((share) => ({ share, fetch: null })))
    expect(activity).toMatchObject({
      fetch: null,
      stimulusName: 'gabors',
      onset: 10,
      runningSpeed: [1, null],
      datasetHref: '/all',
      matrices: [
        { files: { href: '/one' }, counts: { shape: [2, 1], gaps: Uint8Array.of(1, 0) } },
        { files: { href: '/two' }, counts: { shape: [2, 1] } },
      ],
    })
  })

  test('says what is missing when the session went', async () => {
    const client = { query: async () => ({ session: null }) } as unknown as Client
    const { signal } = new AbortController()
    const options = { signal, isRemote: false, onProgress: () => {} }
    await expect(loadActivity(client, { kind: 'epoch', variables }, options)).rejects.toThrow(
      'The session or the epoch no longer exists.',
    )
  })
})

describe('loading activity of a recording that lies elsewhere', () => {
  /** Answers each query as a server would, with what it fetched for it. */
  function farClient() {
    const documents: string[] = []
    const client = {
      async query(document: unknown, { areas }: { areas: string[] }, options: QueryOptions) {
        const text = `${document}`
        documents.push(text)
        const fetched = (bytes: number) =>
          options.onExtensions?.({
            fetched: { requests: 1, bytes, waits: 1, retries: 0, cachedBytes: 0 },
          })
        if (text.includes('query CellCoverage')) return { session: null }
        if (text.includes('query FarEpochMatrix')) {
          fetched(areas[0] === 'VISp' ? 3000 : 1000)
          const { href: _, ...described } = matrix('')
          const data = { dtype: 'uint8', shape: [2, 1], bytes: 'AwQ=' }
          const binnedActivity = [{ ...described, area: { acronym: areas[0] }, data }]
          return { session: { stimulusEpoch: { binnedActivity } } }
        }
        fetched(500)
        const epoch = { stimulusName: 'gabors', startTime: 10, running: [] }
        const binnedActivity = [{ fetchEstimate: 3500 }, { fetchEstimate: 1500 }]
        return { session: { stimulusEpoch: { ...epoch, binnedActivity } } }
      },
      matrix: async () => new CountMatrix(Uint8Array.of(3, 4), [2, 1]),
    }
    return { client: client as unknown as Client, documents }
  }

  test('says what will be fetched, what was so far, and what was in the end', async () => {
    const { client, documents } = farClient()
    const progress: LoadProgress[] = []
    const activity = await loadActivity(
      client,
      { kind: 'epoch', variables },
      {
        signal: new AbortController().signal,
        isRemote: true,
        onProgress: (each) => progress.push(each),
      },
    )
    const common = { matrixCount: 2, estimate: 5000 }
    expect(progress).toEqual([
      { share: 0, fetch: { ...common, doneCount: 0, bytes: 500 } },
      { share: 0.5, fetch: { ...common, doneCount: 1, bytes: 4500 } },
      { share: 1, fetch: { ...common, doneCount: 2, bytes: 4500 } },
    ])
    expect(activity).toMatchObject({
      stimulusName: 'gabors',
      onset: 10,
      runningSpeed: null,
      datasetHref: null,
      fetch: { ...common, doneCount: 2, bytes: 4500 },
      matrices: [
        { area: { acronym: 'VISp' }, files: null, counts: { data: Uint8Array.of(3, 4) } },
        { area: { acronym: 'CA1' }, files: null, counts: { shape: [2, 1] } },
      ],
    })
    expect(documents.filter((text) => text.includes('href'))).toEqual([])
  })
})
