import { expect, test } from 'vitest'
import { preferredValue } from '../../../../src/domain/analyses/responses/preferred-parameter.ts'

const { NaN: nan } = Number
const of = (values: number[], means: number[]) =>
  preferredValue(Float64Array.from(values), Float64Array.from(means))

test('has the largest mean over its conditions, each of which counts alike', () => {
  // 90: (1 + 5) / 2; 0: 4; the blank's 9 has no value
  expect(of([90, 0, 90, nan], [1, 4, 5, 9])).toEqual({ value: 0, isShared: false })
})

test('is the smallest of those with equal means, and is shared', () => {
  expect(of([90, 45, 0], [2, 2, 1])).toEqual({ value: 45, isShared: true })
  expect(of([90, 45], [0, 0])).toEqual({ value: 45, isShared: true })
})

test('leaves out conditions whose response is unknown', () => {
  expect(of([90, 45, 90], [2, 1, nan])).toEqual({ value: 90, isShared: false })
})

test('is unknown where the parameter never applies', () => {
  expect(of([nan, nan], [2, 1])).toEqual({ value: nan, isShared: false })
})
