import { describe, expect, test } from 'vitest'
import { execute, oneSession, smallSession } from '../../execute.ts'

const { catalog } = await oneSession({
  ...smallSession,
  invalidTimes: [{ startTime: 20.5, stopTime: 21, tags: ['all_probes'] }],
  optogeneticEpochs: [
    { id: 0, startTime: 10, stopTime: 10.1, condition: 'pulse', level: 1, duration: 0.1 },
    { id: 1, startTime: 12, stopTime: 13, condition: 'ramp', level: 2, duration: 1 },
    { id: 2, startTime: 20, stopTime: 20.1, condition: 'pulse', level: 3, duration: 0.1 },
  ].map((pulse) => ({ ...pulse, stimulusName: null })),
  series: [
    {
      name: 'stored',
      path: '/processing/licking/licks',
      times: [10, 11, 12, 20, 21],
      columns: { values: [1, 2, 1, Number.NaN, 3] },
    },
  ],
})

async function activity(args: string, fields: string, variables = {}) {
  const declared = args.includes('$times') ? 'query Q($times: [Float])' : ''
  const query = `${declared} { session(id: "1") { eventActivity(${args}) { ${fields} } } }`
  const { data, errors } = await execute(catalog, query, { variables })
  if (errors.length > 0) throw new Error(errors[0].message)
  return data.session.eventActivity
}

const bins = 'before: 0.5, after: 0.5, binSize: 0.5, units: { areas: ["VISp"] }'

