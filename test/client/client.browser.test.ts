import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { TestBrowser } from '../support/browser/browser.ts'
import { sampleSessionFolder } from '../support/recordings/sample.ts'
import { SharedFolder } from '../support/servers/served-folder.ts'

const served = new SharedFolder(sampleSessionFolder)
const browser = new TestBrowser(() => served.url)

/** A page of the server's origin that may load the client as it is built. */
async function pageWithClient(): Promise<Page> {
  const page = await browser.open('/health/live')
  await page.route('**/empty.html', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<link rel="icon" href="data:,">' }),
  )
  await page.route('**/packages/client/dist/**', async (route) => {
    const file = new URL(`../..${new URL(route.request().url()).pathname}`, import.meta.url)
    await route.fulfill({ contentType: 'text/javascript', body: await readFile(file, 'utf8') })
  })
  await page.goto(`${served.url}/empty.html`)
  return page
}

/**
 * Run a function's body in the page, where `client` is one of the server, and `spikeql` the module.
 */
async function inPage<Result>(body: string): Promise<Result> {
  const page = await pageWithClient()
  return page.evaluate(`(async () => {
    const spikeql = await import('/packages/client/dist/index.js')
    const client = spikeql.createClient('/')
    ${body}
  })()`)
}

test('the client runs in a browser without a bundler', async () => {
  const response = await inPage(`
    const { session } = await client.query(spikeql.EpochActivityDocument, {
      id: '810000001', epoch: 1, areas: ['V1'], before: 0, after: 1.5, binSize: 0.5,
    })
    const [activity] = session.stimulusEpoch.binnedActivity
    const progress = []
    const fetched = await client.matrix({ href: activity.href }, { onProgress: (step) => progress.push(step) })
    const decoded = await client.matrix(activity)
    return {
      url: client.url,
      shape: decoded.shape,
      row: Array.from(decoded.bin(0)),
      fetched: Array.from(fetched.bin(0)),
      type: fetched.data.constructor.name,
      loaded: progress.at(-1).loaded,
    }
  `)
  const row = [2, 0, 0, 0, 0, 5, 0, 0, 3, 0, 2]
  expect(response).toEqual({
    url: `${served.url}/`,
    shape: [3, 11],
    row,
    fetched: row,
    type: 'Uint8Array',
    loaded: 128 + 33,
  })
})

test('in a browser, too, an abort rejects with its reason', async () => {
  const isReason = await inPage(`
    const controller = new AbortController()
    const reason = new Error('moved on')
    const asked = client.query(spikeql.NotebookDocument, { id: '810000001' }, { signal: controller.signal })
    controller.abort(reason)
    return asked.then(() => 'answered', (error) => error === reason)
  `)
  expect(isReason).toBe(true)
})

test('in a browser, too, errors have their classes', async () => {
  const told = await inPage(`
    const error = await client.query('{ session(id: "7") { id } }').catch((error) => error)
    return [error instanceof spikeql.GraphQLRequestError, error.name, error.code]
  `)
  expect(told).toEqual([true, 'GraphQLRequestError', 'SESSION_NOT_FOUND'])
})
