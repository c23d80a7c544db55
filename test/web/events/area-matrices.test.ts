import { describe, expect, test } from 'vitest'
import {
  columnsByArea,
  eventMatrix,
  limitOf,
  meanMatrix,
  populationMean,
  trialMatrix,
} from '../../../web/src/events/plots/area-matrices.ts'

/** 2 events, 2 bins, 3 units. */
const trials = { shape: [2, 2, 3], data: Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12) }

/** 2 bins, 3 units. */
const group = { label: 'All', members: [0, 1], mean: Float64Array.of(1, 2, 3, 4, Number.NaN, 6) }

describe('the matrices around events', () => {
  test('have the units of one area', () => {
    const unit = (unitId: string, area: string | null) => ({
      unitId,
      area,
      channel: null,
      probe: null,
    })
    const units = [unit('1', 'VISp'), unit('2', 'VISl'), unit('3', 'VISp')]
    expect(columnsByArea(units, ['VISl', 'VISp'])).toEqual([
      { acronym: 'VISl', columns: [1] },
      { acronym: 'VISp', columns: [0, 2] },
    ])
    expect(columnsByArea(units, [])).toEqual([{ acronym: null, columns: [0, 1, 2] }])
  })

  test('are the mean of a group', () => {
    expect(meanMatrix(group, 3, [2, 0])).toEqual({
      shape: [2, 2],
      data: Float64Array.of(3, 1, 6, 4),
    })
  })

  test('are the counts of one event', () => {
    expect(trialMatrix(trials, 1, [0, 2])).toEqual({
      shape: [2, 2],
      data: Float64Array.of(7, 9, 10, 12),
    })
  })

  test('are the mean rate of each event', () => {
    // (1 + 3) / 2 units / 0.5 s = 4 Hz, then 16, 10 and 22.
    expect(eventMatrix(trials, [0, 2], 0.5)).toEqual({
      shape: [2, 2],
      data: Float64Array.of(4, 16, 10, 22),
    })
  })
})

test('a population mean leaves out units that were not observed', () => {
  expect(populationMean(group, 3, [0, 1])).toEqual([1.5, 4])
  expect(populationMean(group, 3, [1])).toEqual([2, null])
})

test('colours end at the value that nearly no cell exceeds, on either side of 0', () => {
  const data = Float64Array.from({ length: 1000 }, (_, i) => (i % 2 === 0 ? i : -i))
  expect(limitOf([{ shape: [1000, 1], data }])).toBe(994)
  expect(limitOf([])).toBe(1)
})
