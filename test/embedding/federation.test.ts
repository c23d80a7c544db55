import { composeServices } from '@apollo/composition'
import { parse } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createServer, type EmbeddedServer } from '../../src/embedding/server.ts'
import { sampleSessionFolder } from '../support/recordings/sample.ts'
import { callHandler } from './call-handler.ts'

let spikeql: EmbeddedServer
beforeAll(async () => {
  const places = [sampleSessionFolder]
  spikeql = await createServer({ places, pages: false, federation: true })
})
afterAll(() => spikeql.close())

const link =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable"])'

/** Somebody else's subgraph, which knows more of units. */
const cellTypes = `${link}
type Unit @key(fields: "id") { id: ID! cellType: String }
type PageInfo @shareable {
  hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String
}
type UnitPage { nodes: [Unit!]! pageInfo: PageInfo! }
type Query { unitsOfType(cellType: String!): UnitPage! }
`

describe('the schema as a subgraph', () => {
  test('composes with another that extends its units', async () => {
    const { data } = await callHandler(spikeql, '{ _service { sdl } }')
    const { sdl } = data._service
    const { supergraphSdl, errors } = composeServices([
      { name: 'recordings', typeDefs: parse(sdl), url: 'http://recordings' },
      { name: 'cell-types', typeDefs: parse(cellTypes), url: 'http://cell-types' },
    ])
    expect(errors).toBeUndefined()
    expect(supergraphSdl).toMatch(
      /type Unit implements Node\s+@join__implements[^{]*@join__type\(graph: CELL_TYPES, key: "id"\)/,
    )
  })

  test('finds objects again by the ids that another subgraph keeps', async () => {
    const { data } = await callHandler(
      spikeql,
      '{ session(id: "810000001") { units(first: 1) { nodes { id unitId } } probes { id name } } }',
    )
    const [unit] = data.session.units.nodes
    const [probe] = data.session.probes
    const query = `query ($representations: [_Any!]!) {
      _entities(representations: $representations) {
        __typename
        ... on Session { sessionType }
        ... on Unit { unitId }
        ... on Probe { name }
      }
    }`
    const representations = [
      { __typename: 'Session', id: '810000001' },
      { __typename: 'Unit', id: unit.id },
      { __typename: 'Probe', id: probe.id },
      { __typename: 'Probe', id: unit.id },
      { __typename: 'Session', id: '7' },
    ]
    expect(await callHandler(spikeql, query, { representations })).toEqual({
      data: {
        _entities: [
          { __typename: 'Session', sessionType: 'brain_observatory_1.1' },
          { __typename: 'Unit', unitId: unit.unitId },
          { __typename: 'Probe', name: probe.name },
          null,
          null,
        ],
      },
    })
    expect(
      await callHandler(spikeql, query, { representations: [{ __typename: 'Unit' }] }),
    ).toEqual(
      expect.objectContaining({
        errors: [
          expect.objectContaining({
            message: 'A representation needs a __typename and an id; got {"__typename":"Unit"}.',
          }),
        ],
      }),
    )
  })
})
