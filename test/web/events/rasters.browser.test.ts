import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { rasterHeight } from '../../../web/src/events/raster/draw-raster.ts'
import { formatRate } from '../../../web/src/heatmap/cells/cell-text.ts'
import { accessibilityFaults, overflow } from '../../support/browser/browser.ts'
import { servedExplorer } from '../served-explorer.ts'

const { served, browser } = servedExplorer()

const units = ['810010361', '810010289'] as const
const window = { before: 0.1, after: 0.4 }
const view =
  '/?session=810000001&view=events&event=stimulus%2Fflashes&area=VISp&pre=0.1&post=0.4&width=0.01&show=unit'

interface ResponseData {
  readonly anchorTimes: readonly number[]
  readonly presentationIds: readonly string[]
  readonly spikes: {
    readonly presentationIndexes: readonly number[]
    readonly timesSinceStart: readonly number[]
  }
  readonly all: readonly [{ readonly mean: readonly (readonly number[])[] }]
  readonly groups: readonly {
    readonly parameters: readonly [{ readonly value: number }]
    readonly presentationIds: readonly string[]
  }[]
}

async function received(unit: string): Promise<ResponseData> {
  const { session } = await served.data<{ session: { alignedActivity: ResponseData } }>(
    `query ($unit: ID!) { session(id: "810000001") {
      alignedActivity(presentations: { stimulusNames: ["flashes"] }
        units: { ids: [$unit], requireMetrics: false, amplitudeCutoffMax: null, presenceRatioMin: null,
          isiViolationsMax: null, validOnly: false, inBrainOnly: false }
        before: 0.1 after: 0.4 binSize: 0.01) {
        anchorTimes presentationIds
        spikes { presentationIndexes timesSinceStart }
        all: groups(by: ALL) { mean(unit: HZ) }
        groups(by: PARAMETERS, parameters: ["color"]) { parameters { value } presentationIds }
      } } }`,
    { unit },
  )
  return session.alignedActivity
}

const rasterOf = (page: Page, unit: string) =>
  page.getByRole('img', { name: new RegExp(`^Raster of unit ${unit}`) })

/** Places of the pixels of a raster that are ink, as `x y` from the corner of its plot. */
async function inkOf(page: Page, unit: string): Promise<Set<string>> {
  const places = await rasterOf(page, unit).evaluate((element) => {
    const canvas = element as unknown as {
      width: number
      height: number
      getContext(kind: '2d'): {
        getImageData(x: number, y: number, w: number, h: number): { data: Uint8ClampedArray }
      }
    }
    const { width, height } = canvas
    const { data } = canvas.getContext('2d').getImageData(0, 0, width, height)
    const found: string[] = []
    for (let y = 0; y < height; y++) {
      for (let x = 56; x < width - 14; x++) {
        const at = 4 * (y * width + x)
        if (data[at] === 23 && data[at + 1] === 26 && data[at + 2] === 33) found.push(`${x} ${y}`)
      }
    }
    return found
  })
  return new Set(places)
}

/** The same of what the API says, the rows in the order given. */
function wantedInk({ spikes }: ResponseData, order: readonly number[], width: number): Set<string> {
  const rowOf = new Map(order.map((event, row) => [event, row]))
  const height = rasterHeight(order.length)
  const rowHeight = (height - 4) / order.length
  const tick = Math.round(Math.max(rowHeight - (rowHeight >= 3 ? 1 : 0), 1))
  const wanted = new Set<string>()
  for (const [i, time] of spikes.timesSinceStart.entries()) {
    const row = rowOf.get(spikes.presentationIndexes[i] as number) as number
    const x = Math.round(56 + ((time + window.before) / 0.5) * (width - 70))
    const y = Math.round(2 + row * rowHeight)
    for (let line = y; line < y + tick; line++) wanted.add(`${x} ${line}`)
  }
  return wanted
}

/** Without the line at the event, and the pixels beyond the plot's right end. */
const besideTheEvent = (ink: Set<string>, width: number) => {
  const event = 56 + (window.before / 0.5) * (width - 70)
  return [...ink]
    .filter((place) => {
      const x = Number(place.split(' ')[0])
      return Math.abs(x - event) > 2 && x < width - 14
    })
    .sort()
}

async function widthOf(page: Page, unit: string): Promise<number> {
  return Math.round((await rasterOf(page, unit).boundingBox())?.width ?? 0)
}

