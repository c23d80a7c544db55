import { describe, expect, test } from 'vitest'
import { execute, oneSession, smallSession } from '../execute.ts'

const countsOf = (areas: string) =>
  `{ sessions { nodes { ${areas} { acronym unitCount channelCount } } } }`

describe('areas', () => {
  test('are counted without opening a file where no filter is given', async () => {
    const { catalog, reader } = await oneSession(smallSession)
    const { data } = await execute(catalog, countsOf('areas'))
    expect(data.sessions.nodes[0].areas).toEqual([
      { acronym: 'VISp', unitCount: 2, channelCount: 2 },
      { acronym: 'VISl', unitCount: 1, channelCount: 1 },
    ])
    expect(reader.requested.tables).toBe(0)
  })

  test('come in the order asked, with zeros for one of the atlas that was not recorded', async () => {
    const { catalog } = await oneSession(smallSession)
    const { data } = await execute(catalog, countsOf('areas(acronyms: ["LM", "AM", "V1"])'))
    expect(data.sessions.nodes[0].areas).toEqual([
      { acronym: 'VISl', unitCount: 1, channelCount: 1 },
      { acronym: 'VISam', unitCount: 0, channelCount: 0 },
      { acronym: 'VISp', unitCount: 2, channelCount: 2 },
    ])
  })

  test('count the units that pass the filter given', async () => {
    const { catalog, reader } = await oneSession(smallSession)
    const { data } = await execute(catalog, countsOf('areas(units: { ids: ["13"] })'))
    expect(data.sessions.nodes[0].areas).toEqual([
      { acronym: 'VISp', unitCount: 1, channelCount: 2 },
      { acronym: 'VISl', unitCount: 0, channelCount: 1 },
    ])
    expect(reader.requested.tables).toBe(1)
  })

  test('are the same with the default filter written out', async () => {
    const { catalog } = await oneSession(smallSession)
    const written =
      'areas(units: { amplitudeCutoffMax: 0.1, presenceRatioMin: 0.95, inBrainOnly: true })'
    const { data } = await execute(catalog, countsOf(written))
    expect(data).toEqual((await execute(catalog, countsOf('areas'))).data)
  })

  test('open the file when their units are asked', async () => {
    const { catalog, reader } = await oneSession(smallSession)
    const query =
      '{ session(id: "1") { areas(acronyms: ["V1"]) { unitCount units { nodes { unitId } } } } }'
    const { data } = await execute(catalog, query)
    expect(data.session.areas).toEqual([
      { unitCount: 2, units: { nodes: [{ unitId: '11' }, { unitId: '13' }] } },
    ])
    expect(reader.requested.tables).toBe(1)
  })
})
