import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { startArrays } from '../http/arrays/array-server.ts'

interface Dashboard {
  readonly panels: readonly { readonly targets: readonly { readonly expr: string }[] }[]
  readonly templating: { readonly list: readonly { readonly query: string | { query: string } }[] }
}

const dashboard: Dashboard = JSON.parse(readFileSync('deploy/grafana/spikeql.json', 'utf8'))

const queries = [
  ...dashboard.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)),
  ...dashboard.templating.list.map(({ query }) =>
    typeof query === 'string' ? query : query.query,
  ),
]

const metricsIn = (text: string) => text.match(/\b(spikeql|process|nodejs)_\w+/g) ?? []

/** Names of all samples; a metric without samples by its own name. */
async function servedMetrics(): Promise<Set<string>> {
  const none = { entries: 0, bytes: 0, hits: 0, misses: 0 }
  const { get } = await startArrays({
    readerStatistics: () => ({
      threads: 1,
      running: 0,
      waiting: 0,
      bytesRead: 0,
      fetched: { requests: 0, bytes: 0, waits: 0, retries: 0, cachedBytes: 0 },
      caches: { tables: none },
    }),
    survivesRejections: true,
  })
  await get('/health/live')
  const text = await (await get('/metrics')).text()
  return new Set(text.split('\n').flatMap((line) => /^(?:# TYPE )?(\w+)/.exec(line)?.[1] ?? []))
}

test('every metric of the Grafana dashboard is one of /metrics', async () => {
  const served = await servedMetrics()
  const unknown = queries.flatMap(metricsIn).filter((name) => !served.has(name))
  expect(unknown).toEqual([])
  expect(queries.every((query) => metricsIn(query).length > 0 || query === 'prometheus')).toBe(true)
})

test('every metric of SpikeQL is in the Grafana dashboard', async () => {
  const shown = new Set(queries.flatMap(metricsIn).map((name) => name.replace(/_bucket$/, '')))
  const own = [...(await servedMetrics())].filter(
    (name) => name.startsWith('spikeql_') && !/_(bucket|sum|count)$/.test(name),
  )
  expect(own.filter((name) => !shown.has(name))).toEqual([])
})
