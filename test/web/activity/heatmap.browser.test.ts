import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { plotAreaIn, ROW_HEIGHT } from '../../../web/src/heatmap/axes/plot-area.ts'
import { binsInPixel } from '../../../web/src/heatmap/cells/paint-cells.ts'
import { colourOf, sequentialScale } from '../../../web/src/heatmap/colours/colour-scale.ts'
import { servedExplorer } from '../served-explorer.ts'
import {
  heatmapOf,
  matrixOf,
  paintedPixels,
  type ReceivedMatrix,
  readoutOf,
} from './heatmap-page.ts'

const { served, browser } = servedExplorer()

/** The tests are compiled without a browser's types. */
interface Queried {
  querySelector(selector: string): { readonly style: { readonly background: string } }
  querySelectorAll(selector: string): Iterable<{
    readonly style: { readonly left: string }
    readonly textContent: string | null
  }>
}

/** Height of a row among several heatmaps, in pixels. */
const ROW = ROW_HEIGHT.stacked

const view = '/?session=810000001&view=activity&epoch=1&area=VISp&area=VISam'

/**
 * The first of ten thousandths of a second: bins of the notebook's window, which
 * begins 10 s before the epoch.
 */
const binAt = (seconds: number) => Math.floor((seconds + 10) / 0.1 + 1e-9)

/** Columns of the matrix from the surface down. */
function byDepth({ units }: ReceivedMatrix): number[] {
  const heights = units.map(({ channel }) => channel.verticalPosition)
  return units
    .map((_, unit) => unit)
    .sort((one, other) => (heights[other] ?? 0) - (heights[one] ?? 0) || one - other)
}

/** Middle of a cell on the screen, when `from` to `to` seconds of all units are shown. */
async function placeOf(
  page: Page,
  area: string,
  [bin, row]: readonly [number, number],
  [from, to]: readonly [number, number],
  rowCount: number,
) {
  const box = await heatmapOf(page, area).boundingBox()
  if (!box) throw new Error('no heatmap')
  const plot = plotAreaIn(box.width, box.height)
  const time = (bin + 0.5) * 0.1 - 10
  return {
    x: box.x + plot.left + ((time - from) / (to - from)) * plot.width,
    y: box.y + plot.top + ((row + 0.5) / rowCount) * plot.height,
  }
}

async function opened(search = ''): Promise<Page> {
  const page = await browser.open(`${view}${search}`, { height: 1600 })
  await heatmapOf(page, 'AM').waitFor()
  return page
}

