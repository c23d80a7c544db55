import { describe, expect, test } from 'vitest'
import {
  nextOrder,
  parseOrder,
  type UnitColumn,
  type UnitRow,
  unitColumns,
} from '../../../web/src/units/unit-columns.ts'

const columnOf = (name: string) => unitColumns.find((column) => column.name === name) as UnitColumn

const unit: UnitRow = {
  unitId: '7',
  area: 'VISp',
  spikeCount: 18128,
  firingRate: 12.3456,
  snr: null,
  isiViolations: 0,
  presenceRatio: 0.99,
  amplitudeCutoff: 0.04,
  waveform: { duration: 0.247 },
  probe: { name: 'probeC' },
  channel: { verticalPosition: 2580 },
}

test('the columns read a unit, and say where the file has nothing', () => {
  const names = new Map([['VISp', 'V1']])
  expect(unitColumns.map(({ read }) => read(unit, names))).toEqual([
    'V1',
    'probeC',
    '2580',
    '12',
    '18,128',
    null,
    '0',
    '0.99',
    '0.04',
    '0.25',
  ])
  expect(columnOf('depth').read({ ...unit, channel: null }, names)).toBeNull()
})

describe('the order of the table', () => {
  test('stands in the address bar by the name of its column', () => {
    expect(parseOrder(null)).toBeNull()
    expect(parseOrder('height')).toBeNull()
    expect(parseOrder('rate')).toEqual({ column: columnOf('rate'), isDescending: false })
    expect(parseOrder('-rate')).toEqual({ column: columnOf('rate'), isDescending: true })
  })

  test('goes from the highest number to the lowest, the other way, and back to depth', () => {
    const rate = columnOf('rate')
    expect(nextOrder(null, rate)).toBe('-rate')
    expect(nextOrder(parseOrder('-rate'), rate)).toBe('rate')
    expect(nextOrder(parseOrder('rate'), rate)).toBeNull()
    expect(nextOrder(parseOrder('rate'), columnOf('snr'))).toBe('-snr')
  })

  test('goes from A to Z first for texts', () => {
    expect(nextOrder(null, columnOf('area'))).toBe('area')
    expect(nextOrder(parseOrder('area'), columnOf('area'))).toBe('-area')
    expect(nextOrder(parseOrder('-area'), columnOf('area'))).toBeNull()
  })
})
