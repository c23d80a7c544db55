import { expect, test } from 'vitest'
import { toOrders, toUnitFilter } from '../../../../src/graphql/fields/units/unit-arguments.ts'

test('a filter keeps all that it has', () => {
  expect(
    toUnitFilter({
      amplitudeCutoffMax: 0.2,
      presenceRatioMin: 0.9,
      isiViolationsMax: 1,
      requireMetrics: false,
      validOnly: false,
      inBrainOnly: false,
      areas: ['VISp'],
      ids: ['1'],
      probes: ['probeA'],
      snrMin: 2,
      firingRateMin: 0.5,
      metrics: [
        { metric: 'D_PRIME', min: 1 },
        { metric: 'SNR', max: 9 },
      ],
      columns: [{ column: 'layer', values: ['4'] }],
    }),
  ).toEqual({
    amplitudeCutoffMax: 0.2,
    presenceRatioMin: 0.9,
    isiViolationsMax: 1,
    requireMetrics: false,
    validOnly: false,
    inBrainOnly: false,
    areas: ['VISp'],
    ids: ['1'],
    probes: ['probeA'],
    snrMin: 2,
    firingRateMin: 0.5,
    metrics: [
      { metric: 'dPrime', min: 1, max: null },
      { metric: 'snr', min: null, max: 9 },
    ],
    columns: [{ column: 'layer', values: ['4'] }],
  })
})

test('a filter has no other limits than those given, and wants valid units', () => {
  expect(toUnitFilter({})).toEqual({
    amplitudeCutoffMax: null,
    presenceRatioMin: null,
    isiViolationsMax: null,
    requireMetrics: true,
    validOnly: true,
    inBrainOnly: true,
    areas: null,
    ids: null,
    probes: null,
    snrMin: null,
    firingRateMin: null,
    metrics: null,
    columns: null,
  })
})

test('units are sorted by up to eight orders', () => {
  const order = { by: 'SPIKE_COUNT', direction: 'DESC' } as const
  expect(toOrders(null)).toEqual([])
  expect(toOrders([order, { by: 'ID', direction: 'ASC' }])).toEqual([
    { by: 'spikeCount', direction: 'descending' },
    { by: 'id', direction: 'ascending' },
  ])
  expect(toOrders(new Array(8).fill(order))).toHaveLength(8)
  expect(() => toOrders(new Array(9).fill(order))).toThrow(
    'orderBy has 9 entries; at most 8 are allowed.',
  )
})
