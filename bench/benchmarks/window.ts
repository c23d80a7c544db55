import { BASELINE_MISSING, NotebookBaseline } from '../baseline/notebook-baseline.ts'
import type { Benchmark, Findings } from '../benchmark.ts'
import { BASELINE, comparisonTable, ratioBetween } from '../report/comparison.ts'
import { assertFirstWindow, firstEpoch } from '../requests/first-window.ts'
import { requestNotebook } from '../requests/notebook.ts'
import { type Contender, interleave, timed } from '../rounds.ts'
import { Served } from '../servers/served.ts'
import type { Setting } from '../setting.ts'

export const window: Benchmark = {
  name: 'window',
  title: 'One window of 100 s, session open, spikes not cached',
  measure,
}

async function measure(setting: Setting): Promise<Findings> {
  const baseline = new NotebookBaseline(setting)
  const expected = baseline.isThere ? await baseline.counts() : null
  await using server = await Served.start([setting.session], { options: ['--cache-mb', '0'] })
  const epochs = [await firstEpoch(server.url, setting.sessionId)]
  const contender = (name: string, areas?: readonly string[]): Contender => ({
    name,
    async run() {
      const part = areas ? { areas, epochs } : { epochs }
      const { milliseconds, result } = await timed(() =>
        requestNotebook(server.url, setting.sessionId, 'base64', part),
      )
      if (expected) assertFirstWindow(result, expected)
      return milliseconds
    },
  })
  const contenders = [contender('six areas'), contender('one area', ['V1'])]
  if (expected) {
    contenders.unshift({ name: BASELINE, run: async () => (await baseline.run(1)).milliseconds })
  }
  const times = await interleave(contenders)
  return {
    notes: [
      expected
        ? 'The baseline counts six areas (`--windows 1`); it reads whole units, as one does without an index. Responses are base64.'
        : BASELINE_MISSING,
    ],
    tables: [comparisonTable(times)],
    verdicts: [
      {
        what: 'one window, session open',
        bound: 'atMost',
        limit: 0.3,
        unit: ' x',
        measured: ratioBetween(times, 'six areas', BASELINE),
      },
    ],
  }
}
