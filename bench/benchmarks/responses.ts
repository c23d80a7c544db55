import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { numbersOf } from '../arrays/float64.ts'
import { readNpz } from '../arrays/npz.ts'
import { BASELINE_MISSING } from '../baseline/notebook-baseline.ts'
import { type Python, runTimed } from '../baseline/run-python.ts'
import type { Benchmark, Findings } from '../benchmark.ts'
import { peakMemory } from '../machine/process-usage.ts'
import { cacheFolder } from '../project.ts'
import { BASELINE, comparisonTable, ratioBetween } from '../report/comparison.ts'
import { fetchBytes, queryBody, toData } from '../requests/send-query.ts'
import { type Contender, interleave, timed } from '../rounds.ts'
import { Served } from '../servers/served.ts'
import { type Setting, script } from '../setting.ts'

export const responses: Benchmark = {
  name: 'responses',
  title: 'Responses to stimuli: metrics of drifting gratings, and receptive fields',
  measure,
}

const units = 'units: { areas: ["V1", "LM", "RL", "AL", "PM", "AM"] }'

/** One analysis: its query, the program whose results it is compared with, and its target. */
interface Analysis {
  readonly name: string
  readonly kind: string
  readonly field: string
  readonly limit: number
  /** throws unless the response is the baseline's */
  readonly check: (response: AnalysisResponse, expected: ReturnType<typeof readNpz>) => void
}

interface AnalysisResponse {
  readonly presentationCount: number
  readonly unitIds: readonly string[]
  readonly names: readonly string[]
  readonly data: { readonly dtype: string; readonly bytes: string }
}

const analyses: readonly Analysis[] = [
  {
    name: 'metrics of drifting gratings',
    kind: 'dg',
    field: `responseMetrics(stimulus: DRIFTING_GRATINGS, ${units}) { presentationCount unitIds names data { dtype bytes } }`,
    limit: 0.5,
    check: assertSameMetrics,
  },
  {
    name: 'receptive fields',
    kind: 'fields',
    field: `receptiveFields(${units}) { presentationCount unitIds data { dtype bytes } azimuths elevations areas }`,
    limit: 0.3,
    check: assertSameMaps,
  },
]

async function measure(setting: Setting): Promise<Findings> {
  const { python } = setting
  await using server = await Served.start([setting.session], { options: ['--cache-mb', '0'] })
  const measured = []
  for (const analysis of analyses) {
    measured.push(await measureOne(setting, analysis, server, python))
  }
  return {
    notes: [
      ...measured.map(({ note }) => note),
      python
        ? 'The baseline is bench/baseline/responses.py, which reads each unit once. Session open, spikes not cached; responses are base64, and compared with the baseline’s.'
        : BASELINE_MISSING,
    ],
    tables: measured.map(({ table }) => table),
    verdicts: [
      ...measured.map(({ verdict }) => verdict),
      {
        what: 'resident memory of a server after response metrics and receptive fields',
        bound: 'atMost',
        limit: 300,
        unit: ' MB',
        measured: peakMemory(server.pid) / 1e6,
      },
    ],
  }
}

async function measureOne(
  { session, sessionId }: Setting,
  { name, kind, field, limit, check }: Analysis,
  server: Served,
  python: Python | null,
) {
  const file = join(cacheFolder, `responses-${kind}.npz`)
  const body = queryBody(`query ($id: ID!) { session(id: $id) { response: ${field} } }`, {
    id: sessionId,
  })
  const send = () => fetchBytes(`${server.url}/graphql`, body)
  const { response } = toData<{ session: { response: AnalysisResponse } }>(await send()).session
  const contenders: Contender[] = [{ name, run: async () => (await timed(send)).milliseconds }]
  if (python) {
    contenders.unshift({
      name: BASELINE,
      run: () => runTimed(python, [script('responses.py'), session, file, kind]),
    })
  }
  const times = await interleave(contenders)
  if (python) check(response, readNpz(readFileSync(file)))
  return {
    note: `${name}: ${response.presentationCount} presentations x ${response.unitIds.length} units.`,
    table: comparisonTable(times),
    verdict: {
      what: `${name}, ${response.unitIds.length} units`,
      bound: 'atMost',
      limit,
      unit: ' x',
      measured: ratioBetween(times, name, BASELINE),
    } as const,
  }
}

/** Of the value; sums are in another order than numpy's. */
const ROUNDING = 1e-11

/** p-values of the baseline are integrated numerically. */
const P_ROUNDING = 1e-8

function assertSameMetrics(response: AnalysisResponse, expected: ReturnType<typeof readNpz>): void {
  const values = numbersOf(response.data)
  const unitIds = Array.from(expected.get('unit_ids')?.data ?? [])
  response.names.forEach((name, row) => {
    const column = expected.get(name)?.data
    if (!column) return
    const rounding = name.startsWith('run_pval') ? P_ROUNDING : ROUNDING
    response.unitIds.forEach((id, i) => {
      const value = values[row * response.unitIds.length + i]
      const wanted = column[unitIds.indexOf(Number(id))] ?? Number.NaN
      const isSame =
        Object.is(value, wanted) || Math.abs(value - wanted) <= rounding * (1 + Math.abs(wanted))
      if (!isSame) throw new Error(`${name} of unit ${id} is ${value}, numpy has ${wanted}`)
    })
  })
}

function assertSameMaps(response: AnalysisResponse, expected: ReturnType<typeof readNpz>): void {
  const maps = numbersOf(response.data)
  const wanted = expected.get('map')?.data ?? []
  const unitIds = Array.from(expected.get('unit_ids')?.data ?? [])
  const cells = maps.length / response.unitIds.length
  response.unitIds.forEach((id, i) => {
    const unit = unitIds.indexOf(Number(id))
    for (let cell = 0; cell < cells; cell++) {
      if (maps[i * cells + cell] !== wanted[unit * cells + cell]) {
        throw new Error(`the receptive field of unit ${id} differs from numpy's`)
      }
    }
  })
}
