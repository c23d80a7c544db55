import { describe, expect, test } from 'vitest'
import { encodeGlobalId } from '../../../../src/domain/session/global-id.ts'
import { RecordingError } from '../../../../src/errors.ts'
import { MemoryReader, type MemorySessionOptions } from '../../../support/memory/memory-session.ts'
import { execute, forgetting } from '../../execute.ts'

/** Two sessions of the same ids; whatever else they hold differs. */
const session = (id: string, area: string, startTime: number): MemorySessionOptions => ({
  id,
  units: [
    { id: 7, area, spikes: [startTime] },
    { id: 8, area, spikes: [] },
    { id: 7, area: 'CA1', spikes: [] },
  ],
  epochs: [{ stimulusName: 'gabors', block: 0, startTime, stopTime: startTime + 2 }],
  optogeneticEpochs: [3, 3].map((row, i) => ({
    id: row,
    startTime: startTime + i,
    stopTime: startTime + i + 0.5,
    condition: 'a pulse',
    level: 1,
    stimulusName: 'pulse',
    duration: 0.5,
  })),
  series: [
    { name: 'stored', path: '/acquisition/lick', times: [startTime], columns: { values: [1] } },
  ],
})

const twoSessions = () =>
  forgetting(new MemoryReader(session('1', 'VISp', 10)), new MemoryReader(session('2', 'LGd', 20)))

const everything = `{ sessions { nodes {
  id
  units(where: { requireMetrics: false }) { nodes { id unitId area } }
  channels { nodes { id channelId area } }
  probes { id probeId }
  stimulusEpochs { id index startTime }
  stimulusPresentations { nodes { id presentationId startTime } }
  stimulusConditions { id conditionId stimulusName }
  optogeneticStimulationEpochs { id epochId startTime }
  timeSeries { id path }
} } }`

const fragments = `
  __typename id
  ... on Unit { unitId area session { id } }
  ... on Channel { channelId area session { id } }
  ... on Probe { probeId session { id } }
  ... on StimulusEpoch { index startTime session { id } }
  ... on StimulusPresentation { presentationId startTime session { id } }
  ... on StimulusCondition { conditionId stimulusName session { id } }
  ... on OptogeneticEpoch { epochId startTime }
  ... on TimeSeries { path samples { times } }
  ... on Session { unitCount }`

const unitId = (sessionId: string, localId: string, occurrence = 0) =>
  encodeGlobalId({ type: 'Unit', sessionId, localId, occurrence })

interface Identified {
  readonly id: string
}

/** Every object of both sessions, as its session gives it. */
async function allObjects(): Promise<Identified[]> {
  const { data, errors } = await execute(await twoSessions(), everything)
  expect(errors).toEqual([])
  return data.sessions.nodes.flatMap(({ id, ...lists }: Record<string, unknown>) => [
    { id },
    ...Object.values(lists).flatMap((list) => (list as { nodes?: object }).nodes ?? list),
  ])
}

describe('nodes', () => {
  test('of two sessions with the same ids all have ids of their own', async () => {
    const objects = await allObjects()
    expect(objects).toHaveLength(2 * (1 + 3 + 3 + 1 + 1 + 1 + 1 + 2 + 1))
    expect(new Set(objects.map(({ id }) => id)).size).toBe(objects.length)
  })

  test('are found by their ids, in the order asked, with the same fields', async () => {
    const objects = (await allObjects()).reverse()
    const { data, errors } = await execute(
      await twoSessions(),
      `query ($ids: [ID!]!) { nodes(ids: $ids) { ${fragments} } }`,
      { variables: { ids: objects.map(({ id }) => id) } },
    )
    expect(errors).toEqual([])
    expect(data.nodes).toMatchObject(objects)
  })

  test('are of their session, and a repeated unit is itself', async () => {
    const { data } = await execute(
      await twoSessions(),
      `query ($a: ID!, $b: ID!, $c: ID!) {
         a: node(id: $a) { ${fragments} } b: node(id: $b) { ${fragments} } c: node(id: $c) { ${fragments} }
       }`,
      { variables: { a: unitId('2', '7'), b: unitId('1', '7', 1), c: '2' } },
    )
    expect(data).toEqual({
      a: {
        __typename: 'Unit',
        id: unitId('2', '7'),
        unitId: '7',
        area: 'LGd',
        session: { id: '2' },
      },
      b: {
        __typename: 'Unit',
        id: unitId('1', '7', 1),
        unitId: '7',
        area: 'CA1',
        session: { id: '1' },
      },
      c: { __typename: 'Session', id: '2', unitCount: 3 },
    })
  })

  test('that are not there, or whose ids are malformed, are null without an error', async () => {
    const ids = [
      '3',
      '',
      'no id',
      unitId('3', '7'),
      unitId('1', '9'),
      unitId('1', '07'),
      unitId('1', '8', 1),
      `${unitId('1', '7')}=`,
      ...(['StimulusEpoch', 'StimulusPresentation', 'StimulusCondition'] as const).flatMap((type) =>
        ['1', '-1', '00', 'x'].map((localId) =>
          encodeGlobalId({ type, sessionId: '1', localId, occurrence: 0 }),
        ),
      ),
      encodeGlobalId({ type: 'TimeSeries', sessionId: '1', localId: '/x', occurrence: 0 }),
      encodeGlobalId({ type: 'OptogeneticEpoch', sessionId: '1', localId: '4', occurrence: 0 }),
      encodeGlobalId({ type: 'Probe', sessionId: '1', localId: 'probeA', occurrence: 0 }),
    ]
    const { data, errors } = await execute(
      await twoSessions(),
      'query ($ids: [ID!]!, $id: ID!) { nodes(ids: $ids) { id } node(id: $id) { id } }',
      { variables: { ids, id: unitId('1', '9') } },
    )
    expect(errors).toEqual([])
    expect(data).toEqual({ nodes: ids.map(() => null), node: null })
  })

  test('that cannot be read are errors of their own', async () => {
    const damaged = new MemoryReader(session('1', 'VISp', 10))
    const catalog = await forgetting(damaged, new MemoryReader(session('2', 'LGd', 20)))
    damaged.tables = () => Promise.reject(new RecordingError('FILE_DAMAGED', 'session_1.nwb'))
    const { data, errors } = await execute(
      catalog,
      'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
      { variables: { ids: [unitId('1', '7'), unitId('2', '7'), '1'] } },
    )
    expect(data.nodes).toEqual([null, { id: unitId('2', '7') }, { id: '1' }])
    expect(errors).toMatchObject([{ path: ['nodes', 0], extensions: { code: 'FILE_DAMAGED' } }])
  })

  test('are at most a thousand', async () => {
    const sendQuery = async (count: number) =>
      execute(await twoSessions(), 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
        variables: { ids: Array.from({ length: count }, () => '1') },
      })
    expect((await sendQuery(1000)).data.nodes).toHaveLength(1000)
    expect((await sendQuery(1001)).errors[0]).toMatchObject({
      message: 'ids has 1001 entries; at most 1000 are allowed. Request the others separately.',
      extensions: { code: 'INVALID_ARGUMENT' },
    })
  })
})
