import { describe, expect, test } from 'vitest'
import { execute, oneSession, smallSession } from '../../execute.ts'

describe('binnedActivity', () => {
  test('counts around the start of each epoch, one matrix an area, in the order asked', async () => {
    const { catalog } = await oneSession(smallSession)
    const { data, errors } = await execute(
      catalog,
      `{ session(id: "1") { stimulusEpochs(where: { excludeStimulusNames: ["spontaneous"] }) {
        index stimulusName
        binnedActivity(areas: ["LM", "VISp"], before: 1, after: 2, binSize: 1) {
          area { acronym alias } epoch { index } unitIds shape start stop binSize binCount counts
        }
      } } }`,
    )
    expect(errors).toEqual([])
    expect(data.session.stimulusEpochs).toEqual([
      {
        index: 0,
        stimulusName: 'gabors',
        binnedActivity: [
          {
            area: { acronym: 'VISl', alias: 'LM' },
            epoch: { index: 0 },
            unitIds: ['12'],
            shape: [3, 1],
            start: 9,
            stop: 12,
            binSize: 1,
            binCount: 3,
            counts: [[1], [0], [2]],
          },
          {
            area: { acronym: 'VISp', alias: 'V1' },
            epoch: { index: 0 },
            unitIds: ['11', '13'],
            shape: [3, 2],
            start: 9,
            stop: 12,
            binSize: 1,
            binCount: 3,
            // the last bin is closed: it holds the spike at 12
            counts: [
              [0, 0],
              [2, 0],
              [1, 1],
            ],
          },
        ],
      },
      {
        index: 2,
        stimulusName: 'gabors',
        binnedActivity: [
          {
            area: { acronym: 'VISl', alias: 'LM' },
            epoch: { index: 2 },
            unitIds: ['12'],
            shape: [3, 1],
            start: 19,
            stop: 22,
            binSize: 1,
            binCount: 3,
            counts: [[0], [0], [0]],
          },
          {
            area: { acronym: 'VISp', alias: 'V1' },
            epoch: { index: 2 },
            unitIds: ['11', '13'],
            shape: [3, 2],
            start: 19,
            stop: 22,
            binSize: 1,
            binCount: 3,
            counts: [
              [0, 0],
              [0, 1],
              [0, 1],
            ],
          },
        ],
      },
    ])
  })

  test('keeps an area without passing units as a matrix of no columns', async () => {
    const { catalog } = await oneSession(smallSession)
    const { data, errors } = await execute(
      catalog,
      `{ session(id: "1") { binnedActivity(start: 0, stop: 3, binSize: 1, areas: ["LM"], units: { snrMin: 99 }) {
        shape unitIds counts spikeCount unitRates populationRate data { dtype shape bytes } sparse { shape indptr indices data }
      } } }`,
    )
    expect(errors).toEqual([])
    expect(data.session.binnedActivity).toEqual([
      {
        shape: [3, 0],
        unitIds: [],
        counts: [[], [], []],
        spikeCount: 0,
        unitRates: [],
        populationRate: null,
        data: { dtype: 'uint8', shape: [3, 0], bytes: '' },
        sparse: { shape: [3, 0], indptr: [0, 0, 0, 0], indices: [], data: [] },
      },
    ])
  })

  test('without areas gives all areas; an empty list all units as one matrix; a doubled one two', async () => {
    const { catalog } = await oneSession(smallSession)
    const { data } = await execute(
      catalog,
      `{ session(id: "1") {
        all: binnedActivity(start: 0, stop: 30) { area { acronym } unitIds }
        none: binnedActivity(start: 0, stop: 30, areas: null) { area { acronym } unitIds }
        one: binnedActivity(start: 0, stop: 30, areas: []) { area { acronym } unitIds }
        twice: binnedActivity(start: 0, stop: 30, areas: ["LM", "VISl"]) { area { acronym } unitIds }
        whole: binnedActivity(start: 0, stop: 30, areas: [], units: { inBrainOnly: false }) { unitIds }
      } }`,
    )
    const byArea = [
      { area: { acronym: 'VISp' }, unitIds: ['11', '13'] },
      { area: { acronym: 'VISl' }, unitIds: ['12'] },
    ]
    expect(data.session).toEqual({
      all: byArea,
      none: byArea,
      one: [{ area: null, unitIds: ['11', '12', '13'] }],
      twice: [byArea[1], byArea[1]],
      whole: [{ unitIds: ['11', '12', '13', '14'] }],
    })
  })

  test('writes counts as bytes, as sparse rows and as sums', async () => {
    const { catalog } = await oneSession(smallSession)
    const { data, errors } = await execute(
      catalog,
      `{ session(id: "1") { binnedActivity(start: 9, stop: 13, binSize: 2, areas: []) {
        counts spikeCount unitRates populationRate
        sparse { shape indptr indices data }
        auto: data { dtype shape order encoding bytes }
        wide: data(dtype: UINT16) { dtype bytes }
        widest: data(dtype: UINT32) { dtype bytes }
      } } }`,
    )
    expect(errors).toEqual([])
    expect(data.session.binnedActivity[0]).toEqual({
      // unit 11: 10, 10.5 | 11; unit 12: 9.5 | 11.5, 11.5; unit 13: | 12
      counts: [
        [2, 1, 0],
        [1, 2, 1],
      ],
      spikeCount: 7,
      // nothing is recorded before 9.5
      unitRates: [3 / 3.5, 3 / 3.5, 1 / 3.5],
      populationRate: [3 / 4.5, 4 / 6],
      sparse: { shape: [2, 3], indptr: [0, 2, 5], indices: [0, 1, 0, 1, 2], data: [2, 1, 1, 2, 1] },
      auto: { dtype: 'uint8', shape: [2, 3], order: 'C', encoding: 'BASE64', bytes: 'AgEAAQIB' },
      wide: { dtype: 'uint16', bytes: 'AgABAAAAAQACAAEA' },
      widest: { dtype: 'uint32', bytes: 'AgAAAAEAAAAAAAAAAQAAAAIAAAABAAAA' },
    })
  })

  test('says so when the asked number type cannot hold a count, and AUTO takes a wider one', async () => {
    const spikes = Array.from({ length: 300 }, (_, i) => i / 1000)
    const { catalog } = await oneSession({ units: [{ id: 1, area: 'VISp', spikes }] })
    const { data, errors } = await execute(
      catalog,
      `{ session(id: "1") { binnedActivity(start: 0, stop: 1, binSize: 1) {
        data { dtype bytes } narrow: data(dtype: UINT8) { bytes }
      } } }`,
    )
    expect(errors).toMatchObject([
      {
        message: 'The largest count is 300; uint8 cannot hold it. Request a wider dtype.',
        extensions: { code: 'COUNT_OVERFLOW' },
      },
    ])
    expect(data.session).toBeNull()
    const auto = await execute(
      catalog,
      '{ session(id: "1") { binnedActivity(start: 0, stop: 1, binSize: 1) { data { dtype bytes } } } }',
    )
    expect(auto.data.session.binnedActivity[0].data).toEqual({ dtype: 'uint16', bytes: 'LAE=' })
  })

  test('after: null goes to the end of the epoch', async () => {
    const { catalog } = await oneSession(smallSession)
    const { data } = await execute(
      catalog,
      `{ session(id: "1") { areas(acronyms: ["V1"]) { unitCount channelCount units { nodes { unitId } }
        binnedActivity(before: 0, after: null, binSize: 1, epochs: { stimulusNames: ["spontaneous"] }) {
          shape start stop epoch { stimulusName block duration } counts
      } } } }`,
    )
    expect(data.session.areas).toEqual([
      {
        unitCount: 2,
        channelCount: 2,
        units: { nodes: [{ unitId: '11' }, { unitId: '13' }] },
        binnedActivity: [
          {
            shape: [8, 2],
            start: 12,
            stop: 20,
            epoch: { stimulusName: 'spontaneous', block: null, duration: 8 },
            counts: [
              [0, 1],
              [0, 0],
              [0, 0],
              [0, 0],
              [0, 0],
              [0, 0],
              [0, 0],
              [0, 1],
            ],
          },
        ],
      },
    ])
  })

  test('tells which invalid times overlap the window', async () => {
    const { catalog } = await oneSession({
      ...smallSession,
      invalidTimes: [
        { startTime: 1, stopTime: 2, tags: ['probeA'] },
        { startTime: 30, stopTime: 40, tags: ['stimulus', 'x'] },
      ],
    })
    const { data } = await execute(
      catalog,
      `{ session(id: "1") { invalidTimes { startTime }
        binnedActivity(start: 2, stop: 29, areas: []) { invalidTimes { startTime stopTime tags } } } }`,
    )
    expect(data.session).toEqual({
      invalidTimes: [{ startTime: 1 }, { startTime: 30 }],
      binnedActivity: [{ invalidTimes: [{ startTime: 1, stopTime: 2, tags: ['probeA'] }] }],
    })
  })

  test('null for an argument that has a default but no null is refused', async () => {
    const { catalog } = await oneSession(smallSession)
    const { errors } = await execute(
      catalog,
      '{ session(id: "1") { binnedActivity(start: 0, stop: 1, binSize: null) { shape } } }',
    )
    expect(errors).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }])
  })
})
