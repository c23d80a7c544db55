import { describe, expect, test } from 'vitest'
import type { MemorySessionOptions } from '../../../support/memory/memory-session.ts'
import { execute, oneSession } from '../../execute.ts'

const { NaN: nan } = Number

/**
 * Gratings of 2 s every 3 s: 0° and 90° at 1 Hz, twice each, 0° at 2 Hz, and a blank screen. Unit
 * 11 fires 3, 1, 2, 1 and 1 times in them and once in the blank; unit 12 never.
 */
const session: MemorySessionOptions = {
  units: [
    { id: 11, area: 'VISp', spikes: [0.5, 0.75, 1.5, 3.5, 6.5, 7.5, 9.5, 12.5, 15.5] },
    { id: 12, area: 'VISp', spikes: [] },
  ],
  presentations: [
    grating(0, { orientation: 0, temporal_frequency: 1 }),
    grating(3, { orientation: 90, temporal_frequency: 1 }),
    grating(6, { orientation: 0, temporal_frequency: 1 }),
    grating(9, { orientation: 90, temporal_frequency: 1 }),
    grating(12, { orientation: 0, temporal_frequency: 2 }),
    grating(15, {}),
    gabor(30, -10, 0),
    gabor(31, 0, 0),
    gabor(32, 0, 10),
  ],
}

function grating(startTime: number, parameters: Record<string, number>) {
  const stimulusName = 'drifting_gratings'
  return { stimulusName, startTime, stopTime: startTime + 2, block: 0, parameters }
}

function gabor(startTime: number, x: number, y: number) {
  const parameters = { x_position: x, y_position: y }
  return { stimulusName: 'gabors', startTime, stopTime: startTime + 0.25, block: 1, parameters }
}

async function sendQuery(
  body: string,
  { options = session, maxCells = 1e6 }: { options?: MemorySessionOptions; maxCells?: number } = {},
) {
  const { catalog, reader } = await oneSession(options)
  const response = await execute(catalog, `{ session(id: "1") { ${body} } }`, { maxCells })
  return { ...response, reader }
}

async function metrics(args: string, fields: string, options = session) {
  const { data, errors } = await sendQuery(`responseMetrics(${args}) { ${fields} }`, { options })
  expect(errors).toEqual([])
  return data.session.responseMetrics
}

const gratings = 'stimulus: DRIFTING_GRATINGS'

