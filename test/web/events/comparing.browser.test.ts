import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { correlationLimit } from '../../../web/src/events/correlations/correlation-order.ts'
import { colourOf, divergingScale } from '../../../web/src/heatmap/colours/colour-scale.ts'
import { accessibilityFaults, overflow } from '../../support/browser/browser.ts'
import { heatmapOf } from '../activity/heatmap-page.ts'
import { servedExplorer } from '../served-explorer.ts'

const { served, browser } = servedExplorer()

const view =
  '/?session=810000001&view=events&event=stimulus%2Fdrifting_gratings&area=VISp&area=VISam&post=2'

interface Matrix {
  readonly units: readonly {
    readonly unitId: string
    readonly area: string
    readonly channel: { readonly verticalPosition: number }
  }[]
  readonly values: readonly (readonly (number | null)[])[]
}

const matrixFields = 'units { unitId area channel { verticalPosition } } values'

async function received(kind: 'SIGNAL' | 'NOISE'): Promise<Matrix> {
  const { session } = await served.data<{
    session: { alignedActivity: { correlations: Matrix } }
  }>(
    `query ($kind: CorrelationKind!) { session(id: "810000001") { alignedActivity(
      presentations: { stimulusNames: ["drifting_gratings"] } units: { areas: ["VISp", "VISam"] }
      edges: [0, 2]) { correlations(kind: $kind) { ${matrixFields} } } } }`,
    { kind },
  )
  return session.alignedActivity.correlations
}

async function receivedTotal(): Promise<Matrix> {
  const { session } = await served.data<{
    session: { recordedSpan: { startTime: number; stopTime: number } }
  }>('{ session(id: "810000001") { recordedSpan { startTime stopTime } } }')
  const { startTime, stopTime } = session.recordedSpan
  const response = await served.data<{
    session: { binnedActivity: [{ correlations: Matrix }] }
  }>(
    `query ($start: Float!, $stop: Float!) { session(id: "810000001") { binnedActivity(
      areas: [] units: { areas: ["VISp", "VISam"] } start: $start stop: $stop binSize: 1) {
      correlations { ${matrixFields} } } } }`,
    { start: startTime, stop: Math.min(stopTime, startTime + 3600) },
  )
  return response.session.binnedActivity[0].correlations
}

/** V1 before AM, each from the surface down. */
function orderOf({ units }: Matrix): number[] {
  const areas = ['VISp', 'VISam']
  const placeOf = (unit: number) => areas.indexOf(units[unit]?.area ?? '')
  const heightOf = (unit: number) => units[unit]?.channel.verticalPosition ?? 0
  return units
    .map((_, unit) => unit)
    .sort(
      (one, other) =>
        placeOf(one) - placeOf(other) || heightOf(other) - heightOf(one) || one - other,
    )
}

const matrixOf = (page: Page) => page.getByRole('application', { name: /correlations of/ })

/** The colour in the middle of each cell. */
async function paintedCells(page: Page, count: number): Promise<string[][]> {
  return matrixOf(page)
    .locator('canvas')
    .evaluate((element, count) => {
      const canvas = element as unknown as {
        clientWidth: number
        getContext(kind: '2d'): {
          getImageData(x: number, y: number, w: number, h: number): { data: Uint8ClampedArray }
        }
      }
      const context = canvas.getContext('2d')
      const side = canvas.clientWidth - 57
      const at = (place: number) => Math.floor(((place + 0.5) / count) * side)
      return Array.from({ length: count }, (_, row) =>
        Array.from({ length: count }, (_, column) => {
          const { data } = context.getImageData(56 + at(column), 20 + at(row), 1, 1)
          return Array.from(data.slice(0, 3)).join(' ')
        }),
      )
    }, count)
}

function wantedCells(matrix: Matrix): string[][] {
  const order = orderOf(matrix)
  const values = matrix.values.flat().map((value) => value ?? Number.NaN)
  const scale = divergingScale(correlationLimit(values, order.length), 'light')
  return order.map((row) =>
    order.map((column) =>
      colourOf(
        scale,
        row === column ? Number.NaN : (matrix.values[row]?.[column] ?? Number.NaN),
      ).join(' '),
    ),
  )
}

describe('areas side by side', () => {
  test('stand next to each other with an axis each, which the address bar keeps', async () => {
    const page = await browser.open(view)
    await heatmapOf(page, 'V1').waitFor()
    const boxes = () => Promise.all(['V1', 'AM'].map((area) => heatmapOf(page, area).boundingBox()))
    const [v1, am] = await boxes()
    expect(am?.y).toBeGreaterThan(v1?.y ?? 0)
    await page.getByRole('radio', { name: 'Side by side' }).check({ force: true })
    await expect
      .poll(async () => (await boxes()).map((box) => box?.y))
      .toSatisfy(([one, other]: number[]) => one === other)
    await page.reload()
    await heatmapOf(page, 'AM').waitFor()
    const [left, right] = await boxes()
    expect(left?.y).toBe(right?.y)
    expect(left?.width).toBe(right?.width)
    expect(right?.x).toBeGreaterThan((left?.x ?? 0) + (left?.width ?? 0))
    const axes = page.getByRole('img', { name: /^Time from drifting gratings/ })
    expect(await axes.count()).toBe(2)
    const axis = await axes.first().boundingBox()
    expect((axis?.y ?? 0) + (axis?.height ?? 0)).toBeLessThanOrEqual(left?.y ?? 0)
  })
})

describe('the correlation matrix', () => {
  test.each([
    ['Signal', () => received('SIGNAL')],
    ['Noise', () => received('NOISE')],
    ['Total', receivedTotal],
  ] as const)('shows %s correlations by area and depth, cell by cell', async (name, sendQuery) => {
    const page = await browser.open(view)
    await heatmapOf(page, 'AM').waitFor()
    await page.waitForLoadState('networkidle')
    await page.getByRole('radio', { name }).check({ force: true })
    await matrixOf(page).waitFor()
    const matrix = await sendQuery()
    const wanted = wantedCells(matrix)
    await expect.poll(() => paintedCells(page, wanted.length)).toEqual(wanted)
    expect(new Set(wanted.flat()).size, 'few colours would prove little').toBeGreaterThan(20)
  })

  test('reads out a pair by keys, which leads to its spikes side by side', async () => {
    const page = await browser.open(`${view}&correlations=noise`)
    await matrixOf(page).waitFor()
    const matrix = await received('NOISE')
    const [first = 0, second = 0] = orderOf(matrix)
    const [one, other] = [first, second].map((unit) => matrix.units[unit]?.unitId)
    const value = Number(matrix.values[first]?.[second]).toFixed(3).replace('-', '−')
    await matrixOf(page).focus()
    await page.keyboard.press('ArrowRight')
    await page.getByText(`Units ${one} (V1) and ${other} (V1) · ${value}`).waitFor()
    await page.getByRole('link', { name: 'Their spikes side by side' }).click()
    await page.getByRole('img', { name: new RegExp(`^Raster of unit ${one}`) }).waitFor()
    await page.getByRole('img', { name: new RegExp(`^Raster of unit ${other}`) }).waitFor()
    await page.goBack()
    await matrixOf(page).waitFor()
  })

  test.each([
    ['light', 1280],
    ['dark', 390],
  ] as const)('can be read by everybody in a %s theme, %i px wide', async (theme, width) => {
    const address = `${view}&correlations=noise&columns=on`
    const page = await browser.open(address, { theme, width })
    await matrixOf(page).waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
  })
})
