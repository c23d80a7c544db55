import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { servedExplorer } from '../served-explorer.ts'

const { served, browser } = servedExplorer()

const passing = (page: Page) => page.locator('.passing-count').textContent()

/** The area bars as numbers: passing and stored, by area. */
async function bars(page: Page): Promise<Record<string, string>> {
  const rows = await page.locator('.area-bars tbody tr').allInnerTexts()
  return Object.fromEntries(
    rows.map((row) =>
      row
        .split('\t')
        .map((text) => text.trim())
        .filter(Boolean),
    ),
  )
}

/** Widths of the bars of each area, stored and passing, in percent of the longest there may be. */
async function barWidths(page: Page): Promise<Record<string, string[]>> {
  const rows = await page.locator('.area-bars tbody tr').all()
  const widths = rows.map(async (row) => [
    await row.locator('th').innerText(),
    await row.locator('.area-bar span').evaluateAll((bars) =>
      bars.map((bar) => {
        const { style } = bar as unknown as { style: { width: string } }
        return Number(style.width.replace('%', '')).toFixed(2)
      }),
    ),
  ])
  return Object.fromEntries(await Promise.all(widths))
}

describe('the areas of a session', () => {
  test('have their units counted, before and after the quality filter', async () => {
    const page = await browser.open('/?session=810000001')
    await expect.poll(() => passing(page)).toBe('132')
    const { session } = await served.data<{
      session: {
        passing: { acronym: string; alias: string | null; unitCount: number }[]
        stored: { unitCount: number }[]
      }
    }>(`{ session(id: "810000001") {
      passing: areas { acronym alias unitCount }
      stored: areas(units: { amplitudeCutoffMax: null, presenceRatioMin: null, isiViolationsMax: null, requireMetrics: false, validOnly: false }) { unitCount }
    } }`)
    const expected = session.passing.map(({ acronym, alias, unitCount }, i) => [
      alias ?? acronym,
      `${unitCount} / ${session.stored[i]?.unitCount}`,
    ])
    expect(expected).toContainEqual(['V1', '11 / 25'])
    expect(await bars(page)).toEqual(Object.fromEntries(expected))
    const most = Math.max(...session.stored.map(({ unitCount }) => unitCount))
    const widthOf = (unitCount = 0) => ((100 * unitCount) / most).toFixed(2)
    const widths = session.passing.map(({ alias, acronym, unitCount }, i) => [
      alias ?? acronym,
      [widthOf(session.stored[i]?.unitCount), widthOf(unitCount)],
    ])
    expect(await barWidths(page)).toEqual(Object.fromEntries(widths))
  })

  test('follow a limit as it is moved, and the address bar with them', async () => {
    const page = await browser.open('/?session=810000001')
    await expect.poll(() => passing(page)).toBe('132')
    const slider = page.getByRole('slider', { name: 'ISI violations' })
    await slider.fill('0.1')
    const { session } = await served.data<{ session: { units: { totalCount: number } } }>(
      '{ session(id: "810000001") { units(where: { isiViolationsMax: 0.1 }) { totalCount } } }',
    )
    expect(session.units.totalCount).toBeLessThan(132)
    await expect.poll(() => passing(page)).toBe(String(session.units.totalCount))
    expect(new URL(page.url()).search).toBe('?session=810000001&isiViolationsMax=0.1')
    await page.reload()
    await expect.poll(() => passing(page)).toBe(String(session.units.totalCount))
    await page.getByRole('button', { name: 'Reset to the AllenSDK’s limits' }).click()
    await expect.poll(() => passing(page)).toBe('132')
  })

  test('count units without a metric where its limit is switched off', async () => {
    const page = await browser.open('/?session=810000001')
    for (const name of ['Amplitude cutoff', 'Presence ratio', 'ISI violations']) {
      await page.getByRole('checkbox', { name }).uncheck()
    }
    const { session } = await served.data<{ session: { units: { totalCount: number } } }>(
      '{ session(id: "810000001") { units(where: { amplitudeCutoffMax: null, presenceRatioMin: null, isiViolationsMax: null, requireMetrics: false }) { totalCount } } }',
    )
    await expect.poll(() => passing(page)).toBe(String(session.units.totalCount))
    expect(await page.getByRole('slider', { name: 'Presence ratio' }).isDisabled()).toBe(true)
  })
})

describe('the schedule of a session', () => {
  test('is a timeline of its epochs, which lead to activity', async () => {
    const page = await browser.open('/?session=810000001')
    const epochs = page
      .getByRole('list', { name: 'Stimulus epochs, in order of time' })
      .getByRole('link')
    await expect.poll(() => epochs.count()).toBe(33)
    const { session } = await served.data<{
      session: {
        recordedSpan: { startTime: number; stopTime: number }
        stimulusEpochs: { stimulusName: string; startTime: number; stopTime: number }[]
      }
    }>(
      '{ session(id: "810000001") { recordedSpan { startTime stopTime } stimulusEpochs { stimulusName startTime stopTime } } }',
    )
    const gabors = session.stimulusEpochs.findIndex(({ stimulusName }) => stimulusName === 'gabors')
    const epoch = session.stimulusEpochs[gabors]
    if (!epoch) throw new Error('no gabors')
    const link = epochs.nth(gabors)
    expect(await link.getAttribute('aria-label')).toBe('gabors, epoch 1, from 84.4 s for 2 min 2 s')
    const { startTime: first, stopTime: last } = session.recordedSpan
    const track = await page.locator('.timeline-track').boundingBox()
    const box = await link.boundingBox()
    if (!track || !box) throw new Error('not drawn')
    const pixelsOf = (seconds: number) => ((seconds - first) / (last - first)) * track.width
    expect(box.x - track.x).toBeCloseTo(pixelsOf(epoch.startTime), 0)
    expect(box.width).toBeCloseTo(pixelsOf(epoch.stopTime) - pixelsOf(epoch.startTime), 0)
    await link.click()
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(new URL(page.url()).search).toBe('?session=810000001&view=activity&epoch=1')
  })

  test('is reached with the tabulator key, and walked along with arrows', async () => {
    const page = await browser.open('/?session=810000001')
    const epochs = page.locator('.timeline-track a')
    await epochs.first().focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    expect(await page.locator('.epoch-text').innerText()).toContain('flashes')
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.textContent')).toBe('List the epochs')
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Enter')
    await expect.poll(() => new URL(page.url()).searchParams.get('epoch')).toBe('3')
  })

  test('marks what is spontaneous and what is invalid', async () => {
    const page = await browser.open('/?session=810000001')
    await page.locator('.timeline-track').waitFor()
    expect(await page.locator('.timeline-track .stimulus-spontaneous').count()).toBe(16)
    expect(await page.locator('.timeline-track .stimulus-invalid').count()).toBe(1)
    expect(await page.locator('.timeline-mark').count()).toBe(2)
    expect(await page.locator('.legend').innerText()).toContain('invalid presentation')
  })

  test('is a list, too', async () => {
    const page = await browser.open('/?session=810000001')
    await page.getByRole('button', { name: 'List the epochs' }).click()
    const row = page.getByRole('row', { name: /^1 gabors/ })
    expect((await row.innerText()).split('\t').map((text) => text.trim())).toEqual([
      '1',
      'gabors',
      '84.4 s',
      '2 min 2 s',
      '486',
    ])
  })
})