describe('the pixels of a heatmap', () => {
  test('are the counts of the API, cell by cell', async () => {
    const page = await opened('&from=1&to=5&colours=4')
    const scale = sequentialScale(4, 'light')
    for (const [area, acronym] of [
      ['V1', 'VISp'],
      ['AM', 'VISam'],
    ] as const) {
      const matrix = await matrixOf(served, 1, acronym)
      const order = byDepth(matrix)
      const pixels = await paintedPixels(page, area)
      const width = pixels[0]?.length ?? 0
      expect(width).toBeGreaterThan(1000)
      expect(pixels.length).toBe(ROW * order.length)
      const expected = pixels.map((_, y) => {
        const unit = order[Math.floor(y / ROW)]
        return Array.from({ length: width }, (_, x) => {
          const bin = binAt(1 + ((x + 0.5) / width) * 4)
          return colourOf(scale, matrix.counts[bin]?.[unit]).join(' ')
        })
      })
      expect(pixels).toEqual(expected)
      expect(
        new Set(pixels.flat()).size,
        'a heatmap of one colour would prove little',
      ).toBeGreaterThan(2)
    }
  })

  test('have the colours that the legend has at its ticks', async () => {
    const page = await opened('&colours=4&measure=hz')
    const legend = page.locator('.colour-legend').first()
    const [bar, ticks] = await legend.evaluate((element) => {
      const { querySelector, querySelectorAll } = element as unknown as Queried
      const all = [...querySelectorAll.call(element, '.colour-legend-ticks span')]
      return [
        querySelector.call(element, '.colour-legend-bar').style.background,
        all.map(({ style, textContent }) => [style.left, textContent] as const),
      ] as const
    })
    const scale = sequentialScale(4, 'light')
    expect(ticks.map(([, text]) => text)).toEqual(['0', '1', '2', '3', '4'])
    const stops = [...bar.matchAll(/rgb\((\d+), (\d+), (\d+)\)/g)].map(([, ...parts]) => parts)
    for (const [left, text] of ticks) {
      const value = Number(text)
      expect(left).toBe(`${25 * value}%`)
      const colour = colourOf(scale, value)
      const at = (value / 4) * (stops.length - 1)
      const [one, other] = [stops[Math.floor(at)], stops[Math.ceil(at)]]
      const between = colour.map(
        (_, i) => Number(one?.[i]) + (at % 1) * (Number(other?.[i]) - Number(one?.[i])),
      )
      const distances = between.map((part, i) => Math.abs(part - (colour[i] ?? 0)))
      expect(Math.max(...distances), text ?? '').toBeLessThan(4)
    }
  })

  test('show the mean of the bins that they cover when zoomed out', async () => {
    const page = await browser.open(`${view}&colours=4`, { width: 390, height: 1600 })
    await heatmapOf(page, 'V1').waitFor()
    const matrix = await matrixOf(served, 1, 'VISp')
    const order = byDepth(matrix)
    const pixels = await paintedPixels(page, 'V1')
    const width = pixels[0]?.length ?? 0
    expect(width).toBeLessThan(300)
    const scale = sequentialScale(4, 'light')
    const step = binsInPixel(1000 / width)
    for (const [row, unit] of order.entries()) {
      const expected = Array.from({ length: width }, (_, x) => {
        const first = step * Math.floor((((x + 0.5) / width) * 1000) / step)
        const bins = matrix.counts.slice(first, first + step).map((bin) => bin[unit])
        const mean = bins.reduce((sum, count) => sum + count, 0) / bins.length
        return colourOf(scale, mean).join(' ')
      })
      // The line at the onset lies over the cells.
      const isOnset = (x: number) => Math.abs(x - 0.1 * width) < 3
      const cells = (colours: readonly string[]) => colours.filter((_, x) => !isOnset(x))
      expect(cells(pixels[ROW * row + ROW / 2]), `row ${row}`).toEqual(cells(expected))
    }
    const note = page.getByText(/each pixel shows the mean of \d bins/)
    expect(await note.count()).toBe(1)
    await page.getByRole('button', { name: 'Change' }).click()
    await page.getByRole('radio', { name: 'Peak' }).check({ force: true })
    await page.getByText(/each pixel shows the highest of \d bins/).waitFor()
    const peaks = await paintedPixels(page, 'V1')
    for (const [row, unit] of order.entries()) {
      const highest = Math.max(...matrix.counts.map((bin) => bin[unit]))
      expect(peaks[ROW * row + ROW / 2], `row ${row}`).toContain(colourOf(scale, highest).join(' '))
    }
    for (let i = 0; i < 4; i++) await page.getByRole('button', { name: 'Zoom in on time' }).click()
    await expect.poll(() => page.getByText(/each pixel shows/).count()).toBe(0)
  })

  test('are hatched before the recording began', async () => {
    const page = await browser.open(
      '/?session=810000001&view=activity&epoch=0&area=VISp&before=200',
    )
    await heatmapOf(page, 'V1').waitFor()
    const [row] = await paintedPixels(page, 'V1')
    const { ground, line } = sequentialScale(4, 'light').hatching
    expect(new Set(row.slice(0, 40))).toEqual(new Set([ground.join(' '), line.join(' ')]))
    expect(row.slice(-200)).not.toContain(ground.join(' '))
    await page.getByText('not recorded, or invalid').waitFor()
  })
})

