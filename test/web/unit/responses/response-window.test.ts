import { describe, expect, test } from 'vitest'
import { responseWindow } from '../../../../web/src/unit/responses/response-window.ts'

describe('the window around presentations', () => {
  test.each([
    ['drifting gratings', 2.00167, { before: 0.5, after: 2.5, binSize: 0.05 }],
    ['flashes', 0.25, { before: 0.1, after: 0.35, binSize: 0.01 }],
    ['frames of a movie', 0.0334, { before: 0.1, after: 0.15, binSize: 0.005 }],
    ['spontaneous activity', 300, { before: 0.5, after: 5, binSize: 0.1 }],
    ['presentations of unknown length', null, { before: 0.25, after: 1.25, binSize: 0.02 }],
  ])('of %s shows them whole, or their first seconds', (_, duration, window) => {
    expect(responseWindow(duration)).toEqual(window)
  })
})
