import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { accessibilityFaults, overflow, TestBrowser } from '../../../support/browser/browser.ts'
import { goldenFolder } from '../../../support/golden/golden-folder.ts'
import { SharedFolder } from '../../../support/servers/served-folder.ts'

const golden = new SharedFolder(`${goldenFolder}/cache`)
const browser = new TestBrowser(() => golden.url)
const unit = '957030054'
const view = `/?session=715093703&view=unit&unit=${unit}`

/** The tests are compiled without a browser's types. */
interface ElementLike {
  getAttribute(name: string): string | null
}

const attributes = (page: Page, selector: string, name: string) =>
  page
    .locator(`.waveform-map ${selector}`)
    .evaluateAll(
      (elements, name) =>
        elements.map((element) => (element as unknown as ElementLike).getAttribute(name) ?? ''),
      name,
    )

describe('the waveform of a unit on its probe', () => {
  test('stands where the channels lie, as high as the file has it', async () => {
    const page = await browser.open(view)
    await page.locator('.waveform-map').waitFor()
    const { session } = await golden.data<{
      session: {
        unit: {
          channel: { verticalPosition: number }
          meanWaveform: {
            channelIds: readonly string[]
            times: readonly number[]
            values: readonly (readonly number[])[]
          }
        }
        channels: {
          nodes: readonly {
            channelId: string
            verticalPosition: number
            horizontalPosition: number
          }[]
        }
      }
    }>(
      `query ($unit: ID!) { session(id: "715093703") {
        unit(id: $unit) { channel { verticalPosition }
          meanWaveform(channels: VALID) { channelIds times values } }
        channels(first: 10000) { nodes { channelId verticalPosition horizontalPosition } } } }`,
      { unit },
    )
    const { channelIds, times, values } = session.unit.meanWaveform
    const places = new Map(session.channels.nodes.map((channel) => [channel.channelId, channel]))
    const wanted = channelIds.flatMap((channelId, row) => {
      const place = places.get(channelId)
      const distance = (place?.verticalPosition ?? 1e9) - session.unit.channel.verticalPosition
      return place && Math.abs(distance) <= 100 ? [{ place, samples: values[row] ?? [] }] : []
    })
    expect(wanted.length).toBeGreaterThan(10)
    const xs = (await attributes(page, '.waveform-site', 'cx')).map(Number)
    const ys = (await attributes(page, '.waveform-site', 'cy')).map(Number)
    const lines = (await attributes(page, 'polyline', 'points')).map((points) =>
      points.split(' ').map((point) => point.split(',').map(Number)),
    )
    expect(xs).toHaveLength(wanted.length)

    // Two channels give the scale along the probe, and two that across; all others lie on it.
    const along = scaleOf(
      ys,
      wanted.map(({ place }) => place.verticalPosition),
    )
    const across = scaleOf(
      xs,
      wanted.map(({ place }) => place.horizontalPosition),
    )
    expect(along.slope).toBeLessThan(0)
    expect(across.slope).toBeGreaterThan(0)
    expect(Math.max(along.error, across.error)).toBeLessThan(1e-6)

    // The bars say what a pixel is worth.
    const bars = await page.locator('.waveform-map .waveform-axis g text').allTextContents()
    const microvolts = Number(bars.find((text) => text.endsWith('µV'))?.split(' ')[0])
    const milliseconds = Number(bars.find((text) => text.endsWith('ms'))?.split(' ')[0])
    const [barHeight] = (await attributes(page, '.waveform-bar-voltage', 'y1')).map(Number)
    const [barWidth] = (await attributes(page, '.waveform-bar-time', 'x2')).map(Number)
    const perMicrovolt = (barHeight as number) / microvolts
    const perSecond = (barWidth as number) / (milliseconds / 1000)
    for (const [channel, { samples }] of wanted.entries()) {
      const line = lines[channel] ?? []
      expect(line).toHaveLength(samples.length)
      for (const [i, value] of samples.entries()) {
        const [x = 0, y = 0] = line[i] ?? []
        expect(Math.abs(y - ((ys[channel] as number) + value * perMicrovolt))).toBeLessThan(0.02)
        const start = line[0]?.[0] ?? 0
        expect(Math.abs(x - start - (times[i] as number) * perSecond)).toBeLessThan(0.03)
      }
    }
    expect(await page.locator('.waveform-map .waveform-peak title').textContent()).toContain(
      `${session.unit.channel.verticalPosition} µm from the tip`,
    )
  })

  test.each([
    ['light', 2200],
    ['dark', 390],
  ] as const)('is shown soundly in a %s theme, %i px wide', async (theme, width) => {
    const page = await browser.open(view, { theme, width })
    await page.locator('.waveform-map').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
  })
})

/** The line through the lowest and the highest value, and how far the rest lies from it. */
function scaleOf(pixels: readonly number[], positions: readonly number[]) {
  const low = positions.indexOf(Math.min(...positions))
  const high = positions.indexOf(Math.max(...positions))
  const pixel = (i: number) => pixels[i] as number
  const position = (i: number) => positions[i] as number
  const slope = (pixel(high) - pixel(low)) / (position(high) - position(low))
  const error = Math.max(
    ...positions.map((_, i) =>
      Math.abs(pixel(i) - pixel(low) - slope * (position(i) - position(low))),
    ),
  )
  return { slope, error }
}
