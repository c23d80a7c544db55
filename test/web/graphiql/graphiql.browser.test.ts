import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { examples, exampleVariables } from '../../../web/src/graphiql/examples.ts'
import { accessibilityFaults, overflow, type PageOptions } from '../../support/browser/browser.ts'
import { servedExplorer } from '../served-explorer.ts'

const { served, browser } = servedExplorer()

/** The answer, as far as the editor draws it. */
const response = async (page: Page) =>
  (await page.locator('.graphiql-response .view-line').allTextContents())
    .join('')
    .replaceAll(/\s/g, '')

/** GraphiQL, when its editors are there. */
async function opened(path = '/graphiql', options: PageOptions = {}): Promise<Page> {
  const page = await browser.open(path, options)
  await page.locator('.graphiql-query-editor .view-line').first().waitFor()
  await page.locator('.graphiql-response .view-line').first().waitFor({ state: 'attached' })
  return page
}

const execute = (page: Page) => page.getByRole('button', { name: 'Execute query' }).click()

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
    const page = await opened()
    await execute(page)
    await expect.poll(() => response(page)).toContain('"stimulusName":"gabors"')
  })

  test('opens what an address brings, and keeps what is written in it', async () => {
    const query = 'query ($id: ID!) { session(id: $id) { sessionType } }'
    const search = new URLSearchParams({ query, variables: '{ "id": "830000001" }' })
    const page = await opened(`/graphiql?${search}`)
    await execute(page)
    await expect.poll(() => response(page)).toContain('"sessionType":"functional_connectivity"')
    await page.getByLabel('Open an example').selectOption('What is served here')
    await expect
      .poll(() => new URL(page.url()).searchParams.get('query'))
      .toContain('query Catalog')
    await execute(page)
    await expect.poll(() => response(page)).toContain('"version":"test"')
  })

  test('cancels what is stopped', async () => {
    const page = await opened('/graphiql?query={server{version}}')
    await page.waitForLoadState('networkidle')
    const failed: string[] = []
    page.on('requestfailed', (request) => failed.push(request.failure()?.errorText ?? ''))
    // Held until the page is closed.
    await page.route('**/graphql', () => {})
    await execute(page)
    await page.getByRole('button', { name: 'Stop query' }).click()
    await expect.poll(() => failed).toEqual(['net::ERR_ABORTED'])
  })

  test("shows the schema's documentation", async () => {
    const page = await opened()
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click()
    await page.getByRole('link', { name: 'Query', exact: true }).click()
    await page.getByText('Probes of all sessions that match').first().waitFor()
  })

  test.each(['light', 'dark'] as const)('follows a theme that is %s', async (theme) => {
    const page = await opened('/graphiql', { theme })
    const body = page.locator('body')
    await expect.poll(() => body.getAttribute('class')).toContain(`graphiql-${theme}`)
    // GraphiQL's tabs are buttons within buttons.
    expect(await accessibilityFaults(page, ['.graphiql-tabs'])).toEqual([])
    const other = theme === 'light' ? 'dark' : 'light'
    await page.getByRole('button', { name: `Switch to the ${other} theme` }).click()
    await expect.poll(() => body.getAttribute('class')).toContain(`graphiql-${other}`)
  })

  test('fits a narrow window', async () => {
    const page = await opened('/graphiql', { width: 390 })
    expect(await overflow(page)).toBeLessThanOrEqual(0)
  })
})
