import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { decodeNpy } from '../../../src/formats/numpy/npy.ts'
import { plotAreaIn } from '../../../web/src/heatmap/axes/plot-area.ts'
import {
  accessibilityFaults,
  faultsInTheme,
  overflow,
  TestBrowser,
} from '../../support/browser/browser.ts'
import { temporaryFolder, writeNwb } from '../../support/recordings/write-nwb.ts'
import { ServedFolder } from '../../support/servers/served-folder.ts'
import { unzip } from '../../support/unzip.ts'
import { servedExplorer } from '../served-explorer.ts'
import { heatmapOf, matrixOf, readoutOf } from './heatmap-page.ts'

const { served, browser } = servedExplorer()

const view = '/?session=810000001&view=activity&epoch=1&area=VISp&area=VISam'

async function opened(address = view): Promise<Page> {
  const page = await browser.open(address)
  await page.getByRole('application').first().waitFor()
  return page
}

const searchOf = (page: Page) => new URL(page.url()).searchParams

/** Which areas have heatmaps, from the top. */
const areasOf = (page: Page) =>
  page
    .getByRole('application')
    .evaluateAll((plots) =>
      plots.map((plot) => plot.getAttribute('aria-label')?.split(',')[0] ?? ''),
    )

describe('what is shown', () => {
  test('is at first the notebook’s window of the first stimulus, in its areas', async () => {
    const page = await opened('/?session=810000001&view=activity')
    await expect.poll(() => areasOf(page)).toEqual(['V1', 'LM', 'RL', 'AL', 'PM', 'AM'])
    expect(await page.getByRole('combobox', { name: 'Stimulus epoch' }).inputValue()).toBe('1')
    expect(await page.getByRole('spinbutton', { name: 'Bin size' }).inputValue()).toBe('0.1')
    expect(await heatmapOf(page, 'V1').getAttribute('aria-label')).toBe('V1, 11 units, 1000 bins')
  })

  test('follows the form, and the address bar follows it, back and forward too', async () => {
    const page = await opened()
    const epoch = page.getByRole('combobox', { name: 'Stimulus epoch' })
    await epoch.selectOption('3')
    await expect.poll(() => searchOf(page).get('epoch')).toBe('3')
    await page.getByRole('spinbutton', { name: 'Bin size' }).fill('0.5')
    await page.getByRole('spinbutton', { name: 'Bin size' }).press('Enter')
    await expect
      .poll(() => heatmapOf(page, 'V1').getAttribute('aria-label'))
      .toBe('V1, 11 units, 200 bins')
    await page.getByRole('checkbox', { name: /^LM/ }).check()
    await expect.poll(() => areasOf(page)).toContain('LM')
    await page.goBack()
    await expect
      .poll(() => heatmapOf(page, 'V1').getAttribute('aria-label'))
      .toBe('V1, 11 units, 1000 bins')
    await page.goBack()
    await expect.poll(() => epoch.inputValue()).toBe('1')
    await page.goForward()
    await expect.poll(() => epoch.inputValue()).toBe('3')
    await page.reload()
    await expect.poll(() => epoch.inputValue()).toBe('3')
  })

  test('is one area alone at a click, or by keyboard', async () => {
    const page = await opened()
    const am = page.locator('.chip', { has: page.getByRole('checkbox', { name: /^AM/ }) })
    await am.hover()
    await am.getByRole('button', { name: 'Only AM' }).click()
    await expect.poll(() => areasOf(page)).toEqual(['AM'])
    expect(searchOf(page).getAll('area')).toEqual(['VISam'])
    expect(await am.getByRole('button').count()).toBe(0)
    await page.getByRole('button', { name: 'Only V1' }).focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => areasOf(page)).toEqual(['V1'])
  })

  test('is measured in Hz or z-scores when asked', async () => {
    const page = await opened()
    await page.getByRole('radio', { name: 'Hz' }).check({ force: true })
    await page.locator('.colour-legend', { hasText: 'Rate (Hz)' }).waitFor()
    expect(await page.locator('.colour-legend-ticks').textContent()).toBe(
      '0 10 20 30 40'.replaceAll(' ', ''),
    )
    await page.getByRole('radio', { name: 'z-score' }).check({ force: true })
    await page.locator('.colour-legend', { hasText: 'z-score' }).waitFor()
    expect(await page.locator('.colour-legend-ticks').textContent()).toBe('−3−2−10123')
    expect(searchOf(page).get('measure')).toBe('zscore')
  })

  test('may end at the epoch’s end', async () => {
    const page = await opened()
    await page.getByRole('checkbox', { name: 'To the epoch’s end' }).check()
    await expect.poll(() => searchOf(page).get('after')).toBe('end')
    await expect
      .poll(() => heatmapOf(page, 'V1').getAttribute('aria-label'))
      .toMatch(/^V1, 11 units, 13\d\d bins$/)
  })
})

