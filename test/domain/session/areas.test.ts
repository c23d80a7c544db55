import { describe, expect, test } from 'vitest'
import {
  areaAlias,
  areaName,
  resolveArea,
  sessionAreas,
  validChannelCounts,
} from '../../../src/domain/session/areas.ts'
import { AreaNotFoundError } from '../../../src/errors.ts'
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

describe('resolveArea', () => {
  test.each([
    ['V1', 'VISp'],
    ['LM', 'VISl'],
    ['RL', 'VISrl'],
    ['AL', 'VISal'],
    ['PM', 'VISpm'],
    ['AM', 'VISam'],
    ['LI', 'VISli'],
  ])('takes the short name %s for %s', (alias, acronym) => {
    expect(resolveArea(alias, ['CA1', acronym])).toBe(acronym)
    expect(areaAlias(acronym)).toBe(alias)
  })

  test('takes an acronym as the file spells it', () => {
    expect(resolveArea('VISp', ['VISp'])).toBe('VISp')
    expect(resolveArea('my area', ['my area'])).toBe('my area')
  })

  test('prefers an area that the file itself calls V1', () => {
    expect(resolveArea('V1', ['VISp', 'V1'])).toBe('V1')
  })

  test('knows an area of the atlas that was not recorded', () => {
    expect(resolveArea('V1', ['CA1'])).toBe('VISp')
    expect(resolveArea('DG', [])).toBe('DG')
  })

  test('refuses a name that neither file nor atlas knows, and lists the areas with their short names', () => {
    const resolve = () => resolveArea('V9', ['VISp', 'CA1'])
    expect(resolve).toThrow(AreaNotFoundError)
    expect(resolve).toThrow('No area "V9" here. Available: VISp (V1), CA1.')
  })

  test('says when no area is known at all', () => {
    expect(() => resolveArea('V9', [])).toThrow('no channel here has a brain area')
  })

  test.each(['visp', 'v1', ' VISp', '', '__proto__', 'constructor'])('refuses %j', (name) => {
    expect(() => resolveArea(name, ['VISp'])).toThrow(AreaNotFoundError)
  })
})

describe('names', () => {
  test('tells the atlas name of an area, and none of an unknown one', () => {
    expect(areaName('CA1')).toBe('Field CA1')
    expect(areaName('VISp')).toBe('Primary visual area')
    expect(areaName('V1')).toBeNull()
  })

  test('has no short name for other areas', () => {
    expect([areaAlias('CA1'), areaAlias('nowhere')]).toEqual([null, null])
  })
})

describe('sessionAreas', () => {
  test('lists each area once, in order of the channels', () => {
    expect(sessionAreas(tables)).toEqual(['VISp', 'LGd', 'CA1'])
  })

  test('puts an area with stored units but without a valid channel behind', () => {
    expect(sessionAreas(withChannels({ valid: Uint8Array.of(0, 1, 1, 1, 0) }))).toEqual([
      'LGd',
      'CA1',
      'VISp',
    ])
  })

  test('takes the areas of the units where channels do not tell', () => {
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

  test('takes every channel for valid where the file does not tell', () => {
    expect([...validChannelCounts(withChannels({ valid: null }))]).toEqual([
      ['VISp', 2],
      ['LGd', 1],
      ['CA1', 1],
    ])
  })
})
