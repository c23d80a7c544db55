import { describe, expect, test } from 'vitest'
import type { MemorySessionOptions } from '../../../support/memory/memory-session.ts'
import { execute, oneSession } from '../../execute.ts'

/** Recorded from 0 to 20 s. */
const session: MemorySessionOptions = {
  units: [
    { id: 11, area: 'VISp', spikes: [1, 5, 12] },
    { id: 12, area: 'VISl', spikes: [2, 5.25, 11] },
    { id: 13, area: 'VISl', spikes: [] },
  ],
  epochs: [
    { stimulusName: 'gabors', block: 0, startTime: 0, stopTime: 10 },
    { stimulusName: 'flashes', block: 1, startTime: 11.5, stopTime: 20 },
  ],
}

async function sendQuery(fields: string, args: string, maxCells = 1e6, options = session) {
  const { catalog, reader } = await oneSession(options)
  const query = `{ session(id: "1") { correlograms(${args}) { ${fields} } } }`
  const response = await execute(catalog, query, { maxCells })
  return { ...response, correlograms: response.data?.session?.correlograms, reader }
}

const seconds = 'binSize: 1, lagCount: 1'

describe('Session.correlograms', () => {
  test('lists each unit with itself and all after it', async () => {
    const { correlograms } = await sendQuery(
      'referenceIds targetIds lags shape counts referenceSpikeCounts targetSpikeCounts',
      seconds,
    )
    expect(correlograms).toEqual({
      referenceIds: ['11', '11', '11', '12', '12', '13'],
      targetIds: ['11', '12', '13', '12', '13', '13'],
      lags: [-1, 0, 1],
      shape: [6, 3],
      // Lags of 11 and 12: 1, 0.25 and -1.
      counts: [
        [0, 0, 0],
        [1, 1, 1],
        [0, 0, 0],
        [0, 0, 0],
        [0, 0, 0],
        [0, 0, 0],
      ],
      referenceSpikeCounts: [3, 3, 3, 3, 3, 0],
      targetSpikeCounts: [3, 3, 0, 3, 0, 0],
    })
  })

  test('gives auto- or cross-correlograms alone, and references with targets', async () => {
    const pairsOf = async (args: string) => {
      const { correlograms } = await sendQuery(
        'referenceIds targetIds counts',
        `${seconds}, ${args}`,
      )
      const { referenceIds, targetIds, counts } = correlograms
      return referenceIds.map((id: string, i: number) => [id, targetIds[i], counts[i]])
    }
    expect(await pairsOf('pairs: AUTO, selfPairs: true')).toEqual([
      ['11', '11', [0, 3, 0]],
      ['12', '12', [0, 3, 0]],
      ['13', '13', [0, 0, 0]],
    ])
    expect(await pairsOf('pairs: CROSS, units: { areas: ["VISl"] }')).toEqual([
      ['12', '13', [0, 0, 0]],
    ])
    expect(await pairsOf('units: { ids: ["12"] }, targets: { ids: ["11", "12"] }')).toEqual([
      ['12', '11', [1, 1, 1]],
      ['12', '12', [0, 0, 0]],
    ])
  })

  test('pairs spikes within the same epoch', async () => {
    const { correlograms } = await sendQuery(
      'counts referenceSpikeCounts',
      `${seconds}, pairs: CROSS, units: { ids: ["11", "12"] }, epochs: {}`,
    )
    expect(correlograms).toEqual({ counts: [[0, 1, 1]], referenceSpikeCounts: [3] })
  })

  test('gives rates, relative rates and coefficients; null for a unit without spikes', async () => {
    const { correlograms } = await sendQuery(
      'hz: values(unit: HZ) normalized: values(unit: NORMALIZED) values(unit: COEFFICIENT)',
      `${seconds}, pairs: CROSS`,
    )
    const rate = 1 / 3
    const relative = 1 / 3 / (3 / 20)
    // Bins 1, 5, 12 and 2, 5, 11 of 20: each lag holds one pair.
    const coefficient = (1 - 9 / 20) / (3 - 9 / 20)
    const none = [null, null, null]
    expect(correlograms.hz).toEqual([
      [rate, rate, rate],
      [0, 0, 0],
      [0, 0, 0],
    ])
    expect(correlograms.normalized).toEqual([[relative, relative, relative], none, none])
    expect(correlograms.values[0][0]).toBeCloseTo(coefficient, 14)
    expect(correlograms.values.slice(1)).toEqual([none, none])
  })

  test('a coefficient of a unit and itself is 1 at lag 0', async () => {
    const { correlograms } = await sendQuery('values(unit: COEFFICIENT)', `${seconds}, pairs: AUTO`)
    expect(correlograms.values[0][1]).toBeCloseTo(1, 14)
  })

  test('tiles spike times', async () => {
    const { correlograms } = await sendQuery('spikeTimeTiling(dt: 0.25)', 'pairs: CROSS')
    // PA and PB are 1/3, TA and TB 0.075.
    const [value, ...others] = correlograms.spikeTimeTiling
    expect(value).toBeCloseTo((1 / 3 - 0.075) / (1 - 0.025), 14)
    expect(others).toEqual([null, null])
  })

  test('gives bytes: counts as whole numbers, values as float64', async () => {
    const { correlograms } = await sendQuery(
      'data { dtype shape bytes } hz: data(unit: HZ) { dtype }',
      `${seconds}, pairs: CROSS`,
    )
    expect(correlograms.hz.dtype).toBe('float64')
    expect(correlograms.data).toMatchObject({ dtype: 'uint32', shape: [3, 3] })
    const counts = new Uint32Array(
      new Uint8Array(Buffer.from(correlograms.data.bytes, 'base64')).buffer,
    )
    expect([...counts.subarray(0, 3)]).toEqual([1, 1, 1])
  })

  test('is refused with the number of coincidences before anything is read', async () => {
    const spikes = Array.from({ length: 2001 }, (_, i) => i / 100)
    const dense = {
      units: [
        { id: 11, area: 'VISp', spikes },
        { id: 12, area: 'VISp', spikes },
      ],
    }
    // 3 pairs of 2001 x 2001 spikes, of which a lag of ±1.5 s of 20 s holds 3 / 20.
    const { errors, reader } = await sendQuery('counts', seconds, 45_000, dense)
    expect(errors[0]?.extensions.code).toBe('TOO_MANY_OPERATIONS')
    expect(errors[0]?.message).toContain('about 1801801 operations')
    expect(reader.requested.correlateSpikes).toBe(0)
    expect((await sendQuery('counts', seconds, 46_000, dense)).errors).toEqual([])
  })

  test('holds no spikes for autocorrelograms, however many there are', async () => {
    const units = [1, 2].map((id) => ({
      id,
      area: 'VISp',
      spikes: Array.from({ length: 500 }, (_, i) => i / 25),
    }))
    const narrow = 'binSize: 0.04, lagCount: 1, pairs:'
    const auto = await sendQuery('counts', `${narrow} AUTO`, 500, { units })
    expect(auto.errors).toEqual([])
    expect(auto.correlograms.counts).toEqual([
      [499, 0, 499],
      [499, 0, 499],
    ])
    const { errors } = await sendQuery('counts', `${narrow} ALL`, 500, { units })
    expect(errors[0]?.extensions.code).toBe('TOO_MANY_CELLS')
  })

  test.each([
    ['binSize: 0', 'binSize'],
    ['lagCount: -1', 'lagCount'],
    ['lagCount: 1000000', 'lagCount'],
    ['within: [{ start: 0, stop: 5 }, { start: 4, stop: 6 }]', 'overlap'],
    ['targets: { ids: ["99"] }', '99'],
  ])('refuses %s', async (args, message) => {
    const { errors } = await sendQuery('counts', args)
    expect(errors[0]?.message).toContain(message)
  })

  test('refuses a dt that is not greater than 0', async () => {
    const { errors } = await sendQuery('spikeTimeTiling(dt: 0)', 'pairs: CROSS')
    expect(errors[0]?.message).toContain('dt')
  })
})

