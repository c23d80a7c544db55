import { describe, expect, test } from 'vitest'
import {
  type GoldenTable,
  goldenColumn,
  goldenResult,
} from '../../support/golden/golden-answers.ts'
import { goldenFolder, goldenSessionIds } from '../../support/golden/golden-folder.ts'
import { byName, goldenParameters } from '../../support/golden/golden-parameters.ts'
import { SharedFolder } from '../../support/servers/served-folder.ts'

const served = new SharedFolder(`${goldenFolder}/cache`)

interface Condition {
  readonly conditionId: string
  readonly stimulusName: string
  readonly presentationCount: number
  readonly parameters: readonly { name: string; value: unknown }[]
  readonly detailedParameters: Record<string, unknown>
  readonly presentations: { totalCount: number; nodes: { presentationId: string }[] }
  readonly epochs: { index: number }[]
}

describe.each(goldenSessionIds)('stimulus conditions of session %s', (id) => {
  const golden = goldenResult<GoldenTable>(id, 'stimulus_conditions')
  const presentations = goldenResult<GoldenTable>(id, 'stimulus_presentations')

  test('are those of stimulus_conditions.json', async () => {
    const { session } = await served.data<{ session: { stimulusConditions: Condition[] } }>(
      `query ($id: ID!) { session(id: $id) { stimulusConditions {
         conditionId stimulusName parameters { name value }
         detailedParameters { opacity mask units colorTriplet dotCount dotSize dotLife fieldPosition fieldSize fieldShape }
       } } }`,
      { id },
    )
    const conditions = session.stimulusConditions
    expect(conditions.map((condition) => Number(condition.conditionId))).toEqual(
      goldenColumn(golden, 'stimulus_condition_id'),
    )
    expect(conditions.map((condition) => condition.stimulusName)).toEqual(
      goldenColumn(golden, 'stimulus_name'),
    )
    const expected = goldenParameters(golden)
    expect(conditions.map(({ parameters }) => byName(parameters))).toEqual(expected)
    expect(conditions.map((condition) => condition.detailedParameters)).toEqual(
      expected.map((parameters) => ({
        opacity: parameters.opacity ?? null,
        mask: parameters.mask ?? null,
        units: parameters.units ?? null,
        colorTriplet: Array.isArray(parameters.color) ? parameters.color : null,
        dotCount: parameters.nDots ?? null,
        dotSize: parameters.dotSize ?? null,
        dotLife: parameters.dotLife ?? null,
        fieldPosition: parameters.fieldPos ?? null,
        fieldSize: parameters.fieldSize ?? null,
        fieldShape: parameters.fieldShape ?? null,
      })),
    )
  })

  test('lead to the presentations that show them, and back', async () => {
    const { session } = await served.data<{ session: { stimulusConditions: Condition[] } }>(
      `query ($id: ID!) { session(id: $id) { stimulusConditions {
         conditionId presentationCount presentations { totalCount nodes { presentationId condition { conditionId } } } epochs { index }
       } } }`,
      { id },
    )
    const conditionIds = goldenColumn(presentations, 'stimulus_condition_id')
    const golden = goldenResult<GoldenTable>(id, 'stimulus_conditions')
    expect(session.stimulusConditions).toHaveLength(golden.rows.length)
    for (const condition of session.stimulusConditions) {
      const shownBy = conditionIds.flatMap((of, row) =>
        of === Number(condition.conditionId) ? [String(row)] : [],
      )
      expect(condition.presentations.nodes.map((node) => node.presentationId)).toEqual(shownBy)
      expect(condition.presentationCount).toBe(shownBy.length)
      expect(condition.presentations.totalCount).toBe(shownBy.length)
    }
  })
})
