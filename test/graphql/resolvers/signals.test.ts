import { describe, expect, test } from 'vitest'
import type { MemorySeries } from '../../support/memory/memory-series.ts'
import { execute, oneSession, smallSession } from '../execute.ts'

const seconds = Array.from({ length: 20 }, (_, i) => 5 + i)

/** Speed at 5, 6, … s is 0 until 11 s, 10 until 20 s, then 0; each sample lasts 1 s. */
const series: readonly MemorySeries[] = [
  {
    name: 'runningSpeed',
    times: seconds,
    columns: {
      endTime: seconds.map((time) => time + 1),
      velocity: seconds.map((time) => (time >= 12 && time < 20 ? 10 : 0)),
    },
  },
  {
    name: 'eyeTracking',
    times: seconds,
    columns: {
      pupilWidth: seconds.map((time) => (time === 10 ? Number.NaN : 4)),
      pupilHeight: seconds.map(() => 2),
    },
  },
  {
    name: 'stored',
    path: '/processing/behavior/position',
    times: seconds,
    columns: { values: seconds.flatMap((time) => [time, 100 + time]) },
  },
]

const { catalog } = await oneSession({
  ...smallSession,
  presentations: [
    { stimulusName: 'gabors', startTime: 10, stopTime: 11, block: 0 },
    { stimulusName: 'gabors', startTime: 13, stopTime: 14, block: 0 },
    { stimulusName: 'gabors', startTime: 16, stopTime: 17, block: 0 },
    { stimulusName: 'gabors', startTime: 40, stopTime: 41, block: 0 },
  ],
  invalidTimes: [{ startTime: 13.5, stopTime: 13.6, tags: ['probeA'] }],
  series,
})

async function sendQuery(field: string) {
  const { data, errors } = await execute(catalog, `{ session(id: "1") { ${field} } }`)
  if (errors.length > 0) throw new Error(errors[0].message)
  return data.session
}

const speed = '{ signal: RUNNING_SPEED }'
const position = '{ timeSeries: { path: "/processing/behavior/position", column: 1 } }'

describe('signals in the same bins', () => {
  test('next to counts of a window; null for one that the session does not have', async () => {
    const { binnedActivity } = await sendQuery(
      `binnedActivity(start: 10, stop: 14, binSize: 2, areas: []) {
        runningSpeed
        signals(of: [${speed}, { signal: PUPIL_AREA }, { signal: GAZE_X }, ${position}]) {
          unit values data { dtype shape }
        }
      }`,
    )
    expect(binnedActivity[0]).toEqual({
      runningSpeed: [0, 10],
      signals: [
        { unit: 'cm/s', values: [0, 10], data: { dtype: 'float64', shape: [2] } },
        {
          unit: 'px²',
          values: [expect.closeTo(2 * Math.PI, 14), expect.closeTo(2 * Math.PI, 14)],
          data: { dtype: 'float64', shape: [2] },
        },
        null,
        { unit: null, values: [110.5, 113], data: { dtype: 'float64', shape: [2] } },
      ],
    })
  })

  test('around presentations, [presentations, bins]', async () => {
    const { alignedActivity } = await sendQuery(
      `alignedActivity(before: 1, after: 1, binSize: 1) {
        signals(of: [${speed}, { signal: PUPIL_WIDTH }]) { shape values data { shape } }
        counts: signals(of: [${speed}], statistic: COUNT, edgeRule: ALLENSDK) { values }
      }`,
    )
    expect(alignedActivity.signals).toEqual([
      {
        shape: [4, 2],
        values: [
          [0, 0],
          [10, 10],
          [10, 10],
          [null, null],
        ],
        data: { shape: [4, 2] },
      },
      {
        shape: [4, 2],
        values: [
          [4, 4],
          [4, 4],
          [4, 4],
          [null, null],
        ],
        data: { shape: [4, 2] },
      },
    ])
    expect(alignedActivity.counts[0].values).toEqual([
      [1, 1],
      [1, 1],
      [1, 1],
      [0, 0],
    ])
  })

  test('within presentations, and around events', async () => {
    const { presentationActivity, eventActivity } = await sendQuery(
      `presentationActivity { signals(of: [${position}]) { shape values } }
      eventActivity(events: { times: [16, 10] }, after: 2, binSize: 2) {
        signals(of: [${position}], statistic: MAX, edgeRule: HALF_OPEN) { values }
      }`,
    )
    expect(presentationActivity.signals[0]).toEqual({
      shape: [4, 1],
      values: [[110.5], [113.5], [116.5], [null]],
    })
    expect(eventActivity.signals[0].values).toEqual([[117], [111]])
  })

  test('of no presentation are none', async () => {
    const { alignedActivity } = await sendQuery(
      `alignedActivity(presentations: { start: 100 }, after: 1, binSize: 1) {
        signals(of: [${speed}]) { shape values }
      }`,
    )
    expect(alignedActivity.signals).toEqual([{ shape: [0, 1], values: [] }])
  })

  test.each([
    ['{ timeSeries: { path: "/wheel" } }', 'Available: /processing/behavior/position.'],
    [
      '{ timeSeries: { path: "/processing/behavior/position", column: 2 } }',
      'has the columns 0 to 1',
    ],
    ['{}', 'exactly one key'],
  ])('refuses the signal %s', async (source, message) => {
    await expect(
      sendQuery(`alignedActivity(after: 1, binSize: 1) { signals(of: [${source}]) { values } }`),
    ).rejects.toThrow(message)
  })
})