describe('AlignedActivity.jitterCorrectedCorrelograms', () => {
  const presentations = Array.from({ length: 4 }, (_, i) => ({
    stimulusName: 'gabors',
    block: 0,
    startTime: 5 * i,
    stopTime: 5 * i + 1,
  }))
  const options: MemorySessionOptions = {
    units: [
      { id: 11, area: 'VISp', spikes: [0.5, 2.5, 6.5, 10.5, 16.5, 17.5] },
      { id: 12, area: 'VISp', spikes: [1.5, 5.5, 8.5, 10.5, 11.5] },
    ],
    presentations,
  }

  async function correlate(fields: string, args = '', bins = 'after: 4, binSize: 1') {
    const { catalog } = await oneSession(options)
    const query = `{ session(id: "1") { alignedActivity(${bins}) {
      jitterCorrectedCorrelograms${args} { ${fields} } } } }`
    const { data, errors } = await execute(catalog, query)
    return { errors, correlograms: data?.session?.alignedActivity?.jitterCorrectedCorrelograms }
  }

  test('gives a row for each pair', async () => {
    const { correlograms } = await correlate(
      'referenceIds targetIds lags shape presentationCount values data { dtype shape }',
      '(lagCount: 1, jitterWindow: 2, minimumRate: 0)',
    )
    expect(correlograms).toEqual({
      referenceIds: ['11'],
      targetIds: ['12'],
      lags: [-1, 0, 1],
      shape: [1, 3],
      // The last one ends after the recording.
      presentationCount: 3,
      values: [[expect.any(Number), expect.any(Number), expect.any(Number)]],
      data: { dtype: 'float64', shape: [1, 3] },
    })
  })

  test('is null for units that fire too little', async () => {
    const { correlograms } = await correlate('values', '(lagCount: 1, jitterWindow: 2)')
    expect(correlograms.values).toEqual([[null, null, null]])
  })

  test.each([
    ['(jitterWindow: 2.5)', 'after: 4, binSize: 1', 'whole number of bins'],
    ['(jitterWindow: 2)', 'edges: [0, 1, 3]', 'of equal width'],
    ['(jitterWindow: 2)', 'after: 4, binSize: 1, edgeRule: ALLENSDK', 'do not share edges'],
  ])('refuses %s of %s', async (args, bins, message) => {
    const { errors } = await correlate('values', args, bins)
    expect(errors[0]?.message).toContain(message)
  })
})
