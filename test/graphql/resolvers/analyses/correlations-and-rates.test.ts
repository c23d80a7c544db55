import { describe, expect, test } from 'vitest'
import type { MemorySessionOptions } from '../../../support/memory/memory-session.ts'
import { execute, oneSession } from '../../execute.ts'

/** Gratings of three orientations, and a blank screen, twice each; the last one is masked. */
const shown = [0, 45, 90, null, 0, 45, 90, null, 0].map((orientation, i) => ({
  stimulusName: 'drifting_gratings',
  block: 0,
  startTime: 10 * i,
  stopTime: 10 * i + 4,
  parameters: orientation === null ? {} : { orientation, temporal_frequency: 2 },
}))

const spikesOf = (counts: readonly number[]) =>
  counts.flatMap((count, i) => Array.from({ length: count }, (_, spike) => 10 * i + 1 + spike / 8))

const session: MemorySessionOptions = {
  units: [
    // Means of 1, 2 and 3, then 30 for the blank screen.
    { id: 11, area: 'VISp', spikes: spikesOf([0, 1, 4, 30, 2, 3, 2, 30, 50]) },
    // Means of 2, 6 and 4.
    { id: 12, area: 'VISp', spikes: spikesOf([1, 7, 3, 0, 3, 5, 5, 0, 0]) },
    { id: 13, area: 'VISp', spikes: [] },
  ],
  presentations: shown,
  invalidTimes: [{ startTime: 81, stopTime: 82, tags: ['stimulus'] }],
}

async function sendQuery(body: string, maxCells = 1e6) {
  const { catalog, reader } = await oneSession(session)
  const response = await execute(catalog, `{ session(id: "1") { ${body} } }`, { maxCells })
  return { errors: response.errors, session: response.data?.session, reader }
}

describe('AlignedActivity.correlations', () => {
  test('of signal are those of mean responses, without blank and masked presentations', async () => {
    const { session: response } = await sendQuery(
      `presentationActivity {
        correlations(kind: SIGNAL) { unitIds shape values sampleCounts data { dtype shape } }
        blanks: correlations(kind: SIGNAL, includeBlanks: true) { values sampleCounts }
      }`,
    )
    const { correlations, blanks } = response.presentationActivity
    expect(correlations).toEqual({
      unitIds: ['11', '12', '13'],
      shape: [3, 3],
      values: [
        [1, 0.5, null],
        [0.5, 1, null],
        [null, null, null],
      ],
      sampleCounts: [
        [3, 3, 3],
        [3, 3, 3],
        [3, 3, 3],
      ],
      data: { dtype: 'float64', shape: [3, 3] },
    })
    expect(blanks.sampleCounts[0][0]).toBe(4)
    expect(blanks.values[0][1]).toBeLessThan(0)
  })

  test('of noise are those of deviations from the mean response', async () => {
    // Scores -, -, + and +, +, - of the first; -, +, - and +, -, + of the second.
    const { session: response } = await sendQuery(
      'presentationActivity { correlations(kind: NOISE) { values sampleCounts } }',
    )
    const { values, sampleCounts } = response.presentationActivity.correlations
    expect(values[0][1]).toBeCloseTo(-1 / 3, 14)
    expect(sampleCounts[0]).toEqual([6, 6, 0])
  })

  test('take all bins of a window together', async () => {
    const { session: response } = await sendQuery(
      'alignedActivity(after: 4, binSize: 1) { correlations(kind: SIGNAL, unit: HZ) { values } }',
    )
    expect(response.alignedActivity.correlations.values[0][1]).toBe(0.5)
  })

  test('are charged by their products, before anything is read', async () => {
    const body = 'presentationActivity { correlations(kind: SIGNAL) { values } }'
    const { errors, reader } = await sendQuery(body, 26)
    expect(errors[0]?.extensions.code).toBe('TOO_MANY_CELLS')
    expect(reader.requested.correlateCounts).toBe(0)
    expect((await sendQuery(body, 27)).errors).toEqual([])
  })
})

