import { describe, expect, test } from 'vitest'
import { RecordingError, StillReadingError } from '../../../src/errors.ts'
import type { Grant } from '../../../src/http/auth/grant.ts'
import { VisibleSessions } from '../../../src/http/auth/visible-sessions.ts'
import type {
  CatalogSession,
  PlaceStatus,
  SessionCatalog,
} from '../../../src/sessions/session-catalog.ts'
import { execute, smallSession } from '../../graphql/execute.ts'
import { MemoryReader, memoryCatalog } from '../../support/memory/memory-session.ts'

const area = (acronym: string) => [{ id: 1, area: acronym, spikes: [1] }]

/** 1 and 2 of place `open`, 3 of place `closed`; 3 has an area of its own. */
async function catalogOfThree() {
  const inner = await memoryCatalog(
    new MemoryReader({ ...smallSession, id: '1', sessionType: 'a' }),
    new MemoryReader({ id: '2', sessionType: 'b', units: area('VISam') }),
    new MemoryReader({ id: '3', sessionType: 'c', units: area('CA1') }),
  )
  const requested: string[] = []
  const placed = (session: CatalogSession): CatalogSession => ({
    ...session,
    place: session.id === '3' ? 'closed' : 'open',
    warnings: [{ code: 'ID_SHARED', path: null, message: `${session.id} is also in secret.nwb` }],
  })
  const catalog: SessionCatalog = {
    ...inner,
    sessions: async () => (await inner.sessions()).map(placed),
    session: async (id) => {
      requested.push(id)
      return placed(await inner.session(id))
    },
    refused: async () => [
      // biome-ignore lint/suspicious/noExplicitAny: only its name and message are read
      { fileName: 'secret.nwb', error: { code: 'NOT_HDF5', message: 'secret.nwb' } as any },
    ],
    places: () =>
      ['open', 'closed'].map((name) => ({ name, state: 'READ', fileCount: 3, readCount: 3 })),
    unread: () => [],
  }
  return { catalog, requested }
}

const grant = (sessions: string[], places: string[] = ['*']): Grant => ({
  scopes: ['read'],
  sessions,
  places,
})

async function visible(...grants: Grant[]) {
  const { catalog, requested } = await catalogOfThree()
  const some = new VisibleSessions(catalog, grants)
  return { requested, some, sendQuery: (query: string) => execute(some, query) }
}

const everything = `{
  sessions { totalCount nodes { id warnings { message } } }
  sessionTypes
  areas { acronym sessionIds }
  refusedFiles { fileName }
  places { name }
}`

