import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, createClient, type ResponseExtensions } from '../../../src/client/index.ts'
import { temporaryFolder, writeNwb } from '../../support/recordings/write-nwb.ts'
import { S3Server } from '../../support/servers/remote/s3-server.ts'
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

const counts = `query ($start: Float!, $stop: Float!) {
  session(id: "far") {
    binnedActivity(areas: [], start: $start, stop: $stop, binSize: 1) { spikeCount }
  }
}`

const trains = `query ($start: Float!, $stop: Float!) {
  session(id: "far") {
    units { nodes { spikeTimes(start: $start, stop: $stop) } }
  }
}`

/** Bytes that were fetched for a query of a tenth of the recording. */
async function fetchedFor(query: string, start: number) {
  const seen: ResponseExtensions[] = []
  await client.query(
    query,
    { start, stop: start + 100 },
    { extensions: { fetched: true }, onExtensions: (extensions) => seen.push(extensions) },
  )
  return seen[0]?.fetched?.bytes
}

/** What is estimated for it, and the bytes that were fetched for the estimate. */
async function estimateOf(query: string, start: number) {
  const seen: ResponseExtensions[] = []
  const { bytes } = await client.estimate(
    query,
    { start, stop: start + 100 },
    { extensions: { fetched: true }, onExtensions: (extensions) => seen.push(extensions) },
  )
  return { bytes, fetched: seen[0]?.fetched?.bytes }
}

describe('what a query of spikes that lie elsewhere fetches', () => {
  test('is estimated before any of them are fetched, and is about right', async () => {
    await client.query('{ session(id: "far") { units { totalCount } } }')
    const estimated = await estimateOf(counts, 700)
    // 100,000 spikes of each large unit, and all of the small one
    const spikeBytes = 8 * (100_000 + 100_000 + 1000)
    expect(estimated.bytes).toBeGreaterThan(spikeBytes)
    expect(estimated.bytes).toBeLessThan(1.05 * spikeBytes)
    expect(estimated.fetched).toBeLessThan(0.1 * spikeBytes)
    const fetched = await fetchedFor(counts, 700)
    expect(fetched).toBeGreaterThan(0.9 * estimated.bytes)
    expect(fetched).toBeLessThan(1.1 * estimated.bytes)
  })

  test('is nothing of what is kept, which the estimate includes', async () => {
    expect(await fetchedFor(counts, 700)).toBe(0)
    const estimated = await estimateOf(counts, 700)
    expect(estimated.fetched).toBe(0)
    expect(estimated.bytes).toBeGreaterThan(8 * 201_000)
  })

  test('is estimated of other fields by the same rule', async () => {
    const { bytes } = await estimateOf(trains, 850)
    const fetched = await fetchedFor(trains, 850)
    // The small unit is kept by now.
    expect(fetched).toBeGreaterThan(0.9 * (bytes - 8000))
    expect(fetched).toBeLessThan(1.1 * bytes)
  })

  test('is nothing for an address, whose version the entity tag states', async () => {
    expect(
      await fetchedFor(
        `query ($start: Float!, $stop: Float!) {
          session(id: "far") {
            binnedActivity(areas: [], start: $start, stop: $stop, binSize: 1) { href }
          }
        }`,
        100,
      ),
    ).toBe(0)
  })
})
