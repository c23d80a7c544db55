import { describe, expect, test } from 'vitest'
import {
  columnFiltersOfSessions,
  unitColumnCondition,
} from '../../../src/domain/units/unit-column-filter.ts'
import { findUnitColumn, unitColumns } from '../../../src/domain/units/unit-columns.ts'
import { everyUnit, selectUnits } from '../../../src/domain/units/unit-filter.ts'
import { memoryTables } from '../../support/memory/memory-session.ts'

const bare = memoryTables({
  units: [1, 2, 3].map((id) => ({ id, area: 'VISp', spikes: [] })),
})
const noMetrics = Object.fromEntries(
  Object.keys(bare.units.metrics).map((metric) => [metric, null]),
) as typeof bare.units.metrics
const layer = { name: 'layer', description: 'of the cortex', kind: 'text' as const }
const tables = {
  ...bare,
  units: {
    ...bare.units,
    quality: ['good', '', null],
    clusterId: BigInt64Array.of(9_007_199_254_740_993n, 4n, 4n),
    localIndex: Float64Array.of(2, Number.NaN, 0),
    metrics: { ...noMetrics, firingRate: Float64Array.of(0.5, Number.NaN, 2) },
    columns: [{ ...layer, codes: Int32Array.of(1, -1, 0), values: ['5', '4'] }],
  },
}

describe('the columns of the units table', () => {
  test('are all that have values, in order of their names', () => {
    const own = { description: null, kind: 'number' }
    expect(unitColumns(tables)).toEqual([
      {
        ...own,
        name: 'cluster_id',
        codes: Int32Array.of(0, 1, 1),
        values: ['9007199254740993', '4'],
      },
      { ...own, name: 'firing_rate', codes: Int32Array.of(0, -1, 1), values: [0.5, 2] },
      { ...layer, codes: Int32Array.of(1, -1, 0), values: ['5', '4'] },
      { ...own, name: 'local_index', codes: Int32Array.of(0, -1, 1), values: [2, 0] },
      { ...own, name: 'quality', kind: 'text', codes: Int32Array.of(0, -1, -1), values: ['good'] },
    ])
  })

  test('are no others where the file lacks them', () => {
    const units = { ...bare.units, quality: null, clusterId: null, localIndex: null, columns: [] }
    expect(unitColumns({ ...bare, units: { ...units, metrics: noMetrics } })).toEqual([])
  })

  test('are found by their names', () => {
    expect(findUnitColumn(tables, 'layer').values).toEqual(['5', '4'])
    expect(() => findUnitColumn(tables, 'Layer')).toThrow(
      'The units table has no column "Layer". Available: cluster_id, firing_rate, layer, local_index, quality.',
    )
  })
})

describe('a condition on a column', () => {
  const passing = (filter: Parameters<typeof unitColumnCondition>[1]) =>
    [0, 1, 2].filter(unitColumnCondition(tables, filter))

  test.each([
    [{ column: 'layer' }, [0, 2]],
    [{ column: 'layer', values: ['4'] }, [0]],
    [{ column: 'firing_rate', min: 0.5 }, [0, 2]],
    [{ column: 'firing_rate', max: 2 }, [0, 2]],
    [{ column: 'firing_rate', min: 0.6, max: 2 }, [2]],
    [{ column: 'firing_rate', min: 0, max: 1.9 }, [0]],
    [{ column: 'firing_rate', values: [2], min: 0 }, [2]],
    [{ column: 'cluster_id', min: 9_007_199_254_740_992 }, [0]],
    [{ column: 'cluster_id', max: 9_007_199_254_740_992 }, [1, 2]],
  ])('%j', (filter, rows) => {
    expect(passing(filter)).toEqual(rows)
  })

  test('by a range needs numbers', () => {
    expect(() => passing({ column: 'layer', min: 1 })).toThrow(
      'The column layer of the units table holds texts; min and max need numbers.',
    )
  })

  test('is one of a filter of units', () => {
    const columns = [{ column: 'layer', values: ['4'] }]
    expect([...selectUnits(tables, { ...everyUnit, columns })]).toEqual([0])
  })
})

describe('conditions on columns of several sessions', () => {
  const units = { ...bare.units, quality: null, clusterId: null, localIndex: null }
  const having = (name: string, ...values: string[]) => {
    const column = { ...layer, name, codes: Int32Array.of(0, 0, 0), values }
    return { ...bare, units: { ...units, metrics: noMetrics, columns: [column] } }
  }
  const deep = having('layer', '5')
  const upper = having('layer', '2/3', '4')
  const other = having('type', 'FS')
  const project = [deep, upper, other]

  test('keep of the values those that the session has', () => {
    const filtersOf = columnFiltersOfSessions(project, [{ column: 'layer', values: ['5', '4'] }])
    expect(filtersOf(deep)).toEqual([{ column: 'layer', values: ['5'] }])
    expect(filtersOf(upper)).toEqual([{ column: 'layer', values: ['4'] }])
  })

  test('keep ranges, and no value where none is there', () => {
    const filters = [{ column: 'layer', min: 1 }]
    expect(columnFiltersOfSessions(project, filters)(deep)).toEqual([
      { ...filters[0], values: null },
    ])
    const ofFive = columnFiltersOfSessions(project, [{ column: 'layer', values: ['5'] }])
    expect(ofFive(upper)).toEqual([{ column: 'layer', values: [] }])
  })

  test('let no unit pass of a session that lacks one of the columns', () => {
    const filters = [{ column: 'layer' }, { column: 'type', values: ['FS'] }]
    expect(project.map(columnFiltersOfSessions(project, filters))).toEqual([null, null, null])
    expect(columnFiltersOfSessions(project, [])(other)).toEqual([])
  })

  test('are refused where no session has the column, or none the value', () => {
    expect(() => columnFiltersOfSessions(project, [{ column: 'depth' }])).toThrow(
      'The units table has no column "depth". Available: layer, type.',
    )
    expect(() => columnFiltersOfSessions(project, [{ column: 'layer', values: ['6'] }])).toThrow(
      'No unit has the layer "6". It holds texts: "5", "2/3", "4".',
    )
  })
})
