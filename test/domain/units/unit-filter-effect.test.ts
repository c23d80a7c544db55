import { expect, test } from 'vitest'
import { sdkUnitFilter } from '../../../src/domain/defaults.ts'
import { everyUnit } from '../../../src/domain/units/unit-filter.ts'
import { filterEffect } from '../../../src/domain/units/unit-filter-effect.ts'
import { memoryTables } from '../../support/memory-session.ts'

const tables = memoryTables({
  units: [
    { id: 1, area: 'VISp', spikes: [] },
    { id: 2, area: 'VISp', spikes: [], quality: 'noise', metrics: { isiViolations: 2 } },
    { id: 3, area: null, spikes: [], metrics: { amplitudeCutoff: Number.NaN } },
  ],
})

test('counts what each condition drops, taken alone', () => {
  expect(filterEffect(tables, { ...sdkUnitFilter, presenceRatioMin: null })).toEqual([
    { condition: 'validOnly', value: true, dropped: 1 },
    { condition: 'inBrainOnly', value: true, dropped: 1 },
    { condition: 'amplitudeCutoffMax', value: 0.1, dropped: 1 },
    { condition: 'isiViolationsMax', value: 0.5, dropped: 1 },
    { condition: 'requireMetrics', value: true, dropped: 1 },
  ])
})

test('has nothing to tell when every condition is off', () => {
  expect(filterEffect(tables, everyUnit)).toEqual([])
})
