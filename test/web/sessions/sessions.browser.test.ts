import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { TestBrowser } from '../../support/browser/browser.ts'
import { temporaryFolder, writeNwb } from '../../support/recordings/write-nwb.ts'
import { ServedFolder } from '../../support/servers/served-folder.ts'
import { smallCache, writeFiles } from '../../support/write-cache.ts'
import { servedExplorer } from '../served-explorer.ts'

const { served, browser } = servedExplorer()

const shownIds = (page: Page) => page.locator('.session-list h2').allTextContents()
const status = (page: Page) => page.getByRole('status').first().textContent()

describe('the list of sessions', () => {
  test('tells of each session what it holds', async () => {
    const page = await browser.open('/')
    await page.getByText('3 recordings, in 23 brain areas.').waitFor()
    const card = page.locator('.session-card').first()
    expect((await card.innerText()).split(/\n+/)).toEqual([
      '810000001',
      'brain_observatory_1.1',
      '14 January 2019, 10:21 · Mus musculus, male, 118 days old',
      'V1',
      'LM',
      'RL',
      'AL',
      'PM',
      'AM',
      'TH',
      'PO',
      'and 14 more',
      '132',
      'of 258 units pass',
      '22',
      'areas',
      '6',
      'probes',
    ])
  })

  test('draws each session: its units on their probes, its epochs in time', async () => {
    const page = await browser.open('/')
    const strip = page.locator('.session-card').first().locator('.session-strip')
    await expect.poll(() => strip.locator('circle').count()).toBe(132)
    expect(await strip.locator('.strip-shaft').count()).toBe(6)
    expect(await strip.locator('.strip-schedule span').count()).toBe(33)
  })

  test('draws units and epochs where the API has them', async () => {
    const page = await browser.open('/')
    const strip = page.locator('.session-card', { hasText: '810000001' }).locator('.session-strip')
    await strip.locator('circle').first().waitFor()
    const { session } = await served.data<{
      session: {
        recordedSpan: { startTime: number; stopTime: number }
        stimulusEpochs: { startTime: number; stopTime: number }[]
        units: { nodes: { probe: { name: string }; channel: { verticalPosition: number } }[] }
      }
    }>(`{ session(id: "810000001") { recordedSpan { startTime stopTime }
      stimulusEpochs { startTime stopTime }
      units(first: 2000) { nodes { probe { name } channel { verticalPosition } } } } }`)
    const { recordedSpan, stimulusEpochs, units } = session
    const start = Math.min(
      recordedSpan.startTime,
      ...stimulusEpochs.map((epoch) => epoch.startTime),
    )
    const stop = Math.max(recordedSpan.stopTime, ...stimulusEpochs.map((epoch) => epoch.stopTime))
    const percents = await strip
      .locator('.strip-schedule span')
      .evaluateAll((spans) =>
        (spans as unknown as { style: { left: string; width: string } }[]).map(({ style }) => [
          Number.parseFloat(style.left),
          Number.parseFloat(style.width),
        ]),
      )
    for (const [i, { startTime, stopTime }] of stimulusEpochs.entries()) {
      expect(percents[i]?.[0]).toBeCloseTo((100 * (startTime - start)) / (stop - start), 2)
      expect(percents[i]?.[1]).toBeCloseTo((100 * (stopTime - startTime)) / (stop - start), 2)
    }
    const heights = await strip
      .locator('circle')
      .evaluateAll((circles) => circles.map((circle) => Number(circle.getAttribute('cy'))))
    const top = Math.max(...units.nodes.map(({ channel }) => channel.verticalPosition))
    const wanted = units.nodes
      .map(({ probe, channel }) => [probe.name, channel.verticalPosition] as const)
      .sort(([one, low], [other, high]) => one.localeCompare(other) || low - high)
      .map(([, height]) => 54 - 3 - (height / top) * (54 - 6))
    expect(heights).toHaveLength(wanted.length)
    for (const [i, height] of heights.entries()) expect(height).toBeCloseTo(wanted[i] as number, 6)
  })

  test('is filtered by type and by areas, in the address bar', async () => {
    const page = await browser.open('/')
    await page.getByRole('button', { name: 'functional_connectivity 1' }).waitFor()
    await page.getByRole('button', { name: 'brain_observatory_1.1 2' }).waitFor()
    await page.getByRole('button', { name: /^functional_connectivity/ }).click()
    await expect.poll(() => status(page)).toBe('1 session matches')
    expect(await shownIds(page)).toEqual(['830000001'])
    expect(new URL(page.url()).search).toBe('?type=functional_connectivity')
    await page.getByRole('button', { name: /^RL/ }).click()
    await page.getByText('No sessions match.').waitFor()
    await page.goBack()
    await expect.poll(() => shownIds(page)).toEqual(['830000001'])
    await page.getByRole('link', { name: 'Show all sessions' }).click()
    await expect.poll(() => shownIds(page)).toHaveLength(3)
  })

  test("has the notebook's six areas as one click", async () => {
    const page = await browser.open('/')
    const six = page.getByRole('button', { name: 'Six visual areas' })
    await six.click()
    await expect.poll(() => status(page)).toBe('2 sessions match')
    expect(await shownIds(page)).toEqual(['810000001', '820000001'])
    expect(new URL(page.url()).searchParams.getAll('recorded')).toEqual([
      'VISp',
      'VISl',
      'VISrl',
      'VISal',
      'VISpm',
      'VISam',
    ])
    expect(await six.getAttribute('aria-pressed')).toBe('true')
    await six.click()
    await expect.poll(() => shownIds(page)).toHaveLength(3)
  })

  test('knows areas in the address by their short names, too', async () => {
    const page = await browser.open('/?recorded=V1&recorded=RL')
    await expect.poll(() => shownIds(page)).toEqual(['810000001', '820000001'])
    const chip = page.getByRole('button', { name: /^V1/ })
    expect(await chip.getAttribute('aria-pressed')).toBe('true')
    await chip.click()
    expect(new URL(page.url()).search).toBe('?recorded=RL')
  })

  test('names files that are not served, with the cure', async () => {
    const page = await browser.open('/')
    await page.getByText('1 file is not served.').waitFor()
    expect(await page.locator('.refused-files').innerText()).toBe(
      'broken.nwb is not an HDF5 file. NWB recordings are HDF5 files; download or export it again.',
    )
  })
})

