import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { decodeNpy } from '../../src/formats/numpy/npy.ts'
import { accessibilityFaults, overflow } from '../support/browser/browser.ts'
import { heatmapOf, matrixOf } from './activity/heatmap-page.ts'
import { servedExplorer } from './served-explorer.ts'

const { served, browser } = servedExplorer()

describe("a newcomer's path", () => {
  test.each([
    { theme: 'light', width: 1280 },
    { theme: 'dark', width: 390 },
  ] as const)(
    'leads from the sessions to a heatmap, its file and a unit, in $theme at $width px, and back',
    async ({ theme, width }) => {
      const page = await browser.open('/', { theme, width })
      const heading = page.getByRole('heading', { level: 1 })
      const isSound = async () => {
        expect(await accessibilityFaults(page)).toEqual([])
        expect(await overflow(page)).toBeLessThanOrEqual(0)
      }

      await page.getByRole('button', { name: 'Six visual areas' }).click()
      await page.getByText('2 sessions match').waitFor()
      await page.getByRole('link', { name: '810000001' }).click()
      await expect.poll(() => heading.textContent()).toBe('Session 810000001')

      await page.getByRole('button', { name: 'List the epochs' }).click()
      await isSound()
      await page.getByRole('link', { name: 'flashes', exact: true }).click()
      await heatmapOf(page, 'V1').waitFor()
      await isSound()

      const link = page.getByRole('link', { name: 'V1 as .npy' })
      const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
      const { shape, data } = decodeNpy(await readFile(await download.path()))
      const received = await matrixOf(served, 3, 'VISp')
      expect(shape).toEqual([1000, 11])
      expect([...data]).toEqual(received.counts.flat())

      await heatmapOf(page, 'V1').focus()
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('Enter')
      await expect.poll(() => heading.textContent()).toMatch(/^Unit 8100\d{5}$/)
      const unit = await heading.textContent()
      await page.reload()
      await expect.poll(() => heading.textContent()).toBe(unit)
      await page.waitForLoadState('networkidle')
      await isSound()

      await page.goBack()
      await heatmapOf(page, 'V1').waitFor()
      await page.goBack()
      await expect.poll(() => heading.textContent()).toBe('Session 810000001')
      await page.goBack()
      await page.getByText('2 sessions match').waitFor()
    },
  )
})
