import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Started, start } from '../../cli/run-command.ts'
import { accessibilityFaults, overflow, TestBrowser } from '../../support/browser/browser.ts'
import { temporaryFolder, writeNwb } from '../../support/recordings/write-nwb.ts'
import { S3Server } from '../../support/servers/remote/s3-server.ts'
import { heatmapOf } from './heatmap-page.ts'

const folder = temporaryFolder()

let bucket: S3Server
let server: Started
let url = ''

/** A million spikes at a steady rate for 1000 s. */
const steady = (id: number, electrode: number) => ({
  id,
  electrode,
  spikes: Array.from({ length: 1_000_000 }, (_, i) => i / 1000),
})

beforeAll(async () => {
  const file = join(folder, 'far.nwb')
  await writeNwb(file, {
    identifier: 'far',
    units: [steady(1, 0), steady(2, 1)],
    locations: ['VISp', 'VISl'],
    intervals: { trials: { start: [100, 700], stop: [101, 701] } },
  })
  bucket = await S3Server.start('recordings', { 'far.nwb': readFileSync(file) })
  server = start([
    ...['serve', 's3://recordings/far.nwb', '--port', '0', '--cache-dir', join(folder, 'cache')],
    ...['--s3-endpoint', bucket.endpoint, '--threads', '1', '--drain-delay', '0'],
  ])
  url = (await server.seen(/(http:\/\/127\.0\.0\.1:\d+)\/graphql/))[1] as string
})

afterAll(async () => {
  server.process.kill('SIGTERM')
  await server.ended
  await bucket[Symbol.asyncDispose]()
})

const browser = new TestBrowser(() => url)

const viewAt = (moment: number) =>
  `/?session=far&view=activity&table=trials&row=1&at=${moment}&before=0&after=100&bin=1`

/** The line that says what a view has the server fetch. */
const fetchLine = (page: Page) => page.locator('.fetch-status')

describe('the activity of a recording that lies elsewhere', () => {
  test('says what it will fetch, how much of it has come, and what it was', async () => {
    const page = await browser.open('/')
    // The counts of each area wait until the test lets them go.
    const waiting: (() => void)[] = []
    await page.route('**/graphql', async (route) => {
      const body = route.request().postDataJSON()
      const isCounted = body?.query.includes('query MatrixCounts') && !body.extensions?.estimate
      if (isCounted) await new Promise<void>((go) => waiting.push(go))
      await route.continue()
    })
    await page.goto(`${url}${viewAt(700)}`)
    const text = () => fetchLine(page).textContent()
    await expect
      .poll(text)
      .toBe(
        'Spikes and samples of this view: about 1.6 MB to fetch, unless the server has kept them.',
      )
    await expect.poll(() => waiting.length).toBe(2)
    waiting[0]?.()
    await expect
      .poll(text)
      .toMatch(
        /^Spikes and samples of this view: \d\d\d kB of about 1\.6 MB fetched, 1 of 2 requests answered\.$/,
      )
    waiting[1]?.()
    await heatmapOf(page, 'V1').waitFor()
    await expect
      .poll(text)
      .toMatch(
        /^The server fetched 1\.\d MB for this view; about 1\.6 MB of spikes and samples were expected\.$/,
      )
    expect(await page.getByRole('link', { name: 'V1 as .npy' }).getAttribute('href')).toMatch(
      /\/arrays\/v1\/far\/[0-9a-f]{12}\/binned-activity\.npy/,
    )
    expect(await accessibilityFaults(page)).toEqual([])
  })

  test('says that nothing was fetched where it was kept', async () => {
    const page = await browser.open(viewAt(700), { theme: 'dark', width: 390 })
    await expect
      .poll(() => fetchLine(page).textContent())
      .toBe('Nothing was fetched for this view: the server had kept its spikes and samples.')
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    expect(await accessibilityFaults(page)).toEqual([])
  })
})

test('responses and a unit say before what they will fetch, and then what they did', async () => {
  const responses = await browser.open(
    '/?session=far&view=events&event=column%2Ftrials%2Fstart_time',
  )
  await expect
    .poll(() => fetchLine(responses).textContent())
    .toMatch(/^(The server fetched [\d.]+ kB|Nothing was fetched) for this view/)
  const page = await browser.open('/')
  const asked: string[] = []
  page.on('request', (request) => {
    const { query = '', extensions } = request.postDataJSON() ?? {}
    const [, name] = /query (\w+)/.exec(query) ?? []
    if (name === 'UnitStability') asked.push(extensions?.estimate ? 'estimate' : 'spikes')
  })
  await page.goto(`${url}/?session=far&view=unit&unit=1`)
  await expect
    .poll(() => fetchLine(page).textContent())
    .toMatch(/^The server fetched \d\.\d MB for this view; about \d+\.\d MB of spikes and samples/)
  expect(asked).toEqual(['estimate', 'spikes'])
  expect(await accessibilityFaults(page)).toEqual([])
})

test('a table of a recording elsewhere has the addresses of its files, for which nothing is fetched', async () => {
  const page = await browser.open('/?session=far&view=tables&table=trials')
  const download = page.getByRole('link', { name: 'Download .csv' })
  await download.waitFor()
  expect(await download.getAttribute('href')).toMatch(/\/arrays\/v1\/far\/[0-9a-f]{12}\/.*\.csv/)
  expect(await accessibilityFaults(page)).toEqual([])
})
