import { describe, expect, test } from 'vitest'
import { describeCell, formatRate } from '../../../../web/src/heatmap/cells/cell-text.ts'
import { Gap } from '../../../../web/src/heatmap/cells/measure.ts'

describe('a cell in words', () => {
  test('has unit, time, count, rate and z-score', () => {
    expect(
      describeCell({ unitId: '951', start: 1.2, binSize: 0.1, count: 3, zscore: 2.14, gap: 0 }),
    ).toBe('Unit 951 · 1.20 to 1.30 s · 3 spikes · 30 Hz · z-score 2.1')
    expect(
      describeCell({ unitId: '951', start: -10, binSize: 0.5, count: 1, zscore: -0.26, gap: 0 }),
    ).toBe('Unit 951 · −10.00 to −9.50 s · 1 spike · 2 Hz · z-score −0.3')
  })

  test('says why it has none', () => {
    const cell = { unitId: '7', start: 0, binSize: 1, count: 2, zscore: 0 }
    expect(describeCell({ ...cell, gap: Gap.NOT_RECORDED })).toBe(
      'Unit 7 · 0.0 to 1.0 s · not recorded',
    )
    expect(describeCell({ ...cell, gap: Gap.INVALID })).toBe(
      'Unit 7 · 0.0 to 1.0 s · 2 spikes · marked as invalid in the file',
    )
  })

  test('tells bins of a millisecond apart', () => {
    expect(
      describeCell({
        unitId: '7',
        start: 0.0120000001,
        binSize: 0.001,
        count: 0,
        zscore: Number.NaN,
        gap: 0,
      }),
    ).toBe('Unit 7 · 0.0120 to 0.0130 s · 0 spikes · 0 Hz · no z-score')
  })
})

test('rates have the digits that say something', () => {
  expect([0, 0.0123, 0.254, 3.333, 12, 123.4].map(formatRate)).toEqual([
    '0',
    '0.012',
    '0.25',
    '3.3',
    '12',
    '123',
  ])
})
