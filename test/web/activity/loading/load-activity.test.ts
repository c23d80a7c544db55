import { describe, expect, test, vi } from 'vitest'
import { type Client, CountMatrix } from '../../../../src/client/index.ts'
import { loadActivity } from '../../../../web/src/activity/loading/load-activity.ts'
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
    const shares: number[] = []
    const { signal } = new AbortController()
    const loading = loadActivity(
      client,
      { kind: 'epoch', variables },
      { signal, onProgress: (share) => shares.push(share) },
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
    const options = { signal: new AbortController().signal, onProgress: () => {} }
    await expect(loadActivity(client, { kind: 'epoch', variables }, options)).rejects.toThrow(
      'The session or the epoch no longer exists.',
    )
  })
})
