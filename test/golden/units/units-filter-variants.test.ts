import { describe, expect, test } from 'vitest'
import {
  type GoldenTable,
  goldenColumn,
  goldenResult,
} from '../../support/golden/golden-answers.ts'
import { goldenFolder, goldenSessionIds } from '../../support/golden/golden-folder.ts'
import { SharedFolder } from '../../support/servers/served-folder.ts'
import { unitIds } from '../../support/servers/unit-ids.ts'

const served = new SharedFolder(`${goldenFolder}/cache`)

/** The AllenSDK's arguments in its variants, as a UnitFilter. */
const noLimits = 'amplitudeCutoffMax: null, presenceRatioMin: null, isiViolationsMax: null'
const variants = {
  None_thresholds: `{ ${noLimits} }`,
  no_quality_filters: `{ ${noLimits} }`,
  no_validity: '{ validOnly: false }',
  no_out_of_brain: '{ inBrainOnly: false }',
  nothing: `{ ${noLimits}, validOnly: false, inBrainOnly: false }`,
  strict: '{ amplitudeCutoffMax: 0.01, presenceRatioMin: 0.99, isiViolationsMax: 0.1 }',
} as const

describe.each(goldenSessionIds)('filtered units of session %s', (id) => {
  test.each(Object.entries(variants))(
    'of variant %s are those of units_filter_variants.json',
    async (variant, where) => {
      const responses = goldenResult<Record<string, { unit_ids: number[] }>>(
        id,
        'units_filter_variants',
      )
      expect(await unitIds(served, id, where)).toEqual(responses[variant]?.unit_ids)
    },
  )

  test('with every limit at 0 differ on purpose: 0 is a limit, not "off"', async () => {
    const zero = '{ amplitudeCutoffMax: 0, presenceRatioMin: 0, isiViolationsMax: 0 }'
    const responses = goldenResult<Record<string, { unit_ids: number[] }>>(
      id,
      'units_filter_variants',
    )
    const off = responses.zero_thresholds?.unit_ids ?? []
    expect(off).toEqual(responses.None_thresholds?.unit_ids)
    const limited = await unitIds(served, id, zero)
    expect(limited.length).toBeLessThan(off.length)
    const metrics = goldenResult<GoldenTable>(id, 'units_unfiltered_nwb')
    const cutoffs = new Map(
      goldenColumn(metrics, 'id').map((unit, row) => [
        unit,
        goldenColumn(metrics, 'amplitude_cutoff')[row],
      ]),
    )
    expect(limited.every((unit) => cutoffs.get(unit) === 0)).toBe(true)
  })
})
