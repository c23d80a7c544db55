import { describe, expect, test } from 'vitest'
import type { MemorySessionOptions } from '../../../support/memory/memory-session.ts'
import { execute, oneSession } from '../../execute.ts'

/** Two units of VISp; two epochs of 10 s, with 5 s between them. */
const session: MemorySessionOptions = {
  units: [
    { id: 11, area: 'VISp', spikes: [0, 1, 3, 7, 15.5, 16, 24] },
    { id: 12, area: 'VISp', spikes: [] },
  ],
  epochs: [
    { stimulusName: 'gabors', block: 0, startTime: 0, stopTime: 10 },
    { stimulusName: 'flashes', block: 1, startTime: 15, stopTime: 25 },
  ],
}

async function sendQuery(
  fields: string,
  args = '',
  options: MemorySessionOptions = session,
  maxCells = 1e6,
) {
  const { catalog } = await oneSession(options)
  const body = `spikeTrainStatistics${args && `(${args})`} { ${fields} }`
  const response = await execute(catalog, `{ session(id: "1") { ${body} } }`, { maxCells })
  return { ...response, statistics: response.data?.session?.spikeTrainStatistics }
}

describe('Session.spikeTrainStatistics', () => {
  test('gives a column for the whole session, null where there is nothing', async () => {
    const { statistics } = await sendQuery(
      `unitIds shape startTimes stopTimes spikeCounts observedSeconds rates isiMean isiMedian
       cv cv2 localVariation revisedLocalVariation`,
    )
    expect(statistics).toMatchObject({
      unitIds: ['11', '12'],
      shape: [2],
      startTimes: [0],
      stopTimes: [25],
      spikeCounts: [7, 0],
      observedSeconds: [25, 25],
      rates: [7 / 25, 0],
      isiMean: [4, null],
      // 1, 2, 4, 8.5, 0.5, 8
      isiMedian: [3, null],
    })
    for (const name of ['cv', 'cv2', 'localVariation', 'revisedLocalVariation']) {
      expect(statistics[name]).toEqual([expect.any(Number), null])
    }
  })

  test('takes epochs together, with no interval from one to the next', async () => {
    const { statistics } = await sendQuery('spikeCounts isiMean rates stopTimes', 'epochs: {}')
    // 1, 2, 4 and 0.5, 8.
    expect(statistics).toEqual({
      spikeCounts: [7, 0],
      isiMean: [3.1, null],
      rates: [7 / 20, 0],
      stopTimes: [10, 25],
    })
  })

  test('has a row for each interval, in the order given, half-open', async () => {
    const { statistics } = await sendQuery(
      'shape spikeCounts isiMean isiHistogram(bins: { edges: [0, 2, 5] }) { shape counts edges }',
      'within: [{ start: 3, stop: 16 }, { start: 0, stop: 3 }], perInterval: true',
    )
    expect(statistics).toEqual({
      shape: [2, 2],
      spikeCounts: [
        [3, 0],
        [2, 0],
      ],
      isiMean: [
        [6.25, null],
        [1, null],
      ],
      isiHistogram: {
        shape: [2, 2, 2],
        edges: [0, 2, 5],
        counts: [
          [
            [0, 1],
            [0, 0],
          ],
          [
            [1, 0],
            [0, 0],
          ],
        ],
      },
    })
  })

  test('everything is null of an interval that does not stop after it starts', async () => {
    const { statistics, errors } = await sendQuery(
      `spikeCounts observedSeconds rates isiMean fanoFactor(binSize: 1) presenceRatio(binSize: 1)
       isiHistogram(bins: { edges: [0, 2] }) { counts } isiViolations { counts ratios }`,
      'within: [{ start: 5, stop: 5 }], perInterval: true',
    )
    expect(errors).toEqual([])
    const empty = [[null, null]]
    expect(statistics).toEqual({
      spikeCounts: empty,
      observedSeconds: empty,
      rates: empty,
      isiMean: empty,
      fanoFactor: empty,
      presenceRatio: empty,
      isiHistogram: { counts: [[[null], [null]]] },
      isiViolations: { counts: empty, ratios: empty },
    })
  })

  test('counts violations by either rule, and relates them to the rate', async () => {
    const { statistics } = await sendQuery(
      `isiViolations(threshold: 1, minimum: 0.5) { counts ratios }
       allen: isiViolations(threshold: 2.5, minimum: 1, rule: ALLENSDK) { counts }`,
    )
    // 0.5 s is shorter than 1 s; without 1 and 16, which follow too soon, 3 comes 3 s after 0.
    expect(statistics).toEqual({
      isiViolations: { counts: [1, 0], ratios: [1 / (2 * 7 * 0.5) / (7 / 25), null] },
      allen: { counts: [0, 0] },
    })
  })

  test('measures presence and variation in bins', async () => {
    const { statistics } = await sendQuery(
      `presenceRatio(binSize: 5) allen: presenceRatio(rule: ALLENSDK) fanoFactor(binSize: 5)`,
    )
    // Counts 3, 1, 0, 2, 1.
    expect(statistics.presenceRatio).toEqual([0.8, 0])
    expect(statistics.allen).toEqual([0.07, 0])
    expect(statistics.fanoFactor).toEqual([(5 * 15 - 49) / 35, null])
  })

  test('gives bins of a histogram by a range, and which they were', async () => {
    const { statistics } = await sendQuery(
      `equal: isiHistogram(bins: { equal: { from: 0, to: 10, count: 2 } }) { edges counts }
       log: isiHistogram(bins: { logarithmic: { from: 0.25, to: 16, count: 3 } }) { edges counts }`,
    )
    expect(statistics).toEqual({
      equal: {
        edges: [0, 5, 10],
        counts: [
          [4, 2],
          [0, 0],
        ],
      },
      log: {
        edges: [0.25, expect.closeTo(1, 14), expect.closeTo(4, 14), 16],
        counts: [
          [1, 2, 3],
          [0, 0, 0],
        ],
      },
    })
  })

  test('gives columns as bytes', async () => {
    const { statistics } = await sendQuery(
      'data(statistics: [SPIKE_COUNT, ISI_MEAN]) { dtype shape bytes }',
    )
    const { dtype, shape, bytes } = statistics.data
    expect({ dtype, shape }).toEqual({ dtype: 'float64', shape: [2, 2] })
    const numbers = new Float64Array(new Uint8Array(Buffer.from(bytes, 'base64')).buffer)
    expect([...numbers]).toEqual([7, 0, 4, NaN])
  })

  test('leaves out what was not observed, but for the number of spikes', async () => {
    const observed: MemorySessionOptions = {
      units: [
        { id: 11, area: 'VISp', spikes: [1, 2, 4, 9, 9.5], observed: [[0, 5]] },
        {
          id: 12,
          area: 'VISp',
          spikes: [1, 2, 4, 9],
          observed: [
            [0, 3],
            [3.5, 10],
          ],
        },
        { id: 13, area: 'VISp', spikes: [1], observed: [] },
      ],
      epochs: [],
    }
    const { statistics } = await sendQuery(
      'spikeCounts observedSeconds rates isiMean presenceRatio(binSize: 2)',
      '',
      observed,
    )
    expect(statistics).toEqual({
      spikeCounts: [5, 4, 1],
      observedSeconds: [5, 9.5, 0],
      rates: [3 / 5, 4 / 9.5, null],
      isiMean: [1.5, 3, null],
      // The bins from 0 and 2; those from 0, 4, 6 and 8.
      presenceRatio: [1, 0.75, null],
    })
  })

  test('takes in the last spike, which ends a recording without epochs', async () => {
    const spikesOnly = { units: [{ id: 11, area: 'VISp', spikes: [1, 2, 4] }], epochs: [] }
    const { statistics } = await sendQuery('spikeCounts isiMean stopTimes', '', spikesOnly)
    expect(statistics).toEqual({ spikeCounts: [3], isiMean: [1.5], stopTimes: [4] })
  })

  test('is null in a session that recorded nothing, and has no columns without units', async () => {
    const nothing = { units: [{ id: 11, area: 'VISp', spikes: [] }], epochs: [] }
    const { statistics, errors } = await sendQuery('spikeCounts rates startTimes', '', nothing)
    expect(errors).toEqual([])
    expect(statistics).toEqual({ spikeCounts: [null], rates: [null], startTimes: [] })
    const { statistics: none } = await sendQuery('shape cv', 'units: { ids: [] }')
    expect(none).toEqual({ shape: [0], cv: [] })
  })

  test.each([
    ['within: [{ start: 0, stop: 5 }, { start: 4, stop: 6 }]', 'cv', 'overlap'],
    ['within: [{ start: 5, stop: 4 }]', 'cv', 'must stop after it starts'],
    ['within: [], epochs: {}', 'cv', 'either within or epochs'],
    ['epochs: { indexes: [9] }', 'cv', '9'],
    ['', 'isiHistogram(bins: { edges: [1, 1] }) { edges }', 'ascend'],
    ['', 'isiHistogram(bins: { equal: { from: 1, to: 0, count: 3 } }) { edges }', 'from 1 to 0'],
    ['', 'isiHistogram(bins: { logarithmic: { from: 0, to: 1, count: 3 } }) { edges }', 'above 0'],
    ['', 'isiHistogram(bins: { edges: [0, 1], equal: null }) { edges }', 'HistogramBins'],
    ['', 'isiViolations(minimum: 0.002) { counts }', 'minimum'],
    ['', 'fanoFactor(binSize: 0)', 'binSize'],
    ['', 'presenceRatio(binSize: -1)', 'binSize'],
    ['', 'revisedLocalVariation(refractoriness: -1)', 'refractoriness'],
  ])('refuses %s %s', async (args, fields, message) => {
    const { errors } = await sendQuery(fields, args)
    expect(errors[0]?.message).toContain(message)
  })

  test('is charged a cell for each value, before anything is read', async () => {
    const { errors } = await sendQuery('cv', '', session, 11)
    expect(errors[0]?.extensions.code).toBe('TOO_MANY_CELLS')
    expect((await sendQuery('cv', '', session, 12)).errors).toEqual([])
  })
})
