import { describe, expect, test } from 'vitest'
import type { MemorySessionOptions } from '../../../support/memory/memory-session.ts'
import { execute, oneSession } from '../../execute.ts'

/** Two gratings of 90 degrees and one of 45, of 1 s each; then a flash of 2 s. */
const session: MemorySessionOptions = {
  units: [
    { id: 11, area: 'VISp', spikes: [0, 0.25, 0.5, 10.5, 20.75, 30.5, 31.5] },
    { id: 12, area: 'VISl', spikes: [10.1, 10.2, 10.6, 32] },
    { id: 13, area: 'VISp', quality: 'noise', spikes: [0.1] },
  ],
  presentations: [
    grating(0, 90),
    grating(10, 45),
    grating(20, 90),
    { stimulusName: 'flashes', startTime: 30, stopTime: 32, block: 1, parameters: { color: -1 } },
  ],
}

function grating(startTime: number, orientation: number) {
  const parameters = { orientation, temporal_frequency: 2 }
  return { stimulusName: 'gratings', startTime, stopTime: startTime + 1, block: 0, parameters }
}

async function sendQuery(body: string, options: Parameters<typeof execute>[2] = {}) {
  const { catalog, reader } = await oneSession(session)
  const response = await execute(catalog, `{ session(id: "1") { ${body} } }`, options)
  return { ...response, reader }
}

async function response(body: string) {
  const { data, errors, reader } = await sendQuery(body)
  expect(errors).toEqual([])
  return { session: data.session, reader }
}

const half = 'after: 1, binSize: 0.5'
const gratings = 'presentations: { stimulusNames: ["gratings"] }'

