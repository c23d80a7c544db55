import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { limitOf } from '../../../web/src/events/plots/area-matrices.ts'
import { ROW_HEIGHT } from '../../../web/src/heatmap/axes/plot-area.ts'
import { colourOf, sequentialScale } from '../../../web/src/heatmap/colours/colour-scale.ts'
import { accessibilityFaults, overflow } from '../../support/browser/browser.ts'
import { heatmapOf, paintedPixels, readoutOf, tracePixels } from '../activity/heatmap-page.ts'
import { servedExplorer } from '../served-explorer.ts'

const { served, browser } = servedExplorer()

const flashes =
  '/?session=810000001&view=events&event=stimulus%2Fflashes&by=all&area=VISp&area=VISam&pre=0.1&post=0.4&width=0.01'

/** As the query of the view, of one area, in the order of the API. */
interface ResponseData {
  readonly units: readonly {
    readonly unitId: string
    readonly channel: { readonly verticalPosition: number }
  }[]
  readonly counts: readonly (readonly (readonly number[])[])[]
  readonly groups: readonly [{ readonly mean: readonly (readonly number[])[] }]
}

async function received(area: string): Promise<ResponseData> {
  const { session } = await served.data<{ session: { alignedActivity: ResponseData } }>(
    `query ($area: String!) { session(id: "810000001") {
      alignedActivity(presentations: { stimulusNames: ["flashes"] } units: { areas: [$area] }
        before: 0.1 after: 0.4 binSize: 0.01) {
        units { unitId channel { verticalPosition } } counts groups(by: ALL) { mean(unit: HZ) }
      } } }`,
    { area },
  )
  return session.alignedActivity
}

const byDepth = ({ units }: ResponseData) =>
  units
    .map((_, unit) => unit)
    .sort(
      (one, other) =>
        units[other].channel.verticalPosition - units[one].channel.verticalPosition || one - other,
    )

const matrixOf = (rows: readonly (readonly number[])[]) => ({
  shape: [rows.length, rows[0].length] as const,
  data: rows.flat(),
})

const meanOf = (rates: readonly number[]) =>
  rates.reduce((sum, rate) => sum + rate, 0) / rates.length

/** Where the line of an area lies in the middle of each bin, in pixels from the top. */
async function drawnHeights(page: Page, area: number, binCount: number): Promise<number[]> {
  const plots = page.getByRole('region', { name: 'Population mean' }).locator('canvas')
  const pixels = await tracePixels(plots.nth(area))
  const width = pixels[0]?.length ?? 0
  return Array.from({ length: binCount }, (_, bin) => {
    // The line begins and ends in the middle of a bin.
    const inner = bin === 0 ? 1 : bin === binCount - 1 ? -1 : 0
    const x = Math.round(((bin + 0.5) / binCount) * width) + inner
    const column = pixels.map((row) => row[x]?.[0] ?? 255)
    return column.indexOf(Math.min(...column)) + 0.5
  })
}

/** The colour in the middle of each cell, away from the line at the event. */
async function coloursOf(page: Page, area: string, binCount: number, rowCount: number) {
  const pixels = await paintedPixels(page, area)
  const width = pixels[0].length
  return Array.from({ length: rowCount }, (_, row) =>
    Array.from({ length: binCount }, (_, bin) => {
      const y = Math.floor(((row + 0.5) / rowCount) * pixels.length)
      return pixels[y][Math.floor(((bin + 0.5) / binCount) * width)]
    }),
  )
}

