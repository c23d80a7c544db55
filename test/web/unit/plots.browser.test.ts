import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { formatRate } from '../../../web/src/heatmap/cells/cell-text.ts'
import { colourOf, sequentialScale } from '../../../web/src/heatmap/colours/colour-scale.ts'
import { toCss } from '../../../web/src/heatmap/colours/mix-colours.ts'
import { servedExplorer } from '../served-explorer.ts'

const { served, browser } = servedExplorer()

const unit = '810010361'
const other = '810010289'
const view = `/?session=810000001&view=unit&unit=${unit}`

/** The tests are compiled without a browser's types. */
interface ElementLike {
  getAttribute(name: string): string | null
}

function numbersOf(page: Page, selector: string, attribute: string): Promise<number[]> {
  return page
    .locator(selector)
    .evaluateAll(
      (elements, attribute) =>
        elements.map((element) =>
          Number((element as unknown as ElementLike).getAttribute(attribute)),
        ),
      attribute,
    )
}

const largestGap = (one: readonly number[], two: readonly number[]) =>
  Math.max(...one.map((value, i) => Math.abs(value - (two[i] ?? Number.NaN))))

test('a cross-correlogram has a bar per bin, as high as the API counts', async () => {
  const page = await browser.open(view)
  await page.getByRole('combobox', { name: 'Cross-correlogram with' }).selectOption(other)
  const bars = '.cross-correlogram .bar-plot rect'
  await page.locator(bars).first().waitFor()
  const { session } = await served.data<{
    session: { correlograms: { counts: readonly [readonly number[]] } }
  }>(
    `query ($unit: ID!, $other: ID!) { session(id: "810000001") {
      correlograms(units: { ids: [$unit] }, targets: { ids: [$other] }, lagCount: 50) { counts } } }`,
    { unit, other },
  )
  const [counts] = session.correlograms.counts
  const heights = await numbersOf(page, bars, 'height')
  expect(heights).toHaveLength(101)
  const highest = Math.max(...counts)
  expect(highest).toBeGreaterThan(0)
  const shares = heights.map((height) => height / Math.max(...heights))
  expect(
    largestGap(
      shares,
      counts.map((count) => count / highest),
    ),
  ).toBeLessThan(1e-9)
  expect(new URL(page.url()).searchParams.get('with')).toBe(other)
})

describe('over the session', () => {
  interface ResponseData {
    readonly recordedSpan: { readonly startTime: number; readonly stopTime: number }
    readonly unit: {
      readonly spikeTimes: readonly number[]
      readonly spikeAmplitudes: readonly number[]
      readonly observedTimes:
        | readonly {
            readonly startTime: number
            readonly stopTime: number
          }[]
        | null
    }
  }

  test('rate and amplitude lie as high as the spikes say', async () => {
    const page = await browser.open(view)
    await page.locator('.stability-line').first().waitFor({ state: 'attached' })
    const { session } = await served.data<{ session: ResponseData }>(
      `query ($unit: ID!) { session(id: "810000001") { recordedSpan { startTime stopTime }
        unit(id: $unit) { spikeTimes spikeAmplitudes observedTimes { startTime stopTime } } } }`,
      { unit },
    )
    const { startTime, stopTime } = session.recordedSpan
    const { spikeTimes, spikeAmplitudes, observedTimes } = session.unit
    const length = (stopTime - startTime) / 100
    const placeOf = (time: number) => Math.min(Math.floor((time - startTime) / length), 99)
    const bins = Array.from({ length: 100 }, (_, bin) => {
      const [from, to] = [startTime + bin * length, startTime + (bin + 1) * length]
      const seconds = (observedTimes ?? [{ startTime, stopTime }]).reduce(
        (sum, span) =>
          sum + Math.max(0, Math.min(span.stopTime, to) - Math.max(span.startTime, from)),
        0,
      )
      const sizes = spikeAmplitudes
        .filter((_, i) => placeOf(spikeTimes[i] as number) === bin)
        .sort((one, other) => one - other)
      const middle = (sizes.length - 1) / 2
      const median = ((sizes[Math.floor(middle)] ?? 0) + (sizes[Math.ceil(middle)] ?? 0)) / 2
      return { from, to, rate: sizes.length / seconds, median: 1e6 * median }
    })
    const [ofRate, ofAmplitude] = [0, 1].map((plot) =>
      page.locator('.stability-plot').nth(plot).locator('.stability-line title'),
    )
    const text = ({ from, to }: (typeof bins)[number], value: number) =>
      `${from.toFixed(0)} to ${to.toFixed(0)} s: ${formatRate(value)}`
    expect(await ofRate?.allTextContents()).toEqual(bins.map((bin) => text(bin, bin.rate)))
    expect(await ofAmplitude?.allTextContents()).toEqual(bins.map((bin) => text(bin, bin.median)))

    const heights = await numbersOf(page, '.stability-plot >> nth=0 >> .stability-line', 'y1')
    const highest = Math.max(...bins.map(({ rate }) => rate))
    const wanted = bins.map(({ rate }) => 8 + (1 - rate / (highest * 1.05)) * (120 - 8 - 34))
    expect(largestGap(heights, wanted)).toBeLessThan(1e-6)
  })
})

test('a tuning grid has the rate of every combination in its colour', async () => {
  const page = await browser.open(`${view}&stimulus=drifting_gratings`)
  const cells = page.locator('.tuning-map rect')
  await cells.first().waitFor()
  const { session } = await served.data<{
    session: {
      presentationActivity: {
        grid: {
          axes: readonly { readonly values: readonly (number | string)[] }[]
          presentationCounts: readonly (readonly number[])[]
          mean: readonly (readonly [readonly [number | null]][])[]
        }
      }
    }
  }>(
    `query ($unit: ID!) { session(id: "810000001") { presentationActivity(
      presentations: { stimulusNames: ["drifting_gratings"] } units: { ids: [$unit] }) {
      grid(parameters: ["orientation", "temporal_frequency"]) {
        axes { values } presentationCounts mean(unit: HZ) } } } }`,
    { unit },
  )
  const { axes, presentationCounts, mean } = session.presentationActivity.grid
  const [across, up] = axes.map(({ values }) => values)
  const rates = mean.map((column) => column.map(([[rate]]) => rate))
  const scale = sequentialScale(Math.max(...rates.flat().map((rate) => rate ?? 0)), 'light')
  expect(rates.flat()).toHaveLength(40)
  expect(await cells.locator('title').allTextContents()).toEqual(
    rates.flatMap((column, x) =>
      column.map((rate, y) => {
        const said = rate === null ? 'not shown' : `${formatRate(rate)} Hz`
        return `${across?.[x]}°, ${up?.[y]} Hz: ${said}, ${presentationCounts[x]?.[y]} presentations`
      }),
    ),
  )
  const fills = await cells.evaluateAll((elements) =>
    elements.map((element) => (element as unknown as ElementLike).getAttribute('fill')),
  )
  expect(fills).toEqual(rates.flat().map((rate) => toCss(colourOf(scale, rate ?? Number.NaN))))
  expect(new Set(fills).size).toBeGreaterThan(5)
  // Orientations go to the right, temporal frequencies up.
  const [xs, ys] = await Promise.all(
    ['x', 'y'].map((attribute) => numbersOf(page, '.tuning-map rect', attribute)),
  )
  expect(xs?.[5]).toBeGreaterThan(xs?.[0] ?? 0)
  expect(ys?.[1]).toBeLessThan(ys?.[0] ?? 0)
})
