import { describe, expect, test } from 'vitest'
import {
  correlationLimit,
  orderByArea,
} from '../../../web/src/events/correlations/correlation-order.ts'
import { rasterHeight } from '../../../web/src/events/raster/draw-raster.ts'
import { rasterRows, rasterSpikes } from '../../../web/src/events/raster/raster-rows.ts'

const group = (label: string, members: readonly number[]) => ({
  label,
  members,
  mean: new Float64Array(0),
})

describe('the rows of a raster', () => {
  test('go group by group, with the events of no group last', () => {
    const groups = [group('0°', [1, 4]), group('45°', []), group('90°', [0])]
    expect(rasterRows({ groups, times: [1, 2, 3, 4, 5] })).toEqual({
      events: [1, 4, 0, 2, 3],
      blocks: [
        { label: '0°', group: 0, firstRow: 0, rowCount: 2 },
        { label: '90°', group: 2, firstRow: 2, rowCount: 1 },
        { label: 'others', group: null, firstRow: 3, rowCount: 2 },
      ],
    })
  })

  test('are in order of time without groups', () => {
    expect(rasterRows({ groups: [], times: [1, 2] })).toEqual({
      events: [0, 1],
      blocks: [{ label: 'all', group: null, firstRow: 0, rowCount: 2 }],
    })
  })

  test('hold the spikes of one unit', () => {
    const listed = {
      unitIds: ['7', '8'],
      spikes: {
        unitIndexes: [0, 1, 1, 0],
        anchorIndexes: [0, 0, 1, 1],
        times: [0.1, 0.2, -0.1, 0.3],
      },
    }
    const rows = { events: [1, 0], blocks: [] }
    expect(rasterSpikes(listed, '8', rows)).toEqual({
      times: Float64Array.of(0.2, -0.1),
      rows: Int32Array.of(1, 0),
    })
  })

  test('are as high as there is room for', () => {
    expect([10, 150, 1000].map(rasterHeight)).toEqual([84, 424, 1004])
  })
})

describe('the order of a correlation matrix', () => {
  const unit = (unitId: string, area: string | null, verticalPosition: number) => ({
    unitId,
    area,
    probe: { name: 'probeA' },
    channel: { verticalPosition },
  })

  test('is by area as asked, others after them, from the surface down', () => {
    const units = [
      unit('a', 'VISl', 10),
      unit('b', 'VISp', 20),
      unit('c', null, 5),
      unit('d', 'VISp', 40),
      unit('e', 'CA1', 1),
    ]
    expect(orderByArea(units, ['VISp', 'VISl'])).toEqual({
      units: [3, 1, 0, 4, 2],
      blocks: [
        { area: 'VISp', first: 0, count: 2 },
        { area: 'VISl', first: 2, count: 1 },
        { area: 'CA1', first: 3, count: 1 },
        { area: null, first: 4, count: 1 },
      ],
    })
  })

  test('has colours up to the largest coefficients off the diagonal', () => {
    const nan = Number.NaN
    expect(correlationLimit([1, -0.5, -0.5, 1], 2)).toBe(0.5)
    expect(correlationLimit([1, nan, nan, 1], 2)).toBe(1)
  })
})
