import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { examples, exampleVariables } from '../../web/src/graphiql/examples.ts'
import { accessibilityFaults, overflow } from '../support/browser.ts'
import { servedExplorer } from './served-explorer.ts'

const { served, browser } = servedExplorer()

/** The answer, as far as the editor draws it. */
const answer = async (page: Page) =>
  (await page.locator('.graphiql-response .view-line').allTextContents())
    .join('')
    .replaceAll(/\s/g, '')

describe('GraphiQL', () => {
  test.each(examples.map((example) => [example.title, example] as const))(
    'has an example that is answered: %s',
    async (_title, example) => {
      const variables = JSON.parse(exampleVariables(example, '810000001') || '{}')
      const data = await served.data(example.query, variables)
      expect(Object.values(data as object).every((value) => value !== null)).toBe(true)
    },
  )

  test('begins with the notebook, and runs it', async () => {
    const page = await browser.open('/graphiql')
    await page.getByRole('button', { name: 'Execute query' }).click()
    await expect.poll(() => answer(page)).toContain('"stimulusName":"gabors"')
  })

  test('opens what an address brings, and keeps what is written in it', async () => {
    const query = 'query ($id: ID!) { session(id: $id) { sessionType } }'
    const search = new URLSearchParams({ query, variables: '{ "id": "830000001" }' })
    const page = await browser.open(`/graphiql?${search}`)
    await page.getByRole('button', { name: 'Execute query' }).click()
    await expect.poll(() => answer(page)).toContain('"sessionType":"functional_connectivity"')
    await page.getByLabel('Open an example').selectOption('What is served here')
    await expect
      .poll(() => new URL(page.url()).searchParams.get('query'))
      .toContain('query Catalog')
    await page.getByRole('button', { name: 'Execute query' }).click()
    await expect.poll(() => answer(page)).toContain('"version":"test"')
  })

  test("shows the schema's documentation", async () => {
    const page = await browser.open('/graphiql')
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click()
    await page.getByRole('link', { name: 'Query', exact: true }).click()
    await page.getByText('Probes of all sessions that match').first().waitFor()
  })

  test.each(['light', 'dark'] as const)('follows a theme that is %s', async (theme) => {
    const page = await browser.open('/graphiql', { theme })
    await page.locator('.graphiql-query-editor .view-line').first().waitFor()
    const body = page.locator('body')
    await expect.poll(() => body.getAttribute('class')).toContain(`graphiql-${theme}`)
    // GraphiQL's tabs are buttons within buttons.
    expect(await accessibilityFaults(page, ['.graphiql-tabs'])).toEqual([])
  })

  test('fits a narrow window', async () => {
    const page = await browser.open('/graphiql', { width: 390 })
    await page.locator('.graphiql-query-editor .view-line').first().waitFor()
    expect(await overflow(page)).toBeLessThanOrEqual(0)
  })
})
