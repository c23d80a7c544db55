import { expect, test } from 'vitest'
import { presentationFilterField } from '../../src/addresses/presentation-filter-field.ts'
import type { SessionTables } from '../../src/domain/session/session-tables.ts'
import type { PresentationFilter } from '../../src/domain/stimuli/presentation-filter.ts'

const canonical = (filter: PresentationFilter) =>
  presentationFilterField.canonical?.(filter, {} as SessionTables)

const everything = {
  stimulusNames: null,
  excludeStimulusNames: null,
  blocks: null,
  epochIndexes: null,
  conditionIds: null,
  ids: null,
  start: null,
  stop: null,
  parameters: null,
  signals: null,
  excludeInvalidTimes: false,
}
const contrast = { name: 'contrast', values: [0.8] }
const running = {
  of: { name: 'runningSpeed' },
  min: 1,
  max: null,
  before: 0,
  after: null,
  edgeRule: 'numpy',
} as const

test.each<[PresentationFilter, Partial<PresentationFilter>]>([
  [{}, {}],
  [{ stimulusNames: ['b', 'a', 'b'] }, { stimulusNames: ['a', 'b'] }],
  [{ stimulusNames: ['c', 'a', 'b', 'a'] }, { stimulusNames: ['a', 'b', 'c'] }],
  [{ stimulusNames: [] }, { stimulusNames: [] }],
  [{ excludeStimulusNames: ['b', 'a'] }, { excludeStimulusNames: ['a', 'b'] }],
  [{ excludeStimulusNames: [] }, { excludeStimulusNames: null }],
  [{ blocks: [10, 9n, 10, 2] }, { blocks: [2, 9n, 10] }],
  [{ blocks: [2, 10, 9n] }, { blocks: [2, 9n, 10] }],
  [{ epochIndexes: [10, 9, 10] }, { epochIndexes: [9, 10] }],
  [{ conditionIds: ['10', '9'] }, { conditionIds: ['9', '10'] }],
  [{ ids: ['x', '10', '9', 'b', '9'] }, { ids: ['9', '10', 'b', 'x'] }],
  [
    { start: 2, stop: 3 },
    { start: 2, stop: 3 },
  ],
  [{ parameters: [contrast] }, { parameters: [contrast] }],
  [{ parameters: [] }, { parameters: null }],
  [{ signals: [running] }, { signals: [running] }],
  [{ signals: [] }, { signals: null }],
  [{ excludeInvalidTimes: true }, { excludeInvalidTimes: true }],
])('%o is written as %o', (filter, expected) => {
  expect(canonical(filter)).toEqual({ ...everything, ...expected })
})
