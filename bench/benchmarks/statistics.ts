import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readNpz } from '../arrays/npz.ts'
import { BASELINE_MISSING } from '../baseline/notebook-baseline.ts'
import { runTimed } from '../baseline/run-python.ts'
import type { Benchmark, Findings } from '../benchmark.ts'
import { cacheFolder } from '../project.ts'
import { BASELINE, comparisonTable, ratioBetween } from '../report/comparison.ts'
import { threeDigits } from '../report/texts.ts'
import { fetchBytes, queryBody, toData } from '../requests/send-query.ts'
import { type Contender, interleave, timed } from '../rounds.ts'
import { Served } from '../servers/served.ts'
import { type Setting, script } from '../setting.ts'

const OURS = 'over HTTP, base64'

export const statistics: Benchmark = {
  name: 'statistics',
  title: 'Statistics by condition: drifting gratings, six areas',
  measure,
}

const text = `query Statistics($id: ID!) {
  session(id: $id) {
    alignedActivity(
      presentations: { stimulusNames: ["drifting_gratings"] }
      units: { areas: ["V1", "LM", "RL", "AL", "PM", "AM"] }
      before: 0 after: 2 binSize: 2
    ) {
      presentationIds startTimes unitIds
      groups(by: PARAMETERS, parameters: ["orientation", "temporal_frequency"]) {
        presentationIds
        mean: data(statistic: MEAN) { bytes }
        deviation: data(statistic: STANDARD_DEVIATION) { bytes }
      }
    }
  }
}`

interface StatisticsResponse {
  readonly session: {
    readonly alignedActivity: {
      readonly presentationIds: readonly string[]
      readonly startTimes: readonly number[]
      readonly unitIds: readonly string[]
      readonly groups: readonly {
        readonly presentationIds: readonly string[]
        readonly mean: { readonly bytes: string }
        readonly deviation: { readonly bytes: string }
      }[]
    }
  }
}

async function measure(setting: Setting): Promise<Findings> {
  const { python, session, sessionId } = setting
  const file = join(cacheFolder, 'statistics.npz')
  await using server = await Served.start([session], { options: ['--cache-mb', '0'] })
  const body = queryBody(text, { id: sessionId })
  const send = () => fetchBytes(`${server.url}/graphql`, body)
  const { alignedActivity } = toData<StatisticsResponse>(await send()).session
  const contenders: Contender[] = [
    { name: OURS, run: async () => (await timed(send)).milliseconds },
  ]
  if (python) {
    contenders.unshift({
      name: BASELINE,
      run: () => runTimed(python, [script('statistics.py'), session, file]),
    })
  }
  const times = await interleave(contenders)
  if (python) assertSameStatistics(alignedActivity, readFileSync(file))
  const { presentationIds, unitIds, groups } = alignedActivity
  const ratio = ratioBetween(times, OURS, BASELINE)
  return {
    notes: [
      `${presentationIds.length} presentations x ${unitIds.length} units, in ${groups.length} conditions: mean and standard deviation of the spikes in the 2 s after each start. Session open, spikes not cached.`,
      ratio === null
        ? BASELINE_MISSING
        : `The baseline is bench/baseline/statistics.py; means are numpy’s to the last bit, deviations to twelve digits. Of its time SpikeQL takes ${threeDigits(ratio)}.`,
    ],
    tables: [comparisonTable(times)],
    verdicts: [],
  }
}

/** Deviations in bins are rounded once, from exact sums; numpy's are rounded on the way. */
const ROUNDING = 1e-12

/** By the start of each condition's first presentation: means to the last bit; NaN is NaN. */
function assertSameStatistics(
  {
    presentationIds,
    startTimes,
    groups,
    unitIds,
  }: StatisticsResponse['session']['alignedActivity'],
  baseline: Buffer,
): void {
  const arrays = readNpz(baseline)
  const [first, means, deviations] = ['first', 'means', 'deviations'].map(
    (name) => arrays.get(name)?.data as Float64Array,
  ) as [Float64Array, Float64Array, Float64Array]
  if (groups.length !== first.length) {
    throw new Error(`${groups.length} conditions, the baseline has ${first.length}`)
  }
  const startOf = new Map(presentationIds.map((id, i) => [id, startTimes[i]]))
  for (const { presentationIds: ids, mean, deviation } of groups) {
    const group = first.indexOf(startOf.get(ids[0]) as number)
    const row = (array: Float64Array) =>
      array.subarray(group * unitIds.length, (group + 1) * unitIds.length)
    assertSame(float64(mean.bytes), row(means), 0)
    assertSame(float64(deviation.bytes), row(deviations), ROUNDING)
  }
}

/** @param rounding largest difference, as a part of the value */
function assertSame(received: Float64Array, expected: Float64Array, rounding: number): void {
  const isSame = (a: number, b: number) =>
    Object.is(a, b) || Math.abs(a - b) <= rounding * Math.abs(b)
  const differs = received.findIndex((value, i) => !isSame(value, expected[i]))
  if (received.length !== expected.length || differs >= 0) {
    throw new Error(`a statistic differs: ${received[differs]}, numpy has ${expected[differs]}`)
  }
}

const float64 = (base64: string) =>
  new Float64Array(new Uint8Array(Buffer.from(base64, 'base64')).buffer)
