import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { accessibilityFaults, overflow } from '../../support/browser/browser.ts'
import { servedExplorer } from '../served-explorer.ts'

const { served, browser } = servedExplorer()

const ids = (page: Page) => page.locator('.unit-table tbody th').allTextContents()

async function receivedIds(argumentsText: string): Promise<string[]> {
  const { session } = await served.data<{
    session: { units: { nodes: readonly { unitId: string }[] } }
  }>(`{ session(id: "810000001") { units(${argumentsText}) { nodes { unitId } } } }`)
  return session.units.nodes.map(({ unitId }) => unitId)
}

describe('the table of units', () => {
  test('lists those that pass, sorted by what is clicked, and keeps it in the address', async () => {
    const page = await browser.open('/?session=810000001&view=units')
    await page.locator('.unit-table tbody th').first().waitFor()
    expect(await ids(page)).toEqual(await receivedIds('first: 200'))
    await page.getByRole('button', { name: 'Rate (Hz)' }).click()
    const byRate = await receivedIds('first: 200, orderBy: [{ by: FIRING_RATE, direction: DESC }]')
    await expect.poll(() => ids(page)).toEqual(byRate)
    expect(new URL(page.url()).searchParams.get('order')).toBe('-rate')
    await page.reload()
    await expect.poll(() => ids(page)).toEqual(byRate)
    expect(await accessibilityFaults(page)).toEqual([])
  })

  test('is filtered by area and probe, and opens a unit by its id', async () => {
    const page = await browser.open('/?session=810000001&view=units')
    await page.getByLabel('Area').selectOption({ label: 'V1: 11 units' })
    const inV1 = await receivedIds('where: { areas: ["VISp"] }')
    await expect.poll(() => ids(page)).toEqual(inV1)
    await page.getByLabel('Probe').selectOption('probeA')
    await expect.poll(() => ids(page)).toEqual([])
    await page.getByLabel('Unit by id').fill('810010361')
    await page.getByLabel('Unit by id').press('Enter')
    await page.getByRole('heading', { name: 'Unit 810010361' }).waitFor()
    await page.goBack()
    await page.getByRole('heading', { name: 'Units', exact: true }).waitFor()
  })

  test('leads from a unit to the next one in its order, and back', async () => {
    const page = await browser.open('/?session=810000001&view=units&area=VISp&order=-rate')
    await expect.poll(() => ids(page)).toHaveLength(11)
    const [first, second] = await ids(page)
    await page.getByRole('link', { name: first }).click()
    await page.getByRole('heading', { name: `Unit ${first}` }).waitFor()
    await page.getByRole('link', { name: 'Next' }).click()
    await page.getByRole('heading', { name: `Unit ${second}` }).waitFor()
    await page.getByRole('link', { name: 'Previous' }).click()
    await page.getByRole('heading', { name: `Unit ${first}` }).waitFor()
    expect(await page.getByRole('link', { name: 'Previous' }).count()).toBe(0)
  })

  test('fits a phone', async () => {
    const page = await browser.open('/?session=810000001&view=units', { width: 390 })
    await page.locator('.unit-table tbody th').first().waitFor()
    expect(await overflow(page)).toBe(0)
  })
})

describe('the map of probes', () => {
  test('has a dot per unit, which opens it', async () => {
    const page = await browser.open('/?session=810000001')
    const dots = page.locator('.probe-map-unit')
    await dots.first().waitFor()
    expect(await dots.count()).toBe(132)
    const first = await page.locator('.probe-map a').first().getAttribute('aria-label')
    await dots.first().click()
    await page.getByRole('heading', { name: first ?? '' }).waitFor()
  })

  test('leads from areas and probes to their units', async () => {
    const page = await browser.open('/?session=810000001')
    await page.locator('.area-bars').getByRole('link', { name: 'LM' }).click()
    const inLm = await receivedIds('where: { areas: ["VISl"] }')
    await expect.poll(() => ids(page)).toEqual(inLm)
  })
})
