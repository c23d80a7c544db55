import { expect, test } from 'vitest'
import { detailWindow } from '../../../web/src/activity/lfp/detail-window.ts'
import { lfpCells, lfpLimit } from '../../../web/src/activity/lfp/lfp-cells.ts'
import { formatNumber } from '../../../web/src/heatmap/axes/axis-ticks.ts'
import { colourOf, divergingScale } from '../../../web/src/heatmap/colours/colour-scale.ts'
import { TestBrowser } from '../../support/browser/browser.ts'
import { writeLfpRecording } from '../../support/recordings/lfp-recording.ts'
import { temporaryFolder } from '../../support/recordings/write-nwb.ts'
import { ServedFolder } from '../../support/servers/served-folder.ts'
import { heatmapOf, paintedPixels, readoutOf } from './heatmap-page.ts'

const folder = temporaryFolder()
const served = new ServedFolder(async () => {
  await writeLfpRecording(folder)
  return [folder]
})
const browser = new TestBrowser(() => served.url)

/** From the recording's start on, 32 s. */
const view = '/?session=lfp&view=activity&epoch=0&before=4&after=28&bin=0.5&lfp=probeA'
const name = 'LFP of probeA'

interface ResponseData {
  readonly session: {
    readonly probes: readonly [
      {
        readonly lfp: {
          readonly samplesPerGroup: number
          readonly times: readonly number[]
          readonly values: readonly (readonly number[])[]
        }
      },
    ]
  }
}

async function receivedLfp(start: number, stop: number, points: number | null) {
  const { session } = await served.data<ResponseData>(
    `query ($start: Float!, $stop: Float!, $points: Int) { session(id: "lfp") { probes {
      lfp(start: $start, stop: $stop, maxPoints: $points) { samplesPerGroup times values } } } }`,
    { start, stop, points },
  )
  return session.probes[0].lfp
}

/** Time, row, and text of the cell that is read out. */
const cellText = /^Channel (\d+), (\d+) µm from the tip · (−?[\d.]+) to (−?[\d.]+) s · (.+)$/

test('finer samples are shown when time is zoomed, each as the API has it', async () => {
  const page = await browser.open(view)
  const section = page.getByRole('region', { name: 'Local field potential' })
  const plot = heatmapOf(page, name)
  await plot.waitFor()
  const coarse = await receivedLfp(0, 32, 2000)
  expect(coarse.samplesPerGroup).toBeGreaterThan(4)
  const coarseText = `each point is the mean of ${coarse.samplesPerGroup} samples`
  await section.getByText(coarseText).waitFor()

  await page.goto(`${served.url}${view}&from=-1&to=1`)
  await plot.waitFor()
  await section.getByText('each point is a sample').waitFor()
  const window = detailWindow(
    { start: -4, stop: 28 },
    { start: -1, stop: 1 },
    coarse.samplesPerGroup,
  )
  if (!window) throw new Error('no window')
  const fine = await receivedLfp(4 + window.start, 4 + window.stop, null)
  const cells = lfpCells(
    Float64Array.from(fine.times, (time) => time - 4),
    Float64Array.from(fine.values.flat()),
    window,
  )
  if (!cells) throw new Error('no cells')
  const scale = divergingScale(lfpLimit(cells.counts), 'light')
  const pixels = await paintedPixels(page, name)
  const width = pixels[0]?.length ?? 0
  // A sample is wider than a pixel.
  expect(width).toBeGreaterThan(1000)

  await plot.focus()
  const values = new Set<string>()
  for (let step = 0; step < 15; step++) {
    const before = await readoutOf(page, name).innerText()
    await page.keyboard.press(step % 4 === 3 ? 'ArrowDown' : 'ArrowRight')
    await expect.poll(() => readoutOf(page, name).innerText()).not.toBe(before)
    const [, channel, , start = '', stop = '', value = ''] =
      cellText.exec(await readoutOf(page, name).innerText()) ?? []
    const middle = (Number(start.replace('−', '-')) + Number(stop.replace('−', '-'))) / 2
    const distances = fine.times.map((time) => Math.abs(time - 4 - middle))
    const sample = distances.indexOf(Math.min(...distances))
    const microvolts = 1e6 * (fine.values[sample]?.[Number(channel) - 850] as number)
    expect(value).toBe(`${formatNumber(microvolts, 1)} µV`)
    values.add(value)
    const y = Math.floor(((853 - Number(channel) + 0.5) / 4) * pixels.length)
    const x = Math.floor(((middle + 1) / 2) * width)
    const colour = colourOf(scale, Math.fround(microvolts)).join(' ')
    // The line at the onset covers what is under it.
    if (Math.abs(x - width / 2) > 3) expect(pixels[y]?.[x]).toBe(colour)
  }
  // The fast wave that the mean of several samples levels.
  expect(values.size).toBeGreaterThan(5)

  // The finer samples are those of a part of the axis, but its ends are a key away.
  const readout = () => readoutOf(page, name).innerText()
  await page.keyboard.press('End')
  await expect.poll(readout).toMatch(/ to 28\.00\d* s · /)
  await section.getByText('each point is a sample').waitFor()
  await page.keyboard.press('Home')
  await expect.poll(readout).toMatch(/ · −4\.00\d* to /)
  await section.getByText('each point is a sample').waitFor()

  await page.keyboard.press('0')
  await section.getByText(coarseText).waitFor()
})