describe('sessions that may be seen', () => {
  test('are all that lists, counts, types, areas and warnings have', async () => {
    const { sendQuery } = await visible(grant(['1', '2']))
    const { data } = await sendQuery(everything)
    expect(data.sessions.totalCount).toBe(2)
    expect(data.sessions.nodes.map(({ id }: { id: string }) => id)).toEqual(['1', '2'])
    expect(data.sessionTypes).toEqual(['a', 'b'])
    expect(JSON.stringify(data)).not.toMatch(/CA1|secret|closed|"3"/)
  })

  test('are those of places, whose names may then be seen, too', async () => {
    const { sendQuery } = await visible(grant(['*'], ['cl*']))
    const { data } = await sendQuery(everything)
    expect(data.sessions.nodes.map(({ id }: { id: string }) => id)).toEqual(['3'])
    expect(data.places).toEqual([{ name: 'closed' }])
  })

  test('are those of any of several grants, each with its own places', async () => {
    const { some } = await visible(grant(['1'], ['open']), grant(['*'], ['closed']))
    expect((await some.sessions()).map(({ id }) => id)).toEqual(['1', '3'])
  })

  test.each(['3', '9'])('a session %s that is hidden, or not there, is not found', async (id) => {
    const { sendQuery } = await visible(grant(['1', '2']))
    const { errors } = await sendQuery(`{ session(id: "${id}") { id } }`)
    expect(errors[0]).toMatchObject({
      message: `No session "${id}". Query { sessions { nodes { id } } } for the 2 served here.`,
      extensions: { code: 'SESSION_NOT_FOUND' },
    })
  })

  test('neither lists, nodes nor areas tell a hidden session from none', async () => {
    const { sendQuery } = await visible(grant(['1', '2']))
    const responses = await Promise.all(
      ['3', '9'].map((id) =>
        sendQuery(
          `{ sessions(where: { ids: ["${id}"] }) { totalCount } node(id: "${id}") { id } }`,
        ),
      ),
    )
    expect(responses[0]).toEqual(responses[1])
    const [hidden, unknown] = await Promise.all(
      ['CA1', 'CA2'].map((acronym) =>
        sendQuery(`{ sessions(where: { areas: ["${acronym}"] }) { totalCount } }`),
      ),
    )
    expect(hidden.data).toEqual(unknown.data)
    expect(JSON.stringify(hidden.errors).replaceAll('CA1', '?')).toBe(
      JSON.stringify(unknown.errors).replaceAll('CA2', '?'),
    )
  })

  test('a hidden session is never looked for by its own id where ids decide', async () => {
    const { some, requested } = await visible(grant(['1', '2']))
    await expect(some.session('3')).rejects.toThrow('No session "3"')
    await expect(some.session('3~a1b2c3')).rejects.toThrow('No session "3~a1b2c3"')
    // As long as for an id that nobody has, for that is what is asked for.
    expect(requested).toHaveLength(2)
    for (const id of requested) expect(id).toMatch(/^[\da-f]{8}-/)
  })

  test('a visible session may be looked for by its longer id', async () => {
    const { some, requested } = await visible(grant(['1', '2']))
    await expect(some.session('1~a1b2c3')).rejects.toThrow('No session "1~a1b2c3"')
    expect(requested[0]).toBe('1~a1b2c3')
  })

  test('where places decide, an unknown id is asked for, too, once it was found', async () => {
    const { some, requested } = await visible(grant(['*'], ['open']))
    await expect(some.session('3')).rejects.toThrow('for the 2 served here')
    expect(requested).toEqual(['3', expect.stringMatching(/^[\da-f]{8}-/)])
    await expect(some.session('9')).rejects.toThrow('for the 2 served here')
  })
})

describe('a session that cannot be had', () => {
  const open = (name: string): PlaceStatus => ({
    name,
    state: 'READING',
    fileCount: 3,
    readCount: 1,
  })

  /** The error for a session where only 1 and 2 may be seen, and finding any fails. */
  async function failing(id: string, error: Error, unread: readonly PlaceStatus[] = []) {
    const { catalog } = await catalogOfThree()
    const session = () => Promise.reject(error)
    const some = new VisibleSessions({ ...catalog, session, unread: () => unread }, [
      grant(['1', '2']),
    ])
    return some.session(id).catch((failure: unknown) => failure)
  }

  const damaged = new RecordingError('FILE_DAMAGED', 'day1.nwb')

  test('is said to be damaged only to who may see it', async () => {
    expect(await failing('1', damaged)).toBe(damaged)
    expect(await failing('3', damaged)).toMatchObject({ code: 'SESSION_NOT_FOUND' })
    const fault = new Error('no')
    expect(await failing('3', fault)).toBe(fault)
  })

  test('may still be read, of which nothing more is said than of one that there is not', async () => {
    const reading = new StillReadingError('3', 3, 'one of five places was read')
    const message = new StillReadingError('3', 2, 'not all places have been read').message
    expect(await failing('3', reading)).toMatchObject({ code: 'STILL_READING', message })
    expect(await failing('3', damaged, [open('closed')])).toMatchObject({
      code: 'STILL_READING',
      message,
    })
  })

  test('may be in a hidden place, which is one of all that are hidden', async () => {
    const { catalog } = await catalogOfThree()
    const unread = (...names: string[]) =>
      new VisibleSessions({ ...catalog, unread: () => names.map(open) }, [
        grant(['*'], ['open']),
        grant(['1'], ['closed']),
      ]).unread()
    expect(unread('open')).toEqual([open('open')])
    expect(unread()).toEqual([])
    expect(unread('closed', 'open', 'other').map(({ name }) => name)).toEqual([
      'open',
      'another place',
    ])
  })
})
