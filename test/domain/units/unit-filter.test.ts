import { describe, expect, test } from 'vitest'
import { sdkUnitFilter } from '../../../src/domain/defaults.ts'
import type { SessionTables, UnitMetric } from '../../../src/domain/session/session-tables.ts'
import {
  everyUnit,
  findProbe,
  findUnit,
  selectUnits,
  type UnitFilter,
} from '../../../src/domain/units/unit-filter.ts'
import { AreaNotFoundError, ProbeNotFoundError, UnitNotFoundError } from '../../../src/errors.ts'
import { type MemoryUnit, memoryTables } from '../../support/memory/memory-session.ts'

type Metrics = Partial<Record<UnitMetric, number>>

const unit = (id: number, more: Partial<MemoryUnit> = {}): MemoryUnit => ({
  id,
  area: 'VISp',
  spikes: [1],
  ...more,
})

/** Rows of the units with these metrics that pass. */
const passing = (filter: Partial<UnitFilter>, ...metrics: readonly Metrics[]) =>
  rows(memoryTables({ units: metrics.map((each, row) => unit(row, { metrics: each })) }), filter)

const rows = (tables: SessionTables, filter: Partial<UnitFilter>) => [
  ...selectUnits(tables, { ...everyUnit, ...filter }),
]

const withChannels = (tables: SessionTables, channels: Partial<SessionTables['channels']>) => ({
  ...tables,
  channels: { ...tables.channels, ...channels },
})

const withUnits = (tables: SessionTables, units: Partial<SessionTables['units']>) => ({
  ...tables,
  units: { ...tables.units, ...units },
})

const NONE = Number.NaN

