import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { FetchClient } from '../../src/byte-sources/fetcher/fetch-client.ts'
import { DEFAULT_PAGE_MEMORY, FetchThread } from '../../src/byte-sources/fetcher/fetch-thread.ts'
import { RemoteFile } from '../../src/byte-sources/fetcher/remote-file.ts'
import { httpAddress } from '../../src/byte-sources/remote/remote-address.ts'
import { cutIntoBins } from '../../src/domain/counting/bins.ts'
import { sdkUnitFilter } from '../../src/domain/defaults.ts'
import { selectUnits } from '../../src/domain/units/unit-filter.ts'
import { SessionFile } from '../../src/nwb/session-file.ts'
import type { Benchmark, Findings } from '../benchmark.ts'
import { projectFolder } from '../project.ts'
import { megabytes, threeDigits } from '../report/texts.ts'
import { timed } from '../rounds.ts'
import { far, type Line, near, serveFile } from '../servers/served-file.ts'
import type { Setting } from '../setting.ts'
import { exportDataset, type ProcessTaken } from './remote-process.ts'

const lines: readonly Line[] = [far, near]

/** Setting up a connection with TLS, and two requests one after another: what nobody can save. */
const ROUND_TRIPS = 5

const AREAS = ['VISp', 'VISl', 'VISrl', 'VISal', 'VISpm', 'VISam']
const BYTES_PER_SPIKE = 8

const built = (path: string) => pathToFileURL(join(projectFolder, 'dist', 'bundle', path))
/** bytes: 300 MB, and the pages in memory */
const MOST_MEMORY = 300e6 + DEFAULT_PAGE_MEMORY

/** What a process took, and what its server sent. */
interface ServedProcess extends ProcessTaken {
  readonly requests: number
  readonly bytes: number
}

/** What a step took. */
interface Step {
  readonly name: string
  readonly seconds: number
  readonly requests: number
  readonly waits: number
  readonly bytes: number
  /** seconds; null: nothing was wanted that can be reckoned */
  readonly bound: number | null
}

export const remote: Benchmark = {
  name: 'remote',
  title: 'A session on a server, read by byte ranges',
  measure,
}

async function measure({ session }: Setting): Promise<Findings> {
  const steps = new Map<Line, readonly Step[]>()
  for (const line of lines) steps.set(line, await stepsOver(line, session))
  const processes = new Map<Line, ServedProcess>()
  for (const line of lines) processes.set(line, await processOver(line, session))
  const farProcess = processes.get(far)
  const farSteps = steps.get(far) ?? []
  const step = (name: string) => farSteps.find((one) => one.name === name)
  const window = step(WINDOW_AGAIN)
  const job = step(JOB)
  const structure = step(STRUCTURE)
  const verdict = (
    what: string,
    limit: number,
    unit: string,
    measured: number | null | undefined,
  ) => ({
    what: `${what}, far`,
    bound: 'atMost' as const,
    limit,
    unit,
    measured: measured ?? null,
  })
  const ofBound = (one?: Step) => one?.bound && one.seconds / one.bound
  return {
    notes: [
      `Nothing is known of the session at first; each step keeps what those before it fetched. Far: ${far.latency} ms and ${far.megabytesPerSecond} MB/s, as between continents; near: ${near.latency} ms and ${near.megabytesPerSecond} MB/s. Requests and bytes are exact. \`waits\`: requests, or many at once, one after another. \`bound\`: ${ROUND_TRIPS} round trips, and the bytes of the spikes. Every count is that of the same file on the disk.`,
      'Whole process: `spikeql export dataset ADDRESS`, the notebook job from its start to its end, with a cache folder that is empty.',
    ],
    tables: [
      ...[...steps].map(([line, list]) => ({
        headings: [line.name, 's', 'line, s', 'bound, s', 'requests', 'waits', 'MB'],
        rows: list.map(({ name, seconds, bound, requests, waits, bytes }) => [
          name,
          threeDigits(seconds),
          threeDigits(secondsOnLine(line, waits, bytes)),
          bound === null ? '' : threeDigits(bound),
          String(requests),
          String(waits),
          megabytes(bytes),
        ]),
      })),
      {
        headings: ['whole process', 's', 'requests', 'MB', 'peak memory, MB'],
        rows: [...processes].map(([line, { seconds, requests, bytes, peakMemory }]) => [
          line.name,
          threeDigits(seconds),
          String(requests),
          megabytes(bytes),
          megabytes(peakMemory),
        ]),
      },
    ],
    verdicts: [
      verdict('requests one after another for the structure', 20, '', structure?.waits),
      verdict('fetched for the structure', 8, ' MB', structure && structure.bytes / 1e6),
      verdict('structure, never opened', 2, ' s', structure?.seconds),
      verdict('one window, 318 units, of its bound', 2.5, ' x', ofBound(window)),
      verdict('fetched for one window', 6, ' MB', window && window.bytes / 1e6),
      verdict('notebook job, of its bound', 2.5, ' x', ofBound(job)),
      verdict('fetched for the notebook job', 80, ' MB', job && job.bytes / 1e6),
      verdict('requests for the notebook job again', 0, '', step(JOB_AGAIN)?.requests),
      verdict('notebook job, whole process, nothing known', 8, ' s', farProcess?.seconds),
      verdict(
        'memory of that process',
        Math.round(MOST_MEMORY / 1e6),
        ' MB',
        farProcess && farProcess.peakMemory / 1e6,
      ),
    ],
  }
}

