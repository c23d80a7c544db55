import { expect, test } from 'vitest'
import { FourierTransform } from '../../../src/domain/numeric/fourier-transform.ts'

test('of four numbers', () => {
  const { real, imaginary } = new FourierTransform(4).transform(Float64Array.of(1, 2, 3, 4))
  const expected = [
    [10, 0],
    [-2, 2],
    [-2, 0],
    [-2, -2],
  ]
  for (const [k, [re, im]] of expected.entries()) {
    expect(real[k]).toBeCloseTo(re, 12)
    expect(imaginary[k]).toBeCloseTo(im, 12)
  }
})

test.each([1, 2, 3, 7, 12, 30, 121, 128, 1250])('of %i numbers is the sum that it is', (length) => {
  const numbers = Float64Array.from({ length }, (_, i) => ((i * 7919) % 101) / 7)
  const { real, imaginary } = new FourierTransform(length).transform(numbers)
  for (const k of [0, 1, length >> 1, length - 1].filter((at) => at < length)) {
    const angle = (n: number) => (-2 * Math.PI * ((k * n) % length)) / length
    expect(real[k]).toBeCloseTo(
      numbers.reduce((sum, x, n) => sum + x * Math.cos(angle(n)), 0),
      8,
    )
    expect(imaginary[k]).toBeCloseTo(
      numbers.reduce((sum, x, n) => sum + x * Math.sin(angle(n)), 0),
      8,
    )
  }
})