describe('other folders', () => {
  const empty = temporaryFolder()
  const cache = temporaryFolder()
  const servedEmpty = new ServedFolder(() => [empty])
  const servedCache = new ServedFolder(async () => {
    await writeFiles(cache, smallCache)
    await writeNwb(`${cache}/session_9.nwb`, { identifier: '9', locations: null })
    return [cache]
  })
  const many = temporaryFolder()
  const servedMany = new ServedFolder(async () => {
    for (let i = 0; i <= 100; i++) await writeNwb(`${many}/${i}.nwb`, { identifier: String(i) })
    return [many]
  })
  const onMany = new TestBrowser(() => servedMany.url)
  const onEmpty = new TestBrowser(() => servedEmpty.url)
  const onCache = new TestBrowser(() => servedCache.url)

  test('an empty one is told in plain words', async () => {
    const page = await onEmpty.open('/')
    await page.getByText('No sessions yet.').waitFor()
    expect(await page.locator('.panel').count()).toBe(0)
  })

  test('sessions whose files are absent are shown as such', async () => {
    const page = await onCache.open('/')
    const absent = page.locator('.session-card', { hasText: 'file absent' })
    await expect.poll(() => absent.locator('h2').allTextContents()).toEqual(['1', '2'])
    await page.getByRole('link', { name: '1', exact: true }).click()
    await page.getByText('This session’s file is absent.').waitFor()
    expect(await page.getByRole('heading', { name: 'Stimulus schedule' }).count()).toBe(0)
    await expect.poll(() => page.locator('.area-bars tbody tr').count()).toBe(1)
  })

  test('a file without stimuli and areas says so', async () => {
    const page = await onCache.open('/?session=9')
    await page.getByText('This file has no stimuli, trials or epochs.').waitFor()
    await page.getByText('This file names no brain areas.').waitFor()
    await page.getByRole('link', { name: 'See the activity from the start' }).click()
    await page.getByRole('heading', { name: 'Activity' }).waitFor()
  })

  test('many sessions come in pages, none left out', async () => {
    const page = await onMany.open('/')
    await expect.poll(() => status(page)).toBe('101 sessions')
    await expect.poll(() => shownIds(page)).toHaveLength(100)
    await page.getByRole('button', { name: 'Show more sessions' }).click()
    await expect.poll(() => shownIds(page)).toHaveLength(101)
    const numbers = (await shownIds(page)).map(Number)
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 101 }, (_, i) => i))
    expect(await page.getByRole('button', { name: 'Show more sessions' }).count()).toBe(0)
  })
})
