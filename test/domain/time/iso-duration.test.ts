import { expect, test } from 'vitest'
import { daysOfDuration } from '../../../src/domain/time/iso-duration.ts'

test.each([
  ['P118D', 118],
  ['P12W', 84],
  ['P90DT12H', 90.5],
  ['P1W2D', 9],
  ['PT36H', 1.5],
  ['P1DT6H30M', 1.2708333333333333],
  ['P0D', 0],
  ['P10.5D', 10.5],
  ['P10,5D', 10.5],
  ['PT43200S', 0.5],
])('%s is %d days', (text, days) => {
  expect(daysOfDuration(text)).toBe(days)
})

test.each(['', 'P', 'PT', 'P3M', 'P1Y', 'P1Y2D', '118', 'P10D/P20D', '12 weeks', 'P-5D', 'PD'])(
  'the days of %j are unknown',
  (text) => {
    expect(daysOfDuration(text)).toBeNull()
  },
)
