import { describe, expect, test } from 'vitest'
import { findGaps, isObservedUnevenly } from '../../../../web/src/activity/loading/gaps.ts'
import { Gap } from '../../../../web/src/heatmap/cells/measure.ts'

// Three bins of a second from 10 s, of two units on two probes.
const facts = {
  start: 10,
  binSize: 1,
  shape: [3, 2],
  binCoverage: [1, 1, 1],
  cellCoverage: null,
  probes: ['probeA', 'probeB'],
  invalidTimes: [],
}
const { NOT_RECORDED, INVALID } = Gap

describe('gaps', () => {
  test('are none where everything was recorded', () => {
    expect(findGaps(facts)).toBeNull()
  })

  test('are bins that were not recorded at all', () => {
    const gaps = findGaps({ ...facts, binCoverage: [0, 0.5, 1] })
    expect(gaps).toEqual(Uint8Array.of(NOT_RECORDED, NOT_RECORDED, 0, 0, 0, 0))
  })

  test('are cells of single units where they were not observed alike', () => {
    const cellCoverage = [
      [0, 1],
      [0.2, 1],
      [1, 0],
    ]
    const gaps = findGaps({ ...facts, binCoverage: [0.5, 0.6, 0.5], cellCoverage })
    expect(gaps).toEqual(Uint8Array.of(NOT_RECORDED, 0, 0, 0, 0, NOT_RECORDED))
  })

  test.each([
    [['all_probes'], [INVALID, INVALID]],
    [['probeA'], [INVALID, 0]],
    [
      ['EcephysProbe', 'all_probes', 'probeA'],
      [INVALID, INVALID],
    ],
    [['probeC'], [0, 0]],
    [['stimulus'], [INVALID, INVALID]],
    [[], [INVALID, INVALID]],
  ])('are bins that an invalid time with the tags %j touches', (tags, [one, other]) => {
    const invalidTimes = [{ startTime: 11.5, stopTime: 12, tags }]
    const gaps = findGaps({ ...facts, invalidTimes }) ?? new Uint8Array(6)
    expect(gaps).toEqual(Uint8Array.of(0, 0, one, other, one, other))
  })
})

test('units were observed unevenly when their parts of the window differ', () => {
  expect(isObservedUnevenly([])).toBe(false)
  expect(isObservedUnevenly([0.7, 0.7])).toBe(false)
  expect(isObservedUnevenly([0.7, 0.6])).toBe(true)
})
