import { describe, expect, test } from 'vitest'
import { canonicalUnitFilter } from '../../../src/domain/units/canonical-filter.ts'
import { everyUnit, selectUnits, type UnitFilter } from '../../../src/domain/units/unit-filter.ts'
import { memoryTables } from '../../support/memory/memory-session.ts'

const tables = memoryTables({
  units: [1, 2, 3, 10, 20].map((id) => ({
    id,
    area: id < 10 ? 'VISp' : 'CA1',
    spikes: [],
    metrics: { snr: id, dPrime: id % 2 === 0 ? id : Number.NaN },
  })),
})

const canonical = (filter: Partial<UnitFilter>) =>
  canonicalUnitFilter(tables, { ...everyUnit, ...filter })

describe('canonicalUnitFilter', () => {
  test('names areas by acronym and probes by id, in order and each once', () => {
    expect(
      canonical({
        areas: ['V1', 'CA1', 'VISp'],
        probes: ['probeA', '100'],
        ids: ['20', '3', '20'],
      }),
    ).toMatchObject({ areas: ['CA1', 'VISp'], probes: ['100'], ids: ['3', '20'] })
  })

  test('has areas in one order, whichever they are given in', () => {
    for (const areas of [
      ['VISp', 'CA1'],
      ['CA1', 'VISp'],
    ]) {
      expect(canonical({ areas }).areas).toEqual(['CA1', 'VISp'])
    }
  })

  test('names a probe by its name where another goes by its id', () => {
    const [probe] = tables.probes
    const named = (id: string, name: string) => ({ ...(probe as typeof probe & object), id, name })
    const confusing = { ...tables, probes: [named('1', '2'), named('2', 'b')] }
    const probesOf = (...probes: string[]) =>
      canonicalUnitFilter(confusing, { ...everyUnit, probes }).probes
    expect(probesOf('b')).toEqual(['b'])
    expect(probesOf('2')).toEqual(['1'])
  })

  test('makes one range of all that are asked of a metric', () => {
    expect(
      canonical({
        metrics: [
          { metric: 'snr', min: 2 },
          { metric: 'dPrime' },
          { metric: 'snr', min: 1, max: 9 },
          { metric: 'snr', max: 12 },
        ],
      }).metrics,
    ).toEqual([
      { metric: 'dPrime', min: null, max: null },
      { metric: 'snr', min: 2, max: 9 },
    ])
  })

  test('parts values and ranges of columns, each once and in order', () => {
    const unset = { values: null, min: null, max: null }
    expect(
      canonical({
        columns: [
          { column: 'b', values: ['x'], min: 1 },
          { column: 'c', values: ['x'], max: 2 },
          { column: 'a', max: 0 },
          { column: 'd', values: [3] },
          { column: 'a', min: null, max: 0 },
        ],
      }).columns,
    ).toEqual([
      { ...unset, column: 'a', max: 0 },
      { ...unset, column: 'b', values: ['x'] },
      { ...unset, column: 'b', min: 1 },
      { ...unset, column: 'c', values: ['x'] },
      { ...unset, column: 'c', max: 2 },
      { ...unset, column: 'd', values: [3] },
    ])
    expect(canonical({ columns: [] }).columns).toBeNull()
  })

  test('keeps limits', () => {
    expect(canonical({ snrMin: 2, firingRateMin: 0.5 })).toMatchObject({
      snrMin: 2,
      firingRateMin: 0.5,
    })
  })

  test.each<Partial<UnitFilter>>([
    { areas: ['V1', 'VISp'] },
    { ids: ['20', '1', '3'] },
    { ids: [] },
    { probes: ['probeA', 'probeA'] },
    { metrics: [{ metric: 'dPrime' }, { metric: 'snr', min: 2 }, { metric: 'snr', max: 10 }] },
    { metrics: [{ metric: 'snr', min: 5, max: 4 }] },
    { metrics: [] },
  ])('lets the same units pass: %j', (requested) => {
    const filter = { ...everyUnit, ...requested }
    const once = canonicalUnitFilter(tables, filter)
    expect(selectUnits(tables, once)).toEqual(selectUnits(tables, filter))
    expect(canonicalUnitFilter(tables, once)).toEqual(once)
  })

  test('refuses what the filter itself would refuse', () => {
    expect(() => canonical({ areas: ['nowhere'] })).toThrow('No area "nowhere" here.')
    expect(() => canonical({ probes: ['probeZ'] })).toThrow('No probe "probeZ" in this session.')
  })
})
