import { describe, expect, test } from 'vitest'
import type { MemorySessionOptions } from '../../../support/memory/memory-session.ts'
import { execute, oneSession } from '../../execute.ts'

/** Unit 11 is observed from 0 to 5 and from 8 to 20 s, unit 12 from 4 s on, unit 13 never. */
const observed: MemorySessionOptions = {
  units: [
    {
      id: 11,
      area: 'VISp',
      spikes: [1, 2, 4.5, 8.5, 9, 19],
      observed: [
        [0, 5],
        [8, 20],
      ],
    },
    { id: 12, area: 'VISp', spikes: [4.25, 7, 9.5], observed: [[4, Number.POSITIVE_INFINITY]] },
    { id: 13, area: 'VISp', spikes: [], observed: [] },
  ],
  presentations: [shown(0), shown(4), shown(8)],
}

/** The same without obs_intervals: recorded from 0 to 19 s. */
const silent: MemorySessionOptions = {
  ...observed,
  units: observed.units.map(({ id, area, spikes }) => ({ id, area, spikes })),
}

function shown(startTime: number) {
  const parameters = { orientation: 90 }
  return { stimulusName: 'gratings', startTime, stopTime: startTime + 2, block: 0, parameters }
}

async function sendQuery(session: MemorySessionOptions, body: string) {
  const { catalog } = await oneSession(session)
  const { data, errors } = await execute(catalog, `{ session(id: "1") { ${body} } }`)
  expect(errors).toEqual([])
  return data.session
}

const fields = 'counts unitRates populationRate coverage unitCoverage binCoverage cellCoverage'

describe('binned activity', () => {
  test('has rates over the time in which each unit was observed, and null where there is none', async () => {
    const { binnedActivity } = await sendQuery(
      observed,
      `binnedActivity(start: 2, stop: 10, binSize: 2, areas: []) { ${fields} }`,
    )
    expect(binnedActivity).toEqual([
      {
        counts: [
          [1, 0, 0],
          [1, 1, 0],
          [0, 1, 0],
          [2, 1, 0],
        ],
        // 4 spikes in 2 to 5 and 8 to 10; 3 in 4 to 10
        unitRates: [4 / 5, 3 / 6, null],
        // 1 in 2 s; 2 in 1 s + 2 s; 1 in 2 s; 3 in 2 s + 2 s
        populationRate: [1 / 2, 2 / 3, 1 / 2, 3 / 4],
        coverage: 1,
        unitCoverage: [5 / 8, 6 / 8, 0],
        binCoverage: [1 / 3, 1.5 / 3, 1 / 3, 2 / 3],
        cellCoverage: [
          [1, 0, 0],
          [0.5, 1, 0],
          [0, 1, 0],
          [1, 1, 0],
        ],
      },
    ])
  })

  test('takes the recording for what was observed where the file does not say', async () => {
    const { binnedActivity } = await sendQuery(
      silent,
      `binnedActivity(start: -4, stop: 4, binSize: 2, areas: []) { ${fields} }`,
    )
    expect(binnedActivity).toEqual([
      {
        counts: [
          [0, 0, 0],
          [0, 0, 0],
          [1, 0, 0],
          [1, 0, 0],
        ],
        unitRates: [0.5, 0, 0],
        populationRate: [null, null, 1 / 6, 1 / 6],
        coverage: 0.5,
        unitCoverage: [0.5, 0.5, 0.5],
        binCoverage: [0, 0, 1, 1],
        cellCoverage: [
          [0, 0, 0],
          [0, 0, 0],
          [1, 1, 1],
          [1, 1, 1],
        ],
      },
    ])
  })

  test('outside of the recording has counts of 0, and no rates', async () => {
    const { binnedActivity } = await sendQuery(
      silent,
      `binnedActivity(start: 30, stop: 32, binSize: 1, areas: []) { ${fields} }`,
    )
    expect(binnedActivity).toEqual([
      {
        counts: [
          [0, 0, 0],
          [0, 0, 0],
        ],
        unitRates: [null, null, null],
        populationRate: [null, null],
        coverage: 0,
        unitCoverage: [0, 0, 0],
        binCoverage: [0, 0],
        cellCoverage: [
          [0, 0, 0],
          [0, 0, 0],
        ],
      },
    ])
  })

  test('without units has no rates, and no coverage of bins', async () => {
    const { binnedActivity } = await sendQuery(
      observed,
      `binnedActivity(start: 0, stop: 2, binSize: 1, areas: ["VISl"]) { ${fields} }`,
    )
    expect(binnedActivity).toEqual([
      {
        counts: [[], []],
        unitRates: [],
        populationRate: null,
        coverage: 1,
        unitCoverage: [],
        binCoverage: null,
        cellCoverage: [[], []],
      },
    ])
  })
})

