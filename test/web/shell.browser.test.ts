import { describe, expect, test } from 'vitest'
import { accessibilityFaults } from '../support/browser.ts'
import { servedExplorer } from './served-explorer.ts'

const { browser } = servedExplorer()

describe('the explorer', () => {
  test.each(['light', 'dark'] as const)('follows a system that is %s', async (theme) => {
    const page = await browser.open('/', { theme })
    await page.getByRole('link', { name: '810000001' }).waitFor()
    const background = await page.evaluate('getComputedStyle(document.body).backgroundColor')
    expect(background).toBe({ light: 'rgb(247, 248, 250)', dark: 'rgb(16, 18, 22)' }[theme])
    expect(await accessibilityFaults(page)).toEqual([])
  })
})
