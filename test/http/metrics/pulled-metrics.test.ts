import fastify from 'fastify'
import { expect, test } from 'vitest'
import { addMetrics, type MetricsSources } from '../../../src/http/metrics/metrics.ts'

/** Everything that each lane counts differs, as do the sums. */
const sources = {
  lanes: {
    light: { running: 1, waiting: 10 },
    approach: { running: 2, waiting: 20 },
    heavy: { running: 4, waiting: 40, bytes: 5000 },
    retryAdvice: { refused: 7 },
  },
  readers: null,
  files: { statistics: { entries: 1, bytes: 2, hits: 3, misses: 4 } },
  rejections: { count: 5 },
} as unknown as MetricsSources

/** Samples by name and labels, of one server that is asked so many times. */
async function pulled(times: number, some: Partial<MetricsSources> = {}) {
  const app = fastify()
  addMetrics(app, { ...sources, ...some })
  let text = ''
  for (let i = 0; i < times; i++) text = (await app.inject('/metrics')).payload
  await app.close()
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  return new Map(lines.map((line) => line.split(/ (?=\S+$)/) as [string, string]))
}

test.each([1, 3])(
  'numbers are as they are now, however often they are read: %d times',
  async (times) => {
    const samples = await pulled(times)
    const lanes = [...samples].filter(([name]) => /^spikeql_(oper|heavy|resp|unh|cache)/.test(name))
    expect(Object.fromEntries(lanes)).toEqual({
      spikeql_operations_running: '7',
      spikeql_operations_waiting: '70',
      spikeql_operations_refused_total: '7',
      spikeql_heavy_operations_running: '4',
      spikeql_heavy_operations_waiting: '40',
      spikeql_response_bytes: '5000',
      spikeql_unhandled_rejections_total: '5',
      'spikeql_cache_entries{cache="files"}': '1',
      'spikeql_cache_bytes{cache="files"}': '2',
      'spikeql_cache_hits_total{cache="files"}': '3',
      'spikeql_cache_misses_total{cache="files"}': '4',
    })
    const duration = 'spikeql_http_request_duration_seconds'
    const all = [...samples.keys()].filter((name) => name.startsWith(`${duration}_bucket`))
    // Of requests before the last.
    const edges = [
      '0.001',
      '0.003',
      '0.01',
      '0.03',
      '0.1',
      '0.3',
      '1',
      '3',
      '10',
      '30',
      '60',
      '+Inf',
    ]
    expect(all.map((name) => /le="([^"]+)"/.exec(name)?.[1])).toEqual(times === 1 ? [] : edges)
    const route = 'method="GET",route="/metrics",status="200"'
    const within = samples.get(`${duration}_bucket{le="60",${route}}`)
    expect(within).toBe(times === 1 ? undefined : String(times - 1))
  },
)

test('what is not known is not there', async () => {
  const names = [...(await pulled(1, { rejections: null })).keys()]
  expect(names.filter((name) => /_(reader|recording|fetch|unhandled)_/.test(name))).toEqual([])
  const fetched = null
  const readers = () => ({ threads: 2, running: 1, waiting: 0, bytesRead: 9, fetched, caches: {} })
  const local = await pulled(1, { readers })
  expect([...local.keys()].filter((name) => /_fetch_/.test(name))).toEqual([])
  expect(local.get('spikeql_recording_bytes_read_total')).toBe('9')
})

test('the time of processors is that of all that the process has done', async () => {
  const seconds = () => {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1e6
  }
  const before = seconds()
  const samples = await pulled(1)
  const total = Number(samples.get('process_cpu_seconds_total'))
  expect(total).toBeGreaterThanOrEqual(before)
  expect(total).toBeLessThanOrEqual(seconds())
})
