import { expect, test } from 'vitest'
import type { MemorySessionOptions } from '../support/memory/memory-session.ts'
import { costOf } from './cost-of.ts'

const grating = (startTime: number, orientation: number) => ({
  stimulusName: 'drifting_gratings',
  startTime,
  stopTime: startTime + 2,
  block: 0,
  parameters: { orientation, temporal_frequency: 2 },
})

/**
 * Three units, of 5, 2 and no spikes; five gratings of two orientations; LFP of three channels; two
 * trials; one each of what is seldom there.
 */
const session: MemorySessionOptions = {
  units: [
    {
      id: 11,
      area: 'VISp',
      spikes: [0.5, 1, 3.5, 7.25, 12.5],
      columns: { layer: '4' },
      waveform: [
        [1, 2],
        [3, 4],
      ],
    },
    { id: 12, area: 'VISl', spikes: [0.75, 10.5] },
    { id: 13, area: 'VISp', spikes: [] },
  ],
  presentations: [grating(0, 0), grating(3, 90), grating(6, 0), grating(9, 90), grating(12, 0)],
  series: [
    {
      name: 'lfp',
      probeId: '100',
      times: Array.from({ length: 140 }, (_, i) => i / 10),
      columns: { values: Array.from({ length: 140 }, (_, i) => [i, 2 * i, i * i]).flat() },
      channelIds: [850, 851, 852],
    },
  ],
  invalidTimes: [{ startTime: 2.25, stopTime: 2.75, tags: [] }],
  warnings: [{ code: 'VALUES_LEFT_OUT', path: null, message: 'Some.' }],
  optogeneticEpochs: [
    {
      id: 1,
      startTime: 1,
      stopTime: 2,
      condition: null,
      level: 1,
      stimulusName: null,
      duration: 1,
    },
  ],
  intervals: { trials: { start_time: [1, 2], stop_time: [2, 3], choice: ['left', 'right'] } },
  file: {
    '/ids': {
      dtype: '<i8',
      holds: 'number',
      shape: [4],
      values: [1, 2, 3, 4],
      attributes: { note: '' },
    },
    '/texts': { dtype: '|O', holds: 'text', shape: [2], values: ['a', 'b'] },
  },
}

const BINS = 'start: 0, stop: 14, binSize: 2'
const aligned = (fields: string) =>
  `alignedActivity(before: 1, after: 2, binSize: 0.5) { ${fields} }`
const presented = (fields: string) => `presentationActivity { ${fields} }`
const probe = (fields: string) => `probes { ${fields} }`
const lfp = 'channelIds: ["850", "851"], before: 0.5, after: 1, binSize: 0.5'
const tuned = (fields: string) =>
  aligned(`groups(by: PARAMETERS, parameters: ["orientation"]) { ${fields} }`)
const events = (fields: string) =>
  `eventActivity(events: { times: [1, 2, 3, 4] }, after: 1, binSize: 0.5) { ${fields} }`
const crossed = (fields: string) =>
  `correlograms(binSize: 1, lagCount: 3, pairs: CROSS) { ${fields} }`