const secondsOnLine = ({ latency, megabytesPerSecond }: Line, waits: number, bytes: number) =>
  (waits * latency) / 1000 + bytes / (1e6 * megabytesPerSecond)

const STRUCTURE = 'structure, never opened'
const WINDOW_FIRST = 'one window, sparse index not known'
const WINDOW_AGAIN = 'another window'
const JOB = 'notebook job'
const JOB_AGAIN = 'notebook job again'
const RESTARTED = 'structure, after a restart'

async function processOver(line: Line, session: string): Promise<ServedProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'spikeql-bench-'))
  await using server = await serveFile(line, session)
  try {
    const taken = await exportDataset(`${server.url}/session.nwb`, folder, session)
    const counts = await fetch(`${server.url}/counts`)
    return { ...taken, ...((await counts.json()) as { requests: number; bytes: number }) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function stepsOver(line: Line, session: string): Promise<Step[]> {
  const folder = mkdtempSync(join(tmpdir(), 'spikeql-bench-'))
  const { latency, megabytesPerSecond } = line
  await using server = await serveFile(line, session)
  const local = await SessionFile.open(session)
  try {
    const steps: Step[] = []
    await using first = new Reading(server.url, folder)
    const remote = await first.step(STRUCTURE, steps, null, async (file) => {
      const opened = await SessionFile.of(file, file.identity, 'tables')
      opened.tables()
      return opened
    })
    const send = async (name: string, startTimes: readonly number[]) => {
      const requests = requestsAround(local, startTimes)
      const spikes = total(local, requests)
      const seconds = (BYTES_PER_SPIKE * spikes) / (1e6 * megabytesPerSecond)
      const bound = seconds + (ROUND_TRIPS * latency) / 1000
      await first.step(name, steps, bound, async () => {
        const counted = total(remote, requests)
        if (counted !== spikes) throw new Error(`${name}: ${counted} spikes instead of ${spikes}`)
      })
    }
    const shown = local.tables().epochs.filter(({ stimulusName }) => stimulusName !== 'spontaneous')
    const starts = shown.map(({ startTime }) => startTime)
    const [one, other] = [starts[0], starts[7]]
    await send(WINDOW_FIRST, [one])
    await send(WINDOW_AGAIN, [other])
    await send(JOB, starts)
    await send(JOB_AGAIN, starts)
    await first[Symbol.asyncDispose]()
    await using second = new Reading(server.url, folder)
    await second.step(RESTARTED, steps, null, async (file) =>
      (await SessionFile.of(file, file.identity, 'tables')).tables(),
    )
    return steps
  } finally {
    local.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Windows of 100 s around times, in bins of 100 ms, of the units that the notebook takes. */
function requestsAround(session: SessionFile, startTimes: readonly number[]) {
  const tables = session.tables()
  const unitRows = selectUnits(tables, sdkUnitFilter).filter((row) =>
    AREAS.includes(tables.units.areas[row] ?? ''),
  )
  return startTimes.map((time) => ({
    bins: cutIntoBins({ startTime: time - 10, stopTime: time + 90 }, 0.1),
    unitRows,
  }))
}

function total(session: SessionFile, requests: ReturnType<typeof requestsAround>): number {
  let spikes = 0
  for (const { counts } of session.read('countSpikes', requests)) {
    for (const count of counts) spikes += count
  }
  return spikes
}

/** A remote file as a process reads it that keeps its pages in a folder. */
class Reading implements AsyncDisposable {
  readonly #thread: FetchThread
  readonly #client: FetchClient
  readonly #url: string

  constructor(url: string, folder: string) {
    this.#url = `${url}/session.nwb`
    this.#thread = new FetchThread({
      workerFile: built('fetch-worker.js'),
      memoryBytes: 2 ** 27,
      client: {},
      folder: { path: folder, mostBytes: 2 ** 34 },
    })
    this.#client = new FetchClient(this.#thread.access)
  }

  async step<Result>(
    name: string,
    steps: Step[],
    bound: number | null,
    work: (file: RemoteFile) => Promise<Result>,
  ): Promise<Result> {
    const before = this.#thread.counts
    const { milliseconds, result } = await timed(async () =>
      work(new RemoteFile(this.#client, httpAddress(this.#url), 3600)),
    )
    const { requests, waits, bytes } = this.#thread.counts
    steps.push({
      name,
      seconds: milliseconds / 1000,
      requests: requests - before.requests,
      waits: waits - before.waits,
      bytes: bytes - before.bytes,
      bound,
    })
    return result
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#client.close()
    await this.#thread.close()
  }
}
