import { COLOUR_COUNT, type Colour, type ColourTable, colourTable } from './mix-colours.ts'

/** Which ramp: one way for what starts at 0, two ways for what lies on both sides of it. */
export type Ramp = 'sequential' | 'diverging'

/** Light or dark page: the middle of a diverging ramp is the page's own brightness. */
export type Theme = 'light' | 'dark'

/** Stands for "no data" among the colour indexes. */
export const NO_DATA = COLOUR_COUNT

/** Stands for a gap: time that was not recorded, or is marked as invalid. */
export const GAP = COLOUR_COUNT + 1

/** Values and the colours that show them. Values beyond the ends take the colour of the end. */
export interface ColourScale {
  readonly ramp: Ramp
  readonly minimum: number
  readonly maximum: number
  readonly table: ColourTable
  /** of a cell without a value */
  readonly noData: Colour
  /** of a gap */
  readonly hatching: Hatching
}

/** Colours of diagonal lines on a ground. */
export interface Hatching {
  readonly ground: Colour
  readonly line: Colour
}

// From the page's own colour to ink, in even steps of lightness: silence is the page, and the eye
// goes to the spikes. One hue at a time, so that it holds for every kind of colour blindness.
const sequential: Readonly<Record<Theme, ColourTable>> = {
  light: colourTable(['#ffffff', '#99d1f3', '#529cd7', '#2e64a6', '#173268', '#060d1f']),
  dark: colourTable(['#181b21', '#21426a', '#306fab', '#53a2d7', '#95d6f0', '#f5feff']),
}

// Blue against orange: the pair that people of every kind of colour blindness tell apart.
const diverging: Readonly<Record<Theme, ColourTable>> = {
  light: colourTable(['#08407f', '#3d86c6', '#f5f4f1', '#e48a36', '#8a3a05']),
  dark: colourTable(['#a6d1f7', '#3d86c6', '#1b1d22', '#cf7423', '#ffd6a3']),
}

const noData: Readonly<Record<Theme, Colour>> = { light: [222, 222, 222], dark: [58, 60, 66] }

/** Ground and lines of the hatching. Warm, since no ramp is. */
export const hatching: Readonly<Record<Theme, Hatching>> = {
  light: { ground: [247, 243, 235], line: [206, 196, 178] },
  dark: { ground: [35, 33, 29], line: [84, 77, 65] },
}

/** From the page's colour at 0 to ink at `maximum`. */
export function sequentialScale(maximum: number, theme: Theme): ColourScale {
  return {
    ramp: 'sequential',
    minimum: 0,
    maximum,
    table: sequential[theme],
    noData: noData[theme],
    hatching: hatching[theme],
  }
}

/** Blue below 0, orange above it, from `-maximum` to `maximum`. */
export function divergingScale(maximum: number, theme: Theme): ColourScale {
  return {
    ramp: 'diverging',
    minimum: -maximum,
    maximum,
    table: diverging[theme],
    noData: noData[theme],
    hatching: hatching[theme],
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
 * The scale as pixels of an ImageData read as Uint32Array, by colour index; after them "no data",
 * and ground and lines of a gap.
 */
export function toPalette({ table, noData, hatching }: ColourScale): Uint32Array {
  // Every machine that runs a browser is little-endian: alpha is the highest byte.
  const pixel = ([red, green, blue]: Colour) =>
    ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0
  return Uint32Array.from([...table, noData, hatching.ground, hatching.line], pixel)
}
