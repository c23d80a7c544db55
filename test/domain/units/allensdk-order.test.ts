import { describe, expect, test } from 'vitest'
import type { Probe } from '../../../src/domain/session/session-tables.ts'
import { rowsInSdkOrder } from '../../../src/domain/units/allensdk-order.ts'
import { memoryTables } from '../../support/memory/memory-session.ts'

const NONE = Number.NaN

interface Placed {
  /** row of the probe */
  readonly probe?: number
  readonly vertical?: number
  readonly horizontal?: number
}

/** Units with one channel each, in order of the file. */
function placed(units: readonly Placed[], probeNames: readonly string[] = ['probeA']) {
  const tables = memoryTables({ units: units.map((_, id) => ({ id, area: 'VISp', spikes: [] })) })
  return {
    ...tables,
    probes: probeNames.map((name, row) => ({ ...tables.probes[0], id: `${row}`, name }) as Probe),
    channels: {
      ...tables.channels,
      verticalPosition: Float64Array.from(units, ({ vertical = 0 }) => vertical),
      horizontalPosition: Float64Array.from(units, ({ horizontal = 0 }) => horizontal),
    },
    units: { ...tables.units, probeRows: Int32Array.from(units, ({ probe = 0 }) => probe) },
  }
}

const order = (...given: Parameters<typeof placed>) => [...rowsInSdkOrder(placed(...given))]

describe('rowsInSdkOrder', () => {
  test('sorts by vertical position, as numbers', () => {
    expect(order([{ vertical: 100 }, { vertical: 20 }, { vertical: -5 }])).toEqual([2, 1, 0])
  })

  test('sorts by horizontal position where the vertical one is the same', () => {
    expect(
      order([
        { vertical: 20, horizontal: 59 },
        { vertical: 20, horizontal: 11 },
        { vertical: 10, horizontal: 99 },
      ]),
    ).toEqual([2, 1, 0])
  })

  test('sorts by the name of the probe first, not by its row', () => {
    expect(
      order(
        [
          { probe: 0, vertical: 1 },
          { probe: 1, vertical: 100 },
          { probe: 2, vertical: 2 },
          { probe: 1, vertical: 50 },
        ],
        ['probeC', 'probeA', 'probeB'],
      ),
    ).toEqual([3, 1, 2, 0])
  })

  test('compares names by code unit: capitals first, probe10 before probe2', () => {
    expect(order([{ probe: 0 }, { probe: 1 }, { probe: 2 }], ['b', 'a', 'B'])).toEqual([2, 1, 0])
    expect(order([{ probe: 0 }, { probe: 1 }], ['probe2', 'probe10'])).toEqual([1, 0])
  })

  test('takes probes of the same name for one', () => {
    expect(
      order(
        [
          { probe: 1, vertical: 1 },
          { probe: 0, vertical: 2 },
          { probe: 1, vertical: 3 },
        ],
        ['probeA', 'probeA'],
      ),
    ).toEqual([0, 1, 2])
  })

  test('keeps the order of the file in ties', () => {
    expect(order(new Array<Placed>(50).fill({ vertical: 20, horizontal: 11 }))).toEqual(
      Array.from({ length: 50 }, (_, row) => row),
    )
  })

  test('puts missing positions and probes last', () => {
    expect(
      order([
        { probe: -1 },
        { vertical: NONE },
        { vertical: 20, horizontal: NONE },
        { vertical: 20, horizontal: 11 },
      ]),
    ).toEqual([3, 2, 1, 0])
  })

  test('puts a unit whose peak channel is not known last on its probe', () => {
    const tables = placed([{ vertical: 5 }, { vertical: 9 }, { vertical: 1 }])
    const units = { ...tables.units, channelRows: Int32Array.of(-1, 1, 2) }
    expect([...rowsInSdkOrder({ ...tables, units })]).toEqual([2, 1, 0])
  })

  test('takes the position of the peak channel, which several units may share', () => {
    const tables = placed([{ vertical: 1 }, { vertical: 5 }, { vertical: 9 }])
    const units = { ...tables.units, channelRows: Int32Array.of(2, 0, 0) }
    expect([...rowsInSdkOrder({ ...tables, units })]).toEqual([1, 2, 0])
  })

  test('keeps the order of the file where it tells no positions', () => {
    const tables = placed([{}, {}, {}])
    const channels = { ...tables.channels, verticalPosition: null, horizontalPosition: null }
    expect([...rowsInSdkOrder({ ...tables, channels })]).toEqual([0, 1, 2])
  })

  test('sorts nothing in a session without units', () => {
    expect(order([])).toEqual([])
    expect(order([], [])).toEqual([])
  })
})