describe('presentations by behaviour', () => {
  const starts = async (where: string) => {
    const { stimulusPresentations } = await sendQuery(
      `stimulusPresentations(where: { ${where} }) { nodes { startTime } }`,
    )
    return stimulusPresentations.nodes.map(({ startTime }: { startTime: number }) => startTime)
  }

  test.each([
    [`{ of: ${speed}, min: 1 }`, [13, 16]],
    [`{ of: ${speed}, max: 1 }`, [10]],
    [`{ of: ${speed}, min: 10 }`, [13, 16]],
    [`{ of: ${speed}, max: 10 }`, [10]],
    [`{ of: ${speed} }`, [10, 13, 16]],
    [`{ of: ${speed}, min: 5, after: 4 }`, [10, 13, 16]],
    [`{ of: ${speed}, min: 5, before: 4, after: -2 }`, [16]],
    [`{ of: ${speed}, min: 1, edgeRule: ALLENSDK }`, [13, 16]],
    [`{ of: { signal: PUPIL_WIDTH } }`, [10, 13, 16]],
    [`{ of: { signal: PUPIL_WIDTH }, edgeRule: ALLENSDK }`, [13, 16]],
  ])('during which %s', async (range, expected) => {
    expect(await starts(`signals: [${range}]`)).toEqual(expected)
  })

  test('all ranges must hold, and other conditions', async () => {
    const running = `{ of: ${speed}, min: 1 }`
    expect(await starts(`signals: [${running}, { of: ${position}, max: 115 }]`)).toEqual([13])
    expect(await starts(`signals: [${running}], start: 14`)).toEqual([16])
    expect(await starts('signals: []')).toEqual([10, 13, 16, 40])
  })

  test('that touch no invalid time', async () => {
    expect(await starts('excludeInvalidTimes: true')).toEqual([10, 16, 40])
  })

  test('a signal that the session does not have is an error, and not silence', async () => {
    await expect(starts('signals: [{ of: { signal: GAZE_X }, min: 0 }]')).rejects.toThrow(
      'This session does not have the signal: its rawGaze has no screenX.',
    )
  })
})

describe('activity around the onsets of running', () => {
  const onsets = async (crossings: string) =>
    (
      await sendQuery(
        `eventActivity(events: { crossings: { of: ${speed}, ${crossings} } }, after: 1, binSize: 1) {
          anchorTimes sourceIndexes
        }`,
      )
    ).eventActivity

  test('is at the middle of the first sample above the threshold', async () => {
    expect(await onsets('threshold: 1')).toEqual({ anchorTimes: [12.5], sourceIndexes: [0] })
    expect(await onsets('threshold: 11')).toEqual({ anchorTimes: [], sourceIndexes: [] })
  })

  test('needs stillness before, and running after', async () => {
    expect((await onsets('threshold: 1, hold: 5, minDuration: 8')).anchorTimes).toEqual([12.5])
    expect((await onsets('threshold: 1, minDuration: 9')).anchorTimes).toEqual([])
  })
})

