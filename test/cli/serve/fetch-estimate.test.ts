import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, createClient, type ResponseExtensions } from '../../../src/client/index.ts'
import { temporaryFolder, writeNwb } from '../../support/recordings/write-nwb.ts'
import { S3Server } from '../../support/servers/s3-server.ts'
import { type Started, start } from '../run-command.ts'

const folder = temporaryFolder()

let bucket: S3Server
let server: Started
let client: Client

/** Spikes at a steady rate for 1000 s. */
const steady = (id: number, count: number) => ({
  id,
  spikes: Array.from({ length: count }, (_, i) => (i * 1000) / count),
})

beforeAll(async () => {
  const file = join(folder, 'far.nwb')
  await writeNwb(file, {
    identifier: 'far',
    units: [steady(1, 1_000_000), steady(2, 1_000_000), steady(3, 1000)],
  })
  bucket = await S3Server.start('recordings', { 'far.nwb': readFileSync(file) })
  server = start([
    ...['serve', 's3://recordings/far.nwb', '--port', '0', '--cache-dir', join(folder, 'cache')],
    ...['--s3-endpoint', bucket.endpoint, '--threads', '1', '--drain-delay', '0'],
  ])
  const [, url] = await server.seen(/(http:\/\/127\.0\.0\.1:\d+)\/graphql/)
  client = createClient(url as string)
})

afterAll(async () => {
  server.process.kill('SIGTERM')
  await server.ended
  await bucket[Symbol.asyncDispose]()
})

/** A field of the counts in a tenth of the recording, and the bytes fetched for it. */
async function requested(field: 'fetchEstimate' | 'spikeCount', start: number) {
  const seen: ResponseExtensions[] = []
  const { session } = await client.query<{
    session: { binnedActivity: [Record<'fetchEstimate' | 'spikeCount', number>] }
  }>(
    `query ($start: Float!, $stop: Float!) {
      session(id: "far") {
        binnedActivity(areas: [], start: $start, stop: $stop, binSize: 1) { ${field} }
      }
    }`,
    { start, stop: start + 100 },
    { extensions: { fetched: true }, onExtensions: (extensions) => seen.push(extensions) },
  )
  return { value: session.binnedActivity[0][field], fetched: seen[0]?.fetched?.bytes }
}

describe('what counting spikes that lie elsewhere fetches', () => {
  test('is estimated before any of them are fetched, and is about right', async () => {
    await client.query('{ session(id: "far") { units { totalCount } } }')
    const estimated = await requested('fetchEstimate', 700)
    // 100,000 spikes of each large unit, and all of the small one
    const spikeBytes = 8 * (100_000 + 100_000 + 1000)
    expect(estimated.value).toBeGreaterThan(spikeBytes)
    expect(estimated.value).toBeLessThan(1.05 * spikeBytes)
    expect(estimated.fetched).toBeLessThan(0.1 * spikeBytes)
    const counted = await requested('spikeCount', 700)
    expect(counted.fetched).toBeGreaterThan(0.9 * estimated.value)
    expect(counted.fetched).toBeLessThan(1.1 * estimated.value)
  })

  test('is nothing of what is kept, which the estimate includes', async () => {
    expect(await requested('spikeCount', 700)).toMatchObject({ fetched: 0 })
    const estimated = await requested('fetchEstimate', 700)
    expect(estimated.fetched).toBe(0)
    expect(estimated.value).toBeGreaterThan(8 * 201_000)
  })
})
