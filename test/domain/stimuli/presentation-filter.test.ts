import { describe, expect, test } from 'vitest'
import {
  filterPresentations,
  needsConditions,
  withoutInvalidTimes,
} from '../../../src/domain/stimuli/presentation-filter.ts'
import { listPresentations } from '../../../src/domain/stimuli/presentations.ts'

/** Two epochs: of the presentations 0 and 1, and of 2. */
const list = listPresentations(
  [
    {
      table: 'cues',
      startTimes: Float64Array.of(1, 2, 5),
      stopTimes: Float64Array.of(1.5, 2.5, 6),
      blocks: Float64Array.of(0, 0, 1),
      stimulusNames: ['a', 'a', 'b'],
    },
  ],
  [],
)

describe('presentations of an epoch', () => {
  test.each([
    [[0], [0, 1]],
    [[1], [2]],
    [
      [1, 0],
      [0, 1, 2],
    ],
    [[], []],
  ])('%j', (epochIndexes, ids) => {
    expect([...filterPresentations(list, { epochIndexes }, null)]).toEqual(ids)
  })

  test.each([-1, 2])('that there is not (%s) are refused', (index) => {
    expect(() => filterPresentations(list, { epochIndexes: [index] }, null)).toThrow(
      `No epoch ${index} in this session. Available: 0 to 1.`,
    )
  })
})

test.each([
  [{ start: 2 }, [1, 2]],
  [{ stop: 2 }, [0, 1]],
  [{ start: 2, stop: 2 }, [1]],
  [{ start: 2.1, stop: 4 }, []],
])('start and stop include presentations that start there: %j', (filter, ids) => {
  expect([...filterPresentations(list, filter, null)]).toEqual(ids)
})

test('a session without presentations has no epochs', () => {
  expect(() => filterPresentations(listPresentations([], []), { epochIndexes: [0] }, null)).toThrow(
    'No epoch 0 in this session.',
  )
})

test.each([
  [{}, false],
  [{ conditionIds: [] }, true],
  [{ parameters: [] }, false],
  [{ parameters: [{ name: 'contrast', values: [1] }] }, true],
])('whether conditions are needed by %j', (filter, isNeeded) => {
  expect(needsConditions(filter)).toBe(isNeeded)
})

test.each([
  [{ stimulusNames: ['a'] }, [0, 1]],
  [{ stimulusNames: ['b', 'a'] }, [0, 1, 2]],
  [{ excludeStimulusNames: ['a'] }, [2]],
  [{ excludeStimulusNames: ['c'] }, [0, 1, 2]],
  [{ blocks: [1] }, [2]],
  [{ ids: ['2', '0'] }, [0, 2]],
])('stimuli, blocks and ids are those named: %j', (filter, ids) => {
  expect([...filterPresentations(list, filter, null)]).toEqual(ids)
})

test('a stimulus that there is not is refused', () => {
  expect(() => filterPresentations(list, { stimulusNames: ['c'] }, null)).toThrow(
    'No stimulus "c" in this session. Available: a, b.',
  )
})

test('presentations that an invalid time touches are left out', () => {
  const invalid = [{ startTime: 2.5, stopTime: 3, tags: [] }]
  expect([...withoutInvalidTimes(Int32Array.of(0, 1, 2), list, invalid)]).toEqual([0, 2])
})
