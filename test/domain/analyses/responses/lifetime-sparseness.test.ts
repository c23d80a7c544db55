import { expect, test } from 'vitest'
import { lifetimeSparseness } from '../../../../src/domain/analyses/responses/lifetime-sparseness.ts'

test.each([
  ['a response to one of four stimuli', [1, 0, 0, 0], 1],
  ['equal responses', [1, 1, 1, 1], 0],
  // (1 - 36 / (3 * 14)) / (1 - 1/3)
  ['different responses', [1, 2, 3], (1 - 36 / 42) / (2 / 3)],
])('of %s', (_, responses, sparseness) => {
  expect(lifetimeSparseness(Float64Array.from(responses))).toBeCloseTo(sparseness, 15)
})

test.each([
  ['no stimulus', []],
  ['one stimulus', [3]],
  ['no response', [0, 0, 0]],
])('of %s is unknown', (_, responses) => {
  expect(lifetimeSparseness(Float64Array.from(responses))).toBeNaN()
})