describe('responseMetrics', () => {
  test('are columns over units, from one pass over the spikes', async () => {
    const { data, reader } = await sendQuery(`
      responseMetrics(${gratings}) {
        stimulusNames presentationCount trialDuration unitIds units { area }
        preferredConditions { conditionId orientation }
        prefOri prefOriMulti prefTf firingRate fano lifetimeSparseness gOsi gDsi osi dsi f1F0
        runMod timeToPeak
      }`)
    expect(reader.requested.responseMetrics).toBe(1)
    const { responseMetrics: received } = data.session
    // Means: 2.5 (0°, 1 Hz), 1 (90°, 1 Hz), 1 (0°, 2 Hz). 0°: 1.75; 90°: 1. 1 Hz: 1.75; 2 Hz: 1.
    expect(received).toMatchObject({
      stimulusNames: ['drifting_gratings'],
      presentationCount: 6,
      trialDuration: 2,
      unitIds: ['11', '12'],
      units: [{ area: 'VISp' }, { area: 'VISp' }],
      preferredConditions: [
        { conditionId: '0', orientation: 0 },
        { conditionId: '0', orientation: 0 },
      ],
      prefOri: [0, 0],
      prefOriMulti: [0, 1],
      prefTf: [1, 1],
      // One block from 0 to 17 s
      firingRate: [9 / 17, 0],
      // Counts 3 and 2
      fano: [0.25 / 2.5, null],
      // Sums 5, 2 and 1
      lifetimeSparseness: [expect.closeTo((1 - 64 / (3 * 30)) / (2 / 3), 14), null],
      // At 1 Hz, two orientations: 2.5 and 1
      osi: [1.5 / 3.5, null],
      dsi: [null, null],
      runMod: [null, null],
      timeToPeak: null,
    })
    expect(received.gOsi).toEqual([1.5 / 3.5, null])
    expect(received.gDsi[0]).toBeCloseTo(Math.hypot(2.5, 1) / 3.5, 14)
    // At 1 Hz folded over 1.999 s: one cycle of 1999 bins
    const phase = (seconds: number) => (2 * Math.PI * Math.floor(seconds * 1000 + 1e-9)) / 1999
    const ratio = (...spikes: number[]) => {
      const real = spikes.reduce((sum, spike) => sum + Math.cos(phase(spike)), 0)
      const imaginary = spikes.reduce((sum, spike) => sum + Math.sin(phase(spike)), 0)
      return (2 * Math.hypot(real, imaginary)) / spikes.length
    }
    expect(received.f1F0[0]).toBeCloseTo((ratio(0.5, 0.75, 1.5) + ratio(0.5, 1.5)) / 2, 2)
  })

  test('by the corrected rule fold at the grating’s frequency, and take means', async () => {
    const received = await metrics(
      `${gratings}, rule: CORRECTED`,
      'preferredConditions { conditionId } prefOri prefOriMulti prefTf lifetimeSparseness f1F0 modIdx',
    )
    const quarter = Math.hypot(1 + 0 + 1, 1) // phases 0.5, 0.75 and 0.5 of a cycle
    expect(received).toMatchObject({
      preferredConditions: [{ conditionId: '0' }, null],
      prefOri: [0, null],
      prefOriMulti: [0, null],
      prefTf: [1, null],
      lifetimeSparseness: [expect.closeTo((1 - 4.5 ** 2 / (3 * 8.25)) / (2 / 3), 14), null],
    })
    expect(received.f1F0[0]).toBeCloseTo(((2 * quarter) / 3 + 2) / 2, 12)
    expect(received.f1F0[1]).toBeNull()
    expect(received.modIdx[1]).toBeNull()
  })

  test('by the corrected rule leave out presentations during which a unit was not observed', async () => {
    const [unit] = session.units
    if (!unit) throw new Error('no unit')
    const observed: MemorySessionOptions = {
      ...session,
      units: [{ ...unit, observed: [[2.5, 20]] }],
    }
    const fields = 'prefOri firingRate fano'
    // Without the first presentation: 2 for 0°, 1 and 1 for 90°, 1 for 2 Hz
    expect(await metrics(`${gratings}, rule: CORRECTED`, fields, observed)).toEqual({
      prefOri: [0],
      firingRate: [9 / 14.5],
      fano: [0],
    })
    expect(await metrics(gratings, fields, observed)).toEqual({
      prefOri: [0],
      firingRate: [9 / 17],
      fano: [0.1],
    })
  })

  test('are a matrix, too, as JSON and as bytes', async () => {
    const received = await metrics(
      gratings,
      'names values(names: ["fano_dg", "pref_ori_dg"]) data(names: ["fano_dg"]) { dtype shape bytes }',
    )
    expect(received.names.slice(0, 4)).toEqual([
      'pref_ori_dg',
      'pref_ori_multi_dg',
      'pref_tf_dg',
      'pref_tf_multi_dg',
    ])
    expect(received.values).toEqual([
      [0.1, null],
      [0, 0],
    ])
    expect(received.data).toMatchObject({ dtype: 'float64', shape: [1, 2] })
    const bytes = Buffer.from(received.data.bytes, 'base64')
    expect([bytes.readDoubleLE(0), bytes.readDoubleLE(8)]).toEqual([0.1, nan])
  })

  test('use the running speed of each presentation, unknown speeds as still or not at all', async () => {
    const speeds: MemorySessionOptions = {
      ...session,
      units: [{ id: 11, area: 'VISp', spikes: [0.5, 0.6, 3.5, 9.5] }],
      presentations: [0, 3, 6, 9, 12].map((start) =>
        grating(start, { orientation: 0, temporal_frequency: 1 }),
      ),
      series: [
        {
          name: 'runningSpeed',
          times: [0, 1, 2, 3, 6, 9],
          columns: { velocity: [10, 4, -500, 1, 0.5, 0] },
        },
      ],
    }
    // Counts 2 and 1 while running, 0 and 1 at rest, and 0 without a speed
    expect(await metrics(gratings, 'runMod', speeds)).toEqual({ runMod: [(1.5 - 1 / 3) / 1.5] })
    expect(await metrics(`${gratings}, rule: CORRECTED`, 'runMod', speeds)).toEqual({
      runMod: [(1.5 - 0.5) / 1.5],
    })
  })

  test('of other presentations, and of trials of another length', async () => {
    const movie = `stimulus: NATURAL_MOVIES, stimulusNames: ["gabors"], trialDuration: 0.25`
    expect(await metrics(movie, 'stimulusNames firingRate names')).toEqual({
      stimulusNames: ['gabors'],
      firingRate: [0, 0],
      names: ['firing_rate_nm', 'fano_nm', 'lifetime_sparseness_nm', 'run_pval_nm', 'run_mod_nm'],
    })
  })

  test.each([
    ['stimulus: FLASHES', 'EPOCH_NOT_FOUND'],
    ['stimulus: DRIFTING_GRATINGS, stimulusNames: ["flashes"]', 'EPOCH_NOT_FOUND'],
    ['stimulus: DRIFTING_GRATINGS, stimulusNames: []', 'INVALID_ARGUMENT'],
    ['stimulus: NATURAL_MOVIES, trialDuration: 1', 'INVALID_ARGUMENT'],
    ['stimulus: NATURAL_MOVIES, stimulusNames: ["gabors"]', 'INVALID_ARGUMENT'],
    ['stimulus: DRIFTING_GRATINGS, trialDuration: 0', 'INVALID_ARGUMENT'],
  ])('of %s are the error %s', async (args, code) => {
    const { errors } = await sendQuery(`responseMetrics(${args}) { firingRate }`)
    expect(errors).toMatchObject([{ extensions: { code } }])
  })

  test('that a stimulus does not have are refused by name', async () => {
    const { errors } = await sendQuery(
      `responseMetrics(${gratings}) { values(names: ["g_osi_sg"]) }`,
    )
    expect(errors).toMatchObject([{ extensions: { code: 'INVALID_ARGUMENT' } }])
    expect(errors[0].message).toContain('g_osi_dg')
  })

  test('are charged before anything is read', async () => {
    const body = `responseMetrics(${gratings}) { prefOri }`
    const refused = await sendQuery(body, { maxCells: 13 })
    expect(refused.errors).toMatchObject([{ extensions: { code: 'TOO_MANY_CELLS' } }])
    expect(refused.reader.requested.responseMetrics).toBe(0)
    expect((await sendQuery(body, { maxCells: 14 })).errors).toEqual([])
  })
})

