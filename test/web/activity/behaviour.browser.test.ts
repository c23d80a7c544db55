import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { lfpCells, lfpLimit } from '../../../web/src/activity/lfp/lfp-cells.ts'
import { formatRate } from '../../../web/src/heatmap/cells/cell-text.ts'
import { colourOf, divergingScale } from '../../../web/src/heatmap/colours/colour-scale.ts'
import { accessibilityFaults, overflow, TestBrowser } from '../../support/browser/browser.ts'
import { goldenFolder } from '../../support/golden/golden-folder.ts'
import { SharedFolder } from '../../support/servers/served-folder.ts'
import { servedExplorer } from '../served-explorer.ts'
import { heatmapOf, paintedPixels, tracePixels, tracesOf } from './heatmap-page.ts'

const { served, browser } = servedExplorer()

interface Signal {
  readonly unit: string
  readonly values: readonly (number | null)[]
}

/** Running, pupil, and gaze in the bins of a window around an epoch. */
async function receivedSignals(epoch: number, before: number, after: number, binSize: number) {
  const { session } = await served.data<{
    session: { stimulusEpoch: { binnedActivity: [{ signals: readonly Signal[] }] } }
  }>(
    `query ($epoch: Int!, $before: Float!, $after: Float!, $binSize: Float!) {
      session(id: "810000001") { stimulusEpoch(index: $epoch) {
        binnedActivity(areas: ["VISp"], before: $before, after: $after, binSize: $binSize) {
          signals(of: [{ signal: RUNNING_SPEED }, { signal: PUPIL_AREA }, { signal: GAZE_X }, { signal: GAZE_Y }]) {
            unit values
          } } } } }`,
    { epoch, before, after, binSize },
  )
  return session.stimulusEpoch.binnedActivity[0].signals
}

async function legendOf(page: Page, section: string): Promise<string> {
  const legend = page.getByRole('region', { name: section }).locator('.trace-legend')
  return (await legend.innerText()).replaceAll(/\s+/g, ' ').trim()
}

describe('behaviour under the spikes', () => {
  test('is read out at the moment that is pointed at, as the API has it', async () => {
    const page = await browser.open(
      '/?session=810000001&view=activity&epoch=13&area=VISp&before=2&after=8&bin=1',
    )
    const [running, pupil, gazeX, gazeY] = await receivedSignals(13, 2, 8, 1)
    await tracesOf(page, 'Pupil area').waitFor()
    await heatmapOf(page, 'V1').focus()
    for (let bin = 2; bin < 6; bin++) {
      await page.keyboard.press('ArrowRight')
      const at = `at ${(bin - 2 + 0.5).toFixed(2)} s`
      const text = ({ values, unit }: Signal) => {
        const value = values[bin] ?? null
        return value === null ? 'none' : `${formatRate(value)} ${unit}`
      }
      await expect
        .poll(() => legendOf(page, 'Pupil area'))
        .toBe(`${at} Pupil ${text(pupil as Signal)}`)
      expect(await legendOf(page, 'Gaze on the screen')).toBe(
        `${at} horizontal ${text(gazeX as Signal)} vertical ${text(gazeY as Signal)}`,
      )
      expect(await legendOf(page, 'Running speed')).toBe(`${at} Running ${text(running as Signal)}`)
    }
  })

  test('is drawn as high as it is', async () => {
    const page = await browser.open(
      '/?session=810000001&view=activity&epoch=13&area=VISp&before=2&after=8&bin=1',
    )
    const [, pupil] = await receivedSignals(13, 2, 8, 1)
    const values = pupil?.values ?? []
    const known = values.filter((value) => value !== null)
    await tracesOf(page, 'Pupil area').waitFor()
    // The canvas is blank until the line is drawn.
    const isDark = ([red = 255, green = 255, blue = 255]: number[]) => red + green + blue < 400
    await expect
      .poll(async () => (await tracePixels(tracesOf(page, 'Pupil area'))).flat().some(isDark))
      .toBe(true)
    const pixels = await tracePixels(tracesOf(page, 'Pupil area'))
    const [low, high] = [Math.min(...known), Math.max(...known)]
    const margin = (high - low) * 0.05
    const height = 76 - 6 - 7
    expect(known.length).toBeGreaterThan(5)
    for (const [bin, value] of values.entries()) {
      if (value === null) continue
      const x = Math.floor(((bin + 0.5) / values.length) * (pixels[0]?.length ?? 0))
      const column = pixels.map((row) => row[x]?.reduce((sum, part) => sum + part, 0) ?? 765)
      const darkest = column.indexOf(Math.min(...column))
      const share = (value - low + margin) / (high - low + 2 * margin)
      expect(Math.abs(darkest + 0.5 - (6 + (1 - share) * height)), `bin ${bin}`).toBeLessThan(2)
    }
  })

  test('is hatched where nothing was recorded, and nowhere else', async () => {
    const page = await browser.open(
      '/?session=810000001&view=activity&epoch=0&area=VISp&before=100&after=20&bin=1',
    )
    const [running, pupil] = await receivedSignals(0, 100, 20, 1)
    const ofSignals = [
      ['Running speed', running?.values],
      ['Pupil area', pupil?.values],
    ] as const
    for (const [section, values] of ofSignals) {
      const first = values?.findIndex((value) => value !== null) ?? -1
      expect(first).toBeGreaterThan(4)
      await tracesOf(page, section).waitFor()
      const pixels = await tracePixels(tracesOf(page, section))
      const width = pixels[0]?.length ?? 0
      // Ground and lines of the hatching.
      const isHatched = (x: number) =>
        pixels.some((row) => ['247 243 235', '206 196 178'].includes(row[x]?.join(' ') ?? ''))
      const edge = (width * first) / (values?.length ?? 1)
      for (let x = 1; x < width - 1; x++) {
        // Lines of the grid cover a column of pixels each.
        const isSeen = [x - 1, x, x + 1].some(isHatched)
        if (Math.abs(x - edge) > 3) expect(isSeen, `${section}, ${x}`).toBe(x < edge)
      }
    }
    await page.getByText('hatched: no samples').first().waitFor()
  })

  test.each([
    ['light', 1280],
    ['dark', 390],
  ] as const)('is shown soundly in a %s theme, %i px wide', async (theme, width) => {
    const page = await browser.open(
      '/?session=810000001&view=activity&epoch=0&area=VISp&before=100',
      { theme, width },
    )
    await tracesOf(page, 'Pupil area').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
  })
})

