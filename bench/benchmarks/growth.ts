import type { Benchmark, Findings } from '../benchmark.ts'
import { summarize } from '../report/summary.ts'
import type { Table } from '../report/table.ts'
import { milliseconds } from '../report/texts.ts'
import { notebookEpochs } from '../requests/first-window.ts'
import { notebookAreas, type Part, requestNotebook } from '../requests/notebook.ts'
import { fetchBytes, queryBody } from '../requests/send-query.ts'
import { type Contender, interleave, timed } from '../rounds.ts'
import { manySessions } from '../servers/many-sessions.ts'
import { Served } from '../servers/served.ts'
import type { Setting } from '../setting.ts'

export const growth: Benchmark = {
  name: 'growth',
  title: 'How the cost grows',
  measure,
}

async function measure(setting: Setting): Promise<Findings> {
  await using server = await Served.start([setting.session], { options: ['--cache-mb', '0'] })
  const { url } = server
  const id = setting.sessionId
  const all = await notebookEpochs(url, id)
  const table = async (heading: string, parts: readonly (readonly [string, Part])[]) =>
    timesTable(
      heading,
      parts.map(([name, part]) => ({
        name,
        run: async () => (await timed(() => requestNotebook(url, id, 'base64', part))).milliseconds,
      })),
    )
  const windows = [1, 2, 4, 8, 15].filter((count) => count <= all.length)
  return {
    notes: [
      'Base64, session open, spikes not cached. Windows are of 100 s. Windows and areas in bins of 100 ms; areas and bin sizes with one window; sessions with one window of V1 each, all in one query, and every session a copy of a sample session.',
    ],
    tables: [
      await table(
        'windows',
        windows.map((count) => [String(count), { epochs: all.slice(0, count) }]),
      ),
      await table(
        'areas',
        [1, 2, 4, 6].map((count) => [
          String(count),
          { epochs: all.slice(0, 1), areas: notebookAreas.slice(0, count) },
        ]),
      ),
      await table(
        'bin size, s',
        [1, 0.1, 0.01, 0.001].map((binSize) => [
          String(binSize),
          { epochs: all.slice(0, 1), binSize },
        ]),
      ),
      await sessionsTable(),
    ],
    verdicts: [],
  }
}

async function timesTable(heading: string, contenders: readonly Contender[]): Promise<Table> {
  const times = await interleave(contenders)
  return {
    headings: [heading, 'ms (quartiles)'],
    rows: [...times].map(([name, list]) => [name, milliseconds(summarize(list))]),
  }
}

const MOST_SESSIONS = 8

const sessionsQuery = `query Sessions($first: Int!) {
  sessions(first: $first) {
    nodes { binnedActivity(start: 100, stop: 200, binSize: 0.1, areas: ["V1"]) { data { dtype bytes } } }
  }
}`

async function sessionsTable(): Promise<Table> {
  const folder = await manySessions(MOST_SESSIONS)
  await using server = await Served.start([folder], { options: ['--cache-mb', '0'] })
  const contenders = [1, 2, 4, MOST_SESSIONS].map((first) => {
    const body = queryBody(sessionsQuery, { first })
    const run = async () =>
      (await timed(() => fetchBytes(`${server.url}/graphql`, body))).milliseconds
    return { name: String(first), run }
  })
  return await timesTable('sessions', contenders)
}