describe('pointing at a heatmap', () => {
  test('tells unit, time and count, and what a click offers', async () => {
    const page = await opened('&from=1&to=5')
    const matrix = await matrixOf(served, 1, 'VISp')
    const order = byDepth(matrix)
    const bin = matrix.counts.findIndex(
      (counts, i) => i >= 115 && i < 145 && (counts[order[3]] ?? 0) > 1,
    )
    const count = matrix.counts[bin]?.[order[3]]
    const { x, y } = await placeOf(page, 'V1', [bin, 3], [1, 5], order.length)
    await page.mouse.move(x, y)
    const unit = matrix.units[order[3]]?.unitId
    const start = (bin * 0.1 - 10).toFixed(2)
    const stop = ((bin + 1) * 0.1 - 10).toFixed(2)
    await expect
      .poll(() => readoutOf(page, 'V1').textContent())
      .toMatch(
        new RegExp(
          `^Unit ${unit} · ${start} to ${stop} s · ${count} spikes · ${count * 10} Hz · z-score \\d`,
        ),
      )
    expect(count).toBeGreaterThan(1)
    await page.mouse.click(x, y)
    await page.getByRole('button', { name: `Open unit ${unit}` }).click()
    await page.getByRole('heading', { name: `Unit ${unit}` }).waitFor()
    expect(new URL(page.url()).searchParams.get('unit')).toBe(unit)
    await page.goBack()
    await heatmapOf(page, 'V1').waitFor()
    expect(new URL(page.url()).searchParams.get('from')).toBe('1')
  })

  test('shows the values of the same moment under the lines', async () => {
    const page = await opened('&from=1&to=5')
    const matrix = await matrixOf(served, 1, 'VISp')
    const bin = matrix.counts.findIndex(
      (counts, i) => i >= 115 && counts.some((count) => count > 1),
    )
    const { x, y } = await placeOf(page, 'V1', [bin, 3], [1, 5], 11)
    await page.mouse.move(x, y)
    const sum = matrix.counts[bin]?.reduce((all, count) => all + count, 0) as number
    const rate = Number((sum / 11 / 0.1).toPrecision(2))
    const line = page.locator('.trace-legend li', { hasText: 'V1' })
    await expect.poll(() => line.textContent()).toBe(`V1${rate} Hz`)
  })
})

test('the size of the pupil under the plots is the mean of each bin', async () => {
  const page = await opened('&from=1&to=5')
  const { session } = await served.data<{
    session: {
      stimulusEpoch: { binnedActivity: [{ signals: [{ values: readonly (number | null)[] }] }] }
    }
  }>(`{ session(id: "810000001") { stimulusEpoch(index: 1) { binnedActivity(areas: ["V1"]) {
      signals(of: [{ signal: PUPIL_AREA }]) { values }
    } } } }`)
  const [{ values }] = session.stimulusEpoch.binnedActivity[0].signals
  const bin = values.findIndex((value, i) => i >= 120 && value !== null)
  const { x, y } = await placeOf(page, 'V1', [bin, 3], [1, 5], 11)
  const line = page.locator('.trace-legend li', { hasText: 'Pupil' })
  await line.waitFor()
  await page.mouse.move(x, y)
  const pupil = Number(Number(values[bin]).toFixed(0))
  await expect.poll(() => line.textContent()).toMatch(new RegExp(`^Pupil${pupil}`))
})

