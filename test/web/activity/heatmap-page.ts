import type { Locator, Page } from 'playwright-core'
import { plotAreaIn, plotMargins } from '../../../web/src/heatmap/axes/plot-area.ts'
import type { QueriedServer } from '../../support/servers/served-folder.ts'

/** A heatmap on a page, by the name of its area. */
export function heatmapOf(page: Page, area: string): Locator {
  return page.getByRole('application', { name: new RegExp(`^${area}, `) })
}

/** The text under a heatmap that tells of a cell. */
export function readoutOf(page: Page, area: string): Locator {
  return page.locator('.area-heatmap', { has: heatmapOf(page, area) }).locator('.heatmap-cell')
}

/**
 * The colours of a heatmap's cells as the canvas has them: rows from the top, each a list of
 * `r g b`. At one pixel a CSS pixel.
 */
export async function paintedPixels(page: Page, area: string): Promise<string[][]> {
  const canvas = heatmapOf(page, area).locator('canvas')
  const box = await canvas.boundingBox()
  if (!box) throw new Error(`no heatmap of ${area}`)
  const { left, top, width, height } = plotAreaIn(box.width, box.height)
  const letters = await canvas.evaluate(
    (element, [x, y, w, h]) => {
      const context = (element as unknown as HTMLCanvasLike).getContext('2d')
      const { data } = context.getImageData(x, y, w, h)
      return Array.from(data, (byte) => String.fromCharCode(byte)).join('')
    },
    [Math.round(left), Math.round(top), Math.round(width), Math.round(height)] as const,
  )
  const bytes = bytesOf(letters)
  const columns = Math.round(width)
  return Array.from({ length: Math.round(height) }, (_, y) =>
    Array.from({ length: columns }, (_, x) => {
      const at = 4 * (y * columns + x)
      return bytes.subarray(at, at + 3).join(' ')
    }),
  )
}

/** The lines of a section, by its name: `Running speed`. */
export function tracesOf(page: Page, section: string): Locator {
  return page.getByRole('region', { name: section }).locator('.trace-plot canvas').first()
}

/**
 * The colours of a plot of lines as the canvas has them, without its axes: rows from the top, each
 * a list of [red, green, blue]. At one pixel a CSS pixel.
 */
export async function tracePixels(canvas: Locator): Promise<number[][][]> {
  const [width, letters] = await canvas.evaluate(
    (element, [left, right]) => {
      const canvas = element as unknown as HTMLCanvasLike
      const { width, height } = canvas
      const context = canvas.getContext('2d')
      const inner = width - left - right
      const { data } = context.getImageData(left, 0, inner, height)
      // The canvas is transparent: on white, as the page is in its light theme.
      const onWhite = data.map((part, i) => 255 - ((255 - part) * data[i - (i % 4) + 3]) / 255)
      const text = Array.from(onWhite, (byte) => String.fromCharCode(byte)).join('')
      return [inner, text] as const
    },
    [plotMargins.left, plotMargins.right] as const,
  )
  const bytes = bytesOf(letters)
  return Array.from({ length: bytes.length / 4 / width }, (_, y) =>
    Array.from({ length: width }, (_, x) => {
      const at = 4 * (y * width + x)
      return [...bytes.subarray(at, at + 3)]
    }),
  )
}

/**
 * Bytes of a canvas, which leave the page as a text of a letter each: a list of numbers takes
 * Playwright seconds.
 */
function bytesOf(letters: string): Uint8Array {
  return Uint8Array.from(Buffer.from(letters, 'latin1'))
}

/** The tests are compiled without a browser's types. */
interface HTMLCanvasLike {
  readonly width: number
  readonly height: number
  getContext(kind: '2d'): {
    getImageData(x: number, y: number, w: number, h: number): { data: Uint8ClampedArray }
  }
}

/** What the API says of the heatmap of an area. */
export interface ReceivedMatrix {
  readonly counts: readonly (readonly number[])[]
  readonly unitRates: readonly number[]
  readonly units: readonly {
    readonly unitId: string
    readonly channel: { readonly verticalPosition: number }
  }[]
}

/** Ask for the matrix of an area around an epoch: the notebook's window. */
export async function matrixOf(
  served: QueriedServer,
  epoch: number,
  area: string,
): Promise<ReceivedMatrix> {
  const { session } = await served.data<{
    session: { stimulusEpoch: { binnedActivity: [ReceivedMatrix] } }
  }>(
    `query ($epoch: Int!, $area: String!) { session(id: "810000001") { stimulusEpoch(index: $epoch) {
      binnedActivity(areas: [$area]) { counts unitRates units { unitId channel { verticalPosition } } }
    } } }`,
    { epoch, area },
  )
  return session.stimulusEpoch.binnedActivity[0]
}