/** Fields, with the cells, the operations and the values that they are charged. */
test.each<[string, number, number, number]>([
  // Three rows of two fields in `nodes`.
  ['units { nodes { id unitId } }', 0, 0, 9],
  ['units { nodes { spikeTimes } }', 7, 0, 6],
  ['units { nodes { spikeTimes spikeAmplitudes } }', 14, 0, 9],
  ['units { nodes { meanWaveform { values } } }', 4, 0, 9],
  // Seven bins of three units, in two areas.
  [`binnedActivity(${BINS}) { counts }`, 21, 0, 2],
  [`binnedActivity(${BINS}) { counts again: counts data { bytes } spikeCount }`, 63, 0, 10],
  [`binnedActivity(${BINS}) { spikeCount unitRates }`, 21, 0, 7],
  [`binnedActivity(${BINS}) { units { unitId } unitIds }`, 0, 0, 12],
  [`binnedActivity(${BINS}) { populationRate }`, 21, 0, 16],
  [`binnedActivity(${BINS}) { binCoverage }`, 14, 0, 2],
  [`binnedActivity(${BINS}) { cellCoverage }`, 21, 0, 2],
  [`binnedActivity(${BINS}) { rates(kernel: { boxcar: 6 }) { values } }`, 41, 63, 4],
  [`binnedActivity(${BINS}) { sliding(stride: 1) { counts } }`, 39, 0, 4],
  [`binnedActivity(${BINS}) { correlations { values } }`, 31, 17.5, 4],
  [`binnedActivity(${BINS}, areas: ["VISp"]) { counts }`, 14, 0, 1],
  ['stimulusEpochs { binnedActivity(before: 0, after: 2, binSize: 1) { counts } }', 6, 0, 4],
  // Five presentations of six bins.
  [aligned('counts'), 90, 0, 0],
  [aligned('spikes { count }'), 12, 0, 0],
  [aligned('spikes { spikeTimes unitIndexes }'), 12 + 16 * 7, 0, 0],
  [aligned('edges startTimes presentationIds'), 12, 0, 5],
  [aligned('firstSpikes(from: 0, until: 1) { latencies }'), 15, 0, 0],
  [tuned('presentationIds'), 0, 0, 7],
  [tuned('mean'), 4 * 2 * 18 + 36, 0, 2],
  [tuned('mean standardError'), 4 * 2 * 18 + 72, 0, 4],
  [tuned('firstSpikes(from: 0, until: 1) { medians respondedCounts }'), 24, 0, 6],
  [aligned('grid(parameters: ["orientation"]) { mean }'), 4 * 2 * 18 + 36, 0, 0],
  [aligned('grid(parameters: ["orientation"]) { presentationCounts axes { values } }'), 2, 0, 2],
  [
    aligned('jitterCorrectedCorrelograms(jitterWindow: 1, lagCount: 2) { values }'),
    // Three pairs of five lags; 6/7 of the spikes; the square of units; six bins of three units.
    3 + 3 * 5 + 6 + 9 * 3 + 18,
    ((30 / 7) * (12 / 7) * 2.5) / 12 + 3 * 5 * 6,
    0,
  ],
  [aligned('jitterCorrectedCorrelograms(jitterWindow: 1, lagCount: 2) { lags }'), 3 + 5, 0, 0],
  [presented('counts'), 15, 0, 0],
  [presented('correlations(kind: SIGNAL) { values }'), 3 * 2 + 2 * 9, 9, 0],
  [presented('correlations(kind: NOISE) { values }'), 3 * 5 + 2 * 9, 22.5, 0],
  // Six pairs, or three, of seven lags; the square of units; spikes.
  ['correlograms(binSize: 1, lagCount: 3) { counts }', 6 + 6 * 7 + 9 * 4 + 7, 19.5, 0],
  [crossed('counts referenceIds'), 3 + 3 * 7 + 9 * 4 + 7, 5, 3],
  [crossed('spikeTimeTiling'), 3 + 3 + 7, 14, 0],
  [crossed('lags'), 3 + 7, 0, 0],
  ['spikeTrainStatistics { rates }', 18, 0, 0],
  ['spikeTrainStatistics(epochs: {}) { rates cv isiMean startTimes }', 55, 0, 0],
  ['responseMetrics(stimulus: DRIFTING_GRATINGS) { unitIds }', 0, 0, 3],
  ['responseMetrics(stimulus: DRIFTING_GRATINGS) { osi }', 18, 0, 0],
  [
    'intervalActivity(intervals: [{ start: 0, stop: 5 }, { start: 6, stop: 8 }]) { counts }',
    6,
    0,
    0,
  ],
  ['intervalActivity(intervals: [{ start: 0, stop: 5 }]) { startTimes stopTimes }', 2, 0, 0],
  [events('counts'), 24, 0, 0],
  [events('spikes { count }'), 12, 0, 0],
  [events('edges sourceIndexes firstSpikes { latencies }'), 3 + 4 + 12, 0, 0],
  [probe('lfp { values }'), 420, 0, 0],
  [probe('lfp(channelIds: ["850", "852"], start: 1, stop: 2) { values times }'), 33, 0, 0],
  [probe(`alignedLfp(${lfp}) { values startTimes }`), 2 * (73 + 5 * 4) + 5, 0, 0],
  [
    probe(`alignedLfp(${lfp}) { groups { average { mean } } }`),
    2 * (73 + 4 * (5 + 3 * 2)) + 12,
    0,
    4,
  ],
  [
    probe('spikeTriggeredLfp(unitIds: ["11"], channelIds: ["850", "851"]) { mean }'),
    5 + 2 * 140,
    0,
    1,
  ],
  [probe('lfpSpectrum(channelIds: ["850", "851"], start: 0, stop: 10) { power }'), 2 * 101, 0, 0],
  ['stimulusPresentations { nodes { presentationId startTime } }', 0, 0, 15],
  ['stimulusEpochs { index stimulusName }', 0, 0, 2],
  ['stimulusConditions { conditionId presentations { totalCount } }', 0, 0, 11],
  ['areas { acronym units { totalCount } }', 0, 0, 9],

  ['warnings { code message }', 0, 0, 2],
  ['invalidTimes { startTime stopTime tags }', 0, 0, 3],
  ['stimulusEpochs { invalidTimes { tags } }', 0, 0, 2 + 1],
  [`binnedActivity(${BINS}) { invalidTimes { tags } }`, 0, 0, 4 + 2],
  [`binnedActivity(${BINS}) { unitCoverage }`, 0, 0, 2 + 3],
  [`binnedActivity(${BINS}, areas: []) { binCount }`, 0, 0, 1],
  // Thirteen windows of 2 s, 1 s apart, in two areas.
  [`binnedActivity(${BINS}) { sliding(stride: 1) { binStarts } }`, 26, 0, 4],
  ['areas(acronyms: ["VISp"]) { binnedActivity { binCount } }', 0, 0, 2 + 1],
  ['optogeneticStimulationEpochs { startTime }', 0, 0, 1],
  ['channelStructureIntervals { area }', 0, 0, 3 + 3],
  ['interPresentationIntervals { count }', 0, 0, 3 * 5],
  ['stimulusParameterValues { values }', 0, 0, 2 + 1],
  ['stimulusConditions { epochs { index } }', 0, 0, 4 + 2],
  [tuned('parameters { name }'), 0, 0, 4 + 4],
  [aligned('stopTimes anchorTimes binCentres'), 5 + 5 + 7, 0, 0],
  [events('binCentres groups(by: ALL) { eventIndexes }'), 3 + 4, 0, 1],
  ['unitColumns(names: ["layer"]) { values }', 0, 0, 1 + 1],
  ['units { nodes { columns(names: ["layer"]) { name } } }', 0, 0, 9 + 6],
  ['units { nodes { meanWaveform { channelIds times } } }', 2, 0, 12 + 2],
  ['responseMetrics(stimulus: DRIFTING_GRATINGS) { preferredConditions { id } }', 15, 0, 3],
  ['spikeTrainStatistics(epochs: {}) { stopTimes }', 1, 0, 0],
  ['spikeTrainStatistics { isiHistogram(bins: { edges: [0, 1, 2] }) { edges } }', 3, 0, 0],
  [probe('lfp { channelIds }'), 0, 0, 3],
  [probe(`alignedLfp(${lfp}) { channelIds presentationIds }`), 0, 0, 2 + 5],
  [probe(`eventLfp(events: { times: [1, 2, 3] }, ${lfp}) { sourceIndexes }`), 3, 0, 0],
  ['intervalTables { name columns { name } }', 0, 0, 3 + 3],
  ['intervalTables { columns { values } }', 6, 0, 2 + 3 + 6],
  ['fileObject(path: "/ids") { attributes { name } }', 0, 0, 1],
  ['fileObject { children { nodes { name } } }', 0, 0, 4],
  ['fileObject(path: "/ids") { dataset { values { values } } }', 4, 0, 4],
  // A text costs a value for each hundred letters that are wanted of it.
  ['fileObject(path: "/texts") { dataset { values(textLength: 250) { values } } }', 2, 0, 6],
])('%s', async (fields, cells, operations, values) => {
  const query = `{ session(id: "1") { ${fields} } }`
  expect(await costOf(session, query)).toEqual([cells, operations, values])
})
