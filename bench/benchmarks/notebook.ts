import { assertSameCounts } from '../arrays/same-counts.ts'
import { BASELINE_MISSING, NotebookBaseline } from '../baseline/notebook-baseline.ts'
import type { Benchmark, Findings } from '../benchmark.ts'
import { peakMemory } from '../machine/process-usage.ts'
import { summarize } from '../report/summary.ts'
import type { Verdict } from '../report/target.ts'
import { megabytes, milliseconds, ratioText } from '../report/texts.ts'
import { decodeNotebook, type Format, formats, requestNotebook } from '../requests/notebook.ts'
import { type Contender, interleave, timed } from '../rounds.ts'
import { Served } from '../servers/served.ts'
import type { Setting } from '../setting.ts'

const BASELINE = 'h5py + numpy by hand'

/** Targets, as multiples of the baseline's time. */
const limits: Readonly<Record<string, number>> = {
  'never opened, base64': 1,
  'never opened, npz': 1,
  'open, spikes not cached, base64': 0.4,
  'open, spikes not cached, npz': 0.4,
  'open, spikes not cached, json': 0.8,
  'repeated, npz': 0.1,
}

/** V8 goes on to optimize what a server does for some fifteen jobs. */
const REQUESTED_BEFORE = 5

export const notebook: Benchmark = {
  name: 'notebook',
  title: 'The notebook job over HTTP',
  measure,
}

async function measure(setting: Setting): Promise<Findings> {
  const baseline = new NotebookBaseline(setting)
  const expected = baseline.isThere ? await baseline.counts() : null
  const received = new Map<string, number>()
  const memory = new Map<string, number>()
  let response: Buffer = Buffer.alloc(0)
  const send = async (name: string, server: Served, format: Format) => {
    const { milliseconds: time, result } = await timed(() =>
      requestNotebook(server.url, setting.sessionId, format),
    )
    response = result
    received.set(name, result.length)
    memory.set(name, Math.max(memory.get(name) ?? 0, peakMemory(server.pid)))
    return time
  }
  await using uncached = await Served.start([setting.session], { options: ['--cache-mb', '0'] })
  await using cached = await Served.start([setting.session])
  for (const format of formats) {
    for (let i = 0; i < REQUESTED_BEFORE; i++) {
      await requestNotebook(uncached.url, setting.sessionId, format)
      await requestNotebook(cached.url, setting.sessionId, format)
    }
  }
  const checkOf = (format: Format) => () => {
    if (expected) assertSameCounts(decodeNotebook(response, format), expected)
  }
  const contenders: Contender[] = formats.flatMap((format) => [
    {
      name: `never opened, ${format}`,
      async run() {
        await using fresh = await Served.start([setting.session])
        return await send(`never opened, ${format}`, await fresh.settled(), format)
      },
      check: checkOf(format),
    },
    {
      name: `open, spikes not cached, ${format}`,
      run: () => send(`open, spikes not cached, ${format}`, uncached, format),
      check: checkOf(format),
    },
    {
      name: `repeated, ${format}`,
      run: () => send(`repeated, ${format}`, cached, format),
      check: checkOf(format),
    },
  ])
  if (expected) {
    const run = async () => {
      const { milliseconds: time, peakMemory: peak } = await baseline.run()
      memory.set(BASELINE, peak)
      return time
    }
    contenders.unshift({ name: BASELINE, run })
  }
  const times = await interleave(contenders)
  const base = times.get(BASELINE)
  const baseMedian = base ? summarize(base).median : null
  const ratioOf = (name: string) =>
    baseMedian === null ? null : summarize(times.get(name) ?? []).median / baseMedian
  const verdicts: Verdict[] = Object.entries(limits).map(([name, limit]) => ({
    what: `notebook job over HTTP, session ${name}`,
    bound: 'atMost',
    limit,
    unit: ' x',
    measured: ratioOf(name),
  }))
  const most = Math.max(peakMemory(uncached.pid), peakMemory(cached.pid))
  verdicts.push({
    what: 'resident memory of a server after the notebook jobs',
    bound: 'atMost',
    limit: 300,
    unit: ' MB',
    measured: most / 1e6,
  })
  return {
    notes: [
      '`never opened`: a server process of its own each time, ready but not queried yet; for the list of sessions it has read the tables of the session (units, channels, epochs), and no spike. `open, spikes not cached`: a server after five jobs of each format, with --cache-mb 0. `repeated`: a server with default options, after the same request five times. An .npz takes two requests, which are counted together: the query for its address, and the file.',
      expected
        ? 'Each measured response is compared with the baseline’s cell by cell, after the measured time.'
        : BASELINE_MISSING,
    ],
    tables: [
      {
        headings: ['', 'ms (quartiles)', 'of the baseline', 'response, MB', 'peak memory, MB'],
        rows: [...times].map(([name, list]) => [
          name,
          milliseconds(summarize(list)),
          ratioText(ratioOf(name)),
          received.has(name) ? megabytes(received.get(name) ?? 0) : '',
          megabytes(memory.get(name) ?? 0),
        ]),
      },
    ],
    verdicts,
  }
}
