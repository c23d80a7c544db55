import { describe, expect, test } from 'vitest'
import { describeTables } from '../../src/sessions/describe-session.ts'
import { memoryTables } from '../support/memory/memory-session.ts'

const tables = memoryTables({
  id: '715093703',
  units: [
    { id: 1, area: 'VISp', spikes: [] },
    { id: 2, area: null, spikes: [] },
    { id: 3, area: 'CA1', spikes: [], quality: 'noise' },
    { id: 4, area: 'VISp', spikes: [] },
  ],
})

const withChannels = (channels: Partial<typeof tables.channels>) => ({
  ...tables,
  channels: { ...tables.channels, ...channels },
})

describe('describeTables', () => {
  test('counts what is stored, and what passes the filter', () => {
    expect(describeTables(tables)).toEqual({
      metadata: tables.metadata,
      areas: [
        { acronym: 'VISp', channelCount: 2, unitCount: 2, passingUnitCount: 2 },
        { acronym: 'CA1', channelCount: 1, unitCount: 1, passingUnitCount: 0 },
      ],
      recordedAreas: [
        { acronym: 'VISp', channelCount: 2, unitCount: 2, passingUnitCount: 2 },
        { acronym: 'CA1', channelCount: 1, unitCount: 1, passingUnitCount: 0 },
      ],
      unitCount: 4,
      passingUnitCount: 2,
      channelCount: 4,
      validChannelCount: 4,
      probeCount: 1,
    })
  })

  test('leaves out channels that are not valid, and takes areas with no other for not recorded', () => {
    const described = describeTables(withChannels({ valid: Uint8Array.of(0, 1, 0, 1) }))
    expect(described.recordedAreas).toEqual([
      { acronym: 'VISp', channelCount: 1, unitCount: 2, passingUnitCount: 1 },
    ])
    expect(described.areas).toEqual([
      { acronym: 'VISp', channelCount: 1, unitCount: 2, passingUnitCount: 1 },
      { acronym: 'CA1', channelCount: 0, unitCount: 1, passingUnitCount: 0 },
    ])
  })

  test('keeps an area without units', () => {
    const { recordedAreas } = describeTables(withChannels({ areas: ['LP', null, 'CA1', 'VISp'] }))
    expect(recordedAreas).toMatchObject([
      { acronym: 'LP', channelCount: 1, unitCount: 0 },
      { acronym: 'CA1', channelCount: 1, unitCount: 1 },
      { acronym: 'VISp', channelCount: 1, unitCount: 2 },
    ])
  })

  test('takes an area that only a unit itself names for recorded', () => {
    const described = describeTables({
      ...tables,
      units: {
        ...tables.units,
        areas: ['HPF', null, 'CA1', 'VISp'],
        areaSources: ['UNIT_LOCATION', null, 'PEAK_CHANNEL', 'PEAK_CHANNEL'],
      },
    })
    expect(described.recordedAreas?.map(({ acronym }) => acronym)).toEqual(['VISp', 'CA1', 'HPF'])
  })

  test('takes the areas of the units where no channel tells', () => {
    const { recordedAreas } = describeTables(withChannels({ areas: null }))
    expect(recordedAreas).toMatchObject([
      { acronym: 'VISp', channelCount: 0, unitCount: 2 },
      { acronym: 'CA1', channelCount: 0, unitCount: 1 },
    ])
  })

  test('does not know how many channels are valid where no one says', () => {
    expect(describeTables(withChannels({ valid: null })).validChannelCount).toBeNull()
    const { validChannelCount } = describeTables(withChannels({ valid: Uint8Array.of(0, 1, 0, 1) }))
    expect(validChannelCount).toBe(2)
  })

  test('describes a session without units', () => {
    expect(describeTables(memoryTables({ units: [] }))).toMatchObject({
      recordedAreas: [],
      unitCount: 0,
      channelCount: 0,
    })
  })
})
