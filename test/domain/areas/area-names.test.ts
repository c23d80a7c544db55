import { describe, expect, test } from 'vitest'
import { areaAlias, areaName, resolveArea } from '../../../src/domain/areas/area-names.ts'
import { AreaNotFoundError } from '../../../src/errors.ts'

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