describe('alignedActivity', () => {
  test('counts in bins around presentations, one call of the reader for all that is asked', async () => {
    const { session: received, reader } = await response(`
      alignedActivity(${gratings}, ${half}) {
        presentationIds startTimes stopTimes unitIds units { area } edges binCentres shape counts
        data { dtype shape order encoding bytes }
        groups { presentationCount mean standardDeviation }
        all: groups(by: ALL) { spikeCounts }
      }
      closed: alignedActivity(${gratings}, ${half}, edgeRule: ALLENSDK) { counts }
      open: alignedActivity(presentations: { ids: ["3"] }, edges: [0, 2], edgeRule: HALF_OPEN) { counts }
      presentationActivity { counts groups(by: STIMULUS) { mean(unit: HZ) } }
    `)
    expect(reader.requested).toMatchObject({ alignSpikes: 1, countSpikes: 0, spikeTimes: 0 })
    const counts = [
      [
        [2, 0],
        [1, 0],
      ],
      [
        [0, 2],
        [1, 1],
      ],
      [
        [0, 0],
        [1, 0],
      ],
    ]
    expect(received.alignedActivity).toEqual({
      presentationIds: ['0', '1', '2'],
      startTimes: [0, 10, 20],
      stopTimes: [1, 11, 21],
      unitIds: ['11', '12'],
      units: [{ area: 'VISp' }, { area: 'VISl' }],
      edges: [0, 0.5, 1],
      binCentres: [0.25, 0.75],
      shape: [3, 2, 2],
      counts,
      data: {
        dtype: 'uint8',
        shape: [3, 2, 2],
        order: 'C',
        encoding: 'BASE64',
        bytes: Buffer.from(counts.flat(2)).toString('base64'),
      },
      groups: [
        {
          presentationCount: 2,
          mean: [
            [1, 0],
            [1, 0],
          ],
          standardDeviation: [
            [Math.SQRT2, 0],
            [0, 0],
          ],
        },
        {
          presentationCount: 1,
          mean: [
            [0, 2],
            [1, 1],
          ],
          standardDeviation: [
            [null, null],
            [null, null],
          ],
        },
      ],
      all: [
        {
          spikeCounts: [
            [2, 2],
            [3, 1],
          ],
        },
      ],
    })
    // The spikes at 0.5 and 10.5 lie on an inner edge.
    expect(received.closed.counts.map((bins: number[][]) => bins.map(([first]) => first))).toEqual([
      [3, 1],
      [1, 1],
      [0, 1],
    ])
    // The spike of unit 12 at 32 lies on the last edge.
    expect(received.open.counts).toEqual([[[2, 0]]])
    // (start, stop]: without the spike at 0, with that at 32
    expect(received.presentationActivity).toEqual({
      counts: [[[2, 0]], [[1, 3]], [[1, 0]], [[2, 1]]],
      groups: [{ mean: [[4 / 3, 1]] }, { mean: [[1, 0.5]] }],
    })
  })

  test('gives mean, deviation and error in spikes or in Hz, as JSON or as bytes', async () => {
    const { session: received } = await response(`
      alignedActivity(${gratings}, edges: [0, 0.5, 1], units: { ids: ["11"] }) {
        groups(by: STIMULUS) {
          stimulusName condition { conditionId } epoch { index } parameters { name } shape
          mean deviation: standardDeviation error: standardError
          rate: mean(unit: HZ) rateDeviation: standardDeviation(unit: HZ) rateError: standardError(unit: HZ)
          data(statistic: STANDARD_ERROR, unit: HZ) { dtype shape bytes }
        }
      }`)
    const [group] = received.alignedActivity.groups
    // counts of the first bin: 2, 0, 0
    const deviation = Math.sqrt(4 / 3)
    expect(group).toMatchObject({
      stimulusName: 'gratings',
      condition: null,
      epoch: null,
      parameters: [],
      shape: [2, 1],
      mean: [[2 / 3], [1]],
      deviation: [[deviation], [0]],
      error: [[deviation / Math.sqrt(3)], [0]],
      rate: [[2 / 3 / 0.5], [2]],
      rateDeviation: [[deviation / 0.5], [0]],
      rateError: [[deviation / Math.sqrt(3) / 0.5], [0]],
      data: { dtype: 'float64', shape: [2, 1] },
    })
    const bytes = Buffer.from(group.data.bytes, 'base64')
    expect(bytes.readDoubleLE(0)).toBe(deviation / Math.sqrt(3) / 0.5)
  })

  test('tells what the presentations of a group have in common', async () => {
    const { session: received } = await response(`
      presentationActivity {
        conditions: groups { condition { conditionId stimulusName } presentationIds stimulusName }
        epochs: groups(by: EPOCH) { epoch { stimulusName } presentationCount }
        all: groups(by: ALL) { stimulusName presentationCount }
        orientations: groups(by: PARAMETERS, parameters: ["orientation", "temporalFrequency"]) {
          parameters { name value } presentationIds
        }
      }`)
    expect(received.presentationActivity).toEqual({
      conditions: [
        {
          condition: { conditionId: '0', stimulusName: 'gratings' },
          presentationIds: ['0', '2'],
          stimulusName: 'gratings',
        },
        {
          condition: { conditionId: '1', stimulusName: 'gratings' },
          presentationIds: ['1'],
          stimulusName: 'gratings',
        },
        {
          condition: { conditionId: '2', stimulusName: 'flashes' },
          presentationIds: ['3'],
          stimulusName: 'flashes',
        },
      ],
      epochs: [
        { epoch: { stimulusName: 'gratings' }, presentationCount: 3 },
        { epoch: { stimulusName: 'flashes' }, presentationCount: 1 },
      ],
      all: [{ stimulusName: null, presentationCount: 4 }],
      orientations: [
        {
          parameters: [
            { name: 'orientation', value: 90 },
            { name: 'temporal_frequency', value: 2 },
          ],
          presentationIds: ['0', '2'],
        },
        {
          parameters: [
            { name: 'orientation', value: 45 },
            { name: 'temporal_frequency', value: 2 },
          ],
          presentationIds: ['1'],
        },
      ],
    })
  })

  test('gives the spikes, counted first', async () => {
    const { session: received, reader } = await response(`
      presentationActivity(presentations: { ids: ["3", "0"] }) {
        spikes { count spikeTimes presentationIndexes unitIndexes timesSinceStart }
      }
      alignedActivity(presentations: { ids: ["1"] }, before: 0.5, after: 0.25, binSize: 0.25) {
        spikes { timesSinceStart }
      }`)
    expect(received.presentationActivity.spikes).toEqual({
      count: 5,
      spikeTimes: [0.25, 0.5, 30.5, 31.5, 32],
      presentationIndexes: [0, 0, 1, 1, 1],
      unitIndexes: [0, 0, 0, 0, 1],
      timesSinceStart: [0.25, 0.5, 0.5, 1.5, 2],
    })
    expect(received.alignedActivity.spikes).toEqual({ timesSinceStart: [10.1 - 10, 10.2 - 10] })
    expect(reader.requested.alignSpikes).toBe(2)
  })

  test('reads nothing for what is known before', async () => {
    const { session: received, reader } = await response(`
      alignedActivity(${half}) { shape presentationIds unitIds groups { presentationCount shape } }
      none: alignedActivity(presentations: { ids: [] }, ${half}) { shape groups { shape } }`)
    expect(received.alignedActivity.shape).toEqual([4, 2, 2])
    expect(received.none).toEqual({ shape: [0, 2, 2], groups: [] })
    expect(reader.requested).toMatchObject({ alignSpikes: 0 })
  })

  test('answers for no units and for no presentations', async () => {
    const { session: received } = await response(`
      noUnits: alignedActivity(${gratings}, ${half}, units: { ids: [] }) {
        counts groups(by: ALL) { mean } spikes { count }
      }
      nothing: alignedActivity(presentations: { ids: [] }, ${half}) { counts spikes { count } }`)
    expect(received).toEqual({
      noUnits: {
        counts: [
          [[], []],
          [[], []],
          [[], []],
        ],
        groups: [{ mean: [[], []] }],
        spikes: { count: 0 },
      },
      nothing: { counts: [], spikes: { count: 0 } },
    })
  })

  test.each([
    ['alignedActivity { shape }', 'INVALID_ARGUMENT'],
    ['alignedActivity(edges: [0, 1], after: 2) { shape }', 'INVALID_ARGUMENT'],
    ['alignedActivity(edges: [1, 0]) { shape }', 'INVALID_ARGUMENT'],
    ['alignedActivity(after: 1, binSize: -1) { shape }', 'INVALID_BIN_SIZE'],
    ['alignedActivity(after: 1e9, binSize: 1e-3) { shape }', 'TOO_MANY_BINS'],
    ['presentationActivity(presentations: { ids: ["9"] }) { shape }', 'PRESENTATION_NOT_FOUND'],
    ['presentationActivity(units: { ids: ["9"] }) { shape }', 'UNIT_NOT_FOUND'],
    ['presentationActivity { groups(by: PARAMETERS) { shape } }', 'INVALID_ARGUMENT'],
    ['presentationActivity { groups(parameters: ["color"]) { shape } }', 'INVALID_ARGUMENT'],
  ])('%s is %s', async (body, code) => {
    const { errors } = await sendQuery(body)
    expect(errors).toMatchObject([{ extensions: { code } }])
  })

  test('is charged before anything is read', async () => {
    // 4 presentations x 100 bins x 2 units
    const fine = 'alignedActivity(after: 1, binSize: 0.01)'
    for (const [body, cells] of [
      [`${fine} { counts }`, 800],
      // spike counts, means, deviations and numbers of presentations of 2 stimuli x 100 bins x
      // 2 units, and 2 x 200 written
      [`${fine} { groups(by: STIMULUS) { mean } }`, 2000],
    ] as const) {
      const refused = await sendQuery(body, { maxCells: cells - 1 })
      expect(refused.errors).toMatchObject([{ extensions: { code: 'TOO_MANY_CELLS' } }])
      expect(refused.reader.requested.alignSpikes).toBe(0)
      const received = await sendQuery(body, { maxCells: cells })
      expect(received.errors).toEqual([])
    }
  })

  test('spikes are counted without being listed', async () => {
    const body = 'presentationActivity { spikes { count } }'
    // 2 units, of 4 cells each, however many presentations there are
    expect((await sendQuery(body, { maxCells: 7 })).errors).toMatchObject([
      { extensions: { code: 'TOO_MANY_CELLS' } },
    ])
    const { data, reader } = await sendQuery(body, { maxCells: 8 })
    expect(data.session.presentationActivity.spikes.count).toBe(10)
    expect(reader.requested.alignSpikes).toBe(1)
  })

  test('lists of spikes are charged when they have been counted, once for all', async () => {
    // 10 spikes of 16 cells each, and 8 cells to count them
    const body = 'presentationActivity { spikes { count spikeTimes unitIndexes } }'
    const refused = await sendQuery(body, { maxCells: 167 })
    expect(refused.errors[0]).toMatchObject({ extensions: { code: 'TOO_MANY_CELLS' } })
    expect(refused.reader.requested.alignSpikes).toBe(1)
    const { data, errors } = await sendQuery(body, { maxCells: 168 })
    expect(errors).toEqual([])
    expect(data.session.presentationActivity.spikes.spikeTimes).toHaveLength(10)
  })
})
