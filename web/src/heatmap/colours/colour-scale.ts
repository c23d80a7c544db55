import { COLOUR_COUNT, type Colour, type ColourTable, colourTable } from './colour-table.ts'

/** Which ramp: one way for what starts at 0, two ways for what lies on both sides of it. */
export type Ramp = 'sequential' | 'diverging'

/** Light or dark page: the middle of a diverging ramp is the page's own brightness. */
export type Theme = 'light' | 'dark'

/** Stands for "no data" among the colour indexes. */
export const NO_DATA = COLOUR_COUNT

/** Values and the colours that show them. Values beyond the ends take the colour of the end. */
export interface ColourScale {
  readonly ramp: Ramp
  readonly minimum: number
  readonly maximum: number
  readonly table: ColourTable
  /** of a cell without a value */
  readonly noData: Colour
}

// Ten evenly spaced colours of viridis (Smith and van der Walt, 2015; public domain).
const viridis = colourTable([
  '#440154',
  '#482878',
  '#3e4989',
  '#31688e',
  '#26828e',
  '#1f9e89',
  '#35b779',
  '#6ece58',
  '#b5de2b',
  '#fde725',
])

// Blue against orange: the pair that people of every kind of colour blindness tell apart.
const diverging: Readonly<Record<Theme, ColourTable>> = {
  light: colourTable(['#08407f', '#3d86c6', '#f5f4f1', '#e48a36', '#8a3a05']),
  dark: colourTable(['#a6d1f7', '#3d86c6', '#1b1d22', '#cf7423', '#ffd6a3']),
}

const noData: Readonly<Record<Theme, Colour>> = { light: [222, 222, 222], dark: [58, 60, 66] }

/** Viridis from 0 to `maximum`. */
export function sequentialScale(maximum: number, theme: Theme): ColourScale {
  return { ramp: 'sequential', minimum: 0, maximum, table: viridis, noData: noData[theme] }
}

/** Blue below 0, orange above it, from `-maximum` to `maximum`. */
export function divergingScale(maximum: number, theme: Theme): ColourScale {
  return {
    ramp: 'diverging',
    minimum: -maximum,
    maximum,
    table: diverging[theme],
    noData: noData[theme],
  }
}

/** Position in the table of the colour that shows a value; `NO_DATA` for NaN. */
export function colourIndex({ minimum, maximum }: ColourScale, value: number): number {
  if (Number.isNaN(value)) return NO_DATA
  const position = Math.round(((value - minimum) / (maximum - minimum)) * (COLOUR_COUNT - 1))
  return Math.min(Math.max(position, 0), COLOUR_COUNT - 1)
}

/** The colour that shows a value. */
export function colourOf(scale: ColourScale, value: number): Colour {
  return scale.table[colourIndex(scale, value)] ?? scale.noData
}

/**
 * The scale as pixels of an ImageData read as Uint32Array, by colour index; the last is "no data".
 */
export function toPalette({ table, noData }: ColourScale): Uint32Array {
  // Every machine that runs a browser is little-endian: alpha is the highest byte.
  const pixel = ([red, green, blue]: Colour) =>
    ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0
  return Uint32Array.from([...table, noData], pixel)
}

/**
 * How strongly each colour index stands out: where a pixel covers several cells, the
 * strongest is shown. The highest value on a sequential ramp, the one farthest from 0 on a
 * diverging one; "no data" is weakest.
 */
export function strengths(ramp: Ramp): Int16Array {
  const strength = new Int16Array(COLOUR_COUNT + 1)
  for (let i = 0; i < COLOUR_COUNT; i++)
    strength[i] = ramp === 'sequential' ? i : Math.abs(2 * i - (COLOUR_COUNT - 1))
  strength[NO_DATA] = -1
  return strength
}
