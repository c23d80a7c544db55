import { expect, test } from 'vitest'
import type { MemorySessionOptions } from '../support/memory/memory-session.ts'
import { costOf, gabor, seconds } from './cost-of.ts'

/** Two units; three gabors at two places; speeds of 14 s; an invalid time; two trials. */
const session: MemorySessionOptions = {
  units: [
    { id: 11, area: 'VISp', spikes: [0.5, 1, 3.5] },
    { id: 12, area: 'VISl', spikes: [0.75] },
  ],
  presentations: [gabor(0, 0), gabor(2, 10), gabor(4, 0)],
  series: [
    {
      name: 'runningSpeed',
      times: seconds,
      columns: { endTime: seconds.map((time) => time + 1), velocity: seconds },
    },
    {
      name: 'stored',
      path: '/processing/behavior/position',
      times: seconds,
      columns: { values: seconds },
    },
  ],
  invalidTimes: [{ startTime: 4.25, stopTime: 4.5, tags: ['probeA'] }],
  intervals: { trials: { start_time: [1, 2], stop_time: [2, 3], choice: ['left', 'right'] } },
}

const inSession = (fields: string) => `{ session(id: "1") { ${fields} } }`
const speed = '{ signal: RUNNING_SPEED }'
const aligned = (fields: string) =>
  inSession(`alignedActivity(before: 0, after: 1, binSize: 0.5) { ${fields} }`)
const grouped = (fields: string) => aligned(`groups(by: ALL) { ${fields} }`)

/** Queries, with the cells, the operations and the values that they are charged. */
test.each<[string, number, number, number]>([
  // Four numbers of three bins and two units; fourteen samples of three columns.
  [
    inSession(`signalTuning(axes: [{ signal: ${speed}, edges: [0, 5, 10, 20] }]) { shape }`),
    24 + 42,
    0,
    0,
  ],
  // Three windows of two bins; six samples.
  [aligned(`signals(of: [${speed}]) { values }`), 6 + 18, 0, 1],
  [
    inSession(`binnedActivity(start: 0, stop: 4, binSize: 1, areas: []) {
      signals(of: [${speed}, ${speed}]) { values }
    }`),
    2 * (4 + 15),
    0,
    2 + 2,
  ],
  // Four numbers of two bins and two units, and what is returned.
  [grouped('responsePeaks { peaks }'), 16 + 4, 0, 2],
  [grouped('observedPresentationCounts'), 16 + 4, 0, 1],
  // Three presentations of two units; maps of one row and two columns, held and returned.
  [inSession('receptiveFields { counts }'), 6 + 4 + 4, 0, 0],
  [inSession('receptiveFields { data { bytes } }'), 6 + 4 + 4, 0, 0],
  // The six visual areas, recorded or not.
  [inSession('dataset(before: 0, after: 1) { areas { acronym unitCount } }'), 0, 0, 12],
  [inSession('dataset(before: 0, after: 1) { epochs { index } }'), 0, 0, 1],
  [inSession('intervalTables { rows(first: 2) { nodes { index } } }'), 0, 0, 3 + 4],
  // Each of two rows reads the page of three columns.
  [
    inSession('intervalTables { rows(first: 2) { nodes { values { name } } } }'),
    12,
    0,
    4 + 6 + 2 * 3 * 2,
  ],
  [inSession('timeSeries { path unit }'), 0, 0, 2],
  [inSession('stimulusPresentations { nodes { parameters { name } } }'), 0, 0, 9 + 9],
  [inSession('stimulusPresentations { nodes { invalidTimes { tags } } }'), 0, 0, 9 + 1],
  [inSession('areas(acronyms: ["VISp"], units: { snrMin: 0 }) { acronym unitCount }'), 0, 0, 2],
  [inSession('spikeTrainStatistics { observedSeconds }'), 2, 0, 0],
  ['{ sessions { nodes { id sessionType } } }', 0, 0, 3],
  ['{ units { nodes { unitId spikeCount } } }', 0, 0, 6],
  ['{ probes { nodes { name } } }', 0, 0, 2],
  ['{ nodes(ids: ["1", "2"]) { id } }', 0, 0, 2],
])('%s', async (query, cells, operations, values) => {
  expect(await costOf(session, query)).toEqual([cells, operations, values])
})