describe('BinnedActivity.correlations', () => {
  test('are those of the counts in bins', async () => {
    const { session: response } = await sendQuery(
      `binnedActivity(start: 0, stop: 30, binSize: 10, areas: []) {
        correlations { values sampleCounts }
      }`,
    )
    // 0, 1, 4 and 1, 7, 3.
    const expected = (1 * 7 + 4 * 3 - (5 * 11) / 3) / Math.sqrt((17 - 25 / 3) * (59 - 121 / 3))
    const [{ correlations }] = response.binnedActivity
    expect(correlations.values[0][1]).toBeCloseTo(expected, 14)
    expect(correlations.values[2]).toEqual([null, null, null])
  })
})

describe('BinnedActivity.rates', () => {
  const rates = async (kernel: string, fields = 'shape values') => {
    const { session: response, errors } = await sendQuery(
      `binnedActivity(start: 20, stop: 23, binSize: 1, areas: [], units: { ids: ["11"] }) {
        rates(kernel: ${kernel}) { ${fields} }
      }`,
    )
    return { rates: response?.binnedActivity?.[0]?.rates, errors }
  }

  test('smooth the counts with a kernel', async () => {
    // Four spikes from 21 to 21.375 s.
    expect((await rates('{ boxcar: 3 }')).rates.values).toEqual([[4 / 3], [4 / 3], [4 / 3]])
    const causal = (await rates('{ exponential: 0.2 }')).rates.values
    expect(causal[0]).toEqual([0])
    expect(causal[2][0] / causal[1][0]).toBeCloseTo(Math.exp(-5), 14)
    const gaussian = (await rates('{ gaussian: 0.5 }')).rates.values
    expect(gaussian[0]).toEqual(gaussian[2])
    expect(gaussian[0][0] / gaussian[1][0]).toBeCloseTo(Math.exp(-2), 14)
  })

  test('are bytes of either width', async () => {
    const { rates: made } = await rates(
      '{ boxcar: 1 }',
      'data { dtype shape } short: data(dtype: FLOAT32) { dtype bytes }',
    )
    expect(made.data).toEqual({ dtype: 'float64', shape: [3, 1] })
    expect(made.short.dtype).toBe('float32')
    const bytes = new Uint8Array(Buffer.from(made.short.bytes, 'base64'))
    expect([...new Float32Array(bytes.buffer)]).toEqual([0, 4, 0])
  })

  test.each([
    ['{ gaussian: 0 }', 'gaussian'],
    ['{ gaussian: 1, boxcar: 1 }', 'RateKernel'],
    ['{}', 'RateKernel'],
  ])('refuse %s', async (kernel, message) => {
    expect((await rates(kernel)).errors[0]?.message).toContain(message)
  })
})

describe('BinnedActivity.sliding', () => {
  const sliding = async (stride: number) => {
    const { session: response, errors } = await sendQuery(
      `binnedActivity(start: 20, stop: 22, binSize: 1, areas: [], units: { ids: ["11"] }) {
        sliding(stride: ${stride}) { stride binCount binStarts shape counts data { dtype shape } }
      }`,
    )
    return { sliding: response?.binnedActivity?.[0]?.sliding, errors }
  }

  test('counts in bins that overlap', async () => {
    // Spikes at 21, 21.125, 21.25 and 21.375 s.
    expect((await sliding(0.25)).sliding).toEqual({
      stride: 0.25,
      binCount: 5,
      binStarts: [0, 0.25, 0.5, 0.75, 1],
      shape: [5, 1],
      counts: [[0], [2], [4], [4], [4]],
      data: { dtype: 'uint8', shape: [5, 1] },
    })
  })

  test('refuses a stride that is not greater than 0', async () => {
    expect((await sliding(0)).errors[0]?.message).toContain('stride')
  })
})
