import { describe, expect, test } from 'vitest'
import { RecordingError } from '../../../../src/errors.ts'
import type { MemorySeries } from '../../../support/memory/memory-series.ts'
import { execute, oneSession, smallSession } from '../../execute.ts'

const running: MemorySeries = {
  name: 'runningSpeed',
  times: [9, 10, 11, 12, 13, 14],
  columns: { velocity: [1, 2, 3, 4, 5, 9], endTime: [10, 11, 12, 13, 14, 15] },
}

const lfp: MemorySeries = {
  name: 'lfp',
  probeId: '100',
  times: [10, 11, 12, 13],
  columns: { values: [0, 10, 1, 11, 2, 12, 3, 13] },
  channelIds: [1011, 1012],
}

const session = { ...smallSession, series: [running, lfp] }

/** What each field of a query on the session answers. */
async function sendQuery(
  fields: string,
  options: Parameters<typeof execute>[2] = {},
  of = session,
) {
  const { catalog, reader } = await oneSession(of)
  const { data, errors } = await execute(catalog, `{ session(id: "1") { ${fields} } }`, options)
  return { session: data?.session, errors, requested: reader.requested }
}

const codes = (errors: { extensions: { code: string } }[]) =>
  errors.map((error) => error.extensions.code)

describe('time series', () => {
  test('are null where the session has none', async () => {
    const { session, errors } = await sendQuery(
      `runningSpeed { velocity } rawRunning { frameTimes } eyeTracking { times } screenGaze { raw { times } }
       optogeneticStimulationEpochs { startTime } rig { equipmentName }
       probes { lfp { values } currentSourceDensity { values } }
       binnedActivity(start: 10, stop: 12, binSize: 1, areas: []) { runningSpeed }`,
      {},
      { ...smallSession, series: [] },
    )
    expect(errors).toEqual([])
    expect(session).toEqual({
      runningSpeed: null,
      rawRunning: null,
      eyeTracking: null,
      screenGaze: null,
      optogeneticStimulationEpochs: null,
      rig: null,
      probes: [{ lfp: null, currentSourceDensity: null }],
      binnedActivity: [{ runningSpeed: null }],
    })
  })

  test('hold the samples of a window, both ends included', async () => {
    const { session } = await sendQuery(
      'runningSpeed(start: 10, stop: 12) { sampleCount pointCount startTimes endTimes velocity }',
    )
    expect(session.runningSpeed).toEqual({
      sampleCount: 3,
      pointCount: 3,
      startTimes: [10, 11, 12],
      endTimes: [11, 12, 13],
      velocity: [2, 3, 4],
    })
  })

  test('are brought to as many points as are wanted', async () => {
    const fields = '{ sampleCount pointCount samplesPerGroup startTimes endTimes velocity }'
    const { session } = await sendQuery(
      `mean: runningSpeed(maxPoints: 4) ${fields} envelope: runningSpeed(maxPoints: 4, resample: MIN_MAX) ${fields}`,
    )
    expect(session.mean).toEqual({
      sampleCount: 6,
      pointCount: 3,
      samplesPerGroup: 2,
      startTimes: [9, 11, 13],
      endTimes: [11, 13, 15],
      velocity: [1.5, 3.5, 7],
    })
    expect(session.envelope).toEqual({
      sampleCount: 6,
      pointCount: 4,
      samplesPerGroup: 3,
      startTimes: [9, 9, 12, 12],
      endTimes: [12, 12, 15, 15],
      velocity: [1, 3, 4, 9],
    })
  })

  test('refuse points that cannot be', async () => {
    const none = await sendQuery('runningSpeed(maxPoints: 5, resample: NONE) { velocity }')
    expect(codes(none.errors)).toEqual(['TOO_MANY_POINTS'])
    const zero = await sendQuery('runningSpeed(maxPoints: 0) { velocity }')
    expect(codes(zero.errors)).toEqual(['INVALID_ARGUMENT'])
  })

  test('of a probe have the channels asked, masked by the invalid times of the probe', async () => {
    const invalid = (startTime: number, ...tags: string[]) => ({
      startTime,
      stopTime: startTime,
      tags,
    })
    const { session: received } = await sendQuery(
      `probes {
         lfp { shape channelIds times values }
         one: lfp(channelIds: ["1012"], maskInvalidIntervals: false) { shape channelIds values }
       }`,
      {},
      {
        ...session,
        invalidTimes: [
          invalid(10, 'EcephysSession', 'all_probes'),
          invalid(11, 'probeA'),
          invalid(12, 'probeB', 'stimulus'),
        ],
      },
    )
    expect(received.probes[0]).toEqual({
      lfp: {
        shape: [4, 2],
        channelIds: ['1011', '1012'],
        times: [10, 11, 12, 13],
        values: [
          [null, null],
          [null, null],
          [2, 12],
          [3, 13],
        ],
      },
      one: { shape: [4, 1], channelIds: ['1012'], values: [[10], [11], [12], [13]] },
    })
  })

  test('average the running speed into the bins of activity, by the middle of each sample', async () => {
    // Middles lie at 9.5, 10.5, …; that of the first sample in the
    // window, whose start is before it.
    const { session } = await sendQuery(
      `binnedActivity(start: 9.25, stop: 12.25, binSize: 0.75, areas: ["V1"]) { shape counts runningSpeed }
       stimulusEpochs(where: { indexes: [2] }) { binnedActivity(areas: [], before: 0, after: 2, binSize: 1) { runningSpeed } }`,
    )
    expect(session.binnedActivity[0]).toMatchObject({
      shape: [4, 2],
      runningSpeed: [1, 2, null, 3],
    })
    expect(session.stimulusEpochs[0].binnedActivity[0].runningSpeed).toEqual([null, null])
  })

  test('ask a session twice however many are wanted: where they lie, and for their samples', async () => {
    const { requested, errors } = await sendQuery(
      `runningSpeed { startTimes velocity } part: runningSpeed(start: 10) { data { bytes } }
       probes { lfp { times values } }
       stimulusEpochs { binnedActivity(areas: ["V1", "LM"]) { counts runningSpeed } }`,
    )
    expect(errors).toEqual([])
    expect(requested).toMatchObject({ countSpikes: 1, samples: 1 })
    // Those of the session at once, those behind its tables when these are there.
    expect(requested.locateSamples).toBeLessThanOrEqual(2)
  })

  test('are charged before they are read, together with all else', async () => {
    const query = `runningSpeed { startTimes velocity } probes { lfp { values } }
      binnedActivity(start: 10, stop: 12, binSize: 1, areas: ["V1"]) { counts }`
    // 6 + 6 samples, 4 x 2 values, 2 bins x 2 units
    expect((await sendQuery(query, { maxCells: 24 })).errors).toEqual([])
    const { errors, requested } = await sendQuery(query, { maxCells: 23 })
    expect(new Set(codes(errors))).toEqual(new Set(['TOO_MANY_CELLS']))
    expect(requested).toMatchObject({ samples: 0, countSpikes: 0 })
  })
})

