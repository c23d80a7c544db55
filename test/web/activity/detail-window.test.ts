import { describe, expect, test } from 'vitest'
import { detailWindow } from '../../../web/src/activity/lfp/detail-window.ts'

const whole = { start: -10, stop: 90 }

describe('the window of points that a zoomed plot loads', () => {
  test('is none while the points of all fit, or all are single samples', () => {
    expect(detailWindow(whole, whole, 50)).toBe(null)
    expect(detailWindow(whole, { start: 0, stop: 75 }, 50)).toBe(null)
    expect(detailWindow(whole, { start: 0, stop: 5 }, 1)).toBe(null)
  })

  test('holds what is shown, and is at most three times as long', () => {
    for (const span of [70, 31, 12.5, 4, 2.1]) {
      for (const start of [-10, 0, 19.3, 90 - span]) {
        const shown = { start, stop: start + span }
        const window = detailWindow(whole, shown, 1000)
        if (!window) throw new Error('no window')
        expect(window.start).toBeLessThanOrEqual(start + 1e-9)
        expect(window.stop).toBeGreaterThanOrEqual(shown.stop - 1e-9)
        expect(window.stop - window.start).toBeLessThanOrEqual(3 * span + 1e-9)
        expect(window.start).toBeGreaterThanOrEqual(whole.start)
        expect(window.stop).toBeLessThanOrEqual(whole.stop)
      }
    }
  })

  test('stays the same when what is shown moves a little', () => {
    const window = detailWindow(whole, { start: 20, stop: 28.5 }, 1000)
    expect(detailWindow(whole, { start: 20.4, stop: 28.9 }, 1000)).toEqual(window)
  })

  test('is not shortened further where each sample has a point', () => {
    // A window as long as a fourth of all has four times as many points a second.
    const window = detailWindow(whole, { start: 40, stop: 65 }, 4)
    expect(window).toEqual({ start: expect.closeTo(40, 9), stop: expect.closeTo(77.5, 9) })
    expect(detailWindow(whole, { start: 40, stop: 41 }, 4)).toEqual(window)
  })
})
