import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { accessibilityFaults } from '../support/browser/browser.ts'
import { servedExplorer } from './served-explorer.ts'

const { browser } = servedExplorer()

/** Elements that a page may have before the one that is wanted. */
const MOST_STEPS = 120

/** Press Tab until an element is focused whose name begins so. */
async function tabTo(page: Page, name: string): Promise<void> {
  const passed: string[] = []
  for (let step = 0; step < MOST_STEPS; step++) {
    await page.keyboard.press('Tab')
    const focused = (await page.evaluate(
      `(({ ariaLabel, labels, textContent }) =>
        (ariaLabel ?? labels?.[0]?.textContent ?? textContent).trim())(document.activeElement)`,
    )) as string
    if (focused.startsWith(name)) return
    passed.push(focused.slice(0, 40))
  }
  throw new Error(`Tab never led to "${name}", but to ${passed.join(', ')}`)
}

test('keys alone lead from the list to a receptive field, a correlogram, a raster and a figure', async () => {
  const page = await browser.open('/')
  const heading = page.getByRole('heading', { level: 1 })
  const isSound = async () => expect(await accessibilityFaults(page)).toEqual([])
  await page.getByRole('link', { name: '810000001' }).waitFor()
  await tabTo(page, '810000001')
  await page.keyboard.press('Enter')
  await expect.poll(() => heading.textContent()).toBe('Session 810000001')

  await tabTo(page, 'Units')
  await page.keyboard.press('Enter')
  const link = page.locator('.unit-table tbody th a').first()
  const unit = (await link.textContent()) ?? ''
  await isSound()
  await tabTo(page, unit)
  await page.keyboard.press('Enter')
  await expect.poll(() => heading.textContent()).toBe(`Unit ${unit}`)
  await page.locator('.receptive-field-cell').first().waitFor()

  await tabTo(page, 'Cross-correlogram with')
  await page.keyboard.press('ArrowDown')
  await page.locator('.cross-correlogram .bar-plot rect').first().waitFor()
  await tabTo(page, 'Receptive field as .svg')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.keyboard.press('Enter'),
  ])
  const cells = await page.locator('.receptive-field-cell').count()
  const figure = await readFile(await download.path(), 'utf8')
  expect(figure.match(/<rect /g)).toHaveLength(cells)
  await isSound()

  // Around the end of the page to its beginning.
  await tabTo(page, '810000001')
  await page.keyboard.press('Enter')
  await expect.poll(() => heading.textContent()).toBe('Session 810000001')
  await tabTo(page, 'Responses')
  await page.keyboard.press('Enter')
  await tabTo(page, 'Around')
  await tabTo(page, 'Mean')
  for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowRight')
  await page
    .getByRole('img', { name: /^Raster of unit \d+: / })
    .first()
    .waitFor()
  await isSound()
})