describe('the local field potential of a probe', () => {
  const golden = new SharedFolder(`${goldenFolder}/cache`)
  const other = new TestBrowser(() => golden.url)
  const view = '/?session=715093703&view=activity&epoch=0&before=4.43&after=-4.1&bin=0.01'

  interface ResponseData {
    readonly session: {
      readonly stimulusEpoch: { readonly startTime: number }
      readonly probes: readonly {
        readonly name: string
        readonly lfp: {
          readonly channelIds: readonly string[]
          readonly times: readonly number[]
          readonly values: readonly (readonly number[])[]
        } | null
      }[]
      readonly channels: {
        readonly nodes: readonly { readonly channelId: string; readonly verticalPosition: number }[]
      }
    }
  }

  test('is asked for when a probe is chosen, and is that of the API, cell by cell', async () => {
    const page = await other.open(view)
    const choice = page.getByRole('region', { name: 'Local field potential' }).getByRole('combobox')
    await choice.selectOption('probeA')
    const plot = heatmapOf(page, 'LFP of probeA')
    await plot.waitFor()
    const { session } = await golden.data<ResponseData>(
      `{ session(id: "715093703") { stimulusEpoch(index: 0) { startTime }
        probes { name lfp { channelIds times values } }
        channels(where: { probes: ["probeA"] }) { nodes { channelId verticalPosition } } } }`,
    )
    const start = session.stimulusEpoch.startTime - 4.43
    const lfp = session.probes.find(({ name }) => name === 'probeA')?.lfp
    if (!lfp) throw new Error('no LFP')
    const height = new Map(
      session.channels.nodes.map(({ channelId, verticalPosition }) => [
        channelId,
        verticalPosition,
      ]),
    )
    const order = lfp.channelIds
      .map((_, column) => column)
      .sort(
        (one, other) =>
          (height.get(lfp.channelIds[other] as string) ?? 0) -
          (height.get(lfp.channelIds[one] as string) ?? 0),
      )
    const within = lfp.times.flatMap((time, i) =>
      time >= start && time <= start + 0.33 ? [i] : [],
    )
    expect(within.length).toBeGreaterThan(100)
    const microvolts = within.map((point) => (lfp.values[point] ?? []).map((value) => 1e6 * value))
    const cells = lfpCells(Float64Array.from(lfp.times), Float64Array.from(lfp.values.flat()), {
      start,
      stop: start + 0.33,
    })
    if (!cells) throw new Error('no cells')
    const limit = lfpLimit(cells.counts)
    const scale = divergingScale(limit, 'light')
    const pixels = await paintedPixels(page, 'LFP of probeA')
    const width = pixels[0]?.length ?? 0
    let matched = 0
    for (const [row, column] of order.entries()) {
      const line = pixels[Math.floor(((row + 0.5) / order.length) * pixels.length)]
      for (const [i, point] of within.entries()) {
        const x = Math.floor((((lfp.times[point] as number) - start) / 0.33) * width)
        const colour = colourOf(scale, Math.fround(microvolts[i]?.[column] as number)).join(' ')
        if (line?.[x] === colour || line?.[x - 1] === colour || line?.[x + 1] === colour) matched++
      }
    }
    // A point on the edge of a cell may be shown by its neighbour.
    expect(matched / (within.length * order.length)).toBeGreaterThan(0.95)
    await page.reload()
    await plot.waitFor()
    await choice.selectOption('')
    await expect.poll(() => plot.count()).toBe(0)
  })

  test('fits its page', async () => {
    const page = await other.open(`${view}&lfp=probeA`, { width: 390, theme: 'dark' })
    await heatmapOf(page, 'LFP of probeA').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
  })
})
