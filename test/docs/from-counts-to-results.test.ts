import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { figures } from '../../docs/figures/figures.mjs'
import { pageQueries } from '../../docs/figures/page-queries.mjs'
import { sampleSessionFolder } from '../support/recordings/sample.ts'
import { SharedFolder } from '../support/servers/served-folder.ts'

const page = readFileSync(new URL('../../docs/from-counts-to-results.md', import.meta.url), 'utf8')
const served = new SharedFolder(sampleSessionFolder)

test.each(pageQueries(page))(
  'query %# of the page has results, as its figure shows',
  async ({ query, name }) => {
    const { data, errors } = await served.sendQuery<{ session: Record<string, unknown> }>(query)
    expect(errors).toBeUndefined()
    const results = Object.values(data?.session ?? {})
    expect(results.length).toBeGreaterThan(0)
    for (const result of results) {
      for (const [field, value] of Object.entries(result ?? {})) expect(value, field).not.toBeNull()
    }
    if (name === null) return
    const drawn = readFileSync(new URL(`../../docs/figures/${name}.svg`, import.meta.url), 'utf8')
    expect(figures[name]?.(data?.session ?? {}), 'npm run figures draws it again').toBe(drawn)
  },
)

test('every query has a figure but the last two: the sample has no LFP, and files are no figure', () => {
  const names = pageQueries(page).flatMap(({ name }) => name ?? [])
  expect(names.toSorted()).toEqual(Object.keys(figures).toSorted())
  expect(pageQueries(page).slice(names.length)).toHaveLength(2)
})
