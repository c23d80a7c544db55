import { describe, expect, test } from 'vitest'
import { execute, forgetting, oneSession, smallSession } from '../graphql/execute.ts'
import { MemoryReader } from '../support/memory/memory-session.ts'

const window = 'binnedActivity(start: 0, stop: 10, binSize: 1, areas: [])'

const codes = (errors: { extensions: { code: string } }[]) =>
  errors.map((error) => error.extensions.code)

describe('the budget of a request', () => {
  test('lets through what fits to the cell', async () => {
    const { catalog } = await oneSession(smallSession)
    // 10 bins x 3 units
    const query = `{ session(id: "1") { ${window} { counts spikeCount unitRates populationRate } } }`
    expect((await execute(catalog, query, { maxCells: 30 })).errors).toEqual([])
    expect(codes((await execute(catalog, query, { maxCells: 29 })).errors)).toContain(
      'TOO_MANY_CELLS',
    )
  })

  test('counts what a summary and a copy share once, in either order', async () => {
    const { catalog } = await oneSession(smallSession)
    const query = `{ session(id: "1") { ${window} { spikeCount counts } } }`
    expect((await execute(catalog, query, { maxCells: 30 })).errors).toEqual([])
    expect(codes((await execute(catalog, query, { maxCells: 29 })).errors)).toContain(
      'TOO_MANY_CELLS',
    )
  })

  test('reads nothing of any session when the whole is too much', async () => {
    const first = new MemoryReader({ ...smallSession, id: '1' })
    const second = new MemoryReader({ ...smallSession, id: '2' })
    const { errors } = await execute(
      await forgetting(first, second),
      `{ a: session(id: "1") { ${window} { counts } recordedSpan { startTime } unit(id: "11") { spikeTimes } }
         b: session(id: "2") { ${window} { counts } } }`,
      { maxCells: 59 },
    )
    expect(new Set(codes(errors))).toEqual(new Set(['TOO_MANY_CELLS']))
    expect(errors[0].message).toContain('64 cells')
    for (const reader of [first, second]) {
      expect(reader.requested).toMatchObject({ countSpikes: 0, spikeTimes: 0, spikeSpan: 0 })
    }
  })

  test('charges each time that a matrix is written', async () => {
    const { catalog } = await oneSession(smallSession)
    const query = `{ session(id: "1") { ${window} { counts again: counts data { bytes } spikeCount } } }`
    expect((await execute(catalog, query, { maxCells: 90 })).errors).toEqual([])
    expect(codes((await execute(catalog, query, { maxCells: 89 })).errors)).toContain(
      'TOO_MANY_CELLS',
    )
  })

  test('charges a spike as a cell', async () => {
    const { catalog } = await oneSession(smallSession)
    const query = '{ session(id: "1") { unit(id: "11") { spikeTimes(start: 0, stop: 1) } } }'
    expect((await execute(catalog, query, { maxCells: 4 })).errors).toEqual([])
    expect(codes((await execute(catalog, query, { maxCells: 3 })).errors)).toEqual([
      'TOO_MANY_CELLS',
    ])
  })

  test('charges nothing for what is not counted', async () => {
    const { catalog } = await oneSession(smallSession)
    const { errors } = await execute(catalog, `{ session(id: "1") { ${window} { shape } } }`, {
      maxCells: 1,
    })
    expect(errors).toEqual([])
  })

  test('charges a list by the fields asked of its entries, through fragments', async () => {
    // 2000 matrices x 2000 units x 1 field: four times what one answer may hold
    const units = Array.from({ length: 2000 }, (_, i) => ({ id: i, area: 'VISp', spikes: [] }))
    const { catalog } = await oneSession({ units })
    const areas = Array(2000).fill('V1')
    const sendQuery = (selection: string) =>
      execute(
        catalog,
        `query ($areas: [String!]) { session(id: "1") { binnedActivity(start: 0, stop: 1, areas: $areas) { ${selection} } } }
         fragment F on Unit { unitId }`,
        { variables: { areas } },
      )
    expect(codes((await sendQuery('shape units { ...F }')).errors)).toEqual(['TOO_MANY_VALUES'])
  })
})
