import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { goldenSessionFile } from '../support/golden/golden-folder.ts'
import { runScript } from '../support/python/python.ts'
import { sampleFolder, sampleSessionFolder } from '../support/recordings/sample.ts'
import { ServedFolder } from '../support/servers/served-folder.ts'
import { realRecordingsFolder, wholeGoldenFolder } from '../support/shared.ts'

const served = new ServedFolder(() => [
  sampleFolder,
  join(wholeGoldenFolder, 'cache'),
  realRecordingsFolder,
])
const judge = fileURLToPath(new URL('judges/events.py', import.meta.url))

const anyUnit = `units: { amplitudeCutoffMax: null, presenceRatioMin: null, isiViolationsMax: null,
  requireMetrics: false, validOnly: false, inBrainOnly: false }`
const tuningEdges = [-5, 0, 1, 2, 5, 10, 20, 40, 80]

/** biome-ignore lint/suspicious/noExplicitAny: answers are checked by the judge */
type Responses = any

const sendQuery = async (id: string, fields: string, variables = {}): Promise<Responses> => {
  const { session } = await served.data<{ session: Responses }>(
    `query ($id: ID!, $times: [Float], $intervals: [TimeSpanInput!]!, $edges: [Float!]!) {
      session(id: $id) {
        ${fields}
        unused: intervalActivity(intervals: $intervals) { shape }
        unusedToo: eventActivity(events: { times: $times }, after: 1, binSize: 1) { shape }
        unusedEither: eventActivity(events: { times: [] }, edges: $edges) { shape }
      }
    }`,
    { id, times: [], intervals: [], edges: [0, 1], ...variables },
  )
  return session
}

/** Times all over a recording, out of order, one of them missing. */
async function responsesOf(id: string): Promise<Responses> {
  const { recordedSpan } = await sendQuery(id, 'recordedSpan { startTime stopTime }')
  const { startTime, stopTime } = recordedSpan
  const at = (part: number) => startTime + part * (stopTime - startTime)
  const times = Array.from({ length: 40 }, (_, i) => at((((i * 17) % 40) + 0.5) / 41))
  const intervals = times.slice(1).map((time, i) => ({ start: times[i], stop: time }))
  const usable = intervals.filter(({ start, stop }) => start < stop)
  const common = await sendQuery(
    id,
    `given: eventActivity(events: { times: $times }, before: 0.5, after: 1, binSize: 0.1, ${anyUnit}) {
      anchorTimes sourceIndexes edges unitIds counts
      groups { mean standardDeviation }
      firstSpikes { latencies }
    }
    within: intervalActivity(intervals: $intervals, ${anyUnit}) { startTimes stopTimes unitIds counts rates }
    tables: intervalTables { name rowCount columns { name kind numbers } }`,
    { times: [null, ...times], intervals: usable },
  )
  return { ...common, times }
}

async function eventsOfColumns(
  id: string,
  columns: readonly (readonly [string, string, string])[],
): Promise<Responses[]> {
  return Promise.all(
    columns.map(async ([table, column, timesFrom]) => {
      const { activity } = await sendQuery(
        id,
        `activity: eventActivity(
          events: { intervals: { table: "${table}", column: "${column}", timesFrom: ${timesFrom} } }
          before: 0.5, after: 1, binSize: 0.25, ${anyUnit}
        ) { anchorTimes sourceIndexes edges unitIds counts }`,
      )
      return { table, column, timesFrom, activity }
    }),
  )
}

const behaviour = (id: string): Promise<Responses> =>
  sendQuery(
    id,
    `aligned: alignedActivity(presentations: { stimulusNames: ["flashes"] }, before: 0.5, after: 1, binSize: 0.25) {
      anchorTimes edges signals(of: [{ signal: RUNNING_SPEED }]) { values }
    }
    whole: presentationActivity(presentations: { stimulusNames: ["flashes"] }) {
      startTimes stopTimes signals(of: [{ signal: RUNNING_SPEED }], edgeRule: ALLENSDK) { values }
    }
    running: presentationActivity(presentations: {
      stimulusNames: ["flashes"]
      signals: [{ of: { signal: RUNNING_SPEED }, min: 1, edgeRule: ALLENSDK }]
    }) { startTimes }
    onsets: eventActivity(
      events: { crossings: { of: { signal: RUNNING_SPEED }, threshold: 1, hold: 1, minDuration: 0.5 } }
      after: 1, binSize: 1
    ) { anchorTimes }
    tuning: signalTuning(axes: [{ signal: { signal: RUNNING_SPEED }, edges: $edges }], ${anyUnit}) {
      unitIds occupancy counts rates bitsPerSecond bitsPerSpike
    }`,
    { edges: tuningEdges },
  )

