import { describe, expect, test } from 'vitest'
import type { StimulusConditions } from '../../../src/domain/stimuli/conditions.ts'
import {
  type Grouping,
  type GroupingKey,
  groupPresentations,
  groupsByCondition,
} from '../../../src/domain/stimuli/presentation-grouping.ts'
import type { PresentationList } from '../../../src/domain/stimuli/presentations.ts'

/** Six presentations: b b a (masked) a b; the second epoch is the third and fourth. */
const list: PresentationList = {
  count: 6,
  startTimes: new Float64Array(6),
  stopTimes: new Float64Array(6),
  stimulusNames: { codes: Int32Array.of(0, 0, 1, 2, 1, 0), values: ['b', 'a', 'masked'] },
  storedNames: { codes: Int32Array.of(0, 0, 1, 1, 1, 0), values: ['b', 'a'] },
  blocks: new Float64Array(6),
  masked: Uint8Array.of(0, 0, 0, 1, 0, 0),
  epochIndexes: Int32Array.of(0, 0, 1, 1, 2, 2),
  tableNumbers: new Int32Array(6),
  tableRows: new Int32Array(6),
  tables: ['all'],
}

/** Condition 1 has no size; the value of condition 0 and 2 is the same. */
const conditions: StimulusConditions = {
  count: 3,
  ofPresentations: Int32Array.of(2, 0, 1, -1, 1, 2),
  stimulusNames: ['b', 'a', 'b'],
  presentationCounts: Int32Array.of(1, 2, 2),
  parameters: {
    count: 3,
    columns: [
      { name: 'size', codes: Int32Array.of(0, -1, 0), values: [10] },
      { name: 'temporal_frequency', codes: Int32Array.of(0, 1, 1), values: [2, 4] },
    ],
  },
  trialParameters: {
    count: 6,
    columns: [{ name: 'gain', codes: Int32Array.of(2, 1, 0, -1, 1, -1), values: [0.8, 1.6, 2.4] }],
  },
}

const everyId = Int32Array.of(0, 1, 2, 3, 4, 5)
const members = (grouping: GroupingKey | Grouping, ids = everyId) =>
  groupPresentations(ids, list, conditions, [grouping].flat()).members.map((group) => [...group])

describe('groups of presentations', () => {
  test('all are one', () => {
    expect(members({ by: 'all' })).toEqual([[0, 1, 2, 3, 4, 5]])
    expect(members({ by: 'all' }, new Int32Array(0))).toEqual([])
  })

  test('stimuli come in order of first appearance', () => {
    expect(members({ by: 'stimulus' })).toEqual([[0, 1, 5], [2, 4], [3]])
  })

  test('epochs come in order of their indexes', () => {
    expect(members({ by: 'epoch' })).toEqual([
      [0, 1],
      [2, 3],
      [4, 5],
    ])
  })

  test('conditions come in order of their ids, without masked presentations', () => {
    expect(members({ by: 'condition' })).toEqual([[1], [2, 4], [0, 5]])
  })

  test('name presentations by their position among those asked', () => {
    expect(members({ by: 'condition' }, Int32Array.of(3, 4, 5))).toEqual([[1], [2]])
  })

  test('parameters group across conditions; where none applies there is no group', () => {
    expect(members({ by: 'parameters', names: ['size'] })).toEqual([[0, 1, 5]])
    expect(members({ by: 'parameters', names: ['size', 'temporalFrequency'] })).toEqual([
      [0, 5],
      [1],
      [2, 4],
    ])
  })

  test('parameters that tell trials apart group, too', () => {
    expect(members({ by: 'parameters', names: ['gain'] })).toEqual([[0], [1, 4], [2]])
    expect(members({ by: 'parameters', names: ['size', 'gain'] })).toEqual([
      [0],
      [1],
      [2],
      [4],
      [5],
    ])
  })

  test('several keys group by all of them, in order of the first, then of the second', () => {
    expect(members([{ by: 'stimulus' }, { by: 'epoch' }])).toEqual([[0, 1], [5], [2], [4], [3]])
    expect(members([{ by: 'epoch' }, { by: 'condition' }])).toEqual([[1], [0], [2], [4], [5]])
  })

  test('the same value of a parameter in two stimuli makes two groups by both', () => {
    const frequency: GroupingKey = { by: 'parameters', names: ['temporal_frequency'] }
    expect(members(frequency)).toEqual([[0, 2, 4, 5], [1]])
    expect(members([{ by: 'stimulus' }, frequency])).toEqual([[0, 5], [1], [2, 4]])
  })

  test('a presentation without one of the keys is in no group', () => {
    const size: GroupingKey = { by: 'parameters', names: ['size'] }
    expect(members([size, { by: 'epoch' }])).toEqual([[0, 1], [5]])
  })

  test('no key is refused', () => {
    expect(() => members([])).toThrow('by is empty')
  })

  test.each([
    [[], 'parameters is empty'],
    [['colour'], 'No stimulus parameter "colour"'],
  ])('parameters %j are refused', (names, message) => {
    expect(() => members({ by: 'parameters', names })).toThrow(message)
  })
})

test('stimuli are in order of their appearance among those requested', () => {
  const { groups } = groupPresentations(Int32Array.of(2, 4, 5), list, null, [{ by: 'stimulus' }])
  expect([...groups.ofPresentations]).toEqual([0, 0, 1])
})

test.each<GroupingKey>([{ by: 'condition' }, { by: 'parameters', names: ['size'] }])(
  'without conditions, no presentation is in a group by %j',
  (key) => {
    const { groups } = groupPresentations(Int32Array.of(0, 1), list, null, [key])
    expect([...groups.ofPresentations]).toEqual([-1, -1])
    expect(groups.count).toBe(0)
  },
)

test.each<[Grouping, boolean]>([
  [[], false],
  [[{ by: 'all' }, { by: 'stimulus' }, { by: 'epoch' }], false],
  [[{ by: 'epoch' }, { by: 'condition' }], true],
  [[{ by: 'parameters', names: ['contrast'] }, { by: 'stimulus' }], true],
])('whether groups need conditions: %j, %s', (grouping, isNeeded) => {
  expect(groupsByCondition(grouping)).toBe(isNeeded)
})
