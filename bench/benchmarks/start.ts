import type { Benchmark, Findings } from '../benchmark.ts'
import { summarize } from '../report/summary.ts'
import { megabytes, milliseconds } from '../report/texts.ts'
import { fetchBytes, queryBody } from '../requests/send-query.ts'
import { timed } from '../rounds.ts'
import { knownSessions, someArea } from '../servers/known-sessions.ts'
import { Served } from '../servers/served.ts'

export const start: Benchmark = {
  name: 'start',
  title: 'Start with known sessions',
  measure,
}

/** As many as the Visual Coding project has. */
const ONE_PROJECT = 58
const FEW = 10_000
const MANY = 300_000

/** Starts, and queries of one server. */
const ROUNDS = 7

interface Started {
  readonly sessions: number
  /** ms from the start of the process until /health/ready says so */
  readonly starts: readonly number[]
  /** ms of a query for the sessions of an area */
  readonly queries: readonly number[]
  readonly heapBytes: number
  readonly residentBytes: number
}

async function measure(): Promise<Findings> {
  const project = await started(ONE_PROJECT, ROUNDS)
  const few = await started(FEW, ROUNDS)
  const many = await started(MANY, 3)
  return {
    notes: [
      `Empty files, and an index in which each is a session with 12 of 300 areas: a start looks at every file, and opens none. Ready: from the start of the process until /health/ready says so. The query counts how many sessions recorded an area, and for the first hundred of them. The heap is V8's after these queries, without a collection before.`,
    ],
    tables: [
      {
        headings: [
          'sessions',
          'ready, ms (quartiles)',
          'query, ms (quartiles)',
          'heap, MB',
          'resident, MB',
        ],
        rows: [project, few, many].map(
          ({ sessions, starts, queries, heapBytes, residentBytes }) => [
            String(sessions),
            milliseconds(summarize(starts)),
            milliseconds(summarize(queries)),
            megabytes(heapBytes),
            megabytes(residentBytes),
          ],
        ),
      },
    ],
    verdicts: [
      verdict('58 known sessions, ready', 1, ' s', summarize(project.starts).median / 1000),
      verdict('10,000 known sessions, ready', 2, ' s', summarize(few.starts).median / 1000),
      verdict('300,000 known sessions, ready', 20, ' s', summarize(many.starts).median / 1000),
      verdict('300,000 known sessions, heap', 1000, ' MB', many.heapBytes / 1e6),
      verdict('sessions of an area among 300,000', 50, ' ms', summarize(many.queries).median),
    ],
  }
}

function verdict(what: string, limit: number, unit: string, measured: number) {
  return { what, bound: 'atMost' as const, limit, unit, measured }
}

const query = `query Sessions($areas: [String!]!) {
  sessions(where: { areas: $areas }, first: 100) { totalCount nodes { id } }
}`

async function started(sessions: number, rounds: number): Promise<Started> {
  const { folder, cacheDir } = await knownSessions(sessions)
  const options = ['--cache-dir', cacheDir]
  const starts: number[] = []
  for (let round = 1; ; round++) {
    const from = performance.now()
    const server = await Served.start([folder], { options })
    starts.push(performance.now() - from)
    try {
      if (round < rounds) continue
      const queries: number[] = []
      const body = queryBody(query, { areas: [someArea] })
      for (let i = 0; i < ROUNDS; i++) {
        const { milliseconds: time } = await timed(() => fetchBytes(`${server.url}/graphql`, body))
        queries.push(time)
      }
      const metrics = await (await fetch(`${server.url}/metrics`)).text()
      const bytes = (name: string) => Number(new RegExp(`^${name} (.*)$`, 'm').exec(metrics)?.[1])
      return {
        sessions,
        starts,
        queries,
        heapBytes: bytes('nodejs_heap_size_used_bytes'),
        residentBytes: bytes('process_resident_memory_bytes'),
      }
    } finally {
      await server[Symbol.asyncDispose]()
    }
  }
}
