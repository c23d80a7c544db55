import { fileURLToPath } from 'node:url'
import type { Benchmark, Findings } from '../benchmark.ts'
import { mainThreadTime, peakMemory } from '../machine/process-usage.ts'
import { startArguments } from '../project.ts'
import { quantile, summarize } from '../report/summary.ts'
import { megabytes, threeDigits } from '../report/texts.ts'
import { fetchBytes, queryBody } from '../requests/send-query.ts'
import { ROUNDS } from '../rounds.ts'
import { manySessions } from '../servers/many-sessions.ts'
import { Served } from '../servers/served.ts'

const SESSIONS = 58
const CLIENTS = 8
const ROUND_MS = 800

const body = queryBody(`{
  sessions {
    nodes { id sessionType unitCount areas(acronyms: ["V1", "LM", "RL", "AL", "PM", "AM"]) { acronym unitCount } }
  }
}`)

export const light: Benchmark = {
  name: 'light',
  title: 'The light query: 58 sessions, six areas each, with their counts',
  measure,
}

async function measure(): Promise<Findings> {
  const folder = await manySessions(SESSIONS)
  const others = fileURLToPath(new URL('../servers/light-servers.js', import.meta.url))
  const nodeOptions = startArguments.filter((argument) => argument.startsWith('--'))
  const other = (kind: string) => Served.run([...nodeOptions, others, kind, folder])
  process.env.NODE_ENV = 'production'
  await using spikeql = await Served.start([folder])
  await using quiet = await Served.start([folder], { options: ['--log-level', 'warn'] })
  await using mercurius = await other('mercurius')
  await using compiling = await other('mercurius-jit')
  await using yoga = await other('yoga')
  await using apollo = await other('apollo')
  delete process.env.NODE_ENV
  const servers = Object.entries({
    'SpikeQL, as npm start': spikeql,
    'SpikeQL, without its log': quiet,
    'mercurius, without JIT': mercurius,
    'mercurius, with JIT': compiling,
    yoga,
    'Apollo, by default': apollo,
  })
  await assertRespondAlike(servers.map(([, { url }]) => url))
  const rates = servers.map(() => [] as number[])
  const waits = servers.map(() => [] as number[])
  const loads = servers.map(() => [] as number[])
  for (let round = -2; round < 3 * ROUNDS; round++) {
    for (const [i, [, { url, pid }]] of servers.entries()) {
      const before = mainThreadTime(pid)
      const { rate, times } = await hammer(`${url}/graphql`)
      if (round < 0) continue
      rates[i]?.push(rate)
      waits[i]?.push(...times)
      loads[i]?.push((mainThreadTime(pid) - before) / times.length)
    }
  }
  const ours = rates[0]
  const ratio = (to: number) =>
    summarize(ours.map((rate, round) => rate / rates[to]?.[round])).median
  return {
    notes: [
      `The servers share everything but themselves: the same schema, resolvers, context and catalog over the same ${SESSIONS} files, the same options of node, NODE_ENV=production. Each is a process of its own, queried by ${CLIENTS} connections of the same client in rounds of ${ROUND_MS} ms that take turns. With two cores, the client competes with the server. SpikeQL also keeps its limits, its lanes, its checks of the Host header and its log. The ratio is the median of the rounds’ own; the time of a server’s main thread on a processor suffers less from what else the machine does.`,
    ],
    tables: [
      {
        headings: [
          '',
          'requests/s (quartiles)',
          'SpikeQL has',
          'main thread, ms a request',
          'p99, ms',
          'peak memory, MB',
        ],
        rows: servers.map(([name, { pid }], i) => {
          const { median, lowerQuartile, upperQuartile } = summarize(rates[i])
          return [
            name,
            `${median.toFixed(0)} (${lowerQuartile.toFixed(0)} to ${upperQuartile.toFixed(0)})`,
            `${threeDigits(ratio(i))} x`,
            threeDigits(summarize(loads[i]).median),
            threeDigits(
              quantile(
                waits[i].sort((a, b) => a - b),
                0.99,
              ),
            ),
            megabytes(peakMemory(pid)),
          ]
        }),
      },
    ],
    verdicts: [
      {
        what: 'light query, requests/s against mercurius without JIT',
        bound: 'atLeast',
        limit: 0.9,
        unit: ' x',
        measured: ratio(2),
      },
      {
        what: 'light query, requests/s against Apollo by default',
        bound: 'atLeast',
        limit: 1.7,
        unit: ' x',
        measured: ratio(5),
      },
    ],
  }
}

async function assertRespondAlike(urls: readonly string[]): Promise<void> {
  const responses = await Promise.all(urls.map((url) => fetchBytes(`${url}/graphql`, body)))
  const texts = new Set(
    responses.map((response) => JSON.stringify(JSON.parse(response.toString()).data)),
  )
  if (texts.size !== 1) throw new Error('the servers respond to the light query in different ways')
  const [text = ''] = texts
  if (JSON.parse(text).sessions.nodes.length !== SESSIONS) throw new Error('sessions are missing')
}

async function hammer(url: string): Promise<{ readonly rate: number; readonly times: number[] }> {
  const times: number[] = []
  const start = performance.now()
  const client = async () => {
    while (performance.now() - start < ROUND_MS) {
      const sent = performance.now()
      await fetchBytes(url, body)
      times.push(performance.now() - sent)
    }
  }
  await Promise.all(Array.from({ length: CLIENTS }, client))
  return { rate: (1000 * times.length) / (performance.now() - start), times }
}
