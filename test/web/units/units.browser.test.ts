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

  test('has each dot at the depth of its unit, and in the colour of its area', async () => {
    const page = await browser.open('/?session=810000001')
    await page.locator('.probe-map-unit').first().waitFor()
    const { session } = await served.data<{
      session: {
        units: {
          nodes: {
            unitId: string
            area: string
            probe: { name: string }
            channel: { verticalPosition: number }
          }[]
        }
      }
    }>(
      `{ session(id: "810000001") { units(first: 2000) {
        nodes { unitId area probe { name } channel { verticalPosition } } } } }`,
    )
    const units = new Map(session.units.nodes.map((unit) => [unit.unitId, unit]))
    const dots = await page.locator('.probe-map a').evaluateAll((links) =>
      links.map((link) => {
        const element = link as unknown as {
          getAttribute(name: string): string
          querySelector(selector: string): { getAttribute(name: string): string }
        }
        const circle = element.querySelector('circle')
        return {
          unitId: element.getAttribute('aria-label').replace('Unit ', ''),
          x: Number(circle.getAttribute('cx')),
          y: Number(circle.getAttribute('cy')),
          fill: circle.getAttribute('fill'),
        }
      }),
    )
    const { width } = (await page.locator('.probe-map').boundingBox()) ?? { width: 0 }
    const probes = [...new Set(session.units.nodes.map(({ probe }) => probe.name))].sort()
    const column = (width - 56) / probes.length
    const top = Math.max(...session.units.nodes.map(({ channel }) => channel.verticalPosition))
    expect(dots.map(({ unitId }) => unitId).sort()).toEqual([...units.keys()].sort())
    const fills = new Map<string, Set<string>>()
    for (const { unitId, x, y, fill } of dots) {
      const unit = units.get(unitId)
      if (!unit) throw new Error(`no unit ${unitId}`)
      const share = unit.channel.verticalPosition / (1.02 * top)
      expect(y).toBeCloseTo(380 - 16 - share * (380 - 28 - 16), 6)
      const middle = 56 + (probes.indexOf(unit.probe.name) + 0.5) * column
      expect(Math.abs(x - middle)).toBeLessThan(column / 2)
      fills.set(unit.area, (fills.get(unit.area) ?? new Set()).add(fill))
    }
    expect([...fills.values()].every(({ size }) => size === 1)).toBe(true)
    // As many colours as there are, before they repeat.
    expect(new Set([...fills.values()].flatMap((each) => [...each])).size).toBe(
      Math.min(fills.size, 14),
    )
  })

  test('leads from areas and probes to their units', async () => {
    const page = await browser.open('/?session=810000001')
    await page.locator('.area-bars').getByRole('link', { name: 'LM' }).click()
    const inLm = await receivedIds('where: { areas: ["VISl"] }')
    await expect.poll(() => ids(page)).toEqual(inLm)
  })
})