test('runs of channels in one area', async () => {
  const { session, errors } = await sendQuery(
    'channelStructureIntervals { area first end channelIds } some: channelStructureIntervals(channelIds: ["1013", "1011"]) { area end }',
  )
  expect(errors).toEqual([])
  expect(session.channelStructureIntervals).toEqual([
    { area: 'VISp', first: 0, end: 1, channelIds: ['1011'] },
    { area: 'VISl', first: 1, end: 2, channelIds: ['1012'] },
    { area: 'VISp', first: 2, end: 3, channelIds: ['1013'] },
    { area: null, first: 3, end: 4, channelIds: ['1014'] },
  ])
  expect(session.some).toEqual([{ area: 'VISp', end: 2 }])
  expect(
    codes((await sendQuery('channelStructureIntervals(channelIds: ["7"]) { area }')).errors),
  ).toEqual(['CHANNEL_NOT_FOUND'])
})

test('a time series that cannot be read costs none of the others asked with it', async () => {
  const stored = (path: string, values: number[]): MemorySeries => ({
    name: 'stored',
    path,
    times: values.map((_, i) => i),
    columns: { values },
  })
  const { reader, catalog } = await oneSession({
    ...smallSession,
    series: [stored('/acquisition/cut', [1, 2]), stored('/acquisition/whole', [3, 4])],
  })
  const read = reader.read.bind(reader)
  reader.read = async (name, requests) => {
    const isCut = JSON.stringify(requests).includes('/acquisition/cut')
    if (name !== 'locateSamples' || !isCut) return read(name, requests)
    throw new RecordingError(
      'INDEX_INVALID',
      'a.nwb',
      '/acquisition/cut has 2 samples, but 3 times',
    )
  }
  const query = '{ session(id: "1") { timeSeries { path samples { times values } } } }'
  const { data, errors } = await execute(catalog, query)
  expect(data.session.timeSeries).toEqual([
    { path: '/acquisition/cut', samples: null },
    { path: '/acquisition/whole', samples: { times: [0, 1], values: [[3], [4]] } },
  ])
  expect(errors).toMatchObject([
    { path: ['session', 'timeSeries', 0, 'samples'], extensions: { code: 'INDEX_INVALID' } },
  ])
})
