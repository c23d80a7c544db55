import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { sampleSessionFolder } from '../support/recordings/sample.ts'
import { SharedFolder } from '../support/servers/served-folder.ts'

const page = readFileSync(new URL('../../docs/from-counts-to-results.md', import.meta.url), 'utf8')
const served = new SharedFolder(sampleSessionFolder)

/** Each query of the page, under the heading that it stands below. */
const queries = page.split(/^#{2,3} /m).flatMap((section) => {
  const [heading = ''] = section.split('\n')
  return [...section.matchAll(/^```graphql\n(.*?)^```$/gms)].map(([, query = '']) => ({
    heading,
    query,
  }))
})

test.each(queries)('the query of $heading has results', async ({ query }) => {
  const { data, errors } = await served.sendQuery<{ session: Record<string, unknown> }>(query)
  expect(errors).toBeUndefined()
  const results = Object.values(data?.session ?? {})
  expect(results.length).toBeGreaterThan(0)
  for (const result of results) {
    for (const [field, value] of Object.entries(result ?? {})) expect(value, field).not.toBeNull()
  }
})
