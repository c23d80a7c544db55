import { describe, expect, test } from 'vitest'
import { cutPage, toConnection } from '../../../../src/graphql/fields/lists/connection.ts'
import { MemoryReader } from '../../../support/memory/memory-session.ts'
import { execute, forgetting, oneSession, smallSession } from '../../execute.ts'

const itself = (id: string) => id

describe('cutPage', () => {
  test('cuts the first page and says that there is more', () => {
    const page = cutPage(['a', 'b', 'c'], itself, { first: 2 }, 10)
    expect(page).toMatchObject({
      entries: ['a', 'b'],
      hasNextPage: true,
      hasPreviousPage: false,
      totalCount: 3,
    })
  })

  test('goes on behind a cursor, to the end', () => {
    const { cursorAt } = cutPage(['a', 'b', 'c'], itself, { first: 2 }, 10)
    const page = cutPage(['a', 'b', 'c'], itself, { first: 2, after: cursorAt(1) }, 10)
    expect(page).toMatchObject({
      entries: ['c'],
      hasNextPage: false,
      hasPreviousPage: true,
      totalCount: 3,
    })
  })

  test('goes on behind the same entry when others came before it', () => {
    const { cursorAt } = cutPage(['b', 'c'], itself, { first: 1 }, 10)
    const page = cutPage(['a', 'b', 'c'], itself, { first: 5, after: cursorAt(0) }, 10)
    expect(page.entries).toEqual(['c'])
  })

  test.each([0, -1, 11])('refuses first: %i', (first) => {
    expect(() => cutPage(['a'], itself, { first }, 10)).toThrow('it must be from 1 to 10')
  })

  test.each(['', 'nonsense', '🦉', Buffer.from('0:z').toString('base64url')])(
    'refuses the cursor %j',
    (after) => {
      expect(() => cutPage(['a'], itself, { first: 1, after }, 10)).toThrow('is not a cursor')
    },
  )
})

describe('connections', () => {
  test('walk all units page by page', async () => {
    const { catalog } = await oneSession(smallSession)
    const query = `query ($after: String) { session(id: "1") { units(first: 2, after: $after) {
      totalCount edges { cursor node { unitId } } nodes { unitId } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    } } }`
    const first = (await execute(catalog, query)).data.session.units
    expect(first).toMatchObject({ totalCount: 3, nodes: [{ unitId: '11' }, { unitId: '12' }] })
    expect(first.pageInfo).toEqual({
      hasNextPage: true,
      hasPreviousPage: false,
      startCursor: first.edges[0].cursor,
      endCursor: first.edges[1].cursor,
    })
    const after = first.pageInfo.endCursor
    const second = (await execute(catalog, query, { variables: { after } })).data.session.units
    expect(second).toMatchObject({ totalCount: 3, nodes: [{ unitId: '13' }] })
    expect(second.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true })
  })

  test('an empty page has no cursors', async () => {
    const { catalog } = await oneSession({ units: [] })
    const { data } = await execute(
      catalog,
      '{ session(id: "1") { channels { totalCount nodes { channelId } pageInfo { startCursor endCursor hasNextPage } } } }',
    )
    expect(data.session.channels).toEqual({
      totalCount: 0,
      nodes: [],
      pageInfo: { startCursor: null, endCursor: null, hasNextPage: false },
    })
  })

  test('a bad page is an error with its code', async () => {
    const { catalog } = await oneSession(smallSession)
    for (const page of ['first: 0', 'first: 10001', 'after: "x"']) {
      const { errors } = await execute(
        catalog,
        `{ session(id: "1") { units(${page}) { totalCount } } }`,
      )
      expect(errors).toMatchObject([{ extensions: { code: 'INVALID_ARGUMENT' } }])
    }
  })

  test('sessions are filtered by id, type and areas', async () => {
    const visual = new MemoryReader({ ...smallSession, id: '1', sessionType: 'a' })
    const other = new MemoryReader({
      id: '2',
      sessionType: 'b',
      units: [{ id: 1, area: 'CA1', spikes: [] }],
    })
    const catalog = await forgetting(visual, other)
    const idsWhere = async (where: string) => {
      const { data } = await execute(catalog, `{ sessions(where: ${where}) { nodes { id } } }`)
      return data.sessions.nodes.map((session: { id: string }) => session.id)
    }
    expect(await idsWhere('{}')).toEqual(['1', '2'])
    expect(await idsWhere('{ ids: ["2", "77"] }')).toEqual(['2'])
    expect(await idsWhere('{ sessionTypes: ["a"] }')).toEqual(['1'])
    expect(await idsWhere('{ areas: ["V1", "VISl"] }')).toEqual(['1'])
    expect(await idsWhere('{ areas: ["V1", "CA1"] }')).toEqual([])
    const { errors } = await execute(
      catalog,
      '{ sessions(where: { areas: ["?"] }) { totalCount } }',
    )
    expect(errors).toMatchObject([{ extensions: { code: 'AREA_NOT_FOUND' } }])
  })
})

describe('a page by hand', () => {
  const letters = ['a', 'b', 'c']
  const page = (first: number, after?: string) =>
    cutPage(letters, (letter) => letter, after === undefined ? { first } : { first, after }, 3)

  test('has as many entries as a page may have, and no more', () => {
    expect(page(3).entries).toEqual(letters)
    for (const first of [0, -1, 4]) {
      expect(() => page(first)).toThrow(`first is ${first}; it must be from 1 to 3.`)
    }
  })

  test('says whether there are entries before it and after it', () => {
    const first = page(1)
    expect([first.hasPreviousPage, first.hasNextPage]).toEqual([false, true])
    const second = page(1, first.cursorAt(0))
    expect(second.entries).toEqual(['b'])
    expect([second.hasPreviousPage, second.hasNextPage]).toEqual([true, true])
    const last = page(3, second.cursorAt(0))
    expect(last.entries).toEqual(['c'])
    expect([last.hasPreviousPage, last.hasNextPage]).toEqual([true, false])
    expect(page(1, last.cursorAt(0)).entries).toEqual([])
  })

  test('begins and ends with cursors, or has none', () => {
    const { pageInfo, edges } = toConnection(page(2), (letter) => letter.toUpperCase())
    expect(edges.map(({ node }) => node)).toEqual(['A', 'B'])
    expect([pageInfo.startCursor, pageInfo.endCursor]).toEqual(edges.map(({ cursor }) => cursor))
    const one = toConnection(page(1), (letter) => letter).pageInfo
    expect(one.startCursor).toBe(pageInfo.startCursor)
    expect(one.endCursor).toBe(pageInfo.startCursor)
    const none = toConnection(cutPage([], String, { first: 1 }, 3), String).pageInfo
    expect([none.startCursor, none.endCursor]).toEqual([null, null])
  })
})
