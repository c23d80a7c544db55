import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { decodeArray, type EncodedArray } from '../../../src/client/index.ts'
import { colourOf, sequentialScale } from '../../../web/src/heatmap/colours/colour-scale.ts'
import { toCss } from '../../../web/src/heatmap/colours/mix-colours.ts'
import { rasterHeight } from '../../../web/src/unit/responses/draw-response.ts'
import { waveformRows } from '../../../web/src/unit/waveform/waveform-rows.ts'
import { servedExplorer } from '../served-explorer.ts'

const { served, browser } = servedExplorer()

const view = '/?session=810000001&view=unit&unit=810010361'

/** The tests are compiled without a browser's types. */
interface ElementLike {
  getAttribute(name: string): string | null
}

const attributesOf = (page: Page, selector: string, name: string): Promise<(string | null)[]> =>
  page
    .locator(selector)
    .evaluateAll(
      (elements, name) =>
        elements.map((element) => (element as unknown as ElementLike).getAttribute(name)),
      name,
    )

test('the lines of a waveform go through its samples, channel by channel', async () => {
  const page = await browser.open(view)
  await page.locator('.waveform-plot').waitFor()
  const { session } = await served.data<{
    session: {
      channels: {
        nodes: {
          channelId: string
          verticalPosition: number
          horizontalPosition: number
        }[]
      }
      unit: {
        channel: { channelId: string }
        meanWaveform: { channelIds: string[]; data: EncodedArray }
      }
    }
  }>(
    `{ session(id: "810000001") {
      channels(first: 10000) { nodes { channelId verticalPosition horizontalPosition } }
      unit(id: "810010361") { channel { channelId }
        meanWaveform(channels: VALID) { channelIds data { dtype shape bytes } } } } }`,
  )
  const { channel, meanWaveform } = session.unit
  const rows = waveformRows(
    meanWaveform.channelIds,
    Float64Array.from(decodeArray(meanWaveform.data).data as ArrayLike<number>),
    session.channels.nodes,
    channel.channelId,
  )
  const largest = Math.max(...rows.flatMap(({ values }) => [...values].map(Math.abs)))
  const lines = await attributesOf(page, '.waveform-plot polyline', 'points')
  expect(lines).toHaveLength(16)
  for (const [row, { values }] of rows.entries()) {
    const heights = (lines[row] ?? '').split(' ').map((point) => Number(point.split(',')[1]))
    const wanted = [...values].map((value) => 30 + (row + 0.5) * 22 - (value / largest) * 22 * 1.4)
    expect(heights).toHaveLength(wanted.length)
    expect(
      Math.max(...heights.map((height, i) => Math.abs(height - (wanted[i] ?? 0)))),
    ).toBeLessThan(0.051)
  }
})

test('places of a receptive field have the colours of their counts', async () => {
  const page = await browser.open(view)
  await page.locator('.receptive-field-cell').first().waitFor()
  const { session } = await served.data<{
    session: { receptiveFields: { counts: [number[][]] } }
  }>('{ session(id: "810000001") { receptiveFields(units: { ids: ["810010361"] }) { counts } } }')
  const counts = session.receptiveFields.counts[0].flat()
  const scale = sequentialScale(Math.max(...counts), 'light')
  expect(await attributesOf(page, '.receptive-field-cell', 'fill')).toEqual(
    counts.map((count) => toCss(colourOf(scale, count))),
  )
  expect(new Set(counts).size).toBeGreaterThan(5)
})

test('points and error bars of a tuning curve lie where the API has them', async () => {
  const page = await browser.open(view)
  await page.locator('.tuning-plot').waitFor()
  const { session } = await served.data<{
    session: {
      presentationActivity: {
        groups: {
          parameters: [{ value: number }]
          mean: [[number]]
          standardError: [[number]]
        }[]
      }
    }
  }>(
    `{ session(id: "810000001") { presentationActivity(
      presentations: { stimulusNames: ["drifting_gratings"] } units: { ids: ["810010361"] }) {
      groups(by: PARAMETERS, parameters: ["orientation"]) {
        parameters { value } mean(unit: HZ) standardError(unit: HZ) } } } }`,
  )
  const points = session.presentationActivity.groups
    .toSorted((one, other) => one.parameters[0].value - other.parameters[0].value)
    .map(({ mean, standardError }) => ({ rate: mean[0][0], error: standardError[0][0] }))
  const highest = Math.max(...points.map(({ rate, error }) => rate + error))
  const yOf = (rate: number) => 12 + (1 - rate / (highest * 1.05)) * (230 - 12 - 44)
  const near = (rate: number) => expect.closeTo(yOf(rate), 6)
  const numbers = async (selector: string, name: string) =>
    (await attributesOf(page, selector, name)).map(Number)
  expect(points).toHaveLength(8)
  expect(await numbers('.tuning-plot circle', 'cy')).toEqual(points.map(({ rate }) => near(rate)))
  expect(await numbers('.tuning-error', 'y1')).toEqual(
    points.map(({ rate, error }) => near(rate - error)),
  )
  expect(await numbers('.tuning-error', 'y2')).toEqual(
    points.map(({ rate, error }) => near(rate + error)),
  )
  const [line] = await attributesOf(page, '.tuning-line', 'points')
  const heights = (line ?? '').split(' ').map((point) => Number(point.split(',')[1]))
  expect(heights).toEqual(points.map(({ rate }) => Number(yOf(rate).toFixed(1))))
})