describe('the bar above the plots', () => {
  test('draws each presentation in the colour of its stimulus', async () => {
    const page = await opened('/?session=810000001&view=activity&epoch=13&area=VISp')
    const ruler = page.getByRole('img', { name: /Shown in this window: spontaneous, drifting/ })
    const { session } = await served.data<{
      session: {
        stimulusEpoch: { startTime: number }
        stimulusPresentations: { nodes: { startTime: number; stopTime: number }[] }
      }
    }>(`{ session(id: "810000001") { stimulusEpoch(index: 13) { startTime }
      stimulusPresentations(where: { epochIndexes: [13] }) { nodes { startTime stopTime } } } }`)
    const onset = session.stimulusEpoch.startTime
    const shown = session.stimulusPresentations.nodes.map(
      ({ startTime, stopTime }) => [startTime - onset, stopTime - onset] as const,
    )
    const box = await ruler.boundingBox()
    if (!box) throw new Error('no ruler')
    const { left, width } = plotAreaIn(box.width, box.height)
    // Of drifting gratings: the third hue, #44bb99.
    const painted = () =>
      ruler.evaluate(
        (element, [x, y, w]) => {
          const canvas = element as unknown as HTMLCanvasLike
          const { data } = canvas.getContext('2d').getImageData(x, y, w, 1)
          return Array.from({ length: w }, (_, i) => data.slice(4 * i, 4 * i + 3).join(' '))
        },
        [left, 20, Math.floor(width)] as const,
      )
    await expect.poll(painted).toContain('68 187 153')
    const row = await painted()
    for (const [x, colour] of row.entries()) {
      const times = [x, x + 1].map((pixel) => -10 + (100 * pixel) / width)
      const isWithin = (time: number) => shown.some(([from, to]) => time >= from && time < to)
      // Pixels that a presentation covers in part are mixed.
      if (times.every(isWithin)) expect(colour, `at ${times[0]} s`).toBe('68 187 153')
      if (!times.some(isWithin)) expect(colour, `at ${times[0]} s`).toBe('255 255 255')
    }
  })

  test.each([
    ['stays in sight and folds', 1280, 900],
    ['is folded on a phone', 390, 844],
  ])('%s', async (_, width, height) => {
    const page = await browser.open(view, { width, height })
    const first = heatmapOf(page, 'V1')
    await first.waitFor()
    const topOf = async () => (await first.boundingBox())?.y ?? Number.NaN
    expect(await topOf()).toBeLessThan(height - 100)
    const fold = page.getByRole('button', { name: /^(Fold|Change)$/ })
    if (width > 900) await fold.click()
    const text = page.getByText('1: gabors · −10 to 90 s in bins of 0.1 s · V1, AM')
    await text.waitFor()
    const folded = await topOf()
    await page.mouse.wheel(0, 400)
    await expect.poll(topOf).toBeLessThan(folded)
    expect((await fold.boundingBox())?.y).toBeGreaterThanOrEqual(0)
    expect((await fold.boundingBox())?.y).toBeLessThan(150)
    await fold.click()
    await page.getByRole('combobox', { name: 'Stimulus epoch' }).waitFor()
    expect(await text.count()).toBe(0)
    expect(await accessibilityFaults(page)).toEqual([])
  })
})

/** The tests are compiled without a browser's types. */
interface HTMLCanvasLike {
  getContext(kind: '2d'): {
    getImageData(x: number, y: number, w: number, h: number): { data: Uint8ClampedArray }
  }
}

describe('what cannot be shown', () => {
  test('is said of an area without a passing unit, beside those with', async () => {
    const page = await opened('/?session=830000001&view=activity&epoch=1&area=VISp&area=VISmma')
    await page.getByText('No unit of this area passes the quality limits').waitFor()
    expect(await areasOf(page)).toEqual(['V1'])
  })

  test('is said with the cure of too many cells, and goes when it is done', async () => {
    const page = await opened()
    const binSize = page.getByRole('spinbutton', { name: 'Bin size' })
    await binSize.fill('0.00001')
    await binSize.press('Enter')
    const alert = page.getByRole('alert')
    await alert.waitFor()
    expect(await alert.textContent()).toMatch(/binSize|bins/)
    await binSize.fill('0.2')
    await binSize.press('Enter')
    await expect
      .poll(() => heatmapOf(page, 'V1').getAttribute('aria-label'))
      .toBe('V1, 11 units, 500 bins')
    expect(await alert.count()).toBe(0)
  })

  test('is not asked for any more when the user moves on', async () => {
    const page = await browser.open('/?session=810000001')
    const failed: string[] = []
    page.on('requestfailed', (request) => {
      failed.push(
        `${new URL(request.url()).pathname.split('/')[1]}: ${request.failure()?.errorText}`,
      )
    })
    await page.route('**/arrays/**', () => {})
    const requested = page.waitForRequest('**/arrays/**')
    await page
      .getByRole('link', { name: /gabors/ })
      .first()
      .click()
    await requested
    await page.getByRole('status').filter({ hasText: 'Loading spikes' }).first().waitFor()
    await page.getByRole('link', { name: 'Sessions' }).click()
    await page.getByRole('heading', { name: 'Sessions' }).waitFor()
    await expect.poll(() => failed).toContain('arrays: net::ERR_ABORTED')
    // On a busy machine also a query that was on its way.
    expect(failed.every((request) => request.endsWith('net::ERR_ABORTED'))).toBe(true)
  })
})

