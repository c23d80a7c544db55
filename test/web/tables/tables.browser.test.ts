import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { colourOf, sequentialScale } from '../../../web/src/heatmap/colours/colour-scale.ts'
import { accessibilityFaults, overflow, TestBrowser } from '../../support/browser/browser.ts'
import { temporaryFolder, writeNwb } from '../../support/recordings/write-nwb.ts'
import { ServedFolder } from '../../support/servers/served-folder.ts'
import { heatmapOf, paintedPixels } from '../activity/heatmap-page.ts'

const ROWS = 230
const LONG = 110_000

const rowsOf = (count: number) => Array.from({ length: count }, (_, row) => row)
const contrastOf = (row: number) => (row === 5 ? Number.NaN : ((row * 7) % 11) / 8)

const folder = temporaryFolder()
const served = new ServedFolder(async () => {
  const spikes = (rate: number) => Array.from({ length: 600 * rate }, (_, i) => i / rate)
  await writeNwb(join(folder, 'task.nwb'), {
    identifier: 'task',
    units: [
      { id: 3, spikes: spikes(10), electrode: 0 },
      { id: 4, spikes: spikes(3), electrode: 1 },
    ],
    locations: ['VISp', 'VISp'],
    intervals: {
      trials: {
        start: rowsOf(ROWS).map((row) => 10 + 2 * row),
        stop: rowsOf(ROWS).map((row) => 11 + 2 * row),
        columns: {
          contrast: rowsOf(ROWS).map(contrastOf),
          side: rowsOf(ROWS).map((row) => (row % 3 === 0 ? 'left' : 'right')),
        },
      },
      frames: {
        start: rowsOf(LONG).map((row) => row / 200),
        stop: rowsOf(LONG).map((row) => (row + 1) / 200),
      },
      pauses: { start: [], stop: [] },
    },
  })
  await writeNwb(join(folder, 'plain.nwb'), { identifier: 'plain' })
  return [folder]
})
const browser = new TestBrowser(() => served.url)

const view = '/?session=task&view=tables'

/** The texts of the cells, row by row. */
function shownRows(page: Page): Promise<string[][]> {
  return page
    .locator('.interval-table tbody tr')
    .evaluateAll((rows) =>
      (rows as unknown as { children: { textContent: string }[] }[]).map((row) =>
        Array.from(row.children, ({ textContent }) => textContent.trim()),
      ),
    )
}

interface ResponseData {
  readonly session: {
    readonly intervalTables: [{ readonly columns: { name: string; values: unknown[] }[] }]
  }
}

async function receivedColumns(table: string): Promise<ReadonlyMap<string, unknown[]>> {
  const { session } = await served.data<ResponseData>(
    `query ($table: String!) { session(id: "task") { intervalTables(names: [$table]) {
      columns { name values } } } }`,
    { table },
  )
  return new Map(session.intervalTables[0].columns.map(({ name, values }) => [name, values]))
}

