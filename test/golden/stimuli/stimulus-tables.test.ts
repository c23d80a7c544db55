import { describe, expect, test } from 'vitest'
import {
  type GoldenTable,
  goldenColumn,
  goldenResult,
} from '../../support/golden/golden-answers.ts'
import { goldenFolder, goldenSessionIds } from '../../support/golden/golden-folder.ts'
import { goldenParameters, plainValue } from '../../support/golden/golden-parameters.ts'
import { SharedFolder } from '../../support/servers/served-folder.ts'

const served = new SharedFolder(`${goldenFolder}/cache`)

interface ResponseData {
  readonly session: {
    readonly stimulusPresentations: {
      readonly nodes: readonly {
        readonly presentationId: string
        readonly block: number | null
        readonly startTime: number
        readonly stopTime: number
        readonly duration: number | null
        readonly condition: { readonly conditionId: string } | null
        readonly parameters: readonly { name: string; value: unknown }[]
      }[]
    }
  }
}

describe.each(goldenSessionIds)('the table of each stimulus of session %s', (id) => {
  const tables = goldenResult<Record<string, GoldenTable>>(id, 'stimulus_tables')

  test.each(Object.keys(tables))('is that of stimulus_tables.json: %s', async (name) => {
    // Of longer tables the file has the first 200 rows.
    const golden = tables[name]
    const { session } = await served.data<ResponseData>(
      `query ($id: ID!, $name: String!, $first: Int!) { session(id: $id) {
         stimulusPresentations(where: { stimulusNames: [$name] }, first: $first) {
           nodes { presentationId block startTime stopTime duration condition { conditionId } parameters { name value } }
         }
       } }`,
      { id, name, first: golden.rows.length },
    )
    const { nodes } = session.stimulusPresentations
    const isMasked = name === 'invalid_presentation'
    expect(nodes.map((node) => Number(node.presentationId))).toEqual(
      goldenColumn(golden, 'stimulus_presentation_id'),
    )
    expect(nodes.map((node) => node.startTime)).toEqual(goldenColumn(golden, 'start_time'))
    expect(nodes.map((node) => node.stopTime)).toEqual(goldenColumn(golden, 'stop_time'))
    // The AllenSDK leaves out the columns that its stimulus does not use.
    const column = (column: string) =>
      golden.columns.includes(column)
        ? goldenColumn(golden, column).map(plainValue)
        : golden.rows.map(() => null)
    expect(nodes.map((node) => node.block)).toEqual(column('stimulus_block'))
    expect(nodes.map((node) => node.duration)).toEqual(column('duration'))
    expect(nodes.map((node) => node.condition && Number(node.condition.conditionId))).toEqual(
      column('stimulus_condition_id'),
    )
    const expected = goldenParameters(golden)
    for (const [row, { parameters }] of nodes.entries()) {
      if (isMasked) expect(parameters).toEqual([])
      const given = Object.fromEntries(parameters.map((entry) => [entry.name, entry.value]))
      expect(given).toMatchObject(expected[row] as object)
    }
  })
})
