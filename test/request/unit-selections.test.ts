import { describe, expect, test } from 'vitest'
import { sdkUnitFilter } from '../../src/domain/defaults.ts'
import { everyUnit } from '../../src/domain/units/unit-filter.ts'
import { toUnitFilter } from '../../src/graphql/fields/units/unit-arguments.ts'
import { UnitSelections } from '../../src/request/unit-selections.ts'
import { memoryTables } from '../support/memory/memory-session.ts'

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

describe('units that pass', () => {
  const tables = memoryTables({
    units: [
      { id: 11, area: 'VISp', spikes: [1] },
      { id: 12, area: 'VISl', spikes: [] },
      { id: 13, area: 'VISp', spikes: [2] },
      { id: 14, area: null, spikes: [] },
    ],
  })
  const withIds = (...ids: string[]) => ({ ...everyUnit, ids })
  const two = withIds('12', '13')

  test('are found once for equal filters of a request', () => {
    const selections = new UnitSelections()
    const rows = selections.rows(tables, two)
    expect(rows).toEqual(Uint32Array.of(1, 2))
    expect(selections.rows(tables, withIds('12', '13'))).toBe(rows)
    expect(selections.rows(tables, withIds('12'))).toEqual(Uint32Array.of(1))
    expect(new UnitSelections().rows(tables, two)).not.toBe(rows)
  })

  test('the default filter are found once for all requests, of each session', () => {
    const rows = new UnitSelections().rows(tables, sdkUnitFilter)
    expect(rows).toEqual(Uint32Array.of(0, 1, 2))
    expect(new UnitSelections().rows(tables, toUnitFilter(sdkLimits))).toBe(rows)
    expect(new UnitSelections().rows({ ...tables }, sdkUnitFilter)).not.toBe(rows)
  })

  test('and lie in an area are found once', () => {
    const selections = new UnitSelections()
    const rows = selections.rowsInArea(tables, sdkUnitFilter, 'VISp')
    expect(rows).toEqual(Uint32Array.of(0, 2))
    expect(selections.rowsInArea(tables, sdkUnitFilter, 'VISp')).toBe(rows)
    expect(selections.rowsInArea(tables, two, 'VISp')).toEqual(Uint32Array.of(2))
    expect(selections.rowsInArea(tables, two, 'CA1')).toEqual(new Uint32Array(0))
  })

  test('stay in their order where none is wanted', () => {
    const selections = new UnitSelections()
    const rows = Uint32Array.of(2, 0, 1)
    expect(selections.sorted(tables, rows, [])).toBe(rows)
  })
})