function faultsOf(recording: string, responses: Responses): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'spikeql-judge-'))
  try {
    const file = join(folder, 'answers.json')
    writeFileSync(file, JSON.stringify(responses))
    return JSON.parse(runScript(judge, recording, file))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test.each([
  ['810000001', join(sampleSessionFolder, 'session_810000001.nwb')],
  ['715093703', goldenSessionFile('715093703')],
  ['766640955', goldenSessionFile('766640955')],
])('events, intervals, behaviour and tuning of %s are those of numpy', async (id, file) => {
  const { running, ...ofBehaviour } = await behaviour(id)
  const responses = {
    ...(await responsesOf(id)),
    ...ofBehaviour,
    runningStarts: running.startTimes,
    tuningEdges,
    columns: await eventsOfColumns(id, [['flashes_presentations', 'stop_time', 'SESSION']]),
  }
  expect(faultsOf(file, responses)).toEqual([])
})

test.each([
  [
    'anm369963_2017-02-28_2',
    'dandi-cli_sub-anm369963_ses-20170228.nwb',
    [
      ['trials', 'cue_start_time', 'START'],
      ['trials', 'pole_in_time', 'START'],
    ],
  ],
  [
    'TWH103_CBID4',
    'pynapple_docs_sub-4_ses-4_ecephys+image.nwb',
    [
      ['encoding_table', 'boundary1_time', 'SESSION'],
      ['recognition_table', 'response_time', 'SESSION'],
    ],
  ],
] as const)('events and intervals of %s are those of numpy', async (id, file, columns) => {
  const responses = { ...(await responsesOf(id)), columns: await eventsOfColumns(id, columns) }
  expect(faultsOf(join(realRecordingsFolder, file), responses)).toEqual([])
})

test('first spikes and tuning are the reference numbers of the sample', async () => {
  const reference = JSON.parse(readFileSync(join(wholeGoldenFolder, 'analyses.json'), 'utf8'))[
    '810000001'
  ]
  const { flashes, tuning } = await sendQuery(
    '810000001',
    `flashes: alignedActivity(
      presentations: { stimulusNames: ["flashes"], parameters: [{ name: "color", values: [1] }] }
      units: { areas: ["VISp"] }, after: 1, binSize: 1
    ) { unitIds groups(by: ALL) { firstSpikes(from: 0.03, until: 0.25) { medians respondedCounts } } }
    tuning: signalTuning(axes: [{ signal: { signal: RUNNING_SPEED }, edges: $edges }], units: { areas: ["VISp"] }) {
      unitIds occupancy rates
    }`,
    { edges: tuningEdges },
  )
  const { medians, respondedCounts } = flashes.groups[0].firstSpikes
  for (const { unit, first_spike_median, responding } of reference.flashes) {
    const column = flashes.unitIds.indexOf(String(unit))
    expect(medians[column]).toBe(first_spike_median)
    expect(respondedCounts[column]).toBe(responding)
  }
  reference.speed_tuning.occupancy_s.forEach((seconds: number, bin: number) => {
    expect(tuning.occupancy[bin] / seconds).toBeCloseTo(1, 12)
  })
  for (const [unit, rates] of Object.entries<number[]>(reference.speed_tuning.rates)) {
    const row = tuning.rates[tuning.unitIds.indexOf(unit)]
    rates.forEach((rate, bin) => {
      if (rate === 0) expect(row[bin]).toBe(0)
      else expect(row[bin] / rate).toBeCloseTo(1, 12)
    })
  }
})
