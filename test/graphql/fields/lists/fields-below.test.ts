import { type FieldNode, type GraphQLResolveInfo, Kind, parse } from 'graphql'
import { describe, expect, test } from 'vitest'
import { fieldsBelow, selectsBelow } from '../../../../src/graphql/fields/lists/fields-below.ts'

/** What a resolver of the one field of a query is told. */
function infoOf(query: string) {
  const fieldNodes: FieldNode[] = []
  const fragments: Record<string, unknown> = {}
  for (const definition of parse(query).definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition
    else if (definition.kind === Kind.OPERATION_DEFINITION) {
      fieldNodes.push(...(definition.selectionSet.selections as readonly FieldNode[]))
    }
  }
  return { fieldNodes, fragments } as unknown as GraphQLResolveInfo
}

const fragments = 'fragment F on T { d e { wanted } }'

describe('the fields below a field', () => {
  test.each([
    ['{ a }', 1],
    ['{ a { b } }', 1],
    ['{ a { b c { d } } }', 3],
    ['{ a { b } a { c d } }', 3],
    ['{ a { ... { b c } } }', 2],
    [`{ a { b ...F } } ${fragments}`, 4],
  ])('%s are %d', (query, count) => {
    const info = infoOf(query)
    expect(fieldsBelow(info)).toBe(count)
    expect(fieldsBelow(info)).toBe(count)
  })
})

describe('a field is selected', () => {
  test.each([
    ['{ a }', false],
    ['{ wanted }', false],
    ['{ a { b } }', false],
    ['{ a { b wanted } }', true],
    ['{ a { b { c wanted } d } }', true],
    ['{ a { wanted { b } } }', true],
    ['{ a { b } a { wanted } }', true],
    ['{ a { wanted: b } }', false],
    ['{ a { ... { b wanted } } }', true],
    [`{ a { b ...F } } ${fragments}`, true],
    ['{ a { ...G } } fragment G on T { d }', false],
  ])('%s: %s', (query, isSelected) => {
    expect(selectsBelow(infoOf(query), new Set(['wanted', 'other']))).toBe(isSelected)
  })
})
