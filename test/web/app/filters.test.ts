import { describe, expect, test } from 'vitest'
import { isNamed, toggleArea, visualOrder } from '../../../web/src/app/areas.ts'
import { defaultLimits } from '../../../web/src/app/defaults.ts'
import { unitFilter } from '../../../web/src/app/unit-filter.ts'

describe('the filter of units', () => {
  test("is left out where the limits are the AllenSDK's", () => {
    expect(unitFilter(defaultLimits)).toEqual({})
  })

  test('names what differs', () => {
    expect(unitFilter({ ...defaultLimits, presenceRatioMin: 0.5 })).toEqual({
      presenceRatioMin: 0.5,
    })
  })

  test('lets units without a metric pass where its limit is off', () => {
    expect(unitFilter({ ...defaultLimits, amplitudeCutoffMax: null, isiViolationsMax: 0 })).toEqual(
      { amplitudeCutoffMax: null, isiViolationsMax: 0, requireMetrics: false },
    )
  })
})

describe('areas', () => {
  const visp = { acronym: 'VISp', alias: 'V1' }
  const thalamus = { acronym: 'TH', alias: null }

  test('are known by either name', () => {
    expect(isNamed(['V1'], visp)).toBe(true)
    expect(isNamed(['VISp'], visp)).toBe(true)
    expect(isNamed(['V1'], thalamus)).toBe(false)
  })

  test('are added to a list, or taken out of it by whichever name they are there', () => {
    expect(toggleArea(['LM'], visp)).toEqual(['LM', 'VISp'])
    expect(toggleArea(['LM', 'V1'], visp)).toEqual(['LM'])
  })

  test('are sorted with those of the papers first', () => {
    const acronyms = ['TH', 'VISam', 'CA1', 'VISp']
    const areas = acronyms.map((acronym) => ({ acronym }))
    expect(areas.toSorted((a, b) => visualOrder(a) - visualOrder(b))).toEqual(
      ['VISp', 'VISam', 'TH', 'CA1'].map((acronym) => ({ acronym })),
    )
  })
})
