import { describe, expect, test } from 'vitest'
import {
  type GoldenTable,
  goldenColumn,
  goldenResult,
} from '../../support/golden/golden-answers.ts'
import { goldenFolder, goldenSessionIds } from '../../support/golden/golden-folder.ts'
import { SharedFolder } from '../../support/servers/served-folder.ts'

const served = new SharedFolder(`${goldenFolder}/cache`)

interface ResponseData {
  readonly session: {
    readonly interPresentationIntervals: {
      readonly count: number
      readonly fromIds: readonly number[]
      readonly toIds: readonly number[]
      readonly intervals: readonly number[]
      readonly mean: number
      readonly min: number
      readonly max: number
    }
  }
}

const query = `query ($id: ID!, $names: [String!]) { session(id: $id) {
  interPresentationIntervals(stimulusNames: $names) { count fromIds toIds intervals mean min max }
} }`

/** The stimulus whose intervals inter_presentation_intervals.json has. */
const stimulus = {
  '715093703': 'drifting_gratings',
  '766640955': 'drifting_gratings_75_repeats',
} as const

describe.each(goldenSessionIds)('inter-presentation intervals of session %s', (id) => {
  test('are those of inter_presentation_intervals.json, to the last bit', async () => {
    const { session } = await served.data<ResponseData>(query, { id, names: [stimulus[id]] })
    const golden = goldenResult<GoldenTable>(id, 'inter_presentation_intervals')
    const { fromIds, toIds, intervals } = session.interPresentationIntervals
    expect(fromIds).toEqual(goldenColumn(golden, 'from_presentation_id'))
    expect(toIds).toEqual(goldenColumn(golden, 'to_presentation_id'))
    expect(intervals).toEqual(goldenColumn(golden, 'interval'))
  })

  test('have the extremes of inter_presentation_intervals_all_summary.json', async () => {
    const { session } = await served.data<ResponseData>(query, { id })
    const golden = goldenResult<{ n: number; sum: number; max: number; min: number }>(
      id,
      'inter_presentation_intervals_all_summary',
    )
    const { count, intervals, min, max, mean } = session.interPresentationIntervals
    expect({ n: count, min, max }).toEqual({ n: golden.n, min: golden.min, max: golden.max })
    expect(intervals).toHaveLength(golden.n)
    // numpy adds in pairs, so that the sum differs in its last digits.
    expect(mean * count).toBeCloseTo(golden.sum, 9)
  })
})
