import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { accessibilityFaults, overflow } from '../../support/browser/browser.ts'
import { servedExplorer } from '../served-explorer.ts'

const { served, browser } = servedExplorer()

const view = '/?session=810000001&view=unit&unit=810010361'

const cards = (page: Page) => page.locator('.response-card')

/** The tests are compiled without a browser's types. */
interface ElementLike {
  getAttribute(name: string): string | null
}

interface Tuning {
  readonly session: {
    readonly presentationActivity: {
      readonly groups: readonly {
        readonly parameters: readonly { readonly value: number }[]
        readonly presentationCount: number
        readonly mean: readonly (readonly number[])[]
      }[]
    }
  }
}

describe('a unit', () => {
  test('has its metrics, with units and meaning', async () => {
    const page = await browser.open(view)
    const { session } = await served.data<{
      session: { unit: { firingRate: number; spikeCount: number; waveform: { duration: number } } }
    }>(
      '{ session(id: "810000001") { unit(id: "810010361") { firingRate spikeCount waveform { duration } } } }',
    )
    const line = (name: string) => page.locator('.unit-metric', { hasText: name }).first()
    await expect
      .poll(() => line('Firing rate').textContent())
      .toBe(`Firing rate mean over the session${session.unit.firingRate.toFixed(3)} Hz`)
    expect(await line('Spikes').textContent()).toContain(
      session.unit.spikeCount.toLocaleString('en'),
    )
    expect(await line('Duration').textContent()).toContain(
      `${session.unit.waveform.duration.toFixed(3)} ms`,
    )
    expect(await page.locator('.unit-metrics-missing').textContent()).toBe(
      'Not given by the file: Inverse velocity above.',
    )
  })

  test('has its mean waveform, the peak channel marked', async () => {
    const page = await browser.open(view)
    await page.locator('.waveform-plot').waitFor()
    expect(await page.locator('.waveform-plot polyline').count()).toBe(16)
    expect(await page.locator('.waveform-peak text').textContent()).toBe('2900 µm')
    expect(await page.locator('.waveform-plot').getAttribute('aria-label')).toContain(
      'on the peak channel 810001133',
    )
  })

  test('has its receptive field, place by place as the API counts', async () => {
    const page = await browser.open(view)
    const cells = page.locator('.receptive-field-cell title')
    await cells.first().waitFor({ state: 'attached' })
    const { session } = await served.data<{
      session: {
        receptiveFields: { counts: number[][][]; xPositions: number[]; yPositions: number[] }
      }
    }>(
      '{ session(id: "810000001") { receptiveFields(units: { ids: ["810010361"] }) { counts xPositions yPositions } } }',
    )
    const { counts, xPositions, yPositions } = session.receptiveFields
    const texts = counts[0].flatMap((row, y) =>
      row.map(
        (count, x) =>
          `${xPositions[x]}°, ${yPositions[y]}°: ${count} ${count === 1 ? 'spike' : 'spikes'}`,
      ),
    )
    expect(texts.length).toBe(81)
    expect(await cells.allTextContents()).toEqual(texts)
  })

  test('has its interspike intervals and autocorrelogram, bar by bar', async () => {
    const page = await browser.open(view)
    const plots = page.locator('.bar-plot')
    await plots.nth(1).waitFor()
    const { session } = await served.data<{
      session: {
        spikeTrainStatistics: { isiHistogram: { counts: number[][] } }
        correlograms: { counts: number[][] }
      }
    }>(
      `{ session(id: "810000001") {
        spikeTrainStatistics(units: { ids: ["810010361"] }) {
          isiHistogram(bins: { equal: { from: 0, to: 0.1, count: 100 } }) { counts }
        }
        correlograms(units: { ids: ["810010361"] }, pairs: AUTO, lagCount: 50) { counts }
      } }`,
    )
    const drawn = async (plot: number) => {
      const heights = await plots
        .nth(plot)
        .locator('rect')
        .evaluateAll((bars) =>
          bars.map((bar) => Number((bar as unknown as ElementLike).getAttribute('height'))),
        )
      const highest = Math.max(...heights)
      return heights.map((height) => height / highest)
    }
    const shares = (counts: readonly number[]) => counts.map((count) => count / Math.max(...counts))
    for (const [plot, counts] of [
      session.spikeTrainStatistics.isiHistogram.counts[0],
      session.correlograms.counts[0],
    ].entries()) {
      const [seen, wanted] = [await drawn(plot), shares(counts)]
      expect(seen.length).toBe(wanted.length)
      expect(Math.max(...seen.map((share, i) => Math.abs(share - wanted[i])))).toBeLessThan(1e-9)
    }
  })

  test('is tuned as the API says', async () => {
    const page = await browser.open(view)
    await page.locator('.tuning-plot').waitFor()
    const { session } = await served.data<Tuning>(
      `{ session(id: "810000001") { presentationActivity(
         presentations: { stimulusNames: ["drifting_gratings"] } units: { ids: ["810010361"] }
       ) { groups(by: PARAMETERS, parameters: ["orientation"]) { parameters { value } presentationCount mean(unit: HZ) } } } }`,
    )
    const groups = session.presentationActivity.groups.map(
      ({ parameters, presentationCount, mean }) => ({
        orientation: parameters[0]?.value as number,
        presentationCount,
        rate: mean[0]?.[0],
      }),
    )
    groups.sort((one, other) => one.orientation - other.orientation)
    const titles = await page.locator('.tuning-plot title').allTextContents()
    expect(titles).toHaveLength(8)
    for (const [i, { orientation, presentationCount, rate }] of groups.entries()) {
      expect(titles[i]).toMatch(
        new RegExp(
          `^${orientation}°: ${Number(rate.toPrecision(2))} Hz ± .*, ${presentationCount} presentations$`,
        ),
      )
    }
    // Points lie as high as their rates.
    const heights = await page
      .locator('.tuning-plot circle')
      .evaluateAll((circles) => circles.map((circle) => Number(circle.getAttribute('cy'))))
    const byRate = groups.map(({ rate }, i) => ({ rate, height: heights[i] }))
    byRate.sort((one, other) => one.rate - other.rate)
    expect(byRate.map(({ height }) => height)).toEqual(
      byRate.map(({ height }) => height).sort((one, other) => other - one),
    )
    expect(await cards(page).locator('figcaption').allTextContents()).toEqual(
      groups.map(
        ({ orientation, presentationCount }) =>
          `${orientation}° ${presentationCount} presentations`,
      ),
    )
  })

  test('is kept as figures, with the styles of the page and where they are from', async () => {
    const page = await browser.open(view)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Autocorrelogram as .svg' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('Autocorrelogram.svg')
    const text = await readFile(await download.path(), 'utf8')
    expect(text).toMatch(/^<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/)
    expect(text.match(/<rect /g)).toHaveLength(101)
    expect(text).toContain('fill="rgb(53, 72, 200)"')
    expect(text).toContain('session=810000001&amp;view=unit&amp;unit=810010361')
  })

  test('has a raster of as many spikes as the API tells', async () => {
    const page = await browser.open(`${view}&stimulus=flashes`)
    await expect.poll(() => cards(page).count()).toBe(2)
    const { session } = await served.data<{
      session: { alignedActivity: { spikes: { count: number } } }
    }>(
      `{ session(id: "810000001") { alignedActivity(
         presentations: { stimulusNames: ["flashes"], parameters: [{ name: "color", values: [1] }] }
         units: { ids: ["810010361"] } before: 0.1 after: 0.35 binSize: 0.01
       ) { spikes { count } } } }`,
    )
    const { count } = session.alignedActivity.spikes
    expect(count).toBeGreaterThan(0)
    const canvas = cards(page).filter({ hasText: 'white' }).locator('canvas')
    expect(await canvas.getAttribute('aria-label')).toContain(`white: ${count} spikes;`)
  })

  test('responds to the stimulus and grouping that are chosen, which the address bar keeps', async () => {
    const page = await browser.open(view)
    await page.locator('.tuning-plot').waitFor()
    await page
      .getByRole('combobox', { name: 'Presentations grouped by' })
      .selectOption('temporal_frequency')
    await expect
      .poll(() => cards(page).locator('strong').allTextContents())
      .toEqual(['1 Hz', '2 Hz', '4 Hz', '8 Hz', '15 Hz'])
    expect(new URL(page.url()).searchParams.get('by')).toBe('temporal_frequency')
    await page.getByRole('combobox', { name: 'Stimulus' }).selectOption('flashes')
    await expect
      .poll(() => cards(page).locator('strong').allTextContents())
      .toEqual(['black', 'white'])
    await page.reload()
    await expect
      .poll(() => cards(page).locator('strong').allTextContents())
      .toEqual(['black', 'white'])
    await page.goBack()
    await expect.poll(() => cards(page).count()).toBe(5)
  })

  test('draws rates and spikes', async () => {
    const page = await browser.open(`${view}&stimulus=flashes`)
    await expect.poll(() => cards(page).count()).toBe(2)
    const colours = await cards(page)
      .first()
      .locator('canvas')
      .evaluate((element) => {
        const canvas = element as unknown as {
          width: number
          height: number
          getContext(kind: '2d'): {
            getImageData(x: number, y: number, w: number, h: number): { data: Uint8ClampedArray }
          }
        }
        const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
        return new Set(new Uint32Array(data.buffer)).size
      })
    expect(colours).toBeGreaterThan(3)
  })

  test('that is not there is said so', async () => {
    const page = await browser.open('/?session=810000001&view=unit&unit=7')
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('"7"')
  })

  test.each([
    ['light', 1280],
    ['dark', 390],
  ] as const)('can be read by everybody in a %s theme, %i px wide', async (theme, width) => {
    const page = await browser.open(view, { theme, width })
    await page.locator('.tuning-plot').waitFor()
    await page.locator('.waveform-plot').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    expect(await overflow(page)).toBe(0)
  })
})
