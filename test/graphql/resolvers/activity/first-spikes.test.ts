import { describe, expect, test } from 'vitest'
import { execute, oneSession } from '../../execute.ts'

/** Flashes at 10, 20 and 30 s; the second unit never spikes after one. */
const { catalog } = await oneSession({
  units: [
    {
      id: 11,
      area: 'VISp',
      spikes: [9.5, 10.125, 10.25, 20.25, 20.75, 28.5, 30.75, 30.8],
      observed: [[0, 40]],
    },
    { id: 12, area: 'VISp', spikes: [9.25, 28], observed: [[0, 40]] },
  ],
  presentations: [10, 20, 30].map((startTime) => ({
    stimulusName: 'flashes',
    startTime,
    stopTime: startTime + 0.25,
    block: 0,
  })),
})

async function sendQuery(field: string) {
  const { data, errors } = await execute(catalog, `{ session(id: "1") { ${field} } }`)
  if (errors.length > 0) throw new Error(errors[0].message)
  return data.session
}

const aligned = 'alignedActivity(before: 1, after: 1, binSize: 0.5)'

describe('first spikes', () => {
  test('of every presentation and unit; null where there is none', async () => {
    const { alignedActivity } = await sendQuery(
      `${aligned} { firstSpikes(until: 0.5) { shape latencies data { dtype shape } } }`,
    )
    expect(alignedActivity.firstSpikes).toEqual({
      shape: [3, 2],
      latencies: [
        [0.125, null],
        [0.25, null],
        [null, null],
      ],
      data: { dtype: 'float64', shape: [3, 2] },
    })
  })

  test('of a group, of events as well', async () => {
    const statistics = `firstSpikes(until: 1) {
      medians lowerQuartiles upperQuartiles respondedCounts
    }`
    const expected = {
      medians: [0.25, null],
      lowerQuartiles: [0.1875, null],
      upperQuartiles: [0.5, null],
      respondedCounts: [3, 0],
    }
    const { alignedActivity } = await sendQuery(`${aligned} { groups(by: ALL) { ${statistics} } }`)
    expect(alignedActivity.groups[0].firstSpikes).toEqual(expected)
    const { eventActivity } = await sendQuery(
      `eventActivity(events: { times: [30, 10, 20] }, after: 1, binSize: 1) { groups { ${statistics} } }`,
    )
    expect(eventActivity.groups[0].firstSpikes).toEqual(expected)
  })

  test('within whole presentations count from their starts', async () => {
    const { presentationActivity } = await sendQuery(
      'presentationActivity { firstSpikes(from: 0.2, until: 1) { latencies } }',
    )
    expect(presentationActivity.firstSpikes.latencies.map(([first]: number[]) => first)).toEqual([
      0.25,
      0.25,
      expect.closeTo(0.75, 12),
    ])
  })

  test('need a window', async () => {
    await expect(
      sendQuery(`${aligned} { firstSpikes(from: 1, until: 1) { shape } }`),
    ).rejects.toThrow('from is 1 and until is 1; until must be larger')
  })
})

describe('means', () => {
  const mean = async (args: string) =>
    (await sendQuery(`${aligned} { groups(by: ALL) { mean(${args}) } }`)).alignedActivity.groups[0]
      .mean

  test('relative to a baseline', async () => {
    expect(await mean('unit: HZ')).toEqual([
      [expect.closeTo(0, 12), expect.closeTo(2 / 3, 12)],
      [expect.closeTo(2 / 3, 12), 0],
      [2, 0],
      [2, 0],
    ])
    const hz = 'unit: HZ, baseline: { from: -1, to: 0'
    expect(await mean(`${hz} }`)).toEqual([
      [expect.closeTo(-1 / 3, 12), expect.closeTo(1 / 3, 12)],
      [expect.closeTo(1 / 3, 12), expect.closeTo(-1 / 3, 12)],
      [expect.closeTo(5 / 3, 12), expect.closeTo(-1 / 3, 12)],
      [expect.closeTo(5 / 3, 12), expect.closeTo(-1 / 3, 12)],
    ])
    expect((await mean(`${hz}, method: PERCENT }`))[2]).toEqual([
      expect.closeTo(500, 10),
      expect.closeTo(-100, 10),
    ])
    expect((await mean(`${hz}, method: ZSCORE }`))[2][0]).toBeCloseTo(5 / 3 / (Math.SQRT2 / 3), 12)
    expect((await mean(`baseline: { from: 0, to: 1, method: ZSCORE }`))[0]).toEqual([null, null])
  })

  test('relative to the pooled baseline of all presentations', async () => {
    // Six cells, one of which is 1: mean 1/6, variance 1/6.
    const [, , after] = await mean('baseline: { from: -1, to: 0, method: POOLED_ZSCORE }')
    expect(after[0]).toBeCloseTo((1 - 1 / 6) / Math.sqrt(1 / 6), 12)
  })

  test('as bytes, too; no other statistic has a baseline', async () => {
    const { alignedActivity } = await sendQuery(
      `${aligned} { groups(by: ALL) { data(statistic: MEAN, baseline: { from: -1, to: 0 }) { bytes shape } } }`,
    )
    const { bytes, shape } = alignedActivity.groups[0].data
    expect(shape).toEqual([4, 2])
    const [first] = new Float64Array(new Uint8Array(Buffer.from(bytes, 'base64')).buffer)
    expect(first).toBeCloseTo(-1 / 6, 12)
    await expect(
      sendQuery(
        `${aligned} { groups { data(statistic: STANDARD_ERROR, baseline: { from: -1, to: 0 }) { shape } } }`,
      ),
    ).rejects.toThrow('only MEAN has a baseline')
  })

  test('have peaks and half rises', async () => {
    const { alignedActivity } = await sendQuery(
      `${aligned} { groups(by: ALL) { responsePeaks(unit: HZ) { peaks timesToPeak halfRiseTimes } } }`,
    )
    expect(alignedActivity.groups[0].responsePeaks).toEqual({
      peaks: [2, 0],
      timesToPeak: [0.25, null],
      halfRiseTimes: [0.25, null],
    })
  })

  test('have peaks of means that are smoothed before', async () => {
    const peaks = async (kernel: string) => {
      const { alignedActivity } = await sendQuery(
        `${aligned} { groups(by: ALL) { mean(unit: HZ) responsePeaks(unit: HZ, kernel: { ${kernel} }) { peaks } } }`,
      )
      const { mean: means, responsePeaks } = alignedActivity.groups[0]
      return { first: means.map(([ofUnit]: number[]) => ofUnit), peaks: responsePeaks.peaks }
    }
    // A boxcar of two bins: each bin whole, and half of either neighbour; one after the last lacks.
    const { first, peaks: smoothed } = await peaks('boxcar: 1')
    const around = (first[1] / 2 + first[2] + first[3] / 2) / 2
    const atEnd = (first[2] / 2 + first[3]) / 1.5
    expect(smoothed[0]).toBeCloseTo(Math.max(around, atEnd), 12)
    await expect(peaks('gaussian: 0')).rejects.toThrow('its length must be greater than 0')
  })

  test.each(['mean(baseline: { from: 0, to: 1 })', 'responsePeaks { peaks }'])(
    'within whole presentations have no %s',
    async (field) => {
      await expect(
        sendQuery(`presentationActivity { groups(by: ALL) { ${field} } }`),
      ).rejects.toThrow('needs bins, which presentationActivity does not have')
    },
  )
})
