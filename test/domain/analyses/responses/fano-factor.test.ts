import { expect, test } from 'vitest'
import { fanoFactor } from '../../../../src/domain/analyses/responses/fano-factor.ts'

test('is the variance with ddof=0 over the mean', () => {
  // mean 3.5, variance 0.25
  expect(fanoFactor(Float64Array.of(4, 3))).toBe(0.25 / 3.5)
  expect(fanoFactor(Float64Array.of(5))).toBe(0)
})

test('is unknown without spikes and without counts', () => {
  expect(fanoFactor(Float64Array.of(0, 0))).toBeNaN()
  expect(fanoFactor(new Float64Array(0))).toBeNaN()
})