describe('limits', () => {
  test('are the defaults of the AllenSDK', () => {
    expect(sdkUnitFilter).toEqual({
      amplitudeCutoffMax: 0.1,
      presenceRatioMin: 0.95,
      isiViolationsMax: 0.5,
      requireMetrics: true,
      validOnly: true,
      inBrainOnly: true,
    })
  })

  test('keep a unit at exactly every default limit', () => {
    const atLimits = { amplitudeCutoff: 0.1, presenceRatio: 0.95, isiViolations: 0.5 }
    expect(passing(sdkUnitFilter, atLimits)).toEqual([0])
  })

  test.each([
    ['amplitudeCutoff', 0.10000000000000002],
    ['presenceRatio', 0.9499999999999998],
    ['isiViolations', 0.5000000000000001],
    ['amplitudeCutoff', NONE],
    ['presenceRatio', NONE],
    ['isiViolations', NONE],
  ] as const)('drop a unit with %s %d', (metric, value) => {
    expect(passing(sdkUnitFilter, { [metric]: value }, {})).toEqual([1])
  })

  test('pass a unit that is far better', () => {
    expect(
      passing(sdkUnitFilter, { amplitudeCutoff: 0, presenceRatio: 1, isiViolations: 0 }),
    ).toEqual([0])
  })

  test.each([
    [{ amplitudeCutoffMax: 0.2 }, { amplitudeCutoff: 0.2 }, { amplitudeCutoff: 0.2000000001 }],
    [{ presenceRatioMin: 0.5 }, { presenceRatio: 0.5 }, { presenceRatio: 0.4999999 }],
    [{ isiViolationsMax: 3 }, { isiViolations: 3 }, { isiViolations: 3.0000001 }],
    [{ snrMin: 2 }, { snr: 2 }, { snr: 1.9999999 }],
    [{ firingRateMin: 0.5 }, { firingRate: 0.5 }, { firingRate: 0.4999999 }],
    [{ snrMin: 2 }, { snr: Infinity }, { snr: NONE }],
    [{ firingRateMin: 0 }, { firingRate: 0 }, { firingRate: NONE }],
  ] as const)('of %j keep %j and drop %j', (filter, kept, dropped) => {
    expect(passing(filter, dropped, kept)).toEqual([1])
  })

  test('of 0 are limits as well', () => {
    const none = {
      amplitudeCutoff: 0,
      isiViolations: 0,
      presenceRatio: -1,
      snr: -1,
      firingRate: -1,
    }
    const some = { amplitudeCutoff: 0.01, isiViolations: 0.01 }
    expect(passing({ amplitudeCutoffMax: 0 }, none, some)).toEqual([0])
    expect(passing({ isiViolationsMax: 0 }, none, some)).toEqual([0])
    expect(passing({ presenceRatioMin: 0 }, none, some)).toEqual([1])
    expect(passing({ snrMin: 0 }, none, some)).toEqual([1])
    expect(passing({ firingRateMin: 0 }, none, some)).toEqual([1])
  })

  test('that are off drop no unit, however bad', () => {
    const bad = { amplitudeCutoff: 0.5, presenceRatio: 0, isiViolations: 99, snr: 0, firingRate: 0 }
    expect(passing({}, bad)).toEqual([0])
    expect(passing({ snrMin: null, firingRateMin: null, requireMetrics: true }, bad)).toEqual([0])
  })

  test.each(['amplitudeCutoff', 'presenceRatio', 'isiViolations'] as const)(
    'that are off still drop a missing %s where metrics are required',
    (metric) => {
      expect(passing({ requireMetrics: true }, { [metric]: NONE }, {})).toEqual([1])
      expect(passing({ requireMetrics: false }, { [metric]: NONE }, {})).toEqual([0, 1])
    },
  )

  test('do not require the other metrics', () => {
    expect(passing(sdkUnitFilter, { snr: NONE, firingRate: NONE, dPrime: NONE })).toEqual([0])
  })

  test('still drop a missing value where metrics are not required', () => {
    expect(
      passing({ ...sdkUnitFilter, requireMetrics: false }, { isiViolations: NONE }, {}),
    ).toEqual([1])
  })

  test('on columns that the file lacks do not apply', () => {
    const tables = memoryTables({ units: [unit(1)] })
    const { metrics } = tables.units
    const without = withUnits(tables, {
      metrics: {
        ...metrics,
        amplitudeCutoff: null,
        presenceRatio: null,
        isiViolations: null,
        snr: null,
        firingRate: null,
      },
    })
    expect(rows(without, { ...sdkUnitFilter, snrMin: 99, firingRateMin: 99 })).toEqual([0])
  })

  test('must all hold', () => {
    const tables = memoryTables({
      units: [
        unit(1, { metrics: { snr: 9 } }),
        unit(2, { metrics: { snr: 1 } }),
        unit(3, { metrics: { snr: 9 }, area: 'CA1' }),
      ],
    })
    expect(rows(tables, { snrMin: 5, areas: ['V1'] })).toEqual([0])
  })
})

