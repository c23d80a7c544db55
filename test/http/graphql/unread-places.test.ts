import { afterEach, describe, expect, test } from 'vitest'
import { StillReadingError } from '../../../src/errors.ts'
import { type RunningServer, startServer } from '../../../src/http/server.ts'
import type { PlaceStatus } from '../../../src/sessions/session-catalog.ts'
import { oneSession, smallSession } from '../../graphql/execute.ts'

let server: RunningServer
let unread: PlaceStatus[]

afterEach(() => server.close())

async function serve(places: PlaceStatus[]): Promise<void> {
  unread = places
  const { catalog } = await oneSession(smallSession)
  const session = (id: string) =>
    id === '1' || unread.length === 0
      ? catalog.session(id)
      : Promise.reject(new StillReadingError(id, 1, '1 place is still being read'))
  server = await startServer({
    catalog: { ...catalog, session, unread: () => unread },
    host: '127.0.0.1',
    port: 0,
    version: '0.0.0-test',
  })
}

async function sendQuery(query: string) {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  })
  const { status, headers } = response
  const { data, errors, extensions } = await response.json()
  const codes = errors?.map((error: { extensions: { code: string } }) => error.extensions.code)
  return { status, retryAfter: headers.get('retry-after'), data, codes, extensions }
}

const near: PlaceStatus = { name: 'near', state: 'READING', fileCount: 5, readCount: 2 }
const near2: PlaceStatus = { name: 'near', state: 'READING', fileCount: 1, readCount: 0 }
const far: PlaceStatus = { name: 'far', state: 'SILENT', fileCount: 0, readCount: 0 }

const missing = 'sessions, and what the tables of an AllenSDK cache know of them, may be missing'
const reading = {
  code: 'STILL_READING',
  message: `2 places are still being read (2 of 6 files so far); until then ${missing}.`,
}
const silent = {
  code: 'DISK_SILENT',
  message: `far is on a disk that does not respond. Check the disk and its network; the file is served again as soon as it responds. (${missing})`,
}

describe('while recordings are still being read', () => {
  test('a list of sessions warns that some may be missing', async () => {
    await serve([near, near2, far])
    expect(await sendQuery('{ sessions { totalCount } }')).toMatchObject({
      status: 200,
      retryAfter: null,
      data: { sessions: { totalCount: 1 } },
      extensions: { warnings: [reading, silent] },
    })
    const { extensions } = await sendQuery('{ areas { acronym } }')
    expect(extensions).toEqual({ warnings: [reading, silent] })
  })

  test('nothing warns that lists no sessions', async () => {
    await serve([near])
    expect((await sendQuery('{ places { name } server { version } }')).extensions).toBeUndefined()
  })

  test.each([
    ['a session', '{ session(id: "2") { id } }', ['STILL_READING']],
    [
      'two',
      '{ a: session(id: "2") { id } b: session(id: "3") { id } }',
      Array(2).fill('STILL_READING'),
    ],
    ['a node', '{ node(id: "2") { id } }', ['STILL_READING']],
  ])('%s not found yet is to be asked for again', async (_, query, codes) => {
    await serve([near])
    expect(await sendQuery(query)).toMatchObject({ status: 503, retryAfter: '2', codes })
  })

  test.each([
    ['other fields', '{ session(id: "2") { id } server { version } }', ['STILL_READING']],
    [
      'another error',
      '{ session(id: "2") { id } node(id: "") { id } units(first: 0) { totalCount } }',
      null,
    ],
    [
      'one that is found',
      '{ a: session(id: "2") { id } b: session(id: "1") { id } }',
      ['STILL_READING'],
    ],
  ])('%s beside it are answered at once', async (_, query, codes) => {
    await serve([near])
    const reply = await sendQuery(query)
    expect(reply.status).toBe(200)
    if (codes) expect(reply.codes).toEqual(codes)
    else expect(reply.codes).toContain('STILL_READING')
  })

  test('the address of an array is to be asked for again', async () => {
    await serve([near])
    const address = `${server.url}/arrays/v1/2/0123456789ab/binned-activity.npy?start=0&stop=1`
    const response = await fetch(address)
    expect(response.status).toBe(503)
    expect(response.headers.get('retry-after')).toBe('1')
    expect(response.headers.get('cache-control')).toBe('no-store')
    const [error] = (await response.json()).errors
    expect(error.extensions.code).toBe('STILL_READING')
  })
})

test('when all is read, nothing warns, and an unknown id is not found', async () => {
  await serve([])
  expect(await sendQuery('{ sessions { totalCount } session(id: "2") { id } }')).toMatchObject({
    status: 200,
    codes: ['SESSION_NOT_FOUND'],
    extensions: undefined,
  })
})
