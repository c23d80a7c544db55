import { expect, test } from 'vitest'
import { smoothRate } from '../../../web/src/activity/traces/smooth-rate.ts'
import { formatRate } from '../../../web/src/heatmap/cells/cell-text.ts'
import { servedExplorer } from '../served-explorer.ts'
import { heatmapOf, tracePixels } from './heatmap-page.ts'

const { served, browser } = servedExplorer()

const view = '/?session=810000001&view=activity&epoch=13&bin=0.5&before=5&after=15'
const areas = [
  ['V1', 'VISp'],
  ['LM', 'VISl'],
  ['RL', 'VISrl'],
  ['AL', 'VISal'],
  ['PM', 'VISpm'],
  ['AM', 'VISam'],
] as const

test('areas stand below each other on one axis, tightly, and so do their rates', async () => {
  const page = await browser.open(view, { height: 1100 })
  await heatmapOf(page, 'AM').waitFor()
  const boxes = await Promise.all(areas.map(([name]) => heatmapOf(page, name).boundingBox()))
  for (const [i, box] of boxes.entries()) {
    expect([box?.x, box?.width]).toEqual([boxes[0]?.x, boxes[0]?.width])
    const above = boxes[i - 1]
    if (!above || !box) continue
    // A heading and nothing else parts them.
    expect(box.y - above.y - above.height).toBeGreaterThan(0)
    expect(box.y - above.y - above.height).toBeLessThan(32)
  }
  const rates = page.getByRole('region', { name: 'Population rate' })
  expect(await rates.locator('.population-name').allTextContents()).toEqual(
    areas.map(([name]) => name),
  )
})

test('the rate of each area is the API’s where it is pointed at', async () => {
  const page = await browser.open(view, { height: 1100 })
  await heatmapOf(page, 'AM').waitFor()
  const { session } = await served.data<{
    session: {
      stimulusEpoch: { binnedActivity: readonly { readonly populationRate: readonly number[] }[] }
    }
  }>(
    `query ($areas: [String!]!) { session(id: "810000001") { stimulusEpoch(index: 13) {
      binnedActivity(areas: $areas, before: 5, after: 15, binSize: 0.5) { populationRate } } } }`,
    { areas: areas.map(([, acronym]) => acronym) },
  )
  const box = await heatmapOf(page, 'V1').boundingBox()
  if (!box) throw new Error('no heatmap')
  const names = page.getByRole('region', { name: 'Population rate' }).locator('.population-name')
  for (const bin of [0, 11, 25, 39]) {
    await page.mouse.move(box.x + 56 + ((bin + 0.5) / 40) * (box.width - 70), box.y + 10)
    await expect
      .poll(() => names.allTextContents())
      .toEqual(
        areas.map(([name], i) => {
          const rate = session.stimulusEpoch.binnedActivity[i]?.populationRate[bin]
          return `${name}${formatRate(rate as number)} Hz`
        }),
      )
  }

  // The line of each area is the same, smoothed, to the scale of all areas.
  const smooth = session.stimulusEpoch.binnedActivity.map(({ populationRate }) =>
    smoothRate(populationRate, 5),
  )
  const highest = Math.max(...smooth.flat().map((rate) => rate ?? 0))
  const [top, bottom, height] = [6, 7, 46]
  for (const [i, rates] of smooth.entries()) {
    const canvas = page.getByRole('region', { name: 'Population rate' }).locator('canvas').nth(i)
    const pixels = await tracePixels(canvas)
    const width = pixels[0]?.length ?? 0
    for (const [bin, rate] of rates.entries()) {
      // A line begins and ends in the middle of a bin.
      const x = Math.min(Math.max(Math.round(((bin + 0.5) / rates.length) * width), 16), width - 17)
      // The line is of a strong colour, the bins behind it are faint.
      const column = pixels.map((row) => row[x]?.[0] ?? 255)
      const drawn = column.indexOf(Math.min(...column)) + 0.5
      const wanted = top + (1 - (rate ?? 0) / (1.15 * highest)) * (height - top - bottom)
      expect(Math.abs(drawn - wanted), `${areas[i]?.[0]}, bin ${bin}`).toBeLessThan(2)
    }
  }
})
