import { describe, expect, test } from 'vitest'
import { lfpLimit } from '../../../../web/src/activity/lfp/lfp-cells.ts'
import { csdCells } from '../../../../web/src/events/csd/csd-cells.ts'
import { formatNumber } from '../../../../web/src/heatmap/axes/axis-ticks.ts'
import {
  colourOf,
  divergingScale,
  hatching,
} from '../../../../web/src/heatmap/colours/colour-scale.ts'
import { accessibilityFaults, overflow, TestBrowser } from '../../../support/browser/browser.ts'
import { goldenFolder } from '../../../support/golden/golden-folder.ts'
import { writeLfpRecording } from '../../../support/recordings/lfp-recording.ts'
import { temporaryFolder } from '../../../support/recordings/write-nwb.ts'
import { ServedFolder, SharedFolder } from '../../../support/servers/served-folder.ts'
import { heatmapOf, paintedPixels, readoutOf } from '../../activity/heatmap-page.ts'

const golden = new SharedFolder(`${goldenFolder}/cache`)
const browser = new TestBrowser(() => golden.url)

/** LFP is there from 20 s on, for less than half a second; the first event is at 24.43 s. */
const window = { before: 4.5, after: -4, binSize: 0.001 }
const view =
  '/?session=715093703&view=events&event=stimulus%2Fspontaneous&pre=4.5&post=-4&width=0.02'
const name = 'CSD of probeA'

interface ResponseData {
  readonly session: {
    readonly channels: {
      readonly nodes: readonly { readonly channelId: string; readonly verticalPosition: number }[]
    }
    readonly probes: readonly {
      readonly name: string
      readonly alignedLfp: {
        readonly channelIds: readonly string[]
        readonly groups: readonly {
          readonly average: {
            readonly currentSourceDensity: readonly (readonly (number | null)[])[]
          }
        }[]
      } | null
    }[]
  }
}

async function received() {
  const { session } = await golden.data<{
    session: { probes: { name: string; lfp: { channelIds: string[] } | null }[] }
  }>('{ session(id: "715093703") { probes { name lfp(start: 0, stop: 0) { channelIds } } } }')
  const channels = session.probes.find((probe) => probe.name === 'probeA')?.lfp?.channelIds
  const response = await golden.data<ResponseData>(
    `query ($channels: [ID!]!, $before: Float!, $after: Float!, $binSize: Float!) {
      session(id: "715093703") {
        channels(where: { probes: ["probeA"] }, first: 10000) { nodes { channelId verticalPosition } }
        probes { name alignedLfp(channelIds: $channels,
          presentations: { stimulusNames: ["spontaneous"] },
          before: $before, after: $after, binSize: $binSize) {
          channelIds groups(by: ALL) { average { currentSourceDensity } } } } } }`,
    { channels, ...window },
  )
  const lfp = response.session.probes.find((probe) => probe.name === 'probeA')?.alignedLfp
  const density = lfp?.groups[0]?.average.currentSourceDensity
  if (!lfp || !density) throw new Error('no LFP')
  const heights = new Map(
    response.session.channels.nodes.map((each) => [each.channelId, each.verticalPosition]),
  )
  const rowIds = lfp.channelIds.slice(1, -1)
  const order = [...rowIds.keys()].sort(
    (one, other) =>
      (heights.get(rowIds[other] as string) ?? 0) - (heights.get(rowIds[one] as string) ?? 0),
  )
  return { density, rowIds, order, heights }
}

