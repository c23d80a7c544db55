import { expect, test } from 'vitest'
import { sdkUnitFilter } from '../../../src/domain/defaults.ts'
import { everyUnit } from '../../../src/domain/units/unit-filter.ts'
import { filterEffect } from '../../../src/domain/units/unit-filter-effect.ts'
import { memoryTables } from '../../support/memory/memory-session.ts'

const tables = memoryTables({
  units: [
    { id: 1, area: 'VISp', spikes: [] },
    { id: 2, area: 'VISp', spikes: [], quality: 'noise', metrics: { isiViolations: 2 } },
    { id: 3, area: null, spikes: [], metrics: { amplitudeCutoff: Number.NaN } },
  ],
})

test('counts what each condition excludes, taken alone', () => {
  expect(filterEffect(tables, { ...sdkUnitFilter, presenceRatioMin: null })).toEqual([
    { condition: 'validOnly', value: true, applies: true, excludedCount: 1 },
    { condition: 'inBrainOnly', value: true, applies: true, excludedCount: 1 },
    { condition: 'amplitudeCutoffMax', value: 0.1, applies: true, excludedCount: 1 },
    { condition: 'isiViolationsMax', value: 0.5, applies: true, excludedCount: 1 },
    { condition: 'requireMetrics', value: true, applies: true, excludedCount: 1 },
  ])
})

test('has nothing to tell when every condition is off', () => {
  expect(filterEffect(tables, everyUnit)).toEqual([])
})

test('says which conditions ask for what the file lacks', () => {
  const { units } = tables
  const metrics = { ...units.metrics, amplitudeCutoff: null, presenceRatio: null }
  const bare = {
    ...tables,
    units: { ...units, metrics, quality: null, areaSources: units.areaSources.map(() => null) },
    channels: { ...tables.channels, valid: null },
  }
  expect(filterEffect(bare, sdkUnitFilter)).toEqual([
    { condition: 'validOnly', value: true, applies: false, excludedCount: 0 },
    { condition: 'inBrainOnly', value: true, applies: false, excludedCount: 0 },
    { condition: 'amplitudeCutoffMax', value: 0.1, applies: false, excludedCount: 0 },
    { condition: 'presenceRatioMin', value: 0.95, applies: false, excludedCount: 0 },
    { condition: 'isiViolationsMax', value: 0.5, applies: true, excludedCount: 1 },
    { condition: 'requireMetrics', value: true, applies: true, excludedCount: 0 },
  ])
})

test.each([
  ['graded units and no channels', {}, { valid: null }, true],
  ['channels and no graded units', { quality: null }, {}, true],
  ['neither', { quality: null }, { valid: null }, false],
])('validOnly applies to %s: %s', (_, units, channels, applies) => {
  const some = {
    ...tables,
    units: { ...tables.units, ...units },
    channels: { ...tables.channels, ...channels },
  }
  expect(filterEffect(some, { ...everyUnit, validOnly: true })).toMatchObject([{ applies }])
})

test('inBrainOnly applies where the area of some unit is known', () => {
  const units = { ...tables.units, areaSources: [null, 'PEAK_CHANNEL', null] as const }
  expect(filterEffect({ ...tables, units }, { ...everyUnit, inBrainOnly: true })).toMatchObject([
    { applies: true },
  ])
})

test.each(['amplitudeCutoff', 'presenceRatio', 'isiViolations', null] as const)(
  'requireMetrics applies where there is a metric: %s',
  (metric) => {
    const none = { amplitudeCutoff: null, presenceRatio: null, isiViolations: null }
    const one = metric ? { [metric]: Float64Array.of(0, 0, 0) } : {}
    const metrics = { ...tables.units.metrics, ...none, ...one }
    const some = { ...tables, units: { ...tables.units, metrics } }
    expect(filterEffect(some, { ...everyUnit, requireMetrics: true })).toMatchObject([
      { applies: metric !== null },
    ])
  },
)
