import { BASELINE_MISSING, NotebookBaseline } from '../baseline/notebook-baseline.ts'
import type { Benchmark, Findings } from '../benchmark.ts'
import { dropFromPageCache } from '../machine/page-cache.ts'
import { type BytesRead, bytesRead, readBetween } from '../machine/process-usage.ts'
import { BASELINE, ratioBetween } from '../report/comparison.ts'
import { summarize } from '../report/summary.ts'
import { megabytes, milliseconds, ratioText } from '../report/texts.ts'
import { assertFirstWindow, firstEpoch } from '../requests/first-window.ts'
import { requestNotebook } from '../requests/notebook.ts'
import { type Contender, interleave, timed } from '../rounds.ts'
import { Served } from '../servers/served.ts'
import type { Setting } from '../setting.ts'

const WHOLE = 'notebook job, base64'
const WINDOW = 'one window, six areas'
const WINDOW_AND_AREA = 'one window, one area'
const BYTES_A_SPIKE = 8
const AHEAD_A_UNIT = 64 * 1024

export const cold: Benchmark = {
  name: 'cold',
  title: 'With a cold page cache',
  measure,
}

async function measure(setting: Setting): Promise<Findings> {
  const baseline = new NotebookBaseline(setting)
  const expected = baseline.isThere ? await baseline.counts() : null
  await using server = await Served.start([setting.session], { options: ['--cache-mb', '0'] })
  const { url, pid } = server
  const epochs = [await firstEpoch(url, setting.sessionId)]
  const read = new Map<string, BytesRead>()
  const contender = (name: string, part = {}): Contender => ({
    name,
    async run() {
      dropFromPageCache(setting.session)
      const before = bytesRead(pid)
      const { milliseconds: time } = await timed(() =>
        requestNotebook(url, setting.sessionId, 'base64', part),
      )
      read.set(name, readBetween(before, bytesRead(pid)))
      return time
    },
  })
  const contenders = [
    contender(WHOLE),
    contender(WINDOW, { epochs }),
    contender(WINDOW_AND_AREA, { epochs, areas: ['V1'] }),
  ]
  if (expected) {
    contenders.unshift({
      name: BASELINE,
      async run() {
        dropFromPageCache(setting.session)
        return (await baseline.run()).milliseconds
      },
    })
  }
  const times = await interleave(contenders)
  const inWindow = await requestNotebook(url, setting.sessionId, 'base64', {
    epochs,
    areas: ['V1'],
  })
  const spikes = expected ? assertFirstWindow(inWindow, expected) : 0
  const units = expected?.get('VISp')?.shape[2] ?? 0
  const spikeBytes = BYTES_A_SPIKE * spikes
  const allowed = 1.3 * spikeBytes + AHEAD_A_UNIT * units
  const windowRead = read.get(WINDOW_AND_AREA)
  const most = windowRead ? Math.max(windowRead.requested, windowRead.fromDisk) : Number.NaN
  return {
    notes: [
      'The file is dropped from the page cache before each run (`dd iflag=nocache count=0`); the session is open. `requested` is what the server’s read calls returned (rchar of /proc), `from the disk` what they made the system fetch, with what it reads ahead and in whole pages (read_bytes).',
      expected
        ? `One window of one area: ${spikes} spikes of ${units} units lie in it, ${megabytes(spikeBytes)} MB; 1.3 x that and 64 KB a unit are ${megabytes(allowed)} MB. The larger of the two amounts read is judged.`
        : BASELINE_MISSING,
    ],
    tables: [
      {
        headings: ['', 'ms (quartiles)', 'of the baseline', 'requested, MB', 'from the disk, MB'],
        rows: [...times].map(([name, list]) => [
          name,
          milliseconds(summarize(list)),
          name === WHOLE ? ratioText(ratioBetween(times, name, BASELINE)) : '',
          read.has(name) ? megabytes(read.get(name)?.requested ?? 0) : '',
          read.has(name) ? megabytes(read.get(name)?.fromDisk ?? 0) : '',
        ]),
      },
    ],
    verdicts: [
      {
        what: 'bytes read for one window, one area, cold, of what is allowed',
        bound: 'atMost',
        limit: 1,
        unit: ' x',
        measured: expected ? most / allowed : null,
      },
    ],
  }
}
