import { describe, expect, test } from 'vitest'
import {
  noField,
  receptiveFieldStatistics,
} from '../../../../src/domain/analyses/receptive-fields/receptive-field-statistics.ts'

/** The AllenSDK's grid: rows from 40 degrees down to -40, columns from -40 to 40. */
const positions = {
  rows: Float64Array.from({ length: 9 }, (_, row) => 40 - 10 * row),
  columns: Float64Array.from({ length: 9 }, (_, column) => 10 * column - 40),
  cells: new Int32Array(0),
}

function mapWith(...cells: readonly (readonly [row: number, column: number, count: number])[]) {
  const map = new Float64Array(81)
  for (const [row, column, count] of cells) map[row * 9 + column] = count
  return map
}

const statistics = (map: Float64Array, rule: 'allenSdk' | 'corrected', total = 100) =>
  receptiveFieldStatistics(positions, { map, total }, rule)

describe('a receptive field', () => {
  test('lies around the peak of the smoothed map', () => {
    // One cell of 10, filtered to whole numbers: 1 at the peak and 0 elsewhere.
    expect(statistics(mapWith([2, 3, 10]), 'allenSdk')).toEqual({
      azimuth: 3 * 10 + 10,
      elevation: (8 - 2) * 10 - 30,
      area: 100,
      x: -10,
      y: 20,
    })
  })

  test('keeps the fractions of the filter by the corrected rule', () => {
    // A cell of 5 is filtered to 0 by the AllenSDK: a flat map, with an area of 0 in no place.
    const small = mapWith([2, 3, 5])
    expect(statistics(small, 'allenSdk')).toMatchObject({ area: 0, azimuth: Number.NaN })
    expect(statistics(small, 'corrected')).toMatchObject({ azimuth: 40, elevation: 30, x: -10 })
  })

  test('is the connected part with the maximum, with the mean place of its cells', () => {
    // Filtered by the corrected rule, both cells of the pair stand out alike, and the smaller peak
    // far away does not reach their threshold.
    const field = statistics(mapWith([4, 4, 100], [4, 5, 100], [0, 0, 60]), 'corrected')
    expect(field).toMatchObject({ azimuth: 55, elevation: 10, area: 200, x: 5, y: 0 })
  })

  test('has the cells above half a standard deviation below the peak', () => {
    const row = {
      rows: Float64Array.of(5),
      columns: Float64Array.of(-40, -30, -20, -10, 5, 100, 110, 120, 130),
      cells: new Int32Array(0),
    }
    const ofRow = (...map: number[]) =>
      receptiveFieldStatistics(row, { map: Float64Array.from(map), total: 100 }, 'corrected')
    // Filtered to 39.9, and 24.2 next to it; the threshold is 33.0.
    expect(ofRow(0, 0, 0, 100, 0, 0, 0, 0, 0)).toMatchObject({ area: 100, x: -10, y: 5 })
    // Filtered to 61.7 and 60.1, but 38.9 and 29.2 next to them; the threshold is 49.9.
    expect(ofRow(0, 0, 0, 100, 90, 0, 0, 0, 0)).toEqual({
      azimuth: 3.5 * 10 + 10,
      elevation: 8 * 10 - 30,
      area: 200,
      x: (-10 + 5) / 2,
      y: 5,
    })
  })

  test('rounds the mean place to four digits of a cell, up and down', () => {
    // Filtered, the corner is the peak, and only the two next to it are above the threshold.
    const field = statistics(mapWith([4, 4, 100], [4, 5, 100], [3, 4, 100]), 'corrected')
    // Row 11 / 3, which is 3.6667, and column 13 / 3, 4.3333.
    expect(field.area).toBe(300)
    expect(field.azimuth).toBeCloseTo(4.3333 * 10 + 10, 10)
    expect(field.elevation).toBeCloseTo((8 - 3.6667) * 10 - 30, 10)
    expect(field.x).toBeCloseTo(3.333, 10)
    expect(field.y).toBeCloseTo(3.333, 10)
  })

  test('rounds the place to four digits of a cell', () => {
    const { azimuth } = statistics(
      mapWith([4, 3, 100], [4, 4, 100], [4, 5, 100], [3, 5, 100], [5, 5, 100], [5, 4, 90]),
      'corrected',
    )
    expect(azimuth).toBe((Math.round(((azimuth - 10) / 10) * 1e4) / 1e4) * 10 + 10)
  })

  test('needs ten spikes in all presentations together', () => {
    expect(statistics(mapWith([2, 3, 9]), 'corrected', 9)).toEqual(noField)
    expect(statistics(mapWith([2, 3, 10]), 'corrected', 10)).not.toEqual(noField)
  })

  test('is nowhere in a flat map by the corrected rule', () => {
    expect(statistics(new Float64Array(81).fill(2), 'corrected').area).toBeNaN()
  })

  test('is nowhere in an empty map', () => {
    const empty = {
      rows: new Float64Array(0),
      columns: new Float64Array(0),
      cells: new Int32Array(0),
    }
    const counts = { map: new Float64Array(0), total: 20 }
    expect(receptiveFieldStatistics(empty, counts, 'allenSdk')).toEqual(noField)
  })
})