describe('tuning to signals', () => {
  const tuning = async (args: string, fields: string) =>
    (await sendQuery(`signalTuning(${args}, units: { areas: ["VISp"] }) { ${fields} }`))
      .signalTuning

  test('gives counts, time spent, rates and information of each unit', async () => {
    // Still from 5 to 12 s and from 20 to 25 s, running in between.
    const response = await tuning(
      `axes: [{ signal: ${speed}, edges: [0, 5, 20, 30] }]`,
      'shape unitIds occupancy counts rates data { dtype shape } bitsPerSecond bitsPerSpike',
    )
    expect(response).toMatchObject({
      shape: [2, 3],
      unitIds: ['11', '13'],
      occupancy: [12, 8, 0],
      // Unit 11: 10, 10.5, 11, and 25, when the last sample has ended. Unit 13: 12; 20, 21.
      counts: [
        [3, 0, 0],
        [2, 1, 0],
      ],
      rates: [
        [0.25, 0, null],
        [2 / 12, 1 / 8, null],
      ],
      data: { dtype: 'float64', shape: [2, 3] },
    })
    expect(response.bitsPerSpike[0]).toBeCloseTo(Math.log2(20 / 12), 12)
    expect(response.bitsPerSecond[0]).toBeCloseTo(0.15 * Math.log2(20 / 12), 12)
  })

  test('is over the time in which each unit was observed', async () => {
    const [unit, other] = smallSession.units
    const { catalog: observed } = await oneSession({
      ...smallSession,
      series,
      units: [
        { ...unit, observed: [[5, 11]] },
        { ...other, area: 'VISp', observed: [[0, 100]] },
      ],
    })
    const { data } = await execute(
      observed,
      `{ session(id: "1") { signalTuning(axes: [{ signal: ${speed}, edges: [0, 5, 20] }]) {
         unitIds occupancy unitOccupancy counts rates
       } } }`,
    )
    expect(data.session.signalTuning).toEqual({
      unitIds: ['11', '12'],
      occupancy: [12, 8],
      unitOccupancy: [
        [6, 0],
        [12, 8],
      ],
      counts: [
        [3, 0],
        [3, 0],
      ],
      rates: [
        [0.5, null],
        [0.25, 0],
      ],
    })
  })

  test('to two signals has a dimension for each', async () => {
    const response = await tuning(
      `axes: [{ signal: ${speed}, edges: [0, 5, 20] }, { signal: ${position}, edges: [100, 112, 125] }]
      within: [{ start: 10, stop: 22 }]`,
      'shape occupancy counts',
    )
    expect(response).toEqual({
      shape: [2, 2, 2],
      occupancy: [
        [2, 2],
        [0, 8],
      ],
      counts: [
        [
          [3, 0],
          [0, 0],
        ],
        [
          [0, 2],
          [0, 1],
        ],
      ],
    })
  })

  test('needs time in a bin, and may take the nearest sample', async () => {
    const axes = `axes: [{ signal: ${speed}, edges: [0, 5, 20] }]`
    expect((await tuning(`${axes}, minOccupancy: 10`, 'rates')).rates[0]).toEqual([0.25, null])
    expect((await tuning(`${axes}, lookup: NEAREST`, 'occupancy counts')).counts[0]).toEqual([4, 0])
  })

  test.each([
    ['axes: []', 'axes has 0 entries'],
    [`axes: [{ signal: ${speed}, edges: [1] }]`, 'edges has 1 entries'],
    [`axes: [{ signal: ${speed}, edges: [1, 1] }]`, 'edges must ascend'],
    ['axes: [{ signal: { signal: GAZE_X }, edges: [0, 1] }]', 'does not have the signal'],
  ])('refuses %s', async (args, message) => {
    await expect(tuning(args, 'shape')).rejects.toThrow(message)
  })
})
