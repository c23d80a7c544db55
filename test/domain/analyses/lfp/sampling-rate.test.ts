import { expect, test } from 'vitest'
import { samplingRate } from '../../../../src/domain/analyses/lfp/sampling-rate.ts'

test.each([
  ['of regular samples is that over all', [4, 4.5, 5, 5.5], 504, 1001, 2],
  ['of nearly regular samples, too', [4, 4.5, 5, 5.5], 504.25, 1001, 1000 / 500.25],
  ['of samples with gaps is that of neighbours', [4, 4.5, 5, 5.5], 604, 1001, 2],
  ['of neighbours is by their usual distance', [0, 0.25, 0.75, 1.25], 1000, 10, 2],
  ['of neighbours has no regard to a gap', [0, 0.5, 1, 11], 1000, 10, 2],
  ['of two samples is by their distance', [1, 5], 5, 2, 0.25],
  ['of one sample is missing', [1], 1, 1, Number.NaN],
  ['of none is missing', [], Number.NaN, 0, Number.NaN],
])('the sampling rate %s', (_, first, last, count, rate) => {
  expect(samplingRate(Float64Array.from(first), last, count)).toBe(rate)
})