describe('groups of presentations', () => {
  const statistics = `presentationCount observedPresentationCounts spikeCounts
    mean rate: mean(unit: HZ) standardDeviation standardError`

  test('leave out bins that were not wholly observed for a unit', async () => {
    const { alignedActivity } = await sendQuery(
      observed,
      `alignedActivity(before: 0, after: 2, binSize: 1) { groups(by: ALL) { ${statistics} } }`,
    )
    // unit 11: [0, 2], [1, -], [1, 1]; unit 12: -, [1, 0], [0, 1]
    const root = Math.SQRT1_2
    expect(alignedActivity.groups).toEqual([
      {
        presentationCount: 3,
        observedPresentationCounts: [
          [3, 2, 0],
          [2, 2, 0],
        ],
        spikeCounts: [
          [2, 1, 0],
          [3, 1, 0],
        ],
        mean: [
          [2 / 3, 0.5, null],
          [1.5, 0.5, null],
        ],
        rate: [
          [2 / 3, 0.5, null],
          [1.5, 0.5, null],
        ],
        standardDeviation: [
          [Math.sqrt(2 / 6), root, null],
          [root, root, null],
        ],
        standardError: [
          [Math.sqrt(2 / 6) / Math.sqrt(3), root / Math.SQRT2, null],
          [root / Math.SQRT2, root / Math.SQRT2, null],
        ],
      },
    ])
  })

  test('leave out windows that reach before or after the recording', async () => {
    const { alignedActivity } = await sendQuery(
      silent,
      `alignedActivity(before: 2, after: 0, binSize: 1, units: { ids: ["11"] }) { groups(by: ALL) { ${statistics} } }`,
    )
    expect(alignedActivity.groups).toMatchObject([
      { presentationCount: 3, observedPresentationCounts: [[2], [2]], mean: [[0.5], [0]] },
    ])
  })

  test('leave out presentations that were not wholly observed', async () => {
    const { presentationActivity } = await sendQuery(
      observed,
      `presentationActivity { groups(by: ALL) { ${statistics} } }`,
    )
    // unit 11: 2 in 0 to 2, 2 in 8 to 10 (9, and 8.5); 4 to 6 only in part.
    // unit 12: 1 and 1, from 4 on
    expect(presentationActivity.groups).toEqual([
      {
        presentationCount: 3,
        observedPresentationCounts: [[2, 2, 0]],
        spikeCounts: [[5, 2, 0]],
        mean: [[2, 1, null]],
        rate: [[1, 0.5, null]],
        standardDeviation: [[0, 0, null]],
        standardError: [[0, 0, null]],
      },
    ])
  })
})

test('a unit says when it was observed', async () => {
  const times = 'units { nodes { unitId observedTimes { startTime stopTime } } }'
  expect((await sendQuery(observed, times)).units.nodes).toEqual([
    {
      unitId: '11',
      observedTimes: [
        { startTime: 0, stopTime: 5 },
        { startTime: 8, stopTime: 20 },
      ],
    },
    { unitId: '12', observedTimes: [{ startTime: 4, stopTime: null }] },
    { unitId: '13', observedTimes: [] },
  ])
  expect((await sendQuery(silent, times)).units.nodes[0].observedTimes).toBeNull()
})