describe('activity around events', () => {
  test('counts around the times given, in their order, equal ones each', async () => {
    const response = await activity(
      `events: { times: $times }, ${bins}`,
      'anchorTimes sourceIndexes edges binCentres shape counts unitIds data { dtype shape }',
      { times: [20.5, 10, null, 10] },
    )
    expect(response).toEqual({
      anchorTimes: [20.5, 10, 10],
      sourceIndexes: [0, 1, 3],
      edges: [-0.5, 0, 0.5],
      binCentres: [-0.25, 0.25],
      shape: [3, 2, 2],
      unitIds: ['11', '13'],
      counts: [
        [
          [0, 1],
          [0, 1],
        ],
        [
          [0, 0],
          [2, 0],
        ],
        [
          [0, 0],
          [2, 0],
        ],
      ],
      data: { dtype: 'uint8', shape: [3, 2, 2] },
    })
  })

  test('no events have no counts and no groups', async () => {
    expect(
      await activity(`events: { times: [] }, ${bins}`, 'shape counts groups { eventCount }'),
    ).toEqual({ shape: [0, 2, 2], counts: [], groups: [] })
  })

  test('takes the samples of a time series, and groups them by their values', async () => {
    const response = await activity(
      `events: { timeSeries: { path: "/processing/licking/licks" } }, ${bins}`,
      'anchorTimes groups(by: SOURCE_VALUE) { value eventCount eventIndexes spikeCounts mean(unit: HZ) observedEventCounts }',
    )
    expect(response.anchorTimes).toEqual([10, 11, 12, 20, 21])
    expect(response.groups).toEqual([
      {
        value: 1,
        eventCount: 2,
        eventIndexes: [0, 2],
        spikeCounts: [
          [0, 0],
          [2, 1],
        ],
        mean: [
          [0, 0],
          [2, 1],
        ],
        observedEventCounts: [
          [2, 2],
          [2, 2],
        ],
      },
      expect.objectContaining({ value: 2, eventCount: 1, eventIndexes: [1] }),
      expect.objectContaining({ value: 3, eventCount: 1, eventIndexes: [4] }),
    ])
  })

  test.each([
    ['min: 2', [11, 21]],
    ['max: 1', [10, 12]],
    ['min: 1, max: 1', [10, 12]],
  ])('takes only samples of %s; a missing value fails', async (range, expected) => {
    const source = `timeSeries: { path: "/processing/licking/licks", ${range} }`
    expect(await activity(`events: { ${source} }, ${bins}`, 'anchorTimes')).toEqual({
      anchorTimes: expected,
    })
  })

  test.each([
    ['{}', [10, 12, 20]],
    ['{ conditions: ["pulse"] }', [10, 20]],
    ['{ levels: [2, 3] }', [12, 20]],
    ['{ minDuration: 0.5 }', [12]],
    ['{ minDuration: 1 }', [12]],
    ['{ maxDuration: 0.1 }', [10, 20]],
    ['{ maxDuration: 0.5, levels: [1] }', [10]],
  ])('takes the light pulses %s', async (filter, expected) => {
    expect(await activity(`events: { optogenetic: ${filter} }, ${bins}`, 'anchorTimes')).toEqual({
      anchorTimes: expected,
    })
  })

  test('groups light pulses by their condition', async () => {
    const response = await activity(
      `events: { optogenetic: {} }, ${bins}`,
      'groups(by: SOURCE_VALUE) { value eventIndexes }',
    )
    expect(response.groups).toEqual([
      { value: 'pulse', eventIndexes: [0, 2] },
      { value: 'ramp', eventIndexes: [1] },
    ])
  })

  test('groups consecutive events', async () => {
    const response = await activity(
      `events: { times: $times }, ${bins}`,
      'groups(by: EVERY, size: 2) { value eventIndexes shape mean standardDeviation standardError }',
      { times: [10, 10.5, 20] },
    )
    expect(response.groups[0]).toEqual({
      value: null,
      eventIndexes: [0, 1],
      shape: [2, 2],
      mean: [
        [0.5, 0],
        [2, 0],
      ],
      standardDeviation: [
        [Math.SQRT1_2, 0],
        [0, 0],
      ],
      standardError: [
        [0.5, 0],
        [0, 0],
      ],
    })
    expect(response.groups[1].eventIndexes).toEqual([2])
  })

  test('filters by window, gap and invalid times', async () => {
    const filtered = (where: string) =>
      activity(`events: { times: $times }, where: { ${where} }, ${bins}`, 'anchorTimes', {
        times: [10, 10.2, 12, 20, 21.6],
      })
    expect(await filtered('start: 10.2, stop: 20')).toEqual({ anchorTimes: [10.2, 12, 20] })
    expect(await filtered('minGap: 1')).toEqual({ anchorTimes: [10, 12, 20, 21.6] })
    expect(await filtered('excludeInvalidTimes: true')).toEqual({
      anchorTimes: [10, 10.2, 12, 21.6],
    })
  })

  test('lists the spikes themselves', async () => {
    const response = await activity(
      `events: { times: [10.5, 10] }, ${bins}`,
      'spikes { count spikeTimes eventIndexes unitIndexes timesSinceEvent }',
    )
    expect(response.spikes).toEqual({
      count: 5,
      spikeTimes: [10, 10, 10.5, 10.5, 11],
      eventIndexes: [0, 1, 0, 1, 0],
      unitIndexes: [0, 0, 0, 0, 0],
      timesSinceEvent: [-0.5, 0, 0, 0.5, 0.5],
    })
  })

  test.each([
    ['events: { times: [1], optogenetic: {} }', 'exactly one key'],
    ['events: { times: null }', 'must be non-null'],
    ['events: { timeSeries: { path: "/licks" } }', 'Available: /processing/licking/licks.'],
    [
      'events: { timeSeries: { path: "/processing/licking/licks", column: 1 } }',
      'has only column 0',
    ],
    ['events: { optogenetic: { conditions: ["sine"] } }', 'Available: pulse, ramp.'],
  ])('refuses %s', async (events, message) => {
    await expect(activity(`${events}, ${bins}`, 'shape')).rejects.toThrow(message)
  })

  test.each([
    ['by: EVERY', 'size is null'],
    ['by: EVERY, size: 0', 'size is 0'],
    ['by: ALL, size: 2', 'size can only be used with by: EVERY'],
  ])('refuses groups %s', async (grouping, message) => {
    await expect(
      activity(`events: { times: [1] }, ${bins}`, `groups(${grouping}) { eventCount }`),
    ).rejects.toThrow(message)
  })

  test('refuses more times than a request may hold', async () => {
    const times = new Array(100_001).fill(1)
    await expect(
      activity(`events: { times: $times }, ${bins}`, 'shape', { times }),
    ).rejects.toThrow('times has 100001 entries; at most 100000 are allowed')
  })

  test('a session without light pulses says so', async () => {
    const { catalog: dark } = await oneSession(smallSession)
    const { errors } = await execute(
      dark,
      `{ session(id: "1") { eventActivity(events: { optogenetic: {} }, ${bins}) { shape } } }`,
    )
    expect(errors[0].message).toBe('This session has no table of light pulses.')
    expect(errors[0].extensions.code).toBe('INVALID_ARGUMENT')
  })
})

describe('activity within intervals', () => {
  test('counts from the start on, without the stop; an impossible interval is null', async () => {
    const { data, errors } = await execute(
      catalog,
      `{ session(id: "1") { intervalActivity(
        intervals: [{ start: 20, stop: 21 }, { start: 10, stop: 11 }, { start: 5, stop: 5 }]
        units: { areas: ["VISp"] }
      ) { startTimes stopTimes shape unitIds counts rates data { dtype } ratesData { dtype shape } } } }`,
    )
    expect(errors).toEqual([])
    expect(data.session.intervalActivity).toEqual({
      startTimes: [20, 10, null],
      stopTimes: [21, 11, null],
      shape: [3, 2],
      unitIds: ['11', '13'],
      counts: [
        [0, 1],
        [2, 0],
        [null, null],
      ],
      rates: [
        [0, 1],
        [2, 0],
        [null, null],
      ],
      data: { dtype: 'float64' },
      ratesData: { dtype: 'float64', shape: [3, 2] },
    })
  })

  test('intervals outside of the recording have counts, but no rates', async () => {
    const { data } = await execute(
      catalog,
      '{ session(id: "1") { intervalActivity(intervals: [{ start: 100, stop: 200 }]) { counts rates } } }',
    )
    expect(data.session.intervalActivity).toEqual({
      counts: [[0, 0, 0]],
      rates: [[null, null, null]],
    })
  })
})
