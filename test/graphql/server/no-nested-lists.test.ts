import { buildSchema, parse, validate } from 'graphql'
import { describe, expect, test } from 'vitest'
import { noListsInCirclesRule } from '../../../src/graphql/server/no-nested-lists.ts'

const schema = buildSchema(`
  type Query { sessions: [Session!]! session: Session node: Node }
  interface Node { id: ID }
  type Session implements Node { id: ID names: [String!]! units: UnitConnection! epochs: [Epoch!]! tried: [Epoch] }
  type UnitConnection { nodes: [Unit!]! }
  type Unit implements Node { id: ID session: Session! }
  type Epoch { id: ID session: Session! matrices: [Matrix!]! }
  type Matrix { epoch: Epoch! units: [Unit!]! }
`)

const refusal = (query: string) =>
  validate(schema, parse(query), [noListsInCirclesRule]).map(({ message }) => message)

describe('a query is refused', () => {
  test.each([
    ['{ session { units { nodes { session { units { nodes { id } } } } } } }', 'nodes'],
    ['{ session { units { nodes { session { epochs { id } } } } } }', 'epochs'],
    ['{ sessions { epochs { matrices { epoch { matrices { units { id } } } } } } }', 'matrices'],
    ['{ session { id epochs { id session { id epochs { id } } } } }', 'epochs'],
    ['{ session { epochs { session { tried { id } } } } }', 'tried'],
    [
      '{ session { epochs { ...Back } } } fragment Back on Epoch { session { epochs { id } } }',
      'epochs',
    ],
    [
      '{ node { ... on Unit { session { units { nodes { id session { units { nodes { id } } } } } } } } }',
      'nodes',
    ],
    [
      '{ node { ...OfUnit } } fragment OfUnit on Session { units { nodes { session { epochs { id } } } } }',
      'epochs',
    ],
    ['{ session { epochs { ... on Epoch { session { ... { epochs { id } } } } } } }', 'epochs'],
  ])('for a list behind a way back: %s', (query, field) => {
    expect(refusal(query)).toEqual([
      `The list ${field} is nested below a field that leads back to an object higher up in the query. Select it on that object instead.`,
    ])
  })
})

describe('a query is allowed', () => {
  test.each([
    '{ sessions { epochs { matrices { units { id } } } units { nodes { id } } } }',
    '{ session { units { nodes { id session { id names } } } } }',
    '{ session { epochs { matrices { epoch { id session { id } } } } } }',
    '{ node { ... on Session { units { nodes { id } } } ... on Unit { session { id names } } } }',
    '{ a: session { epochs { id } } b: session { epochs { id } } }',
    '{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }',
  ])('%s', (query) => {
    expect(refusal(query)).toEqual([])
  })
})
