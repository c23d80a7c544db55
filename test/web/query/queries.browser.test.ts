import type { Request, Route } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { servedExplorer } from '../served-explorer.ts'

const { browser } = servedExplorer()

function operationOf(request: Request): string {
  const { query = '' } = (request.postDataJSON() ?? {}) as { query?: string }
  return /query (\w+)/.exec(query)?.[1] ?? ''
}

/**
 * The names of operations that a page asks, held back until they are let
 * go or the page gives them up.
 */
class HeldResponses {
  readonly requested: string[] = []
  #letGo: () => void = () => {}
  readonly #held = new Promise<void>((resolve) => {
    this.#letGo = resolve
  })

  readonly hold = async (route: Route) => {
    this.requested.push(operationOf(route.request()))
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
    const cancelled: string[] = []
    page.on('requestfailed', (request) => {
      if (request.failure()?.errorText === 'net::ERR_ABORTED') cancelled.push(operationOf(request))
    })
    // The map of probes follows the limits, too.
    const cancelledAreas = () => cancelled.filter((operation) => operation === 'PassingAreas')
    const responses = new HeldResponses()
    const requestedAreas = () =>
      responses.requested.filter((operation) => operation === 'PassingAreas')
    await page.route('**/graphql', responses.hold)
    await page.getByRole('slider', { name: 'ISI violations' }).fill('0.2')
    await expect.poll(requestedAreas).toEqual(['PassingAreas'])
    await expect.poll(() => page.locator('.area-bars-place').getAttribute('aria-busy')).toBe('true')
    await page.getByRole('slider', { name: 'ISI violations' }).fill('0.3')
    await expect.poll(requestedAreas).toEqual(['PassingAreas', 'PassingAreas'])
    await expect.poll(cancelledAreas).toEqual(['PassingAreas'])
    await page.getByRole('link', { name: 'Sessions', exact: true }).click()
    await page.getByText('Loading the sessions').waitFor()
    await expect.poll(cancelledAreas).toEqual(['PassingAreas', 'PassingAreas'])
    responses.letGo()
    await page.getByRole('link', { name: '810000001' }).waitFor()
  })

  test('tells in plain words that the server is gone, and asks again when told to', async () => {
    const page = await browser.open('/', { mayMissResponses: true })
    await page.getByRole('link', { name: '810000001' }).waitFor()
    await page.route('**/graphql', (route) => route.abort())
    await page.getByRole('link', { name: '810000001' }).click()
    await page.getByText('The server does not respond.').waitFor()
    await page.unroute('**/graphql')
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.locator('.area-bars').waitFor()
  })
})
