import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { TestBrowser } from '../support/browser/browser.ts'
import { servedExplorer } from './served-explorer.ts'

const { served } = servedExplorer()

/** A proxy that knows the server by a path, as a laboratory's web server would. */
const proxy = createServer((requested, response) => {
  const { pathname, search } = new URL(requested.url ?? '/', 'http://127.0.0.1')
  if (!pathname.startsWith('/spikeql/')) {
    response.writeHead(404).end()
    return
  }
  const headers = { ...requested.headers, host: new URL(served.url).host }
  const url = `${served.url}${pathname.slice('/spikeql'.length)}${search}`
  const forwarded = request(url, { method: requested.method, headers }, (given) => {
    response.writeHead(given.statusCode ?? 502, given.headers)
    given.pipe(response)
  })
  requested.pipe(forwarded)
})

let origin = ''
beforeAll(async () => {
  await new Promise<void>((listening) => proxy.listen(0, '127.0.0.1', listening))
  origin = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`
})
afterAll(() => proxy.close())

const browser = new TestBrowser(() => origin)

describe('behind a path of a proxy', () => {
  test('the explorer finds its scripts, the API and its files', async () => {
    const page = await browser.open('/spikeql/')
    await page.getByRole('link', { name: '810000001' }).click()
    await page.locator('.area-bars').waitFor()
    expect(page.url()).toBe(`${origin}/spikeql/?session=810000001`)
    await page.getByRole('link', { name: 'gabors, epoch 1' }).click()
    const file = page.getByRole('link', { name: 'V1 as .npy' })
    expect(await file.getAttribute('href')).toMatch(`${origin}/spikeql/arrays/`)
    await page.getByRole('link', { name: 'SpikeQL', exact: true }).click()
    await page.locator('.session-card').first().waitFor()
    expect(page.url()).toBe(`${origin}/spikeql/`)
  })

  test('GraphiQL does, too, with or without a slash at its end', async () => {
    const page = await browser.open('/spikeql/graphiql/?query={server{version}}')
    expect(new URL(page.url()).pathname).toBe('/spikeql/graphiql')
    await page.locator('.graphiql-response .view-line').first().waitFor({ state: 'attached' })
    await page.getByRole('button', { name: 'Execute query' }).click()
    await page.locator('.graphiql-response').getByText('"version"').waitFor()
  })
})
