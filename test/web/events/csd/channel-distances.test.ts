import { expect, test } from 'vitest'
import { unknownSpacing } from '../../../../web/src/events/csd/channel-distances.ts'

test('a distance is to be given where the file has none, or has several', () => {
  expect(unknownSpacing([60, 40, 20, 0])).toBe(null)
  expect(unknownSpacing([0, 40.01, 80])).toBe(null)
  expect(unknownSpacing([60, null, 20])).toMatch('does not say where')
  expect(unknownSpacing([20, 20, 20])).toMatch('at the same height')
  expect(unknownSpacing([0, 20, 60])).toMatch('neighbours lie 20 to 40 µm from each other')
})
