import type { Question } from './question.ts'
import { analyses } from './questions/analyses.ts'
import { clients } from './questions/clients.ts'
import { cold } from './questions/cold.ts'
import { compressed } from './questions/compressed.ts'
import { events, psth } from './questions/events.ts'
import { exporting } from './questions/export.ts'
import { growth } from './questions/growth.ts'
import { light } from './questions/light.ts'
import { notebook } from './questions/notebook.ts'
import { profile } from './questions/profile.ts'
import { remote } from './questions/remote.ts'
import { responses } from './questions/responses.ts'
import { start } from './questions/start.ts'
import { statistics } from './questions/statistics.ts'
import { window } from './questions/window.ts'

/** In the order of the report. */
export const questions: readonly Question[] = [
  notebook,
  window,
  exporting,
  compressed,
  cold,
  clients,
  growth,
  start,
  remote,
  statistics,
  psth,
  events,
  analyses,
  responses,
  light,
  profile,
]