describe('the order of units', () => {
  /** Ids of the rows from the top, as the keyboard reads them. */
  async function rowsOf(page: Page, rowCount: number): Promise<string[]> {
    await heatmapOf(page, 'V1').focus()
    await page.keyboard.press('Home')
    const ids: string[] = []
    for (let row = 0; row < rowCount; row++) {
      const text = (await readoutOf(page, 'V1').textContent()) ?? ''
      ids.push(text.split(' ')[1] ?? '')
      await page.keyboard.press('ArrowDown')
    }
    return ids
  }

  test('is by depth, from the surface down', async () => {
    const matrix = await matrixOf(served, 1, 'VISp')
    const expected = byDepth(matrix).map((unit) => matrix.units[unit]?.unitId)
    expect(await rowsOf(await opened(), 11)).toEqual(expected)
  })

  test('is by rate when asked, the most active first', async () => {
    const matrix = await matrixOf(served, 1, 'VISp')
    const rates = matrix.unitRates.map((rate, unit) => ({ rate, unit }))
    const expected = rates
      .sort((one, other) => other.rate - one.rate || one.unit - other.unit)
      .map(({ unit }) => matrix.units[unit]?.unitId)
    const page = await opened()
    await page.getByRole('radio', { name: 'Rate' }).check({ force: true })
    await expect.poll(() => new URL(page.url()).searchParams.get('sort')).toBe('rate')
    expect(await rowsOf(page, 11)).toEqual(expected)
  })

  test('is by latency when asked, the first to respond first', async () => {
    const matrix = await matrixOf(served, 1, 'VISp')
    const first = matrix.units.map(({ unitId }, unit) => {
      const counts = matrix.counts.map((bin) => bin[unit])
      const mean = counts.reduce((sum, count) => sum + count, 0) / 1000
      const variance = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / 1000
      const responses = counts.map((count) => (count - mean) / Math.sqrt(variance) >= 2)
      const bin = responses.indexOf(true, 100)
      return { unitId, unit, bin: bin < 0 ? 1000 : bin }
    })
    const expected = first
      .sort((one, other) => one.bin - other.bin || one.unit - other.unit)
      .map(({ unitId }) => unitId)
    expect(await rowsOf(await opened('&sort=latency'), 11)).toEqual(expected)
  })
})