describe('receptiveFields', () => {
  const spikes = [...Array(12).keys()].map((i) => 31 + 0.01 * (i + 1))
  const mapped: MemorySessionOptions = {
    ...session,
    units: [
      { id: 11, area: 'VISp', spikes: [30.1, ...spikes, 32.2495] },
      { id: 12, area: 'VISp', spikes: [30.1] },
    ],
  }

  test('are maps from the top row down, and places where they stand out', async () => {
    const fields = `stimulusNames presentationCount unitIds shape xPositions yPositions counts
      data { dtype shape } areas xCentres yCentres azimuths elevations`
    const { data, errors, reader } = await sendQuery(
      `receptiveFields { ${fields} } corrected: receptiveFields(rule: CORRECTED) { ${fields} }`,
      { options: mapped },
    )
    expect(errors).toEqual([])
    expect(reader.requested.receptiveFields).toBe(1)
    expect(data.session.receptiveFields).toMatchObject({
      stimulusNames: ['gabors'],
      presentationCount: 3,
      unitIds: ['11', '12'],
      shape: [2, 2, 2],
      xPositions: [-10, 0],
      yPositions: [10, 0],
      counts: [
        [
          [0, 0],
          [1, 12],
        ],
        [
          [0, 0],
          [1, 0],
        ],
      ],
      data: { dtype: 'uint32', shape: [2, 2, 2] },
      xCentres: [0, null],
      yCentres: [0, null],
      azimuths: [20, null],
      elevations: [40, null],
    })
    // In 0.25 s instead of 0.249
    expect(data.session.corrected.counts[0]).toEqual([
      [0, 1],
      [1, 12],
    ])
  })

  test('without a stimulus that has places are errors', async () => {
    const options = { ...session, presentations: session.presentations?.slice(0, 6) ?? [] }
    const { errors } = await sendQuery('receptiveFields { counts }', { options })
    expect(errors).toMatchObject([{ extensions: { code: 'EPOCH_NOT_FOUND' } }])
    const named = await sendQuery(
      'receptiveFields(stimulusNames: ["drifting_gratings"]) { counts }',
      {
        options,
      },
    )
    expect(named.errors).toMatchObject([{ extensions: { code: 'INVALID_ARGUMENT' } }])
  })

  test('are charged before anything is read', async () => {
    const { errors, reader } = await sendQuery('receptiveFields { areas }', {
      options: mapped,
      maxCells: 13,
    })
    expect(errors).toMatchObject([{ extensions: { code: 'TOO_MANY_CELLS' } }])
    expect(reader.requested.receptiveFields).toBe(0)
  })
})