describe('responses around the flashes', () => {
  test('are the means of the API, cell by cell, and each event as well', async () => {
    const page = await browser.open(flashes, { height: 1100 })
    await heatmapOf(page, 'V1').waitFor()
    const responses = await Promise.all(['VISp', 'VISam'].map(received))
    const means = responses.map(({ groups }) => groups[0].mean)
    const scale = sequentialScale(limitOf(means.map(matrixOf)), 'light')
    for (const [i, area] of ['V1', 'AM'].entries()) {
      const order = byDepth(responses[i])
      const expected = order.map((unit) =>
        means[i].map((rates) => colourOf(scale, Math.fround(rates[unit])).join(' ')),
      )
      const painted = await coloursOf(page, area, 50, order.length)
      expect(painted).toEqual(expected)
      expect(new Set(painted.flat()).size, 'one colour would prove little').toBeGreaterThan(5)
      expect((await paintedPixels(page, area)).length).toBe(ROW_HEIGHT.stacked * order.length)
    }

    const lines = means.map((rates) => rates.map(meanOf))
    const top = 1.08 * Math.max(...lines.flat())
    for (const [i, line] of lines.entries()) {
      const drawn = await drawnHeights(page, i, line.length)
      const wanted = line.map((rate) => 6 + (1 - rate / top) * (72 - 6 - 7))
      const apart = wanted.map((height, bin) => Math.abs(height - (drawn[bin] ?? 0)))
      expect(Math.max(...apart), `line ${i}`).toBeLessThan(2)
    }

    await heatmapOf(page, 'V1').focus()
    await page.keyboard.press('ArrowRight')
    const [first] = byDepth(responses[0])
    await expect
      .poll(() => readoutOf(page, 'V1').textContent())
      .toMatch(
        new RegExp(`^Unit ${responses[0].units[first].unitId} · 0.000 to 0.010 s · [\\d.]+ Hz$`),
      )

    await page.getByRole('radio', { name: 'Each event' }).check({ force: true })
    await expect.poll(() => heatmapOf(page, 'V1').getAttribute('aria-label')).toContain('events')
    await page.getByRole('button', { name: 'One by one' }).click()
    await page.getByText(/^Event 1 of \d+, at [\d,.]+ s: flashes$/).waitFor()
    await expect
      .poll(() => heatmapOf(page, 'V1').getAttribute('aria-label'))
      .toBe('V1, 11 units, 50 bins')
    const counts = responses.map((response) => response.counts[0])
    const ofEvent = sequentialScale(limitOf(counts.map(matrixOf)), 'light')
    const order = byDepth(responses[0])
    expect(await coloursOf(page, 'V1', 50, order.length)).toEqual(
      order.map((unit) => counts[0].map((bin) => colourOf(ofEvent, bin[unit]).join(' '))),
    )
    await page.goBack()
    await expect.poll(() => heatmapOf(page, 'V1').getAttribute('aria-label')).toContain('events')
    await page.reload()
    await expect.poll(() => heatmapOf(page, 'V1').getAttribute('aria-label')).toContain('events')
  })
})

describe('what responses are around', () => {
  test('is anything that the session has: another stimulus, or the onsets of running', async () => {
    const page = await browser.open('/?session=810000001')
    await page.getByRole('link', { name: 'Responses' }).click()
    await heatmapOf(page, 'V1').waitFor()
    const around = page.getByRole('combobox', { name: 'Around' })
    expect(await around.inputValue()).toBe('stimulus/drifting_gratings')
    expect(await page.getByRole('combobox', { name: 'Grouped by' }).inputValue()).toBe(
      'orientation',
    )
    await around.locator('option[value=running]').waitFor({ state: 'attached' })
    await around.selectOption('running')
    const { session } = await served.data<{
      session: { eventActivity: { anchorTimes: readonly number[] } }
    }>(`{ session(id: "810000001") { eventActivity(
      events: { crossings: { of: { signal: RUNNING_SPEED } threshold: 1 hold: 1 minDuration: 0.5 } }
      after: 1 binSize: 1) { anchorTimes } } }`)
    const count = session.eventActivity.anchorTimes.length
    expect(count).toBeGreaterThan(1)
    await page.getByText(`${count} events: onsets of running`).waitFor()
    await heatmapOf(page, 'V1').waitFor()
    await page.goBack()
    await expect.poll(() => around.inputValue()).toBe('stimulus/drifting_gratings')
  })

  test.each([
    ['light', 1280],
    ['dark', 390],
  ] as const)('is shown soundly in a %s theme, %i px wide', async (theme, width) => {
    const page = await browser.open(`${flashes}&baseline=on&smooth=0.02`, { theme, width })
    await heatmapOf(page, 'V1').waitFor()
    await page.getByText('Change from the rate before the event (Hz)').waitFor()
    await page.getByText('smoothed with a Gaussian (σ = 0.02 s)').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
  })
})
