import { describe, expect, test } from 'vitest'
import { sessionAreas, validChannelCounts } from '../../../src/domain/areas/session-areas.ts'
import { memoryTables } from '../../support/memory/memory-session.ts'

const tables = memoryTables({
  units: [
    { id: 1, area: 'VISp', spikes: [] },
    { id: 2, area: null, spikes: [] },
    { id: 3, area: 'LGd', spikes: [] },
    { id: 4, area: 'CA1', spikes: [] },
    { id: 5, area: 'VISp', spikes: [] },
  ],
})
const withChannels = (channels: Partial<typeof tables.channels>) => ({
  ...tables,
  channels: { ...tables.channels, ...channels },
})

describe('sessionAreas', () => {
  test('lists each area once, in order of the channels', () => {
    expect(sessionAreas(tables)).toEqual(['VISp', 'LGd', 'CA1'])
  })

  test('puts an area with stored units but without a valid channel last', () => {
    expect(sessionAreas(withChannels({ valid: Uint8Array.of(0, 1, 1, 1, 0) }))).toEqual([
      'LGd',
      'CA1',
      'VISp',
    ])
  })

  test('takes the areas of the units where channels do not say', () => {
    expect(sessionAreas(withChannels({ areas: null }))).toEqual(['VISp', 'LGd', 'CA1'])
  })
})

describe('validChannelCounts', () => {
  test('counts the valid channels of each area in the brain', () => {
    const valid = Uint8Array.of(1, 1, 0, 1, 1)
    expect([...validChannelCounts(withChannels({ valid }))]).toEqual([
      ['VISp', 2],
      ['CA1', 1],
    ])
  })

  test('takes every channel for valid where the file does not say', () => {
    expect([...validChannelCounts(withChannels({ valid: null }))]).toEqual([
      ['VISp', 2],
      ['LGd', 1],
      ['CA1', 1],
    ])
  })
})
