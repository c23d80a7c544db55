import { describe, expect, test } from 'vitest'
import { panRange, revealInRange, zoomRange } from '../../../../web/src/heatmap/cells/range.ts'

const whole = { start: 0, stop: 100 }

describe('zooming', () => {
  test('keeps what is under the pointer where it is', () => {
    expect(zoomRange({ start: 0, stop: 100 }, 2, 25, whole, 1)).toEqual({ start: 12.5, stop: 62.5 })
    expect(zoomRange({ start: 20, stop: 60 }, 4, 60, whole, 1)).toEqual({ start: 50, stop: 60 })
  })

  test('never shows more than there is', () => {
    expect(zoomRange({ start: 90, stop: 100 }, 0.5, 90, whole, 1)).toEqual({ start: 80, stop: 100 })
    expect(zoomRange({ start: 20, stop: 60 }, 0.1, 30, whole, 1)).toEqual(whole)
  })

  test('shows all rather than almost all', () => {
    expect(zoomRange({ start: 20, stop: 86.62 }, 1 / 1.5, 50, whole, 1)).toEqual(whole)
  })

  test('ends at the smallest range', () => {
    expect(zoomRange({ start: 10, stop: 12 }, 10, 11, whole, 1)).toEqual({
      start: 10.5,
      stop: 11.5,
    })
  })
})

describe('panning', () => {
  test('moves as far as there is something to see', () => {
    expect(panRange({ start: 10, stop: 20 }, 5, whole)).toEqual({ start: 15, stop: 25 })
    expect(panRange({ start: 10, stop: 20 }, -50, whole)).toEqual({ start: 0, stop: 10 })
    expect(panRange({ start: 10, stop: 20 }, 500, whole)).toEqual({ start: 90, stop: 100 })
    expect(panRange(whole, 5, whole)).toEqual(whole)
  })

  test('reveals a cell by the shortest way', () => {
    expect(revealInRange({ start: 10, stop: 20 }, { start: 20, stop: 21 }, whole)).toEqual({
      start: 11,
      stop: 21,
    })
    expect(revealInRange({ start: 10, stop: 20 }, { start: 3, stop: 4 }, whole)).toEqual({
      start: 3,
      stop: 13,
    })
    expect(revealInRange({ start: 10, stop: 20 }, { start: 12, stop: 13 }, whole)).toEqual({
      start: 10,
      stop: 20,
    })
  })
})
