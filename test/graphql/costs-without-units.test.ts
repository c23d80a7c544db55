import { expect, test } from 'vitest'
import type { MemorySessionOptions } from '../support/memory/memory-session.ts'
import { costOf, gabor, seconds } from './cost-of.ts'

const session: MemorySessionOptions = {
  units: [{ id: 11, area: 'VISp', spikes: [0.5, 1, 3.5] }],
  presentations: [gabor(0, 0), gabor(2, 10), gabor(4, 0)],
  series: [{ name: 'runningSpeed', times: seconds, columns: { velocity: seconds } }],
}

const none = 'units: { ids: [] }'
const binned = (fields: string) =>
  `binnedActivity(start: 0, stop: 4, binSize: 1, areas: [], ${none}) { ${fields} }`
const aligned = (fields: string) =>
  `alignedActivity(before: 0, after: 1, binSize: 0.5, ${none}) { ${fields} }`
const second = '[{ start: 0, stop: 1 }, { start: 2, stop: 3 }]'

/** Without units there are still rows to write: as many cells as for one unit. */
test.each<[string, number, number, number]>([
  // Four bins; three weights of each.
  [binned('counts'), 4, 0, 1],
  [binned('rates(kernel: { boxcar: 3 }) { values }'), 4 + 4 + 3, 12, 2],
  // Seven windows of 1 s.
  [binned('sliding(stride: 0.5) { counts }'), 7, 0, 2],
  // Three presentations of two bins.
  [aligned('counts'), 6, 0, 0],
  [aligned('spikes { count }'), 4, 0, 0],
  [aligned('firstSpikes(from: 0, until: 1) { latencies }'), 3, 0, 0],
  [aligned('groups(by: ALL) { mean }'), 4 * 2 + 2, 0, 1],
  [aligned('groups(by: ALL) { firstSpikes(from: 0, until: 1) { medians } }'), 4, 0, 2],
  [`presentationActivity(${none}) { counts }`, 3, 0, 0],
  [`intervalActivity(intervals: ${second}, ${none}) { counts }`, 2, 0, 0],
  [`spikeTrainStatistics(${none}) { cv }`, 6, 0, 0],
  [`receptiveFields(${none}) { counts }`, 3, 0, 0],
  // Four numbers of three bins; samples and their times.
  [
    `signalTuning(axes: [{ signal: { signal: RUNNING_SPEED }, edges: [0, 5, 10, 20] }], ${none}) { shape }`,
    12 + 28,
    0,
    0,
  ],
])('%s', async (fields, cells, operations, values) => {
  expect(await costOf(session, `{ session(id: "1") { ${fields} } }`)).toEqual([
    cells,
    operations,
    values,
  ])
})
