import { describe, expect, test } from 'vitest'
import { channelRows, structureIntervals } from '../../../src/domain/session/structure-intervals.ts'
import { memoryTables } from '../../support/memory/memory-session.ts'

describe('structureIntervals', () => {
  test('cuts where the area changes; channels outside of the brain are a run, too', () => {
    expect(structureIntervals(['TH', 'TH', null, null, 'TH'])).toEqual([
      { area: 'TH', first: 0, end: 2 },
      { area: null, first: 2, end: 4 },
      { area: 'TH', first: 4, end: 5 },
    ])
  })

  test('gives nothing for no channels', () => {
    expect(structureIntervals([])).toEqual([])
  })
})

describe('channelRows', () => {
  const tables = memoryTables({
    units: [1, 2, 3].map((id) => ({ id, area: 'VISp', spikes: [] })),
  })

  test('keeps the order asked', () => {
    expect(channelRows(tables, ['1003', '1001'])).toEqual([2, 0])
  })

  test('gives the channels that are not marked as invalid when none are named', () => {
    const { channels } = tables
    expect(
      channelRows({ ...tables, channels: { ...channels, valid: Uint8Array.of(1, 0, 1) } }, null),
    ).toEqual([0, 2])
    expect(channelRows({ ...tables, channels: { ...channels, valid: null } }, null)).toEqual([
      0, 1, 2,
    ])
  })

  test('refuses a channel that is not there', () => {
    expect(() => channelRows(tables, ['1004'])).toThrow(/No channel "1004" in session "1"/)
  })
})
