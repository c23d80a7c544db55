import { readFile } from 'node:fs/promises'
import type { Locator, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { formatRate } from '../../../../web/src/heatmap/cells/cell-text.ts'
import { accessibilityFaults, overflow } from '../../../support/browser/browser.ts'
import { servedExplorer } from '../../served-explorer.ts'

const { served, browser } = servedExplorer()

const view =
  '/?session=810000001&view=events&event=stimulus%2Fdrifting_gratings&area=VISp&pre=0.5&post=1.5&width=0.1'
const HEIGHT = 66

type Matrix = readonly (readonly (number | null)[])[]

interface ResponseData {
  readonly alignedActivity: {
    readonly unitIds: readonly string[]
    readonly all: readonly [
      {
        readonly mean: Matrix
        readonly responsePeaks: {
          readonly peaks: readonly number[]
          readonly timesToPeak: readonly (number | null)[]
        }
      },
    ]
    readonly groups: readonly {
      readonly parameters: readonly [{ readonly value: number }]
      readonly mean: Matrix
    }[]
  }
  readonly presentationActivity: {
    readonly groups: readonly {
      readonly parameters: readonly [{ readonly value: number }]
      readonly mean: Matrix
      readonly standardError: Matrix
    }[]
  }
  readonly responseMetrics: { readonly gOsi: readonly (number | null)[] }
}

async function received(): Promise<ResponseData> {
  const { session } = await served.data<{ session: ResponseData }>(
    `{ session(id: "810000001") {
      alignedActivity(presentations: { stimulusNames: ["drifting_gratings"] } units: { areas: ["VISp"] }
        before: 0.5 after: 1.5 binSize: 0.1) {
        unitIds
        all: groups(by: ALL) { mean(unit: HZ) responsePeaks(unit: HZ) { peaks timesToPeak } }
        groups(by: PARAMETERS, parameters: ["orientation"]) { parameters { value } mean(unit: HZ) }
      }
      presentationActivity(presentations: { stimulusNames: ["drifting_gratings"] } units: { areas: ["VISp"] }) {
        groups(by: PARAMETERS, parameters: ["orientation"]) {
          parameters { value } mean(unit: HZ) standardError(unit: HZ) }
      }
      responseMetrics(stimulus: DRIFTING_GRATINGS, units: { areas: ["VISp"] }) { gOsi }
    } }`,
  )
  return session
}

const column = (matrix: Matrix, unit: number) => matrix.map((bin) => bin[unit] ?? 0)
const meanOf = (rates: readonly number[]) =>
  rates.reduce((sum, rate) => sum + rate, 0) / rates.length
const byOrientation = <
  Group extends { readonly parameters: readonly [{ readonly value: number }] },
>(
  groups: readonly Group[],
) => groups.toSorted((one, other) => one.parameters[0].value - other.parameters[0].value)

/** The tests are compiled without a browser's types. */
interface ElementLike {
  getAttribute(name: string): string | null
}

/** Heights of the points of lines, from the bottom of their plots, as parts of all. */
async function heightsOf(lines: Locator): Promise<number[][]> {
  const paths = await lines.evaluateAll((elements) =>
    elements.map((element) => (element as unknown as ElementLike).getAttribute('d') ?? ''),
  )
  return paths.map((path) =>
    [...path.matchAll(/,([-\d.]+)/g)].map(([, y]) => 1 - Number(y) / HEIGHT),
  )
}

const linesIn = (page: Page, name: RegExp) =>
  page.getByRole('list', { name }).locator('.unit-panel-line')

/** Two decimals of a pixel are written. */
function expectHeights(found: readonly number[][], wanted: readonly (readonly number[])[]) {
  expect(found.map(({ length }) => length)).toEqual(wanted.map(({ length }) => length))
  const highest = 1.05 * Math.max(...wanted.flat())
  expect(highest).toBeGreaterThan(0.1)
  for (const [i, rates] of wanted.entries()) {
    for (const [bin, rate] of rates.entries())
      expect(Math.abs((found[i]?.[bin] ?? 9) - rate / highest), `${i}, ${bin}`).toBeLessThan(2e-4)
  }
}

describe('a small plot per unit', () => {
  test('has the mean rate over time, the most selective unit first', async () => {
    const page = await browser.open(`${view}&show=units`)
    const lines = linesIn(page, /^Responses of \d+ units/)
    await lines.first().waitFor()
    const { alignedActivity, responseMetrics } = await received()
    const { unitIds, all } = alignedActivity
    const order = [...unitIds.keys()].sort(
      (one, other) =>
        (responseMetrics.gOsi[other] ?? -1) - (responseMetrics.gOsi[one] ?? -1) || one - other,
    )
    expectHeights(
      await heightsOf(lines),
      order.map((unit) => column(all[0].mean, unit)),
    )
    const titles = await page.locator('.unit-panel-title').allTextContents()
    expect(titles.map((title) => title.trim())).toEqual(order.map((unit) => unitIds[unit]))
    const notes = order.map((unit) => {
      const selectivity = responseMetrics.gOsi[unit] ?? null
      const rate = formatRate(meanOf(column(all[0].mean, unit)))
      return `gOSI ${selectivity === null ? '–' : selectivity.toFixed(2)} · ${rate} Hz`
    })
    expect(await page.locator('.unit-panel-note').allTextContents()).toEqual(notes)
  })

  test('has the peak of the API, less the mean before, and goes by it where that is wanted', async () => {
    const page = await browser.open(`${view}&show=units&panels=response`)
    await page.getByText(/^11 units, the largest response first/).waitFor()
    const { unitIds, all } = (await received()).alignedActivity
    const [{ mean, responsePeaks }] = all
    const responses = unitIds.map((unitId, unit) => {
      const before = meanOf(column(mean, unit).slice(0, 5))
      const time = responsePeaks.timesToPeak[unit] ?? null
      return { unitId, size: (responsePeaks.peaks[unit] ?? 0) - before, time }
    })
    const sorted = responses.toSorted((one, other) => other.size - one.size)
    const titles = await page.locator('.unit-panel-title').allTextContents()
    expect(titles.map((title) => title.trim())).toEqual(sorted.map(({ unitId }) => unitId))
    const details = await page.locator('.unit-panel-detail').allTextContents()
    expect(details).toEqual(
      sorted.map(({ size, time }) => {
        const at = time !== null && time < 1 ? `${Math.round(1000 * time)} ms` : `${time} s`
        return `+${formatRate(size)} Hz${time === null ? '' : ` at ${at}`}`
      }),
    )
  })

  test('is kept as a figure that says its window, filter and order', async () => {
    const page = await browser.open(`${view}&show=units&from=-0.2&to=1.2`)
    const lines = linesIn(page, /^Responses of \d+ units/)
    await lines.first().waitFor()
    const save = async (ending: string) => {
      const button = page.getByRole('button', { name: new RegExp(`^Responses .* as .${ending}$`) })
      const [download] = await Promise.all([page.waitForEvent('download'), button.click()])
      expect(download.suggestedFilename()).toMatch(
        new RegExp(`^Responses_of_\\d+_units.${ending}$`),
      )
      return readFile(await download.path())
    }
    const svg = (await save('svg')).toString()
    const shown = await lines.evaluateAll((elements) =>
      elements.map((element) => (element as unknown as ElementLike).getAttribute('d')),
    )
    const drawn = [...svg.matchAll(/<path d="([^"]*)" fill="none"/g)].map(([, path]) => path)
    expect(drawn).toEqual(shown)
    const texts = [...svg.matchAll(/<text[^>]*>([^<]+)/g)].map(([, text]) => text)
    expect(texts).toContain(
      'Session 810000001 · −0.5 to 1.5 s in bins of 0.1 s · seen from −0.2 to 1.2 s · areas VISp · ' +
        'amplitude cutoff ≤ 0.1, presence ratio ≥ 0.95, ISI violations ≤ 0.5',
    )
    expect(texts.join('\n')).toMatch(/units, the most selective first. Mean rate around drifting/)
    const titles = await page.locator('.unit-panel-title').allTextContents()
    expect(texts.filter((text) => titles.includes(text ?? ''))).toEqual(titles)

    const png = await save('png')
    const size = [...svg.matchAll(/^<svg[^>]* width="(\d+)" height="(\d+)"/g)][0]?.slice(1)
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual(
      size?.map((pixels) => 2 * Number(pixels)),
    )
  })

  test('reads out the bin that is pointed at', async () => {
    const page = await browser.open(`${view}&show=units&panels=depth`)
    const plot = page.locator('.unit-panel-plot').nth(1)
    await plot.waitFor()
    const { alignedActivity } = await received()
    const id = (await page.locator('.unit-panel-title').nth(1).innerText()).trim()
    const rates = column(alignedActivity.all[0].mean, alignedActivity.unitIds.indexOf(id))
    // The page gives it its width a moment after it is there.
    const read = async () => {
      const { width } = (await plot.boundingBox()) ?? { width: 0 }
      await plot.hover({ position: { x: (7.5 / 20) * width, y: 20 } })
      return page.locator('.unit-panel-note').nth(1).innerText()
    }
    await expect.poll(read).toBe(`0.250 s · ${formatRate(rates[7] ?? -1)} Hz`)
  })

  test('has the tuning curve with standard errors instead', async () => {
    const page = await browser.open(`${view}&show=units&by=orientation&panels=depth`)
    await page.getByRole('radio', { name: 'Tuning' }).check()
    const { alignedActivity, presentationActivity } = await received()
    const lines = linesIn(page, /^Responses of \d+ units/)
    await page.getByText('Mean rate during the presentations').waitFor()
    const titles = await page.locator('.unit-panel-title').allTextContents()
    const units = titles.map((title) => alignedActivity.unitIds.indexOf(title.trim()))
    const groups = byOrientation(presentationActivity.groups)
    const rates = units.map((unit) => groups.map(({ mean }) => mean[0]?.[unit] ?? 0))
    const errors = units.map((unit) =>
      groups.map(({ standardError }) => standardError[0]?.[unit] ?? 0),
    )
    const highest =
      1.05 *
      Math.max(...rates.flatMap((row, i) => row.map((rate, j) => rate + (errors[i]?.[j] ?? 0))))
    const found = await heightsOf(lines)
    expect(found).toHaveLength(units.length)
    for (const [i, row] of rates.entries()) {
      for (const [j, rate] of row.entries())
        expect(Math.abs((found[i]?.[j] ?? 9) - rate / highest)).toBeLessThan(2e-4)
    }
    const tops = await page
      .locator('.unit-panel-error')
      .evaluateAll((elements) =>
        elements.map((element) => Number((element as unknown as ElementLike).getAttribute('y2'))),
      )
    const wanted = rates.flatMap((row, i) =>
      row.map((rate, j) => HEIGHT * (1 - (rate + (errors[i]?.[j] ?? 0)) / highest)),
    )
    expect(Math.max(...tops.map((y, i) => Math.abs(y - (wanted[i] ?? 0))))).toBeLessThan(1e-6)
  })

  test('is shown of so many units, and of more on demand, which a reload keeps', async () => {
    const page = await browser.open(`${view}&area=VISl&show=units&most=5`)
    const panels = page.locator('.unit-panel')
    await panels.first().waitFor()
    expect(await panels.count()).toBe(5)
    await page.getByText('5 of 22 units, the most selective first').waitFor()
    await page.getByRole('button', { name: 'Show the other 17' }).focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => panels.count()).toBe(22)
    await page.reload()
    await panels.first().waitFor()
    expect(await panels.count()).toBe(22)
  })

  test('leads to its unit by keyboard', async () => {
    const page = await browser.open(`${view}&show=units`)
    const link = page.locator('.unit-panel-title a').first()
    const id = await link.innerText()
    await link.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: `Unit ${id}` }).waitFor()
  })

  test('has a scale of its own where that is wanted', async () => {
    const page = await browser.open(`${view}&show=units&panels=rate&scales=own`)
    const lines = linesIn(page, /^Responses of \d+ units/)
    await lines.first().waitFor()
    const { alignedActivity } = await received()
    const rates = alignedActivity.unitIds
      .map((_, unit) => column(alignedActivity.all[0].mean, unit))
      .sort((one, other) => meanOf(other) - meanOf(one))
      .filter((row) => meanOf(row) > 0)
    const found = await heightsOf(lines)
    for (const [i, row] of rates.entries()) {
      for (const [bin, rate] of row.entries())
        expect(Math.abs((found[i]?.[bin] ?? 9) - rate / (1.05 * Math.max(...row)))).toBeLessThan(
          2e-4,
        )
    }
  })

  test.each([
    ['light', 1280, ''],
    ['dark', 390, '&curves=tuning&by=orientation'],
    ['light', 2200, '&scales=own'],
  ] as const)('is shown soundly in a %s theme, %i px wide', async (theme, width, more) => {
    const page = await browser.open(`${view}&show=units${more}`, { theme, width })
    await page.locator('.unit-panel').first().waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
  })
})

describe('a small plot per group of events', () => {
  test('takes the place of lines that cross', async () => {
    const page = await browser.open(`${view}&by=orientation`)
    const lines = linesIn(page, /^V1, 8 groups of events/)
    await lines.first().waitFor()
    const { alignedActivity } = await received()
    const wanted = byOrientation(alignedActivity.groups).map(({ mean }) =>
      mean.map((bin) => meanOf(bin.map((rate) => rate ?? 0))),
    )
    expectHeights(await heightsOf(lines), wanted)
    expect(await page.locator('.unit-panel-title').allTextContents()).toEqual(
      byOrientation(alignedActivity.groups).map(({ parameters }) => `${parameters[0].value}°`),
    )
  })

  test('stands under the raster of a unit', async () => {
    const page = await browser.open(`${view}&by=orientation&show=unit&unit=810010361`)
    const lines = linesIn(page, /^Unit 810010361, 8 groups of events/)
    await lines.first().waitFor()
    const { alignedActivity } = await received()
    const unit = alignedActivity.unitIds.indexOf('810010361')
    expectHeights(
      await heightsOf(lines),
      byOrientation(alignedActivity.groups).map(({ mean }) => column(mean, unit)),
    )
  })
})
