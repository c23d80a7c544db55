import { describe, expect, test } from 'vitest'
import { axisTicks, formatNumber } from '../../../../web/src/heatmap/axes/axis-ticks.ts'

const labels = (...parameters: Parameters<typeof axisTicks>) =>
  axisTicks(...parameters).map(({ label }) => label)

describe('axisTicks', () => {
  test('marks round values, both ends included', () => {
    expect(labels({ start: -10, stop: 90 }, 10)).toEqual([
      '−10',
      '0',
      '10',
      '20',
      '30',
      '40',
      '50',
      '60',
      '70',
      '80',
      '90',
    ])
    expect(labels({ start: 0.05, stop: 0.33 }, 6)).toEqual([
      '0.05',
      '0.10',
      '0.15',
      '0.20',
      '0.25',
      '0.30',
    ])
  })

  test('writes what floating point would smear', () => {
    expect(labels({ start: 0, stop: 0.6 }, 6)).toEqual([
      '0.0',
      '0.1',
      '0.2',
      '0.3',
      '0.4',
      '0.5',
      '0.6',
    ])
    expect(axisTicks({ start: 0, stop: 0.6 }, 6)[3]?.value).toBe(0.3)
  })

  test('marks nothing between things that are counted', () => {
    expect(labels({ start: 0, stop: 3 }, 10, 1)).toEqual(['0', '1', '2', '3'])
  })

  test('has no mark where there is no range', () => {
    expect(axisTicks({ start: 1, stop: 1 }, 5)).toEqual([])
    expect(axisTicks({ start: Number.NaN, stop: 1 }, 5)).toEqual([])
  })
})

test('numbers have a true minus, and zero none', () => {
  expect(formatNumber(-2.5, 1)).toBe('−2.5')
  expect(formatNumber(-0.01, 1)).toBe('0.0')
})
