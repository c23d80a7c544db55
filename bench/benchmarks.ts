import type { Benchmark } from './benchmark.ts'
import { analyses } from './benchmarks/analyses.ts'
import { clients } from './benchmarks/clients.ts'
import { cold } from './benchmarks/cold.ts'
import { compressed } from './benchmarks/compressed.ts'
import { download } from './benchmarks/download.ts'
import { events, psth } from './benchmarks/events.ts'
import { exporting } from './benchmarks/export.ts'
import { growth } from './benchmarks/growth.ts'
import { light } from './benchmarks/light.ts'
import { notebook } from './benchmarks/notebook.ts'
import { profile } from './benchmarks/profile.ts'
import { remote } from './benchmarks/remote.ts'
import { responses } from './benchmarks/responses.ts'
import { start } from './benchmarks/start.ts'
import { statistics } from './benchmarks/statistics.ts'
import { window } from './benchmarks/window.ts'

/** In the order of the report. */
export const benchmarks: readonly Benchmark[] = [
  notebook,
  window,
  exporting,
  compressed,
  cold,
  clients,
  growth,
  start,
  remote,
  download,
  statistics,
  psth,
  events,
  analyses,
  responses,
  light,
  profile,
]
