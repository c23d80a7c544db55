import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Benchmark, Findings } from '../benchmark.ts'
import { type CpuProfile, timeByKind } from '../profiling/cpu-profile.ts'
import { sourceFinder } from '../profiling/source-of.ts'
import { cacheFolder } from '../project.ts'
import { requestNotebook } from '../requests/notebook.ts'
import { Served } from '../servers/served.ts'
import type { Setting } from '../setting.ts'

const JOBS = 30

export const profile: Benchmark = {
  name: 'profile',
  title: 'Where the time of the notebook job goes',
  measure,
}

async function measure(setting: Setting): Promise<Findings> {
  const folder = join(cacheFolder, 'profile')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  const nodeOptions = ['--cpu-prof', `--cpu-prof-dir=${folder}`]
  {
    await using server = await Served.start([setting.session], {
      options: ['--cache-mb', '0'],
      nodeOptions,
    })
    for (let job = 0; job < JOBS; job++) {
      await requestNotebook(server.url, setting.sessionId, 'base64')
    }
  }
  const totals = new Map<string, number>()
  const sourceOf = sourceFinder()
  for (const name of readdirSync(folder)) {
    const recorded = JSON.parse(readFileSync(join(folder, name), 'utf8')) as CpuProfile
    const times = timeByKind(recorded, sourceOf)
    for (const [kind, time] of times) totals.set(kind, (totals.get(kind) ?? 0) + time)
  }
  const idle = totals.get('idle') ?? 0
  totals.delete('idle')
  const busy = [...totals.values()].reduce((sum, time) => sum + time, 0)
  const percent = (time: number) => `${((100 * time) / busy).toFixed(1)} %`
  return {
    notes: [
      `Samples of V8's profiler in the main thread and all reader threads of a server that runs ${JOBS} notebook jobs as base64, one after the other, spikes not cached; from its start to its end, so that the loading of the program is in it. Percent of ${(busy / 1e6).toFixed(1)} s at work; waiting (${(idle / 1e6).toFixed(1)} s, all threads together) is left out.`,
    ],
    tables: [
      {
        headings: ['', 'of the time at work'],
        rows: [...totals].sort((a, b) => b[1] - a[1]).map(([kind, time]) => [kind, percent(time)]),
      },
    ],
    verdicts: [],
  }
}
