import { describe, expect, test } from 'vitest'
import {
  type GoldenTable,
  goldenColumn,
  goldenResult,
} from '../../support/golden/golden-answers.ts'
import { goldenFolder, goldenSessionIds } from '../../support/golden/golden-folder.ts'
import { byName, goldenParameters, plainValue } from '../../support/golden/golden-parameters.ts'
import { SharedFolder } from '../../support/servers/served-folder.ts'

const served = new SharedFolder(`${goldenFolder}/cache`)

interface Presentation {
  readonly presentationId: string
  readonly stimulusName: string
  readonly block: number | null
  readonly startTime: number
  readonly stopTime: number
  readonly duration: number | null
  readonly condition: { readonly conditionId: string } | null
  readonly epoch: { readonly index: number; readonly block: number | null }
  readonly touchesInvalidTime: boolean
  readonly parameters: readonly { name: string; value: unknown }[]
}

const fields = `presentationId stimulusName block startTime stopTime duration condition { conditionId } epoch { index block } touchesInvalidTime
  parameters { name value } orientation temporalFrequency spatialFrequency phase contrast size xPosition yPosition color frame
  direction speed coherence`

interface ResponseData {
  readonly session: {
    readonly stimulusPresentations: {
      readonly totalCount: number
      readonly nodes: readonly Presentation[]
    }
  }
}

const detailed = [
  'opacity',
  'mask',
  'units',
  'nDots',
  'dotSize',
  'dotLife',
  'fieldPos',
  'fieldSize',
  'fieldShape',
]

/**
 * What the AllenSDK shows unless detailed parameters are asked: its
 * `color` is the number of a flash.
 */
function publicParameters({ parameters }: Presentation): Record<string, unknown> {
  return byName(
    parameters.filter(
      ({ name, value }) => !detailed.includes(name) && !(name === 'color' && Array.isArray(value)),
    ),
  )
}

const idOf = (id: string | undefined) => (id === undefined ? null : Number(id))

describe.each(goldenSessionIds)('stimulus presentations of session %s', (id) => {
  const golden = goldenResult<GoldenTable>(id, 'stimulus_presentations')

  test('are those of stimulus_presentations.json, to the last bit', async () => {
    const { session } = await served.data<ResponseData>(
      `query ($id: ID!) { session(id: $id) {
         stimulusPresentations(first: 1000) { totalCount nodes { ${fields} } }
       } }`,
      { id },
    )
    const { totalCount, nodes } = session.stimulusPresentations
    expect(totalCount).toBe(golden.rows.length)
    const column = (name: string) => goldenColumn(golden, name)
    expect(nodes.map((node) => Number(node.presentationId))).toEqual(
      column('stimulus_presentation_id'),
    )
    expect(nodes.map((node) => node.stimulusName)).toEqual(column('stimulus_name'))
    expect(nodes.map((node) => node.startTime)).toEqual(column('start_time'))
    expect(nodes.map((node) => node.stopTime)).toEqual(column('stop_time'))
    expect(nodes.map((node) => node.duration)).toEqual(column('duration'))
    expect(nodes.map((node) => node.block)).toEqual(column('stimulus_block').map(plainValue))
    expect(nodes.map((node) => idOf(node.condition?.conditionId))).toEqual(
      column('stimulus_condition_id'),
    )
    expect(nodes.map(publicParameters)).toEqual(goldenParameters(golden))
  })

  test('have their parameters as typed fields', async () => {
    const { session } = await served.data<ResponseData>(
      `query ($id: ID!) { session(id: $id) {
         stimulusPresentations(first: 1000) { totalCount nodes { ${fields} } }
       } }`,
      { id },
    )
    const expected = goldenParameters(golden)
    const { nodes } = session.stimulusPresentations
    const read = (field: string) =>
      nodes.map((node) => (node as unknown as Record<string, unknown>)[field])
    const values = (name: string) => expected.map((parameters) => parameters[name] ?? null)
    const asList = (value: unknown) => (typeof value === 'number' ? [value] : value)
    for (const [field, name] of [
      ['orientation', 'orientation'],
      ['temporalFrequency', 'temporal_frequency'],
      ['contrast', 'contrast'],
      ['xPosition', 'x_position'],
      ['yPosition', 'y_position'],
      ['color', 'color'],
      ['frame', 'frame'],
      ['direction', 'Dir'],
      ['speed', 'Speed'],
      ['coherence', 'coherence'],
    ] as const) {
      expect(read(field), field).toEqual(values(name))
    }
    expect(read('phase')).toEqual(values('phase').map(asList))
    expect(read('size')).toEqual(values('size').map(asList))
    // Flashes have one for x and y, both 0.
    expect(read('spatialFrequency')).toEqual(
      values('spatial_frequency').map((value) => (Array.isArray(value) ? value[0] : value)),
    )
  })

  test('are as many as metadata.json says', async () => {
    const { session } = await served.data<ResponseData>(
      'query ($id: ID!) { session(id: $id) { stimulusPresentations { totalCount } } }',
      { id },
    )
    const { metadata } = goldenResult<{ metadata: { num_stimulus_presentations: number } }>(
      id,
      'metadata',
    )
    expect(session.stimulusPresentations.totalCount).toBe(metadata.num_stimulus_presentations)
  })

  test('belong to the epochs that they make', async () => {
    const { session } = await served.data<{
      session: ResponseData['session'] & {
        stimulusEpochs: {
          index: number
          presentationCount: number
          startTime: number
          stopTime: number
          presentations: { totalCount: number; nodes: Presentation[] }
          conditions: { conditionId: string }[]
        }[]
      }
    }>(
      `query ($id: ID!) { session(id: $id) {
         stimulusEpochs { index presentationCount startTime stopTime conditions { conditionId }
           presentations(first: 1000) { totalCount nodes { presentationId startTime stopTime epoch { index } condition { conditionId } } } }
       } }`,
      { id },
    )
    const ids = session.stimulusEpochs.flatMap(({ presentations }) =>
      presentations.nodes.map((node) => Number(node.presentationId)),
    )
    expect(ids).toEqual(goldenColumn(golden, 'stimulus_presentation_id'))
    for (const epoch of session.stimulusEpochs) {
      const { nodes, totalCount } = epoch.presentations
      expect(epoch.presentationCount).toBe(totalCount)
      expect(nodes[0]?.startTime).toBe(epoch.startTime)
      expect(nodes.at(-1)?.stopTime).toBe(epoch.stopTime)
      expect(new Set(nodes.map((node) => node.epoch.index))).toEqual(new Set([epoch.index]))
      const shown = nodes.flatMap((node) => node.condition?.conditionId ?? [])
      expect(epoch.conditions.map((condition) => condition.conditionId)).toEqual([
        ...new Set(shown),
      ])
    }
  })
})
