import { expect, test } from 'vitest'
import { sdkUnitFilter } from '../../src/domain/defaults.ts'
import { toUnitFilter } from '../../src/graphql/fields/units/unit-arguments.ts'
import { UnitSelections } from '../../src/request/unit-selections.ts'

const sdkLimits = {
  inBrainOnly: true,
  validOnly: true,
  requireMetrics: true,
  isiViolationsMax: 0.5,
  presenceRatioMin: 0.95,
  amplitudeCutoffMax: 0.1,
}

test('the default filter is recognized however it is written', () => {
  const selections = new UnitSelections()
  expect(selections.isDefault(sdkUnitFilter)).toBe(true)
  expect(selections.isDefault(toUnitFilter(sdkLimits))).toBe(true)
  expect(selections.isDefault(sdkLimits)).toBe(true)
})

test('a filter with one more condition, or one fewer, is not the default', () => {
  const selections = new UnitSelections()
  expect(selections.isDefault(toUnitFilter({ ...sdkLimits, snrMin: 2 }))).toBe(false)
  expect(selections.isDefault(toUnitFilter({ ...sdkLimits, validOnly: false }))).toBe(false)
  expect(selections.isDefault({ ...sdkLimits, metrics: [{ metric: 'snr', min: 2 }] })).toBe(false)
})
