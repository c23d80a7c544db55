import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Benchmark, Findings } from '../benchmark.ts'
import { peakMemory } from '../machine/process-usage.ts'
import type { EventLoopDelay } from '../profiling/event-loop-delay.ts'
import { quantile, summarize } from '../report/summary.ts'
import { megabytes, threeDigits } from '../report/texts.ts'
import { notebookEpochs } from '../requests/first-window.ts'
import { requestNotebook } from '../requests/notebook.ts'
import { fetchBytes, queryBody } from '../requests/send-query.ts'
import { ROUNDS } from '../rounds.ts'
import { Served } from '../servers/served.ts'
import type { Setting } from '../setting.ts'

const CLIENTS = 64
const ROUND_MS = 3000

export const clients: Benchmark = {
  name: 'clients',
  title: `${CLIENTS} clients at once, mixed queries`,
  measure,
}

const LIST = '{ sessions { nodes { id sessionType areas { acronym unitCount } } } }'
const EPOCHS =
  'query Epochs($id: ID!) { session(id: $id) { stimulusEpochs { index stimulusName startTime } } }'
const UNITS =
  'query Units($id: ID!) { session(id: $id) { units(first: 100) { nodes { unitId area snr } } } }'

async function measure(setting: Setting): Promise<Findings> {
  const watch = fileURLToPath(new URL('../profiling/event-loop-delay.js', import.meta.url))
  await using server = await Served.start([setting.session], { nodeOptions: ['--import', watch] })
  const { url, pid } = server
  const id = setting.sessionId
  const epochs = await notebookEpochs(url, id)
  const post = (text: string) => fetchBytes(`${url}/graphql`, queryBody(text, { id }))
  const window = (turn: number, areas: readonly string[]) => {
    const part = { epochs: [epochs[turn % epochs.length]], areas }
    return requestNotebook(url, id, turn % 2 === 0 ? 'json' : 'base64', part)
  }
  const kinds = [
    () => post(LIST),
    () => post(EPOCHS),
    () => post(UNITS),
    (turn: number) => window(turn, ['V1']),
    (turn: number) => window(turn, ['LM', 'PM']),
  ]
  const rates: number[] = []
  const times: number[] = []
  const delays: EventLoopDelay[] = []
  for (let round = -1; round < ROUNDS; round++) {
    server.process.send('start')
    const start = performance.now()
    const ofRound: number[] = []
    const client = async (first: number) => {
      for (let turn = first; performance.now() - start < ROUND_MS; turn++) {
        const sent = performance.now()
        await kinds[turn % kinds.length]?.(turn)
        ofRound.push(performance.now() - sent)
      }
    }
    await Promise.all(Array.from({ length: CLIENTS }, (_, i) => client(i)))
    const seconds = (performance.now() - start) / 1000
    const report = once(server.process, 'message')
    server.process.send('stop')
    const [delay] = (await report) as [EventLoopDelay]
    if (round < 0) continue
    rates.push(ofRound.length / seconds)
    times.push(...ofRound)
    delays.push(delay)
  }
  times.sort((a, b) => a - b)
  const rate = summarize(rates)
  const p99 = summarize(delays.map((delay) => delay.p99)).median
  return {
    notes: [
      `Each client sends five kinds of queries in turn: the list of sessions, the epochs, a hundred units, one window of V1, one of LM and PM (JSON and base64), over all epochs; matrices stay in the cache from the first time on. ${ROUNDS} rounds of ${ROUND_MS / 1000} s. With two cores, the clients (one process) compete with the server and its threads.`,
      'The delay of the event loop is reported by the server itself (`monitorEventLoopDelay` at 1 ms, less that millisecond); p99 is the median of the rounds.',
    ],
    tables: [
      {
        headings: [
          'requests/s',
          'p50, ms',
          'p99, ms',
          'event-loop delay p50, ms',
          'p99, ms',
          'peak memory, MB',
        ],
        rows: [
          [
            `${rate.median.toFixed(0)} (${rate.lowerQuartile.toFixed(0)} to ${rate.upperQuartile.toFixed(0)})`,
            threeDigits(quantile(times, 0.5)),
            threeDigits(quantile(times, 0.99)),
            threeDigits(summarize(delays.map((delay) => delay.p50)).median),
            threeDigits(p99),
            megabytes(peakMemory(pid)),
          ],
        ],
      },
    ],
    verdicts: [
      {
        what: `event-loop delay p99 with ${CLIENTS} clients`,
        bound: 'atMost',
        limit: 20,
        unit: ' ms',
        measured: p99,
      },
      {
        what: `resident memory of the server after ${CLIENTS} clients`,
        bound: 'atMost',
        limit: 300,
        unit: ' MB',
        measured: peakMemory(pid) / 1e6,
      },
    ],
  }
}