describe('downloads', () => {
  test('are the matrices as files', async () => {
    const page = await opened()
    const matrix = await matrixOf(served, 1, 'VISp')
    const bytesOf = async (name: string) => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name }).click(),
      ])
      return readFile(await download.path())
    }
    const { shape, data } = decodeNpy(await bytesOf('V1 as .npy'))
    expect(shape).toEqual([1000, 11])
    expect([...data]).toEqual(matrix.counts.flat())
    const lines = (await bytesOf('V1 as .csv')).toString().trim().split('\n')
    expect(lines[0]).toBe(['bin_start', ...matrix.units.map(({ unitId }) => unitId)].join(','))
    expect(lines[101]?.split(',').slice(1).map(Number)).toEqual(matrix.counts[100])
    const one = await bytesOf('V1 as .npz')
    expect(unzip(one).map(({ name }) => name)).toContain('counts.npy')
    const all = new Map(
      unzip(await bytesOf('All matrices as one .npz')).map(({ name, content }) => [name, content]),
    )
    expect([...decodeNpy(all.get('1__VISp.npy') as Buffer).data]).toEqual(matrix.counts.flat())
    expect(decodeNpy(all.get('1__VISam.npy') as Buffer).shape).toEqual([1000, 16])
  })

  test('are the heatmaps as a picture', async () => {
    const page = await opened()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Heatmaps as .png' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('session_810000001_epoch_1.png')
    const picture = await readFile(await download.path())
    expect(picture.subarray(1, 4).toString()).toBe('PNG')
    expect(picture.readUInt32BE(16)).toBe(2400)
  })
})

describe('the query behind the plots', () => {
  test('is copied as programs that name this server', async () => {
    const page = await opened()
    for (const [name, start] of [
      ['curl', `curl -s '${served.url}/graphql'`],
      ['TypeScript', `import { createClient } from '@spikeql/client'`],
      ['Python', 'import io\nimport json'],
    ] as const) {
      await page.getByRole('button', { name: `Copy as ${name}` }).click()
      await page.getByText('Copied').first().waitFor()
      const text = await page.evaluate('navigator.clipboard.readText()')
      expect(text).toContain(start)
      expect(text).toContain(served.url)
      await page.getByText('Copied').first().waitFor({ state: 'hidden' })
    }
  })

  test('opens in GraphiQL, where it answers', async () => {
    const page = await opened()
    const link = page.getByRole('link', { name: 'Open in GraphiQL' })
    const { searchParams } = new URL((await link.getAttribute('href')) ?? '', served.url)
    const { session } = await served.data<{
      session: { stimulusEpoch: { binnedActivity: { shape: number[] }[] } }
    }>(searchParams.get('query') ?? '', JSON.parse(searchParams.get('variables') ?? ''))
    expect(session.stimulusEpoch.binnedActivity.map(({ shape }) => shape)).toEqual([
      [1000, 11],
      [1000, 16],
    ])
  })
})

describe('everybody', () => {
  test.each([
    ['light', 1280, 'dark'],
    ['dark', 390, 'light'],
  ] as const)('can use the view in a %s theme, %i px wide, and in a %s one', async (...variant) => {
    const [theme, width, other] = variant
    const page = await browser.open(`${view}&measure=zscore`, { theme, width })
    await page.getByRole('application').first().waitFor()
    await page.getByText('How to read and move these plots').click()
    await heatmapOf(page, 'V1').focus()
    await page.keyboard.press('ArrowRight')
    await readoutOf(page, 'V1').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    expect(await overflow(page)).toBe(0)
    expect(await faultsInTheme(page, other)).toEqual([])
    expect(await overflow(page)).toBe(0)
  })
})

describe('a file that holds nothing but units', () => {
  const folder = temporaryFolder()
  const plain = new ServedFolder(async () => {
    const spikes = (rate: number) => Array.from({ length: 100 * rate }, (_, i) => 5 + i / rate)
    await writeNwb(join(folder, 'plain.nwb'), {
      identifier: 'plain',
      units: [
        { id: 3, spikes: spikes(10), electrode: 0 },
        { id: 4, spikes: spikes(2), electrode: 1 },
      ],
      locations: ['VISp', 'VISp'],
    })
    return [folder]
  })
  const other = new TestBrowser(() => plain.url)

  test('shows its first seconds, and says that it has no running speed', async () => {
    const page = await other.open('/?session=plain&view=activity')
    await page.getByRole('application').waitFor()
    expect(await page.getByRole('application').getAttribute('aria-label')).toBe(
      'V1, 2 units, 900 bins',
    )
    await page.getByText('This session’s file has no running speed.').waitFor()
    await page.getByText('time from the first moment recorded (s)').first().waitFor()
    expect(await page.getByRole('combobox', { name: 'Stimulus epoch' }).count()).toBe(0)
  })

  test('has a view of its units, which says what is not there', async () => {
    const page = await other.open('/?session=plain&view=unit&unit=3')
    await page.getByText('This session’s file has no mean waveform of the unit.').waitFor()
    await page.getByText('This session’s file has no stimuli').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
  })
})
