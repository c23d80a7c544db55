import { describe, expect, test } from 'vitest'
import type { MemorySessionOptions } from '../../../support/memory/memory-session.ts'
import { execute, oneSession } from '../../execute.ts'

/** Orientations 90, 0, 90, 90 at 2, 2, 4, 2 Hz; a blank screen; a flash of orientation 0. */
const session: MemorySessionOptions = {
  units: [
    { id: 11, area: 'VISp', spikes: [0.25, 0.5, 10.5, 20.75, 31.5] },
    { id: 12, area: 'VISp', spikes: [10.25, 30.25, 30.75, 40.5] },
  ],
  presentations: [
    grating(0, { orientation: 90, temporal_frequency: 2 }),
    grating(10, { orientation: 0, temporal_frequency: 2 }),
    grating(20, { orientation: 90, temporal_frequency: 4 }),
    grating(30, { orientation: 90, temporal_frequency: 2 }),
    grating(40, {}),
    { stimulusName: 'flashes', startTime: 50, stopTime: 52, parameters: { orientation: 0 } },
  ],
}

function grating(startTime: number, parameters: Record<string, number>) {
  return { stimulusName: 'gratings', startTime, stopTime: startTime + 2, block: 0, parameters }
}

async function sendQuery(body: string, { fragments = '', maxCells = 1e6 } = {}) {
  const { catalog, reader } = await oneSession(session)
  const query = `{ session(id: "1") { ${body} } } ${fragments}`
  const response = await execute(catalog, query, { maxCells })
  return { ...response, reader }
}

const whole = 'alignedActivity(after: 2, binSize: 2)'

describe('grid', () => {
  test('has statistics at each combination, null where nothing was shown', async () => {
    const { data, errors, reader } = await sendQuery(
      `${whole} { grid(parameters: ["temporalFrequency", "orientation"]) {
         axes { name values } shape presentationCounts spikeCounts observedPresentationCounts
         mean rate: mean(unit: HZ) standardDeviation standardError
         data(statistic: SPIKE_COUNT, unit: HZ) { dtype shape bytes }
       } }`,
    )
    expect(errors).toEqual([])
    expect(reader.requested.alignSpikes).toBe(1)
    const { data: bytes, ...grid } = data.session.alignedActivity.grid
    // [2 Hz, 4 Hz], [0°, 90°], one bin, two units
    expect(grid).toEqual({
      axes: [
        { name: 'temporal_frequency', values: [2, 4] },
        { name: 'orientation', values: [0, 90] },
      ],
      shape: [2, 2, 1, 2],
      presentationCounts: [
        [1, 2],
        [0, 1],
      ],
      spikeCounts: [
        [[[1, 1]], [[3, 2]]],
        [[[null, null]], [[1, 0]]],
      ],
      observedPresentationCounts: [
        [[[1, 1]], [[2, 2]]],
        [[[null, null]], [[1, 1]]],
      ],
      mean: [
        [[[1, 1]], [[1.5, 1]]],
        [[[null, null]], [[1, 0]]],
      ],
      rate: [
        [[[0.5, 0.5]], [[0.75, 0.5]]],
        [[[null, null]], [[0.5, 0]]],
      ],
      standardDeviation: [
        [[[null, null]], [[Math.SQRT1_2, Math.SQRT2]]],
        [[[null, null]], [[null, null]]],
      ],
      standardError: [
        [[[null, null]], [[Math.SQRT1_2 / Math.SQRT2, 1]]],
        [[[null, null]], [[null, null]]],
      ],
    })
    expect(bytes).toMatchObject({ dtype: 'float64', shape: [2, 2, 1, 2] })
    expect(Buffer.from(bytes.bytes, 'base64').readDoubleLE(8 * 2)).toBe(3)
  })

  test('lays whole presentations out, too', async () => {
    const { data, errors } = await sendQuery(
      'presentationActivity { grid(parameters: ["temporalFrequency"]) { shape mean(unit: HZ) } }',
    )
    expect(errors).toEqual([])
    expect(data.session.presentationActivity.grid).toEqual({
      shape: [2, 1, 2],
      // (3 + 1 spikes of 11 and 1 + 2 of 12 in three presentations of 2 s)
      mean: [[[4 / 3 / 2, 3 / 3 / 2]], [[0.5, 0]]],
    })
  })

  test('is refused when it is too large, before anything is read', async () => {
    const { errors, reader } = await sendQuery(
      `${whole} { grid(parameters: ["temporalFrequency", "orientation"]) { mean } }`,
      { maxCells: 30 },
    )
    expect(errors).toMatchObject([{ extensions: { code: 'TOO_MANY_CELLS' } }])
    expect(reader.requested.alignSpikes).toBe(0)
  })

  test('of an unknown parameter is refused', async () => {
    const { errors } = await sendQuery(`${whole} { grid(parameters: ["colour"]) { shape } }`)
    expect(errors).toMatchObject([{ extensions: { code: 'INVALID_ARGUMENT' } }])
  })
})

describe('groups by several keys', () => {
  test('keep the same value of a parameter in two stimuli apart', async () => {
    const { data, errors } = await sendQuery(
      `${whole} {
         merged: groups(by: PARAMETERS, parameters: ["orientation"]) { ...group }
         apart: groups(by: [STIMULUS, PARAMETERS], parameters: ["orientation"]) { ...group }
         conditions: groups(by: [CONDITION, STIMULUS]) { condition { conditionId } presentationIds }
       }`,
      {
        fragments:
          'fragment group on ActivityGroup { stimulusName parameters { name value } presentationIds }',
      },
    )
    expect(errors).toEqual([])
    const orientation = (value: number) => [{ name: 'orientation', value }]
    expect(data.session.alignedActivity).toEqual({
      merged: [
        {
          stimulusName: 'gratings',
          parameters: orientation(90),
          presentationIds: ['0', '2', '3'],
        },
        { stimulusName: null, parameters: orientation(0), presentationIds: ['1', '5'] },
      ],
      apart: [
        {
          stimulusName: 'gratings',
          parameters: orientation(90),
          presentationIds: ['0', '2', '3'],
        },
        { stimulusName: 'gratings', parameters: orientation(0), presentationIds: ['1'] },
        { stimulusName: 'flashes', parameters: orientation(0), presentationIds: ['5'] },
      ],
      conditions: [
        { condition: { conditionId: '0' }, presentationIds: ['0', '3'] },
        { condition: { conditionId: '1' }, presentationIds: ['1'] },
        { condition: { conditionId: '2' }, presentationIds: ['2'] },
        { condition: { conditionId: '3' }, presentationIds: ['4'] },
        { condition: { conditionId: '4' }, presentationIds: ['5'] },
      ],
    })
  })

  test('without a key are refused', async () => {
    const { errors } = await sendQuery(`${whole} { groups(by: []) { shape } }`)
    expect(errors).toMatchObject([{ extensions: { code: 'INVALID_ARGUMENT' } }])
  })
})
