import { expect, test } from 'vitest'
import { studentTail } from '../../../src/domain/numeric/student-distribution.ts'

// With 1 and 2 degrees of freedom, the probability has a closed form.
const ofOne = (t: number) => 1 - (2 / Math.PI) * Math.atan(t)
const ofTwo = (t: number) => 1 - t / Math.sqrt(2 + t * t)

test.each([0, 0.01, 0.5, 1, 3, 25])('lies as far as %d as often as its formulas say', (t) => {
  expect(studentTail(t, 1)).toBeCloseTo(ofOne(t), 13)
  expect(studentTail(-t, 2)).toBeCloseTo(ofTwo(t), 13)
})

test.each([
  // Of even degrees there are formulas; these were computed with 60 digits.
  [2.5, 10, 0.03144684423660881],
  [2.0422724563012373, 30, 0.0500000000000001],
  [1000, 4, 5.999960000209999e-12],
])('t of %d has its digits at %i degrees of freedom', (t, degrees, probability) => {
  expect(studentTail(t, degrees) / probability).toBeCloseTo(1, 13)
})

test('is 0 for an infinite t, and unknown for none', () => {
  expect(studentTail(Number.POSITIVE_INFINITY, 3)).toBe(0)
  expect(studentTail(Number.NaN, 3)).toBeNaN()
})
