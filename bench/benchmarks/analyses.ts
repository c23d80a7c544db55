import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readNpz } from '../arrays/npz.ts'
import { BASELINE_MISSING } from '../baseline/notebook-baseline.ts'
import { runTimed } from '../baseline/run-python.ts'
import type { Benchmark, Findings } from '../benchmark.ts'
import { peakMemory } from '../machine/process-usage.ts'
import { cacheFolder } from '../project.ts'
import { BASELINE, comparisonTable, ratioBetween } from '../report/comparison.ts'
import { summarize } from '../report/summary.ts'
import type { Verdict } from '../report/target.ts'
import { fetchBytes, queryBody, toData } from '../requests/send-query.ts'
import { type Contender, interleave, ROUNDS, timed } from '../rounds.ts'
import { Served } from '../servers/served.ts'
import { type Setting, script } from '../setting.ts'

const OURS = 'over HTTP, base64'

const CORRELOGRAM_REQUESTS = 5

/** What sums in another order may make of a number, relative to it and to 1. */
const ROUNDING = 1e-11

export const analyses: Benchmark = {
  name: 'analyses',
  title: 'Correlograms, correlations and interspike intervals',
  measure,
}

interface Analysis {
  readonly name: 'correlograms' | 'noise' | 'isi'
  readonly what: string
  readonly limit: number
  readonly rounds: number
  readonly field: string
}

const everyUnit =
  '{ amplitudeCutoffMax: null, presenceRatioMin: null, isiViolationsMax: null, requireMetrics: false, validOnly: false, inBrainOnly: false }'

const compared: readonly Analysis[] = [
  {
    name: 'correlograms',
    what: 'cross-correlograms of 90 units, whole session, 1 ms, ±50 ms',
    limit: 0.15,
    // They take numpy half a minute.
    rounds: 1,
    field: 'analysis: correlograms(units: { areas: ["PM"] }, pairs: CROSS) { data { bytes } }',
  },
  {
    name: 'noise',
    what: 'noise correlations of all passing units over drifting gratings',
    limit: 1.5,
    rounds: ROUNDS,
    field: `analysis: presentationActivity(presentations: { stimulusNames: ["drifting_gratings"] }) {
      correlations(kind: NOISE, includeBlanks: true) { data { bytes } }
    }`,
  },
  {
    name: 'isi',
    what: 'interspike-interval statistics of all units',
    limit: 0.3,
    rounds: ROUNDS,
    field: `analysis: spikeTrainStatistics(units: ${everyUnit}) {
      unitIds
      data(statistics: [ISI_MEAN, CV, CV2, LOCAL_VARIATION]) { bytes }
    }`,
  },
]

const options = ['--cache-mb', '0']

async function measure(setting: Setting): Promise<Findings> {
  await using server = await Served.start([setting.session], { options })
  const findings: Findings[] = []
  for (const analysis of compared) findings.push(await measureOne(setting, server.url, analysis))
  return {
    notes: [
      setting.python
        ? 'Session open, spikes not cached. The baseline is bench/baseline/analyses.py: a histogram of all lags of a pair at once; matrix products over samples that both units have; numpy’s diff, mean and std. Values are compared: counts to the last one, others to eleven digits.'
        : BASELINE_MISSING,
      ...findings.flatMap(({ notes }) => notes),
    ],
    tables: findings.flatMap(({ tables }) => tables),
    verdicts: [...findings.flatMap(({ verdicts }) => verdicts), await memoryVerdict(setting)],
  }
}

/** Of a server that counts the same correlograms again and again, and nothing else. */
async function memoryVerdict({ session, sessionId }: Setting): Promise<Verdict> {
  await using server = await Served.start([session], { options })
  const [correlograms] = compared
  for (let request = 0; request < CORRELOGRAM_REQUESTS; request++) {
    await fetchBytes(`${server.url}/graphql`, bodyOf(correlograms, sessionId))
  }
  return {
    what: `resident memory of a server after ${CORRELOGRAM_REQUESTS} requests for these correlograms`,
    bound: 'atMost',
    limit: 300,
    unit: ' MB',
    measured: peakMemory(server.pid) / 1e6,
  }
}