describe('the tables of a file', () => {
  test('are listed with their rows, trials first, cell by cell as the API has them', async () => {
    const page = await browser.open('/?session=task')
    await page.getByRole('link', { name: 'Tables' }).click()
    const tables = page.getByRole('navigation', { name: 'Tables' })
    await tables.waitFor()
    expect(await tables.getByRole('link').allTextContents()).toEqual([
      'frames 110,000',
      'pauses 0',
      'trials 230',
    ])
    await page.getByText('Rows 1 to 100 of 230').waitFor()
    expect(await page.getByRole('columnheader').allTextContents()).toEqual([
      'Row',
      'start_time (s)',
      'stop_time (s)',
      'contrast',
      'id',
      'side',
    ])
    const received = await receivedColumns('trials')
    const valueAt = (name: string, row: number) => received.get(name)?.[row] as number
    expect(await shownRows(page)).toEqual(
      rowsOf(100).map((row) => [
        String(row),
        valueAt('start_time', row).toFixed(3),
        valueAt('stop_time', row).toFixed(3),
        String(valueAt('contrast', row) ?? '–'),
        String(valueAt('id', row)),
        String(valueAt('side', row)),
      ]),
    )
  })

  test('are turned over and sorted, which the address bar keeps', async () => {
    const page = await browser.open(view)
    await page.getByRole('link', { name: 'Next rows' }).click()
    await page.getByText('Rows 101 to 200 of 230').waitFor()
    await page.getByRole('link', { name: 'Next rows' }).click()
    await page.getByText('Rows 201 to 230 of 230').waitFor()
    expect(await page.getByRole('link', { name: 'Next rows' }).count()).toBe(0)
    expect((await shownRows(page)).map(([row]) => Number(row))).toEqual(
      rowsOf(30).map((row) => 200 + row),
    )
    const contrast = page.getByRole('button', { name: 'contrast' })
    await contrast.click()
    await contrast.click()
    const descending = rowsOf(ROWS)
      .filter((row) => row !== 5)
      .sort((one, other) => contrastOf(other) - contrastOf(one) || one - other)
    const shown = async () => (await shownRows(page)).map(([row]) => Number(row))
    await expect.poll(shown).toEqual(descending.slice(0, 100))
    expect(
      await page.getByRole('columnheader', { name: 'contrast' }).getAttribute('aria-sort'),
    ).toBe('descending')
    await page.goto(`${page.url()}&page=3`)
    await expect.poll(shown).toEqual([...descending.slice(200), 5])
    await page.reload()
    await expect.poll(shown).toEqual([...descending.slice(200), 5])
  })

  test('too long to be sorted on a page come page by page from the API', async () => {
    const page = await browser.open(view)
    await page.getByRole('link', { name: /^frames/ }).click()
    await page.getByText('Rows 1 to 100 of 110,000, in the file’s order').waitFor()
    expect(await page.getByRole('button', { name: 'start_time' }).count()).toBe(0)
    await page.getByRole('link', { name: 'Next rows' }).click()
    await page.getByText('Rows 101 to 200 of 110,000').waitFor()
    expect((await shownRows(page))[0]?.slice(0, 2)).toEqual(['100', '0.500'])
    await page.reload()
    await page.getByText('Rows 101 to 200 of 110,000').waitFor()
    await page.getByRole('link', { name: 'First rows' }).click()
    await page.getByText('Rows 1 to 100 of 110,000').waitFor()
  })

  test('are downloaded whole', async () => {
    const page = await browser.open(view)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download .csv' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('session_task_intervals_trials.csv')
    const lines = (await readFile(await download.path(), 'utf8')).trim().split('\n')
    expect(lines).toHaveLength(ROWS + 1)
    expect(lines[0]).toContain('contrast')
  })

  test('may be empty, absent, or unknown, and the page says so', async () => {
    const page = await browser.open(`${view}&table=pauses`)
    await page.getByText('This table has no rows.').waitFor()
    await page.goto(`${served.url}/?session=plain&view=tables`)
    await page.getByText('This file has no tables of intervals').waitFor()
    await page.goto(`${served.url}${view}&table=rests`)
    await page.getByText('This file has no table “rests”.').waitFor()
  })
})

describe('a row of a table', () => {
  test('leads to the activity around its start, and back to the table', async () => {
    const page = await browser.open(view)
    await page.getByRole('link', { name: 'Activity around row 12', exact: true }).click()
    await page.getByText('Session task, around row 12 of trials, at 34.0 s').waitFor()
    await heatmapOf(page, 'V1').waitFor()
    expect(await heatmapOf(page, 'V1').getAttribute('aria-label')).toBe('V1, 2 units, 200 bins')
    await page.getByText('time from row 12 of trials (s)').waitFor()
    const { session } = await served.data<{
      session: { binnedActivity: [{ counts: number[][] }] }
    }>(`{ session(id: "task") { binnedActivity(areas: ["VISp"], start: 33.5, stop: 35.5, binSize: 0.01) {
      counts } } }`)
    const [{ counts }] = session.binnedActivity
    const pixels = await paintedPixels(page, 'V1')
    const width = pixels[0]?.length ?? 0
    const scale = sequentialScale(1, 'light')
    // The unit farther from the tip is the upper row.
    for (const [row, unit] of [1, 0].entries()) {
      const line = pixels[Math.floor(((row + 0.5) / 2) * pixels.length)]
      const painted = counts.map((_, bin) => line?.[Math.floor(((bin + 0.5) / 200) * width)])
      const wanted = counts.map((bin) => colourOf(scale, bin[unit] as number).join(' '))
      // The line at the start of the row covers its neighbours.
      const isSeen = (_: unknown, bin: number) => Math.abs(bin - 50) > 1
      expect(painted.filter(isSeen)).toEqual(wanted.filter(isSeen))
      expect(new Set(wanted).size).toBe(2)
    }
    await page.getByRole('navigation', { name: 'Breadcrumb' }).getByText('Tables').click()
    await page.getByText('Rows 1 to 100 of 230').waitFor()
    await page.goBack()
    await heatmapOf(page, 'V1').waitFor()
    await page.getByRole('combobox', { name: 'Around' }).selectOption({ index: 1 })
    await page.getByText(/^Session task, epoch 0/).waitFor()
  })

  test('with all others leads to the responses around them', async () => {
    const page = await browser.open(view)
    await page.getByRole('link', { name: 'Responses around all rows' }).click()
    await page.getByText('230 events: start_time of trials').waitFor()
    await heatmapOf(page, 'V1').waitFor()
  })
})

test.each([
  ['light', 1280],
  ['dark', 390],
] as const)('tables can be read by everybody in a %s theme, %i px wide', async (theme, width) => {
  const page = await browser.open(view, { theme, width })
  await page.getByText('Rows 1 to 100 of 230').waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
  expect(await overflow(page)).toBeLessThanOrEqual(0)
})
