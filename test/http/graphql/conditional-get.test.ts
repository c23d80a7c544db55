import { expect, test } from 'vitest'
import { sampleSessionFolder } from '../../support/recordings/sample.ts'
import { SharedFolder } from '../../support/servers/served-folder.ts'

const served = new SharedFolder(sampleSessionFolder)

const get = (query: string, headers: Record<string, string> = {}) =>
  fetch(`${served.url}/graphql?${new URLSearchParams({ query })}`, { headers })

const counts = (after: number) =>
  `{ session(id: "810000001") { stimulusEpoch(index: 1) { binnedActivity(areas: ["V1"], after: ${after}) { counts } } } }`

test.each(['{ sessions { totalCount } }', counts(1)])(
  'the answer to a GET is kept, and asked for again: %s',
  async (query) => {
    const first = await get(query)
    const etag = first.headers.get('etag') ?? ''
    expect(etag).toMatch(/^W\/"[\w-]{27}"$/)
    expect(first.headers.get('cache-control')).toBe('no-cache')
    const body = await first.text()
    const again = await get(query, { 'if-none-match': etag })
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag])
    const other = await get(query, { 'if-none-match': 'W/"other"' })
    expect([other.status, await other.text()]).toEqual([200, body])
  },
)

test('other counts have another tag', async () => {
  const tags = await Promise.all(
    [1, 2].map(async (after) => (await get(counts(after))).headers.get('etag')),
  )
  expect(new Set(tags).size).toBe(2)
})

test('an answer to somebody in particular is for no shared cache', async () => {
  const response = await get('{ sessions { totalCount } }', { authorization: 'Bearer x' })
  expect(response.headers.get('cache-control')).toBe('private, no-cache')
})

test('errors and answers to POST are not kept', async () => {
  const failed = await get('{ session(id: "7") { id } }')
  expect(failed.headers.get('etag')).toBeNull()
  expect(failed.headers.get('cache-control')).not.toBe('no-cache')
  const posted = await fetch(`${served.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ sessions { totalCount } }' }),
  })
  expect(posted.headers.get('etag')).toBeNull()
})
