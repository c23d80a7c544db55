import type { Route } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { servedExplorer } from './served-explorer.ts'

const { browser } = servedExplorer()

/**
 * The names of operations that a page asks, held back until they are let
 * go or the page gives them up.
 */
class HeldAnswers {
  readonly asked: string[] = []
  #letGo: () => void = () => {}
  readonly #held = new Promise<void>((resolve) => {
    this.#letGo = resolve
  })

  readonly hold = async (route: Route) => {
    const { query } = route.request().postDataJSON() as { query: string }
    this.asked.push(/query (\w+)/.exec(query)?.[1] ?? '')
    await this.#held
    // A request that was given up has no one to answer.
    await route.continue().catch(() => {})
  }

  letGo(): void {
    this.#letGo()
  }
}

describe('a page that waits', () => {
  test('says what for, and cancels it when one moves on', async () => {
    const page = await browser.open('/?session=810000001')
    await page.locator('.area-bars').waitFor()
    const failed: string[] = []
    page.on('requestfailed', (request) => failed.push(request.failure()?.errorText ?? ''))
    const answers = new HeldAnswers()
    await page.route('**/graphql', answers.hold)
    await page.getByRole('slider', { name: 'ISI violations' }).fill('0.2')
    await expect.poll(() => answers.asked).toEqual(['PassingAreas'])
    await expect.poll(() => page.locator('.area-bars-place').getAttribute('aria-busy')).toBe('true')
    await page.getByRole('slider', { name: 'ISI violations' }).fill('0.3')
    await expect.poll(() => answers.asked).toEqual(['PassingAreas', 'PassingAreas'])
    expect(failed).toEqual(['net::ERR_ABORTED'])
    await page.getByRole('link', { name: 'Sessions', exact: true }).click()
    await page.getByText('Loading the sessions').waitFor()
    expect(failed).toEqual(['net::ERR_ABORTED', 'net::ERR_ABORTED'])
    answers.letGo()
    await page.getByRole('link', { name: '810000001' }).waitFor()
  })

  test('tells in plain words that the server is gone, and asks again when told to', async () => {
    const page = await browser.open('/', { mayMissAnswers: true })
    await page.getByRole('link', { name: '810000001' }).waitFor()
    await page.route('**/graphql', (route) => route.abort())
    await page.getByRole('link', { name: '810000001' }).click()
    await page.getByText('The server does not respond.').waitFor()
    await page.unroute('**/graphql')
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.locator('.area-bars').waitFor()
  })
})
