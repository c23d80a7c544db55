import { expect, test } from 'vitest'
import { rescanPause, unknownIdPause } from '../../../src/catalog/folder/rescan-pauses.ts'

test.each([
  [0, 5000],
  [250, 5000],
  [500, 5000],
  [501, 5020],
  [10_250, 200_000],
])('after a look of %i ms the next one is in %i ms', (lookTook, pause) => {
  expect(rescanPause(5000, lookTook)).toBe(pause)
})

test.each([
  [0, 1000],
  [250, 1000],
  [300, 1200],
])('after a look of %i ms an unknown id is not looked for again for %i ms', (lookTook, pause) => {
  expect(unknownIdPause(lookTook)).toBe(pause)
})