const bodyOf = ({ field }: Analysis, id: string) =>
  queryBody(`query ($id: ID!) { session(id: $id) { ${field} } }`, { id })

async function measureOne(setting: Setting, url: string, analysis: Analysis): Promise<Findings> {
  const { python, session, sessionId } = setting
  const { name, what, limit, rounds } = analysis
  const file = join(cacheFolder, `analysis-${name}.npz`)
  const body = bodyOf(analysis, sessionId)
  const send = () => fetchBytes(`${url}/graphql`, body)
  const response = await send()
  const values = valuesOf(name, response)
  const contenders: Contender[] = [
    { name: `${what}, ${OURS}`, run: async () => (await timed(send)).milliseconds },
  ]
  if (python) {
    contenders.unshift({
      name: BASELINE,
      run: () => runTimed(python, [script('analyses.py'), session, file, name]),
    })
  }
  const times = await interleave(contenders, rounds)
  if (python) {
    const arrays = readNpz(readFileSync(file))
    const expected = inOrder(response, arrays.get('values')?.data, arrays.get('ids')?.data)
    assertSame(what, values, expected)
  }
  const verdicts: Verdict[] = [
    {
      what,
      bound: 'atMost',
      limit,
      unit: ' x',
      measured: ratioBetween(times, `${what}, ${OURS}`, BASELINE),
    },
  ]
  if (name === 'correlograms') {
    const coincidences = values.reduce((sum, count) => sum + count, 0)
    const { median } = summarize(times.get(`${what}, ${OURS}`) ?? [])
    verdicts.push({
      what: `${what}, per coincidence`,
      bound: 'atMost',
      limit: 6,
      unit: ' ns',
      measured: (median * 1e6) / coincidences,
    })
  }
  return { notes: [], tables: [comparisonTable(times)], verdicts }
}

interface Data {
  readonly bytes: string
}

interface AnalysisResponse {
  readonly session: {
    readonly analysis: {
      readonly unitIds?: readonly string[]
      readonly data?: Data
      readonly correlations?: { readonly data: Data }
    }
  }
}

function valuesOf(name: Analysis['name'], response: Buffer): Float64Array {
  const { analysis } = toData<AnalysisResponse>(response).session
  const { bytes = '' } = analysis.data ?? analysis.correlations?.data ?? {}
  const { buffer } = new Uint8Array(Buffer.from(bytes, 'base64'))
  return name === 'correlograms'
    ? Float64Array.from(new Uint32Array(buffer))
    : new Float64Array(buffer)
}

type Numbers = ArrayLike<number | bigint>

/** The baseline's columns in the order of the response's units, if it names them. */
function inOrder(response: Buffer, values: Numbers = [], ids?: Numbers): Numbers {
  const { unitIds = [] } = toData<AnalysisResponse>(response).session.analysis
  if (!ids) return values
  const columns = new Map(Array.from(ids, (id, column) => [String(id), column]))
  return Array.from(values, (_, cell) => {
    const row = Math.floor(cell / ids.length)
    return values[row * ids.length + (columns.get(unitIds[cell % ids.length] ?? '') ?? -1)]
  })
}

function assertSame(what: string, received: Float64Array, expected: Numbers): void {
  if (received.length !== expected.length) {
    throw new Error(`${what}: ${received.length} values, the baseline has ${expected.length}`)
  }
  for (let i = 0; i < received.length; i++) {
    const value = received[i]
    const other = Number(expected[i])
    const isSame =
      Object.is(value, other) || Math.abs(value - other) <= ROUNDING * Math.max(1, Math.abs(other))
    if (!isSame) throw new Error(`${what}: ${value}, numpy has ${other}`)
  }
}