describe('the raster of a unit', () => {
  test('has a row for each presentation and a tick for each spike', async () => {
    const page = await browser.open(`${view}&by=all&unit=${units[0]}`)
    await rasterOf(page, units[0]).waitFor()
    const response = await received(units[0])
    const order = response.anchorTimes.map((_, event) => event)
    const width = await widthOf(page, units[0])
    const wanted = besideTheEvent(wantedInk(response, order, width), width)
    expect(wanted.length).toBeGreaterThan(100)
    expect(besideTheEvent(await inkOf(page, units[0]), width)).toEqual(wanted)
    const count = response.spikes.timesSinceStart.length
    await page.getByText(`${count.toLocaleString('en')} spikes · ${order.length} events`).waitFor()
  })

  test('goes group by group, and its mean rate below is the API’s', async () => {
    const page = await browser.open(`${view}&by=color&unit=${units[0]}`)
    await rasterOf(page, units[0]).waitFor()
    const response = await received(units[0])
    const eventOf = new Map(response.presentationIds.map((id, event) => [id, event]))
    const order = [...response.groups]
      .sort((one, other) => one.parameters[0].value - other.parameters[0].value)
      .flatMap(({ presentationIds }) => presentationIds.map((id) => eventOf.get(id) as number))
    const width = await widthOf(page, units[0])
    const wanted = besideTheEvent(wantedInk(response, order, width), width)
    // A line parts the groups, and covers nothing else.
    expect(besideTheEvent(await inkOf(page, units[0]), width)).toEqual(wanted)

    await page.getByRole('combobox', { name: 'Grouped by' }).selectOption('all')
    const legend = page.getByRole('region', { name: `Unit ${units[0]}` }).locator('.trace-legend')
    await expect.poll(() => legend.innerText()).toContain('All')
    const box = await rasterOf(page, units[0]).boundingBox()
    if (!box) throw new Error('no raster')
    for (const bin of [3, 15, 18, 30]) {
      const x = box.x + 56 + ((bin + 0.5) / 50) * (box.width - 70)
      await page.mouse.move(x, box.y + 20)
      const rate = `${formatRate(response.all[0].mean[bin]?.[0] as number)} Hz`
      await expect.poll(() => legend.innerText()).toContain(rate)
    }
  })

  test('has labels at its left edge also of many groups, and the rest on hover', async () => {
    const address = view.replace('flashes', 'natural_scenes')
    const page = await browser.open(`${address}&by=frame&unit=${units[0]}`)
    const raster = rasterOf(page, units[0])
    await raster.waitFor()
    const box = await raster.boundingBox()
    if (!box) throw new Error('no raster')
    const labelled = () =>
      raster.evaluate((element) => {
        const canvas = element as unknown as {
          height: number
          getContext(kind: '2d'): {
            getImageData(x: number, y: number, w: number, h: number): { data: Uint8ClampedArray }
          }
        }
        const { data } = canvas.getContext('2d').getImageData(0, 0, 48, canvas.height)
        const isInk = (y: number) =>
          data.subarray(4 * 48 * y, 4 * 48 * (y + 1)).some((part, i) => i % 4 === 0 && part < 160)
        // How many lines of text there are.
        return Array.from({ length: canvas.height }, (_, y) => y).filter(
          (y) => isInk(y) && !isInk(y - 1),
        ).length
      })
    await expect.poll(labelled).toBeGreaterThan(15)
    await page.mouse.move(box.x + 20, box.y + 3)
    await page.getByText(/^frame −1 · \d+ events$/).waitFor()
  })

  test('stands next to that of another unit, which the address bar keeps', async () => {
    const page = await browser.open(`${view}&by=all&unit=${units[0]}`)
    await rasterOf(page, units[0]).waitFor()
    await page.getByRole('combobox', { name: 'Next to unit' }).selectOption(units[1])
    await rasterOf(page, units[1]).waitFor()
    await page.reload()
    await rasterOf(page, units[1]).waitFor()
    for (const unit of units) {
      const response = await received(unit)
      const order = response.anchorTimes.map((_, event) => event)
      const width = await widthOf(page, unit)
      expect(besideTheEvent(await inkOf(page, unit), width)).toEqual(
        besideTheEvent(wantedInk(response, order, width), width),
      )
    }
    const [left, right] = await Promise.all(units.map((unit) => rasterOf(page, unit).boundingBox()))
    expect(left?.y).toBe(right?.y)
    expect(right?.x).toBeGreaterThan((left?.x ?? 0) + (left?.width ?? 0))
  })

  test('leads to the single event that is clicked', async () => {
    const page = await browser.open(`${view}&by=all&unit=${units[0]}`)
    const box = await rasterOf(page, units[0]).boundingBox()
    if (!box) throw new Error('no raster')
    await page.mouse.click(box.x + 200, box.y + 3)
    await page.getByText(/^Event 1 of \d+, at/).waitFor()
    await page.goBack()
    await rasterOf(page, units[0]).waitFor()
  })

  test.each([
    ['light', 1280],
    ['dark', 390],
  ] as const)('can be read by everybody in a %s theme, %i px wide', async (theme, width) => {
    const page = await browser.open(`${view}&unit=${units[0]}&with=${units[1]}`, { theme, width })
    await rasterOf(page, units[1]).waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
  })
})
