import { describe, expect, test } from 'vitest'
import {
  layOutProbes,
  type MappedUnit,
  withoutCommonStart,
} from '../../../web/src/session/probe-map/probe-layout.ts'
import {
  colourMaximum,
  coloursOfAreas,
  unitColour,
} from '../../../web/src/session/probe-map/unit-colours.ts'

function unit(
  unitId: string,
  probe: string | null,
  height: number | null,
  firingRate: number | null = 1,
): MappedUnit {
  return {
    unitId,
    area: 'VISp',
    firingRate,
    snr: null,
    probe: probe === null ? null : { name: probe },
    channel: height === null ? null : { verticalPosition: height, horizontalPosition: 11 },
  }
}

describe('the map of probes', () => {
  test('has a column per probe, in order of their names, all to one scale', () => {
    const { probes, top, unplacedCount } = layOutProbes([
      unit('1', 'probeB', 3000),
      unit('2', 'probeA', 20),
      unit('3', 'probeB', 100),
    ])
    expect(probes.map(({ name }) => name)).toEqual(['probeA', 'probeB'])
    expect(probes[1].units.map(({ unit, height }) => [unit.unitId, height])).toEqual([
      ['3', 100],
      ['1', 3000],
    ])
    expect(top).toBe(3000)
    expect(unplacedCount).toBe(0)
  })

  test('spreads units of about the same depth across the column', () => {
    const { probes } = layOutProbes(
      [100, 100, 120, 140, 200].map((height, i) => unit(String(i), 'probeA', height)),
    )
    // 140 has only one within 40 µm below it: 120.
    expect(probes[0].units.map(({ across }) => across)).toEqual([0.5, 0.375, 0.625, 0.375, 0.5])
  })

  test('counts units whose place the file does not give', () => {
    const layout = layOutProbes([unit('1', null, 20), unit('2', 'probeA', null)])
    expect(layout).toEqual({ probes: [], top: 0, unplacedCount: 2 })
  })
})

describe('the colour of a unit', () => {
  test('is its area’s, in their order', () => {
    const ofAreas = coloursOfAreas(['VISl', 'VISp'])
    expect(unitColour(unit('1', 'a', 0), 'area', ofAreas, null, 'light')).toBe('#ee6677')
    const nowhere = { ...unit('1', 'a', 0), area: null }
    expect(unitColour(nowhere, 'area', ofAreas, null, 'light')).toBe('#9a9a9a')
  })

  test('goes from the colour of the page to ink, up to what 95 % of the units do not exceed', () => {
    const units = Array.from({ length: 20 }, (_, i) => unit(String(i), 'a', 0, i === 19 ? 400 : i))
    const maximum = colourMaximum(units, 'rate')
    expect(maximum).toBe(18)
    const colour = (i: number) => unitColour(units[i], 'rate', new Map(), maximum, 'light')
    expect(colour(0)).toBe('rgb(255 255 255)')
    expect(colour(18)).toBe('rgb(6 13 31)')
    expect(colour(19)).toBe('rgb(6 13 31)')
  })

  test('is grey where the file has no number', () => {
    const units = [unit('1', 'a', 0, null)]
    expect(colourMaximum(units, 'rate')).toBeNull()
    expect(unitColour(units[0], 'snr', new Map(), null, 'light')).toBe('#9a9a9a')
  })
})

test('names of probes lose what all begin with where there is no room for more', () => {
  const short = withoutCommonStart(['probeA', 'probeB'])
  expect(['probeA', 'probeB'].map(short)).toEqual(['A', 'B'])
  expect(withoutCommonStart(['imec', 'imec1'])('imec')).toBe('imec')
  expect(withoutCommonStart(['probeA'])('probeA')).toBe('probeA')
})