describe('validOnly', () => {
  const labels = (...qualities: readonly string[]) =>
    memoryTables({ units: qualities.map((quality, row) => unit(row, { quality })) })

  test('keeps `good` units where the file tells good from noise', () => {
    expect(rows(labels('good', 'noise', '', 'Good'), { validOnly: true })).toEqual([0])
    expect(rows(labels('noise', 'noise'), { validOnly: true })).toEqual([])
    expect(rows(labels('mua', 'good'), { validOnly: true })).toEqual([1])
    expect(rows(labels('mua', 'noise'), { validOnly: true })).toEqual([])
  })

  test("keeps every unit where the labels are another laboratory's", () => {
    expect(rows(labels('single', 'multi', ''), { validOnly: true })).toEqual([0, 1, 2])
  })

  test('keeps every unit where the file has no labels', () => {
    const tables = withUnits(labels('good', 'noise'), { quality: null })
    expect(rows(tables, { validOnly: true })).toEqual([0, 1])
  })

  test('drops a unit without a label among units with labels', () => {
    const tables = withUnits(labels('', ''), { quality: ['good', null] })
    expect(rows(tables, { validOnly: true })).toEqual([0])
  })

  test('drops a unit whose peak channel is not valid, or not known', () => {
    const tables = withUnits(
      withChannels(labels('good', 'good', 'good'), { valid: Uint8Array.of(1, 0, 1) }),
      { channelRows: Int32Array.of(0, 1, -1) },
    )
    expect(rows(tables, { validOnly: true })).toEqual([0])
    expect(rows(tables, {})).toEqual([0, 1, 2])
  })

  test('does not ask for a valid channel of a unit that the file gives none', () => {
    const tables = withUnits(
      withChannels(labels('good', 'good', 'good'), { valid: Uint8Array.of(1, 0, 1) }),
      {
        channelRows: Int32Array.of(1, -1, -1),
        areaSources: ['PEAK_CHANNEL', 'ELECTRODE_GROUP', null],
      },
    )
    expect(rows(tables, { validOnly: true })).toEqual([1, 2])
  })

  test('asks for the valid channel of a unit whose area something else tells', () => {
    const tables = withUnits(withChannels(labels('good', 'good'), { valid: Uint8Array.of(0, 1) }), {
      areaSources: [null, 'UNIT_LOCATION'],
    })
    expect(rows(tables, { validOnly: true })).toEqual([1])
  })

  test('looks at the peak channel, not at the row of the unit', () => {
    const tables = withUnits(withChannels(labels('good', 'good'), { valid: Uint8Array.of(0, 1) }), {
      channelRows: Int32Array.of(1, 0),
    })
    expect(rows(tables, { validOnly: true })).toEqual([0])
  })

  test('does not ask for valid channels where the file does not tell them', () => {
    const tables = withUnits(withChannels(labels('good', 'noise'), { valid: null }), {
      channelRows: Int32Array.of(-1, -1),
    })
    expect(rows(tables, { validOnly: true })).toEqual([0])
  })

  test('switched off, keeps noise', () => {
    expect(rows(labels('good', 'noise'), { validOnly: false })).toEqual([0, 1])
  })
})

describe('inBrainOnly', () => {
  const tables = memoryTables({
    units: [unit(1), unit(2, { area: null }), unit(3, { area: 'TH' })],
  })

  test('drops units whose peak channel lies in no area', () => {
    expect(rows(tables, { inBrainOnly: true })).toEqual([0, 2])
    expect(rows(tables, { inBrainOnly: false })).toEqual([0, 1, 2])
  })

  test('drops every unit where all channels are outside', () => {
    const outside = memoryTables({ units: [unit(1, { area: null })] })
    expect(rows(outside, { inBrainOnly: true })).toEqual([])
  })

  test('does not apply to a unit of which the file does not say where it lies', () => {
    const unknown = withUnits(tables, {
      areas: ['VISp', null, null],
      areaSources: ['PEAK_CHANNEL', null, 'PEAK_CHANNEL'],
    })
    expect(rows(unknown, { inBrainOnly: true })).toEqual([0, 1])
  })
})

