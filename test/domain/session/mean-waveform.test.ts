import { describe, expect, test } from 'vitest'
import { sampleTimes, waveformRows } from '../../../src/domain/session/mean-waveform.ts'
import type { SessionTables } from '../../../src/domain/session/session-tables.ts'
import { memoryTables } from '../../support/memory/memory-session.ts'

/**
 * One unit whose peak channel is number 3 of a probe that has the channels 3, 0 and
 * 1 (not valid), in this order.
 */
function tablesWith(rowCount: number, change: Partial<SessionTables['channels']> = {}) {
  const tables = memoryTables({
    units: [1, 2, 3].map((id) => ({ id, area: 'VISp', spikes: [] })),
  })
  return {
    ...tables,
    channels: {
      ...tables.channels,
      localIndex: Float64Array.of(3, 0, 1),
      valid: Uint8Array.of(1, 1, 0),
      ...change,
    },
    units: {
      ...tables.units,
      waveforms: { rowCounts: Float64Array.of(rowCount, 0, 0), sampleCount: 82 },
    },
  }
}

const rowsOf = (...args: Parameters<typeof waveformRows>) => {
  const found = waveformRows(...args)
  return found && [[...found.rows], [...found.channelRows]]
}

describe('rows of a mean waveform', () => {
  test('are those of valid channels, in order of their numbers', () => {
    expect(rowsOf(tablesWith(4), 0, 'valid')).toEqual([
      [0, 3],
      [1, 0],
    ])
  })

  test('are all, without a channel where the file has none', () => {
    expect(rowsOf(tablesWith(4), 0, 'all')).toEqual([
      [0, 1, 2, 3],
      [1, 2, -1, 0],
    ])
  })

  test('are that of the peak channel', () => {
    expect(rowsOf(tablesWith(4), 0, 'peak')).toEqual([[3], [0]])
  })

  test.each(['peak', 'valid', 'all'] as const)(
    'are the only one, also where no peak channel is known: %s',
    (wanted) => {
      const tables = tablesWith(1)
      const units = { ...tables.units, channelRows: Int32Array.of(-1, -1, -1) }
      expect(rowsOf({ ...tables, units }, 0, wanted)).toEqual([[0], [-1]])
    },
  )

  test('leave out channels beyond the rows stored', () => {
    expect(rowsOf(tablesWith(2), 0, 'all')).toEqual([
      [0, 1],
      [1, 2],
    ])
    expect(rowsOf(tablesWith(2), 0, 'peak')).toEqual([[], []])
  })

  test('a single row is of the peak channel', () => {
    expect(rowsOf(tablesWith(1), 0, 'valid')).toEqual([[0], [0]])
    const tables = tablesWith(1)
    const units = { ...tables.units, channelRows: Int32Array.of(1, 0, 0) }
    expect(rowsOf({ ...tables, units }, 0, 'valid')).toEqual([[0], [1]])
  })

  test('are of the channels of the own probe', () => {
    const tables = tablesWith(4, { probeRows: Int32Array.of(1, 0, 1) })
    const units = { ...tables.units, probeRows: Int32Array.of(1, 0, 0) }
    expect(rowsOf({ ...tables, units }, 0, 'all')).toEqual([
      [0, 1, 2, 3],
      [-1, 2, -1, 0],
    ])
  })

  test.each([4, -1, 0.5, Number.NaN])('are of no channel that is numbered %d', (number) => {
    expect(rowsOf(tablesWith(4, { localIndex: Float64Array.of(3, number, 1) }), 0, 'all')).toEqual([
      [0, 1, 2, 3],
      [-1, 2, -1, 0],
    ])
  })

  test('count channels of the probe where they have no numbers', () => {
    expect(rowsOf(tablesWith(3, { localIndex: null }), 0, 'valid')).toEqual([
      [0, 1],
      [0, 1],
    ])
  })

  test('are none where the file stores none', () => {
    expect(waveformRows(tablesWith(4), 1, 'all')).toBeNull()
    const tables = tablesWith(4)
    const units = { ...tables.units, waveforms: null }
    expect(waveformRows({ ...tables, units }, 0, 'all')).toBeNull()
  })
})

test('times of samples count from 0', () => {
  expect(sampleTimes(3, 4)).toEqual(Float64Array.of(0, 0.25, 0.5))
  expect(sampleTimes(3, null)).toBeNull()
})
