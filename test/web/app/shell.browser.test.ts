import { describe, expect, test } from 'vitest'
import { accessibilityFaults, faultsInTheme, overflow } from '../../support/browser/browser.ts'
import { servedExplorer } from '../served-explorer.ts'

const { browser } = servedExplorer()

const background = 'getComputedStyle(document.body).backgroundColor'
const backgrounds = { light: 'rgb(247, 248, 250)', dark: 'rgb(16, 18, 22)' }

const views = [
  ['the list of sessions', '/', 'Sessions'],
  ['a session', '/?session=810000001', 'Session 810000001'],
] as const

describe('the explorer', () => {
  test.each(
    views.flatMap(([name, path, heading]) => [
      { name, path, heading, theme: 'light', other: 'dark', width: 1280 } as const,
      { name, path, heading, theme: 'dark', other: 'light', width: 390 } as const,
    ]),
  )(
    '$name is sound in $theme at $width px, and in $other: readable, operable, and no wider than the window',
    async ({ path, heading, theme, other, width }) => {
      const page = await browser.open(path, { theme, width })
      await page.getByRole('heading', { level: 1, name: heading }).waitFor()
      await page.waitForLoadState('networkidle')
      expect(await page.evaluate(background)).toBe(backgrounds[theme])
      expect(await accessibilityFaults(page)).toEqual([])
      expect(await overflow(page)).toBeLessThanOrEqual(0)
      expect(await faultsInTheme(page, other)).toEqual([])
      expect(await page.evaluate(background)).toBe(backgrounds[other])
      expect(await overflow(page)).toBeLessThanOrEqual(0)
    },
  )

  test('shows the other theme when it is asked to, and remembers it', async () => {
    const page = await browser.open('/', { theme: 'light' })
    await page.getByRole('button', { name: 'Switch to the dark theme' }).click()
    expect(await page.evaluate(background)).toBe(backgrounds.dark)
    await page.reload()
    expect(await page.evaluate(background)).toBe(backgrounds.dark)
    await page.getByRole('button', { name: 'Switch to the light theme' }).click()
    expect(await page.evaluate(background)).toBe(backgrounds.light)
    await page.emulateMedia({ colorScheme: 'dark' })
    await expect.poll(() => page.evaluate(background)).toBe(backgrounds.dark)
  })

  test('goes back and forth with the browser, and stays where it is when reloaded', async () => {
    const page = await browser.open('/')
    const heading = page.getByRole('heading', { level: 1 })
    await page.getByRole('link', { name: '820000001' }).click()
    await expect.poll(() => heading.textContent()).toBe('Session 820000001')
    expect(await page.title()).toBe('Session 820000001 · SpikeQL')
    await page.goBack()
    await expect.poll(() => heading.textContent()).toBe('Sessions')
    await page.goForward()
    await expect.poll(() => heading.textContent()).toBe('Session 820000001')
    await page.reload()
    await expect.poll(() => heading.textContent()).toBe('Session 820000001')
    expect(new URL(page.url()).search).toBe('?session=820000001')
  })

  test('begins a view at its top, and returns to where one was', async () => {
    const page = await browser.open('/', { height: 400 })
    const last = page.getByRole('link', { name: '830000001' })
    await last.scrollIntoViewIfNeeded()
    const scrolled = await page.evaluate('window.scrollY')
    expect(scrolled).toBeGreaterThan(200)
    await last.click()
    await page.locator('.area-bars').waitFor()
    expect(await page.evaluate('window.scrollY')).toBe(0)
    await page.goBack()
    await last.waitFor()
    await expect.poll(() => page.evaluate('window.scrollY')).toBe(scrolled)
  })

  test('opens a view at its heading, for who listens to the page', async () => {
    const page = await browser.open('/')
    await page.getByRole('link', { name: '810000001' }).press('Enter')
    await page.getByRole('heading', { name: 'Session 810000001' }).waitFor()
    await expect
      .poll(() => page.evaluate('document.activeElement.textContent'))
      .toBe('Session 810000001')
  })

  test('jumps over its header at the first press of the tabulator key', async () => {
    const page = await browser.open('/')
    await page.getByRole('link', { name: '810000001' }).waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await page.evaluate('document.activeElement.id')).toBe('main')
  })

  test('tells what to do about a session that is not there', async () => {
    const page = await browser.open('/?session=5')
    await page.getByText('This session does not exist here.').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await page.getByRole('link', { name: 'See all sessions' }).click()
    await page.getByRole('link', { name: '810000001' }).waitFor()
  })
})

test('what is hard to read, or has no name, is found in the theme where it is', async () => {
  const page = await browser.open('/')
  await page.getByRole('link', { name: '810000001' }).waitFor()
  await page.evaluate(`{
    const pale = document.createElement('p')
    pale.textContent = 'pale'
    pale.style.color = 'rgb(235, 235, 235)'
    document.querySelector('#main').append(document.createElement('button'), pale)
  }`)
  const elements = (faults: readonly string[]) => faults.map((fault) => fault.split('>')[0]).sort()
  const nameless = 'button-name: <button'
  const pale = 'color-contrast: <p style="color: rgb(235, 235, 235);"'
  expect(elements(await accessibilityFaults(page))).toEqual([nameless, pale])
  expect(elements(await faultsInTheme(page, 'dark'))).toEqual([nameless])
  await page.evaluate(`document.querySelector('#main > p:last-child').style.color = 'black'`)
  const dark = 'color-contrast: <p style="color: black;"'
  expect(elements(await faultsInTheme(page, 'dark'))).toEqual([nameless, dark])
})