describe('choices', () => {
  const tables: SessionTables = (() => {
    const one = memoryTables({
      units: [
        unit(950_000_001, { area: 'VISp' }),
        unit(7, { area: 'CA1' }),
        unit(8, { area: 'VISl' }),
        unit(9, { area: null }),
      ],
    })
    const probe = { ...one.probes[0], location: null } as SessionTables['probes'][number]
    return withUnits(
      {
        ...one,
        probes: [
          { ...probe, id: '100', name: 'probeA' },
          { ...probe, id: '200', name: 'probeB' },
        ],
      },
      { probeRows: Int32Array.of(0, 1, 1, -1) },
    )
  })()

  test('of areas, by acronym or short name', () => {
    expect(rows(tables, { areas: ['V1', 'CA1'] })).toEqual([0, 1])
    expect(rows(tables, { areas: ['LM', 'VISl'] })).toEqual([2])
  })

  test('of an area of the atlas that was not recorded, no unit', () => {
    expect(rows(tables, { areas: ['DG'] })).toEqual([])
  })

  test('of probes, by id or name', () => {
    expect(rows(tables, { probes: ['100'] })).toEqual([0])
    expect(rows(tables, { probes: ['probeB', '200'] })).toEqual([1, 2])
  })

  test('of ids, in order of the units', () => {
    expect(rows(tables, { ids: ['7', '950000001', '7'] })).toEqual([0, 1])
  })

  test('of nothing give nothing, and no choice gives all', () => {
    for (const choice of ['areas', 'probes', 'ids']) {
      expect(rows(tables, { [choice]: [] })).toEqual([])
      expect(rows(tables, { [choice]: null })).toEqual([0, 1, 2, 3])
    }
  })

  test('that the session does not have are errors', () => {
    expect(() => rows(tables, { areas: ['V1', 'nowhere'] })).toThrow(AreaNotFoundError)
    expect(() => rows(tables, { ids: ['7', '10'] })).toThrow(UnitNotFoundError)
    expect(() => rows(tables, { probes: ['probeC'] })).toThrow(ProbeNotFoundError)
  })

  test('give a chosen unit only if it passes', () => {
    expect(rows(tables, { ids: ['7'], probes: ['probeA'] })).toEqual([])
  })

  test('find a unit by its id alone, as it is written', () => {
    expect(findUnit(tables, '950000001')).toBe(0)
    expect(findUnit(tables, '9')).toBe(3)
    for (const id of ['07', ' 7', '7.0', '7e0', '0x7', '', 'NaN', 'Infinity', 'seven', '1', '3']) {
      expect(() => findUnit(tables, id), id).toThrow(UnitNotFoundError)
    }
  })

  test('do not take a number that float64 rounds for the one it rounds to', () => {
    const large = memoryTables({ units: [unit(9_007_199_254_740_992)] })
    expect(findUnit(large, '9007199254740992')).toBe(0)
    expect(() => findUnit(large, '9007199254740993')).toThrow(UnitNotFoundError)
  })

  test('find unit 0', () => {
    expect(findUnit(memoryTables({ units: [unit(5), unit(0)] }), '0')).toBe(1)
  })

  test('tell how to find the units there are', () => {
    expect(() => findUnit(tables, '10')).toThrow(
      /^Session "1" has no unit "10"\..*stores 4 units\.$/,
    )
  })

  test('find a probe, or list those there are', () => {
    expect(findProbe(tables, 'probeB')).toBe(1)
    expect(findProbe(tables, '100')).toBe(0)
    expect(() => findProbe(tables, 'probeC')).toThrow(
      'No probe "probeC" in this session. Available: probeA, probeB.',
    )
    expect(() => findProbe({ ...tables, probes: [] }, 'probeA')).toThrow('Available: none.')
  })
})

describe('selectUnits', () => {
  test('keeps a unit without spikes', () => {
    const tables = memoryTables({ units: [unit(1, { spikes: [] })] })
    expect(rows(tables, sdkUnitFilter)).toEqual([0])
  })

  test('finds no unit in a session without units', () => {
    expect(rows(memoryTables({ units: [] }), sdkUnitFilter)).toEqual([])
    expect(rows(memoryTables({ units: [] }), {})).toEqual([])
  })

  test("gives rows in the AllenSDK's order", () => {
    const tables = withChannels(memoryTables({ units: [unit(1), unit(2), unit(3)] }), {
      verticalPosition: Float64Array.of(30, 10, 20),
    })
    expect(rows(tables, sdkUnitFilter)).toEqual([1, 2, 0])
    expect(rows(tables, { ids: ['1', '3'] })).toEqual([2, 0])
  })
})

test.each([
  [{ min: 2, max: 4 }, [1, 2]],
  [{ min: 2 }, [1, 2, 3]],
  [{ max: 4 }, [0, 1, 2]],
  [{}, [0, 1, 2, 3]],
])('a range of a metric includes its ends, and no unit without a value: %j', (range, rowsIn) => {
  const snrs = [1, 2, 4, 5, Number.NaN].map((snr) => ({ snr }))
  expect(passing({ metrics: [{ metric: 'snr', ...range }] }, ...snrs)).toEqual(rowsIn)
})

test('every unit passes, with or without metrics', () => {
  expect(passing({}, { presenceRatio: Number.NaN }, { presenceRatio: 1 })).toEqual([0, 1])
})