describe('where the file does not say how far apart channels lie', () => {
  const folder = temporaryFolder()
  const served = new ServedFolder(async () => {
    await writeLfpRecording(folder, false)
    return [folder]
  })
  const other = new TestBrowser(() => served.url)

  test('the distance is typed, and the density is that of the API', async () => {
    const page = await other.open('/?session=lfp&view=events&event=stimulus%2Fflashes&lfp=probeA')
    const section = page.getByRole('region', { name: 'Current source density' })
    await section.getByText('does not say where the channels lie').waitFor()
    expect(await heatmapOf(page, name).count()).toBe(0)
    const field = section.getByRole('spinbutton', { name: 'Distance between channels' })
    await field.fill('40')
    await field.press('Enter')
    const plot = heatmapOf(page, name)
    await plot.waitFor()
    await section.getByText('as if all lay 40 µm apart').waitFor()
    await plot.focus()
    await page.keyboard.press('End')
    await page.keyboard.press('Home')
    await expect.poll(() => readoutOf(page, name).innerText()).toMatch(/^Channel 85[12]/)
    const [id, times = '', value] = (await readoutOf(page, name).innerText()).split(' · ')
    const [start = 0, stop = 0] = times
      .replaceAll('−', '-')
      .split(' to ')
      .map((text) => Number.parseFloat(text))
    const { session } = await served.data<{
      session: {
        probes: [
          {
            alignedLfp: {
              groups: [{ average: { currentSourceDensity: (number | null)[][] } }]
            }
          },
        ]
      }
    }>(
      `query ($before: Float!, $after: Float!, $binSize: Float!) { session(id: "lfp") { probes {
        alignedLfp(channelIds: ["850", "851", "852", "853"],
          presentations: { stimulusNames: ["flashes"] },
          before: $before, after: $after, binSize: $binSize) {
          groups(by: ALL) { average { currentSourceDensity(spacing: 40) } } } } } }`,
      { before: -start, after: stop, binSize: stop - start },
    )
    const [density] = session.probes[0].alignedLfp.groups[0].average.currentSourceDensity
    const channel = Number(id?.slice('Channel 85'.length))
    const expected = (density?.[channel] as number) / 1000
    expect(Math.abs(expected)).toBeGreaterThan(0.01)
    expect(value).toBe(`${formatNumber(expected, 2)} mV/mm²`)
    await page.reload()
    await plot.waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
  })
})

describe('the current source density around events', () => {
  test('is asked for when a probe is chosen, and is that of the API, cell by cell', async () => {
    const page = await browser.open(view)
    const section = page.getByRole('region', { name: 'Current source density' })
    await section.getByRole('combobox').selectOption('probeA')
    await heatmapOf(page, name).waitFor()
    const { density, order } = await received()
    const cells = csdCells(density)
    const scale = divergingScale(lfpLimit(cells), 'light')
    const { ground, line } = hatching.light
    const hatched = [ground.join(' '), line.join(' ')]
    const pixels = await paintedPixels(page, name)
    const width = pixels[0]?.length ?? 0
    const [binCount, rowCount] = cells.shape
    expect(binCount).toBe(500)
    // More than a pixel each, so that none shows the mean of several.
    expect(width).toBeGreaterThan(binCount)
    const wrong: string[] = []
    let gapCount = 0
    for (const [row, channel] of order.entries()) {
      const y = Math.floor(((row + 0.5) / rowCount) * pixels.length)
      for (let bin = 0; bin < binCount; bin++) {
        const cell = bin * rowCount + channel
        const colour = pixels[y]?.[Math.floor(((bin + 0.5) / binCount) * width)] ?? ''
        const isGap = Boolean(cells.gaps?.[cell])
        if (isGap) gapCount++
        const wanted = isGap
          ? hatched
          : [colourOf(scale, Math.fround(cells.data[cell] as number)).join(' ')]
        if (!wanted.includes(colour)) wrong.push(`row ${row}, bin ${bin}: ${colour}`)
      }
    }
    expect(wrong).toEqual([])
    expect(gapCount).toBeGreaterThan(100)
    expect(gapCount).toBeLessThan(binCount * rowCount)
    await section.getByText('not recorded, or invalid').waitFor()
    await section.getByText('CSD (mV/mm²)').waitFor()
    await page.reload()
    await heatmapOf(page, name).waitFor()
  })

  test('is read out by keys', async () => {
    const page = await browser.open(`${view}&lfp=probeA`)
    const plot = heatmapOf(page, name)
    await plot.waitFor()
    const { density, rowIds, order, heights } = await received()
    await plot.focus()
    await page.keyboard.press('End')
    await page.keyboard.press('Home')
    const id = rowIds[order[0] as number] as string
    const read = () => readoutOf(page, name).innerText()
    const start = `Channel ${id}, ${heights.get(id)} µm from the tip · −4.5000 to −4.4990 s`
    expect(density[0]?.[(order[0] as number) + 1]).toBe(null)
    await expect.poll(read).toBe(`${start} · no samples`)
  })

  test.each([
    ['light', 1280],
    ['dark', 390],
    ['light', 2200],
  ] as const)('is shown soundly in a %s theme, %i px wide', async (theme, width) => {
    const page = await browser.open(`${view}&lfp=probeA`, { theme, width })
    await heatmapOf(page, name).waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
  })
})
