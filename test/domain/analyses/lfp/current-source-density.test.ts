import { expect, test } from 'vitest'
import { currentSourceDensity } from '../../../../src/domain/analyses/lfp/current-source-density.ts'

const { NaN: nan } = Number

test('is the second difference along the probe; the outermost channels have none', () => {
  // Two bins of four channels, 2 m apart
  const potentials = Float64Array.of(0, 1, 4, 9, 5, 5, 5, 6)
  expect([...currentSourceDensity(potentials, 4, 2, 1)]).toEqual([
    ...[nan, -(0 - 2 + 4) / 4, -(1 - 8 + 9) / 4, nan],
    ...[nan, -0, -1 / 4, nan],
  ])
})

test('is multiplied by the conductivity', () => {
  expect(currentSourceDensity(Float64Array.of(0, 1, 0), 3, 1, 0.3)[1]).toBe(2 * 0.3)
})

test('of a missing potential is missing there and next to it', () => {
  expect([...currentSourceDensity(Float64Array.of(0, nan, 0, 0, 0), 5, 1, 1)]).toEqual([
    nan,
    nan,
    nan,
    -0,
    nan,
  ])
})
