import { assertSameCounts } from '../arrays/same-counts.ts'
import { BASELINE_MISSING, NotebookBaseline } from '../baseline/notebook-baseline.ts'
import type { Benchmark, Findings } from '../benchmark.ts'
import { BASELINE, comparisonTable, ratioBetween } from '../report/comparison.ts'
import { decodeNotebook, requestNotebook } from '../requests/notebook.ts'
import { interleave, timed } from '../rounds.ts'
import { Served } from '../servers/served.ts'
import type { Setting } from '../setting.ts'

const OURS = 'over HTTP, base64'

export const compressed: Benchmark = {
  name: 'compressed',
  title: 'The notebook job on spikes in chunks, gzip 4 and shuffle',
  measure,
}

async function measure(setting: Setting): Promise<Findings> {
  if (!setting.python) return { notes: [BASELINE_MISSING], tables: [], verdicts: [] }
  const session = await setting.compressedSession()
  const baseline = new NotebookBaseline(setting, session)
  const expected = await baseline.counts()
  await using server = await Served.start([session], { options: ['--cache-mb', '0'] })
  const times = await interleave([
    { name: BASELINE, run: async () => (await baseline.run()).milliseconds },
    {
      name: OURS,
      async run() {
        const { milliseconds, result } = await timed(() =>
          requestNotebook(server.url, setting.sessionId, 'base64'),
        )
        assertSameCounts(decodeNotebook(result, 'base64'), expected)
        return milliseconds
      },
    },
  ])
  return {
    notes: ['h5py chooses the chunks (chunks=True). Session open, spikes not cached.'],
    tables: [comparisonTable(times)],
    verdicts: [
      {
        what: 'gzip + shuffle layout, session open',
        bound: 'atMost',
        limit: 0.7,
        unit: ' x',
        measured: ratioBetween(times, OURS, BASELINE),
      },
    ],
  }
}
