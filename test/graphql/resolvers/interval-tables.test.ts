import { describe, expect, test } from 'vitest'
import { execute, oneSession, smallSession } from '../execute.ts'

const { catalog } = await oneSession({
  ...smallSession,
  intervals: {
    // The table that the presentations in memory come from.
    memory_presentations: {
      start_time: [10, 12, 20],
      change_time: [10.25, null, 20],
      cue: [0.5, 0.25, 1],
    },
    trials: {
      start_time: [9, 11, 19],
      stop_time: [10, null, 21],
      change_time: [9.5, null, 20],
      cue_time: [0.5, 0.25, 1],
      response: ['hit', 'miss', 'hit'],
      licks: [[9.1, 9.2], null, [20.5]],
    },
  },
})

async function sendQuery(field: string) {
  const { data, errors } = await execute(catalog, `{ session(id: "1") { ${field} } }`)
  if (errors.length > 0) throw new Error(errors[0].message)
  return data.session
}

describe('tables of intervals', () => {
  test('are all there, with their columns', async () => {
    const { intervalTables } = await sendQuery(
      'intervalTables { name description rowCount columns { name kind } }',
    )
    expect(intervalTables).toEqual([
      expect.objectContaining({ name: 'memory_presentations', rowCount: 3 }),
      {
        name: 'trials',
        description: null,
        rowCount: 3,
        columns: [
          { name: 'start_time', kind: 'NUMBER' },
          { name: 'stop_time', kind: 'NUMBER' },
          { name: 'change_time', kind: 'NUMBER' },
          { name: 'cue_time', kind: 'NUMBER' },
          { name: 'response', kind: 'TEXT' },
          { name: 'licks', kind: 'LIST' },
        ],
      },
    ])
  })

  test('give columns as values, numbers and bytes', async () => {
    const { intervalTables } = await sendQuery(
      `intervalTables(names: ["trials"]) {
        change: column(name: "change_time") { values numbers data { dtype shape } }
        response: column(name: "response") { values numbers }
        licks: column(name: "licks") { values numbers data { dtype } }
      }`,
    )
    expect(intervalTables[0]).toEqual({
      change: {
        values: [9.5, null, 20],
        numbers: [9.5, null, 20],
        data: { dtype: 'float64', shape: [3] },
      },
      response: { values: ['hit', 'miss', 'hit'], numbers: [null, null, null] },
      licks: { values: [[9.1, 9.2], null, [20.5]], numbers: null, data: null },
    })
  })

  test('give rows in pages, by conditions', async () => {
    const page = async (args: string) =>
      (
        await sendQuery(
          `intervalTables(names: ["trials"]) { rows(${args}) {
            totalCount
            pageInfo { hasNextPage endCursor }
            nodes { index startTime stopTime values(names: ["response", "licks"]) { name value } }
          } }`,
        )
      ).intervalTables[0].rows
    const first = await page('first: 2')
    expect(first).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } })
    expect(first.nodes[1]).toEqual({
      index: 1,
      startTime: 11,
      stopTime: null,
      values: [{ name: 'response', value: 'miss' }],
    })
    const next = await page(`first: 2, after: "${first.pageInfo.endCursor}"`)
    expect(next.nodes).toEqual([
      {
        index: 2,
        startTime: 19,
        stopTime: 21,
        values: [
          { name: 'response', value: 'hit' },
          { name: 'licks', value: [20.5] },
        ],
      },
    ])
    const hits = await page('where: [{ column: "response", values: ["hit"] }]')
    expect(hits.nodes.map(({ index }: { index: number }) => index)).toEqual([0, 2])
  })

  test.each([
    ['intervalTables(names: ["trial"]) { name }', 'Available: memory_presentations, trials.'],
    ['intervalTables { column(name: "rt") { kind } }', 'No column "rt" in memory_presentations.'],
    [
      'intervalTables(names: ["trials"]) { rows(where: [{ column: "response", values: ["no"] }]) { totalCount } }',
      'No row of trials has the response "no". It holds texts: "hit", "miss".',
    ],
    ['intervalTables { rows(first: 0) { totalCount } }', 'first is 0'],
  ])('refuse %s', async (field, message) => {
    await expect(sendQuery(field)).rejects.toThrow(message)
  })
})

describe('columns of times as events', () => {
  const events = async (source: string) =>
    (
      await sendQuery(
        `eventActivity(events: { intervals: { ${source} } }, after: 1, binSize: 1) {
          anchorTimes sourceIndexes groups(by: SOURCE_VALUE) { value eventIndexes }
        }`,
      )
    ).eventActivity

  test('leave out rows without a time', async () => {
    expect(await events('table: "trials", column: "change_time"')).toEqual({
      anchorTimes: [9.5, 20],
      sourceIndexes: [0, 2],
      groups: [],
    })
  })

  test('are the starts by default, by conditions and grouped by another column', async () => {
    expect(await events('table: "trials", valueColumn: "response"')).toEqual({
      anchorTimes: [9, 11, 19],
      sourceIndexes: [0, 1, 2],
      groups: [
        { value: 'hit', eventIndexes: [0, 2] },
        { value: 'miss', eventIndexes: [1] },
      ],
    })
    const misses = 'table: "trials", where: [{ column: "response", values: ["miss"] }]'
    expect((await events(misses)).anchorTimes).toEqual([11])
  })

  test('may count from the start of the row', async () => {
    const offsets = 'table: "trials", column: "cue_time", timesFrom: START'
    expect((await events(offsets)).anchorTimes).toEqual([9.5, 11.25, 20])
  })
})

describe('presentations aligned to a column', () => {
  const aligned = async (args: string) =>
    (
      await sendQuery(
        `alignedActivity(${args}, after: 1, binSize: 1, units: { areas: ["VISp"] }) {
          startTimes anchorTimes counts
          groups(by: ALL) { observedPresentationCounts }
        }`,
      )
    ).alignedActivity

  test('count around its times, and are null where there is none', async () => {
    expect(await aligned('at: "change_time"')).toEqual({
      startTimes: [10, 12, 20],
      anchorTimes: [10.25, null, 20],
      counts: [[[2, 0]], [[null, null]], [[0, 2]]],
      groups: [{ observedPresentationCounts: [[2, 2]] }],
    })
  })

  test('may count from the start of the presentation', async () => {
    expect((await aligned('at: "cue", atFrom: START')).anchorTimes).toEqual([10.5, 12.25, 21])
  })

  test('refuse a column that no table has', async () => {
    await expect(aligned('at: "go_time"')).rejects.toThrow(
      'No column "go_time" in memory_presentations. Available: start_time, change_time, cue.',
    )
  })
})