test('a response has a mark per spike, and bars as high as the mean rates', async () => {
  const page = await browser.open(`${view}&stimulus=flashes`)
  const canvas = page.locator('.response-card', { hasText: 'white' }).locator('canvas')
  await canvas.waitFor()
  const { session } = await served.data<{
    session: {
      alignedActivity: {
        edges: number[]
        presentationIds: string[]
        spikes: { presentationIndexes: number[]; timesSinceStart: number[] }
        groups: {
          parameters: [{ value: number }]
          presentationIds: string[]
          mean: [number][]
        }[]
      }
    }
  }>(
    `{ session(id: "810000001") { alignedActivity(
      presentations: { stimulusNames: ["flashes"] } units: { ids: ["810010361"] }
      before: 0.1 after: 0.35 binSize: 0.01) {
      edges presentationIds spikes { presentationIndexes timesSinceStart }
      groups(by: PARAMETERS, parameters: ["color"]) {
        parameters { value } presentationIds mean(unit: HZ) } } } }`,
  )
  const { edges, presentationIds, spikes, groups } = session.alignedActivity
  const white = groups.find(({ parameters }) => parameters[0].value === 1)
  if (!white) throw new Error('no white flashes')
  const highest = 1.05 * Math.max(...groups.flatMap(({ mean }) => mean.flat()))
  const pixels = await canvas.evaluate((element) => {
    const canvas = element as unknown as {
      width: number
      height: number
      getContext(kind: '2d'): {
        getImageData(x: number, y: number, w: number, h: number): { data: Uint8ClampedArray }
      }
    }
    const { width, height } = canvas
    const { data } = canvas.getContext('2d').getImageData(0, 0, width, height)
    return { width, data: Array.from(data) }
  })
  const { width } = pixels
  const at = (x: number, y: number) =>
    pixels.data.slice(4 * (y * width + x), 4 * (y * width + x) + 3)
  const xOf = (time: number) => 34 + ((time + 0.1) / 0.45) * (width - 42)

  // How much of each pixel the marks cover.
  const rowCount = white.presentationIds.length
  const height = rasterHeight(rowCount)
  const rowHeight = height / rowCount
  const bare = new Float64Array(width * height).fill(1)
  const overlap = (from: number, to: number, pixel: number) =>
    Math.max(0, Math.min(to, pixel + 1) - Math.max(from, pixel))
  let markCount = 0
  for (const [i, time] of spikes.timesSinceStart.entries()) {
    const row = white.presentationIds.indexOf(
      presentationIds[spikes.presentationIndexes[i] ?? -1] ?? '',
    )
    if (row < 0) continue
    markCount++
    const [left, top] = [xOf(time) - 0.5, row * rowHeight]
    const bottom = top + Math.max(rowHeight * 0.8, 1)
    for (let y = Math.floor(top); y < Math.min(bottom, height); y++) {
      for (let x = Math.floor(left); x < left + 1; x++)
        bare[y * width + x] *= 1 - overlap(left, left + 1, x) * overlap(top, bottom, y)
    }
  }
  expect(markCount).toBeGreaterThan(50)
  const wrong: string[] = []
  for (let y = 0; y < height; y++) {
    for (let x = 36; x < width - 8; x++) {
      const covered = 1 - (bare[y * width + x] ?? 1)
      const light = at(x, y).reduce((sum, part) => sum + part, 0) / 3
      if (covered > 0.7 && light > 140) wrong.push(`no mark at ${x} ${y}`)
      if (covered < 0.01 && light < 200) wrong.push(`a mark at ${x} ${y}`)
    }
  }
  expect(wrong).toEqual([])

  const bottom = height + 10 + 64
  for (const [bin, [rate]] of white.mean.entries()) {
    if (rate === 0) continue
    const middle = ((edges[bin] ?? 0) + (edges[bin + 1] ?? 0)) / 2
    const x = Math.round(xOf(middle))
    // The line is the pixel that is bluest: red is least there.
    const reds = Array.from({ length: 70 }, (_, i) => at(x, bottom - 69 + i)[0] ?? 255)
    const line = bottom - 69 + reds.indexOf(Math.min(...reds.slice(0, -2))) + 0.5
    expect(Math.abs(line - (bottom - (rate / highest) * 64)), `bin ${bin}`).toBeLessThan(1.5)
  }
})
