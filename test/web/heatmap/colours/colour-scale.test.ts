import { describe, expect, test } from 'vitest'
import {
  type ColourScale,
  colourIndex,
  colourOf,
  divergingScale,
  NO_DATA,
  sequentialScale,
  toPalette,
} from '../../../../web/src/heatmap/colours/colour-scale.ts'
import { type Colour, toCss, toOklab } from '../../../../web/src/heatmap/colours/mix-colours.ts'

const lightness = (colour: Colour | undefined) => toOklab(colour as Colour)[0]

describe('the sequential scale', () => {
  const scale = sequentialScale(255, 'light')

  test('goes from the colour of the page at 0 to ink for the most', () => {
    expect(colourOf(scale, 0)).toEqual([255, 255, 255])
    expect(colourOf(scale, 255)).toEqual([6, 13, 31])
    const dark = sequentialScale(255, 'dark')
    expect(colourOf(dark, 0)).toEqual([24, 27, 33])
    expect(colourOf(dark, 255)).toEqual([245, 254, 255])
  })

  test.each(['light', 'dark'] as const)('has even steps of lightness on a %s page', (theme) => {
    const levels = sequentialScale(1, theme)
      .table.filter((_, i) => i % 5 === 0)
      .map(lightness)
    const steps = levels.slice(1).map((level, i) => Math.abs(level - levels[i]))
    expect(levels[0] < levels[51]).toBe(theme === 'dark')
    expect(Math.min(...steps)).toBeGreaterThan(0.012)
    expect(Math.max(...steps)).toBeLessThan(0.019)
  })

  test('gives values beyond the ends the colour of the end', () => {
    expect(colourIndex(scale, -1)).toBe(0)
    expect(colourIndex(scale, 1e9)).toBe(255)
    expect(colourIndex(scale, Number.POSITIVE_INFINITY)).toBe(255)
  })

  test('gives a value the nearest of its 256 colours', () => {
    expect([0, 0.4, 0.6, 100, 254.4, 254.5].map((value) => colourIndex(scale, value))).toEqual([
      0, 0, 1, 100, 254, 255,
    ])
    expect([0, 1, 2, 3].map((count) => colourIndex(sequentialScale(3, 'dark'), count))).toEqual([
      0, 85, 170, 255,
    ])
  })
})

describe('the diverging scale', () => {
  test('has its middle at 0 and is as strong on both sides', () => {
    const scale = divergingScale(3, 'light')
    expect([-3, -1.5, 0, 1.5, 3].map((value) => colourIndex(scale, value))).toEqual([
      0, 64, 128, 191, 255,
    ])
  })

  test('is lightest in the middle on a light page, darkest on a dark one', () => {
    const middle = ({ table }: ColourScale) => table.map(lightness).indexOf(lightness(table[128]))
    const light = divergingScale(3, 'light')
    const dark = divergingScale(3, 'dark')
    expect(Math.max(...light.table.map(lightness))).toBeCloseTo(
      lightness(light.table[middle(light)]),
      2,
    )
    expect(Math.min(...dark.table.map(lightness))).toBeCloseTo(
      lightness(dark.table[middle(dark)]),
      2,
    )
  })

  test.each(['light', 'dark'] as const)(
    'keeps its sides apart for those who do not see red, on a %s page',
    (theme) => {
      // Blue against yellow is what every dichromat of red and green
      // sees: the last number of OKLab.
      const { table } = divergingScale(1, theme)
      const blueYellow = (i: number) => toOklab(table[i])[2]
      expect(blueYellow(32) + 0.05).toBeLessThan(0)
      expect(blueYellow(223)).toBeGreaterThan(0.05)
    },
  )
})

test('a cell without a value has a colour of its own', () => {
  const scale = sequentialScale(5, 'light')
  expect(colourIndex(scale, Number.NaN)).toBe(NO_DATA)
  expect(colourOf(scale, Number.NaN)).toEqual([222, 222, 222])
  expect(scale.table).not.toContainEqual([222, 222, 222])
})

test('the palette holds red, green, blue and alpha as an ImageData stores them', () => {
  const palette = toPalette(sequentialScale(1, 'light'))
  expect(palette).toHaveLength(259)
  expect([...new Uint8Array(palette.buffer).slice(0, 4)]).toEqual([255, 255, 255, 255])
  const last = [...new Uint8Array(palette.buffer).slice(-16)]
  expect(last.slice(0, 8)).toEqual([6, 13, 31, 255, 222, 222, 222, 255])
  expect(last.slice(8)).toEqual([247, 243, 235, 255, 206, 196, 178, 255])
})

test('a colour is written as CSS has it', () => {
  expect(toCss([68, 1, 84])).toBe('rgb(68 1 84)')
})
