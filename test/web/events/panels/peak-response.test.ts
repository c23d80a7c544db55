import { describe, expect, test } from 'vitest'
import { peakResponse, peakText } from '../../../../web/src/events/panels/peak-response.ts'

const bins = { before: 0.2, binSize: 0.1 }
const { NaN: none } = Number

describe('the peak of a response', () => {
  test('is the largest rate after the event, less the mean before', () => {
    expect(peakResponse([2, 4, 5, 9, 9, 1], bins)).toEqual({ size: 6, time: 0.15 })
  })

  test('leaves out a bin that the event is in, and bins that were not observed', () => {
    expect(peakResponse([1, 50, none, 3], { before: 0.15, binSize: 0.1 })).toEqual({
      size: 2,
      time: 0.2,
    })
  })

  test('is the rate itself where nothing comes before, and none where nothing comes after', () => {
    expect(peakResponse([3, 4], { before: 0, binSize: 0.1 })?.size).toBe(4)
    expect(peakResponse([3, none], { before: 0.1, binSize: 0.1 })).toBeNull()
  })

  test('has no time where no spike came after the event', () => {
    expect(peakResponse([2, 2, 0, 0], bins)).toEqual({ size: -2, time: null })
  })

  test('is written with its time', () => {
    expect(peakText({ size: 16.6, time: 0.055 })).toBe('+17 Hz at 55 ms')
    expect(peakText({ size: -0.5, time: 1.25 })).toBe('−0.5 Hz at 1.25 s')
  })
})