describe('zooming and moving', () => {
  const shown = (page: Page) => {
    const { searchParams } = new URL(page.url())
    return [searchParams.get('from'), searchParams.get('to')]
  }

  test('by keys: plus and minus, Shift with arrows, 0 for all', async () => {
    const page = await opened()
    await heatmapOf(page, 'V1').focus()
    await page.keyboard.press('+')
    await expect.poll(() => shown(page)).toEqual(['6.6667', '73.3333'])
    await page.keyboard.press('Shift+ArrowRight')
    await expect.poll(() => shown(page)).toEqual(['20', '86.6666'])
    await page.keyboard.press('-')
    await expect.poll(() => shown(page)).toEqual([null, null])
    await page.keyboard.press('+')
    await expect.poll(() => shown(page)).toEqual(['6.6667', '73.3333'])
    await page.keyboard.press('0')
    await expect.poll(() => shown(page)).toEqual([null, null])
  })

  test('by the wheel once the heatmap is chosen; before, the page scrolls', async () => {
    const page = await browser.open(view, { height: 600 })
    await heatmapOf(page, 'V1').scrollIntoViewIfNeeded()
    await heatmapOf(page, 'V1').hover()
    const before = await page.evaluate('scrollY')
    await page.mouse.wheel(0, 50)
    await expect.poll(() => page.evaluate('scrollY')).not.toBe(before)
    expect(shown(page)).toEqual([null, null])
    await heatmapOf(page, 'V1').click()
    const box = await heatmapOf(page, 'V1').boundingBox()
    if (!box) throw new Error('no heatmap')
    const plot = plotAreaIn(box.width, box.height)
    await page.mouse.move(box.x + plot.left + plot.width / 4, box.y + 40)
    await page.mouse.wheel(0, -1000)
    // e ** 1.6 times larger around the quarter of 100 s from -10.
    await expect.poll(() => Number(shown(page)[0])).toBeCloseTo(15 - 25 / Math.exp(1.6), 0)
    expect(Number(shown(page)[1])).toBeCloseTo(15 + 75 / Math.exp(1.6), 0)
  })

  test('by dragging', async () => {
    const page = await opened('&from=0&to=10')
    const box = await heatmapOf(page, 'V1').boundingBox()
    if (!box) throw new Error('no heatmap')
    const { width } = plotAreaIn(box.width, box.height)
    await page.mouse.move(box.x + 400, box.y + 60)
    await page.mouse.down()
    await page.mouse.move(box.x + 400 + width / 10, box.y + 60, { steps: 5 })
    await page.mouse.up()
    await expect.poll(() => Number(shown(page)[0])).toBeCloseTo(-1, 1)
    expect(Number(shown(page)[1])).toBeCloseTo(9, 1)
  })

  test('zooms units with brackets, or Shift and the wheel', async () => {
    const page = await opened('&from=1&to=5&colours=4')
    const before = await paintedPixels(page, 'AM')
    await heatmapOf(page, 'AM').focus()
    await page.keyboard.press(']')
    await expect.poll(() => paintedPixels(page, 'AM')).not.toEqual(before)
    const zoomed = await paintedPixels(page, 'AM')
    await page.keyboard.press('[')
    await expect.poll(() => paintedPixels(page, 'AM')).toEqual(before)
    await heatmapOf(page, 'AM').hover()
    await page.keyboard.down('Shift')
    await page.mouse.wheel(0, -400)
    await page.keyboard.up('Shift')
    await expect.poll(() => paintedPixels(page, 'AM')).not.toEqual(before)
    expect(zoomed).not.toEqual(before)
    expect(shown(page)).toEqual(['1', '5'])
  })

  test('follows two fingers', async () => {
    const page = await opened()
    const box = await heatmapOf(page, 'V1').boundingBox()
    if (!box) throw new Error('no heatmap')
    const { left, width } = plotAreaIn(box.width, box.height)
    const middle = box.x + left + width / 2
    const session = await page.context().newCDPSession(page)
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', apart: number | null) =>
      session.send('Input.dispatchTouchEvent', {
        type,
        touchPoints:
          apart === null
            ? []
            : [-apart, apart].map((x, id) => ({ x: middle + x, y: box.y + 60, id })),
      })
    await touch('touchStart', 50)
    for (const apart of [60, 70, 80, 90, 100]) await touch('touchMove', apart)
    await touch('touchEnd', null)
    // Twice as far apart: half of the 100 s, around their middle.
    await expect.poll(() => Number(shown(page)[0])).toBeCloseTo(15, 0)
    expect(Number(shown(page)[1])).toBeCloseTo(65, 0)
  })

  test('holds for all plots of the page, and stays when it is loaded anew', async () => {
    const page = await opened()
    await page.getByRole('button', { name: 'Zoom in on time' }).click()
    await expect.poll(() => shown(page)).toEqual(['6.6667', '73.3333'])
    const pixels = await paintedPixels(page, 'AM')
    await page.reload()
    await heatmapOf(page, 'AM').waitFor()
    expect(await paintedPixels(page, 'AM')).toEqual(pixels)
    await page.getByRole('button', { name: 'Show all' }).click()
    await expect.poll(() => shown(page)).toEqual([null, null])
    expect(await paintedPixels(page, 'AM')).not.toEqual(pixels)
  })
})

test('the keyboard marks a cell, has it read out, and opens its unit', async () => {
  const page = await opened()
  await heatmapOf(page, 'V1').focus()
  const heard = page.locator('.area-heatmap', { has: heatmapOf(page, 'V1') }).locator('[aria-live]')
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => heard.textContent()).toContain(' · 0.00 to 0.10 s · ')
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => heard.textContent()).toContain(' · 0.10 to 0.20 s · ')
  await page.keyboard.press('End')
  await expect.poll(() => heard.textContent()).toContain(' · 89.90 to 90.00 s · ')
  const unit = (await heard.textContent())?.split(' ')[1]
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: `Unit ${unit}` }).waitFor()
})
