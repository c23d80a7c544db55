import { request } from 'node:http'
import { describe, expect, test } from 'vitest'
import { startArrays as start } from '../arrays/array-server.ts'

const npy = '/arrays/v1/1/a1b2c3/binned-activity.npy?area=VISp&start=9&stop=13&binSize=2'

const statistics = (entries: number) => ({ entries, bytes: 1000 * entries, hits: 7, misses: 3 })

/** Samples by name and labels. */
function parse(text: string): Map<string, number> {
  const samples = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  return new Map(
    samples.map((line) => {
      const space = line.lastIndexOf(' ')
      return [line.slice(0, space), Number(line.slice(space + 1))]
    }),
  )
}

const requestsOf = (route: string, status: number, method = 'GET') =>
  `spikeql_http_request_duration_seconds_count{method="${method}",route="${route}",status="${status}"}`

describe('/metrics', () => {
  test('counts requests by route and status, whatever the address', async () => {
    const { get, sendQuery } = await start()
    await get('/health/live')
    await get('/health/live')
    await get('/nowhere/1')
    await get('/nowhere/2')
    await get(npy.replace('/1/', '/2/'))
    await sendQuery('id')
    const response = await get('/metrics')
    expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8')
    const samples = parse(await response.text())
    expect(samples.get(requestsOf('/health/live', 200))).toBe(2)
    expect(samples.get(requestsOf('none', 404))).toBe(2)
    expect(samples.get(requestsOf('/arrays/:rules/:sessionId/:fileVersion/:fileName', 404))).toBe(1)
    expect(samples.get(requestsOf('/graphql', 200, 'POST'))).toBe(1)
  })

  test('tells what caches and threads do', async () => {
    const { get } = await start({
      readerStatistics: () => ({
        threads: 2,
        running: 1,
        waiting: 4,
        bytesRead: 123_456,
        fetched: { requests: 12, bytes: 345_678, waits: 3, retries: 2, cachedBytes: 9000 },
        caches: { tables: statistics(2), matrices: statistics(5) },
      }),
    })
    await get(npy)
    await get(npy)
    const samples = parse(await (await get('/metrics')).text())
    const told = [...samples].filter(([name]) =>
      /^spikeql_(cache|reader|rec|oper|fetch)/.test(name),
    )
    expect(Object.fromEntries(told)).toEqual({
      spikeql_operations_running: 0,
      spikeql_operations_waiting: 0,
      spikeql_operations_refused_total: 0,
      'spikeql_cache_entries{cache="tables"}': 2,
      'spikeql_cache_entries{cache="matrices"}': 5,
      'spikeql_cache_entries{cache="files"}': 1,
      'spikeql_cache_bytes{cache="tables"}': 2000,
      'spikeql_cache_bytes{cache="matrices"}': 5000,
      'spikeql_cache_bytes{cache="files"}': 1132,
      'spikeql_cache_hits_total{cache="tables"}': 7,
      'spikeql_cache_hits_total{cache="matrices"}': 7,
      'spikeql_cache_hits_total{cache="files"}': 1,
      'spikeql_cache_misses_total{cache="tables"}': 3,
      'spikeql_cache_misses_total{cache="matrices"}': 3,
      'spikeql_cache_misses_total{cache="files"}': 1,
      spikeql_reader_threads: 2,
      spikeql_reader_requests_running: 1,
      spikeql_reader_requests_waiting: 4,
      spikeql_recording_bytes_read_total: 123_456,
      spikeql_fetch_requests_total: 12,
      spikeql_fetch_retries_total: 2,
      spikeql_fetch_bytes_total: 345_678,
      spikeql_fetch_cached_bytes_total: 9000,
      spikeql_fetch_waits_total: 3,
    })
  })

  test('tells of the process: memory and the delay of its event loop', async () => {
    const { get } = await start()
    const samples = parse(await (await get('/metrics')).text())
    expect(samples.get('process_resident_memory_bytes')).toBeGreaterThan(10_000_000)
    expect(samples.has('nodejs_eventloop_lag_p99_seconds')).toBe(true)
  })

  test('are of one server, not of all in a process', async () => {
    const first = await start()
    const second = await start()
    await first.get('/health/live')
    const samples = parse(await (await second.get('/metrics')).text())
    expect(samples.has(requestsOf('/health/live', 200))).toBe(false)
  })

  test('are not told to a page that calls this machine by a name of its own', async () => {
    const { server } = await start()
    const status = await new Promise((resolve, reject) => {
      request(`${server.url}/metrics`, { headers: { host: 'evil.example' } }, (response) => {
        response.resume()
        resolve(response.statusCode)
      })
        .on('error', reject)
        .end()
    })
    expect(status).toBe(403)
  })

  test('are not there where they are switched off', async () => {
    const { get } = await start({ metrics: false })
    expect((await get('/metrics')).status).toBe(404)
  })
})
