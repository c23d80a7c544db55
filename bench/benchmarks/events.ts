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

const AREAS = '["V1", "LM", "RL", "AL", "PM", "AM"]'

/** As the baseline has them. */
const times = Array.from({ length: 10_000 }, (_, i) => 100 + i * 0.8 + 1 / 65536 / 3)

export const psth: Benchmark = {
  name: 'psth',
  title: 'PSTH: drifting gratings, 2 s in bins of 10 ms, by condition, six areas',
  measure: (setting) => compare(setting, 'psth', psthText, {}, assertSameStatistics),
}

export const events: Benchmark = {
  name: 'events',
  title: '10,000 events given by the user, 20 bins, six areas',
  measure: (setting) => compare(setting, 'events', eventsText, { times }, assertSameCounts),
}

const psthText = `query Psth($id: ID!) {
  session(id: $id) {
    alignedActivity(
      presentations: { stimulusNames: ["drifting_gratings"] }
      units: { areas: ${AREAS} }
      after: 2 binSize: 0.01
    ) {
      presentationIds startTimes unitIds shape
      groups(by: PARAMETERS, parameters: ["orientation", "temporal_frequency"]) {
        presentationIds
        mean: data(statistic: MEAN) { bytes }
        deviation: data(statistic: STANDARD_DEVIATION) { bytes }
      }
    }
  }
}`

const eventsText = `query Events($id: ID!, $times: [Float]) {
  session(id: $id) {
    eventActivity(
      events: { times: $times } units: { areas: ${AREAS} } after: 1 binSize: 0.05
    ) { unitIds shape data { bytes dtype } }
  }
}`

interface PsthResponse {
  readonly session: {
    readonly alignedActivity: {
      readonly presentationIds: readonly string[]
      readonly startTimes: readonly number[]
      readonly groups: readonly {
        readonly presentationIds: readonly string[]
        readonly mean: { readonly bytes: string }
        readonly deviation: { readonly bytes: string }
      }[]
    }
  }
}

interface EventsResponse {
  readonly session: { readonly eventActivity: { readonly data: { readonly bytes: string } } }
}

async function compare(
  { python, session, sessionId }: Setting,
  kind: string,
  text: string,
  variables: Record<string, unknown>,
  assertSame: (response: Buffer, baseline: Buffer) => void,
): Promise<Findings> {
  const file = join(cacheFolder, `${kind}.npz`)
  const options = ['--cache-mb', '0', '--max-cells', '100000000', '--response-memory-mb', '2000']
  await using server = await Served.start([session], { options })
  const body = queryBody(text, { id: sessionId, ...variables })
  const send = () => fetchBytes(`${server.url}/graphql`, body)
  const response = await send()
  const contenders: Contender[] = [
    { name: OURS, run: async () => (await timed(send)).milliseconds },
  ]
  if (python) {
    contenders.unshift({
      name: BASELINE,
      run: () => runTimed(python, [script('events.py'), session, file, kind]),
    })
  }
  const measured = await interleave(contenders)
  if (python) assertSame(Buffer.from(response), readFileSync(file))
  const ratio = ratioBetween(measured, OURS, BASELINE)
  return {
    notes: [
      ratio === null
        ? BASELINE_MISSING
        : `The baseline is bench/baseline/events.py; counts are equal, deviations to twelve digits. Of its time SpikeQL takes ${threeDigits(ratio)}. Session open, spikes not cached.`,
    ],
    tables: [comparisonTable(measured)],
    verdicts: [],
  }
}

/** Deviations in bins are rounded once, from exact sums; numpy's are rounded on the way. */
const ROUNDING = 1e-12

/** By the start of each condition's first presentation. */
function assertSameStatistics(response: Buffer, baseline: Buffer): void {
  const { presentationIds, startTimes, groups } =
    toData<PsthResponse>(response).session.alignedActivity
  const arrays = readNpz(baseline)
  const numbers = (name: string) => arrays.get(name)?.data as Float64Array
  const [first, means, deviations] = [numbers('first'), numbers('means'), numbers('deviations')]
  const startOf = new Map(presentationIds.map((id, i) => [id, startTimes[i]]))
  const size = means.length / first.length
  for (const { presentationIds: ids, mean, deviation } of groups) {
    const group = first.indexOf(startOf.get(ids[0]) as number)
    const part = (array: Float64Array) => array.subarray(group * size, (group + 1) * size)
    assertClose(float64(mean.bytes), part(means))
    assertClose(float64(deviation.bytes), part(deviations))
  }
}

function assertClose(received: Float64Array, expected: Float64Array): void {
  const differs = received.findIndex(
    (value, i) =>
      !Object.is(value, expected[i]) && !(Math.abs(value - expected[i]) <= ROUNDING * expected[i]),
  )
  if (received.length !== expected.length || differs >= 0) {
    throw new Error(`a statistic differs: ${received[differs]}, numpy has ${expected[differs]}`)
  }
}

function assertSameCounts(response: Buffer, baseline: Buffer): void {
  const { bytes } = toData<EventsResponse>(response).session.eventActivity.data
  const counts = readNpz(baseline).get('counts')?.data
  if (
    !counts ||
    Buffer.compare(
      Buffer.from(bytes, 'base64'),
      Buffer.from(counts.buffer, counts.byteOffset, counts.byteLength),
    ) !== 0
  ) {
    throw new Error('counts around events differ')
  }
}

const float64 = (base64: string) =>
  new Float64Array(new Uint8Array(Buffer.from(base64, 'base64')).buffer)
