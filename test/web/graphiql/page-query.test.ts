import { expect, test } from 'vitest'
import { formatPageQuery, parsePageQuery } from '../../../web/src/graphiql/page-query.ts'

test('an address brings a query and its variables', () => {
  const shown = { query: 'query ($id: ID!) { a }', variables: '{ "id": "1" }' }
  expect(parsePageQuery(formatPageQuery(shown))).toEqual(shown)
  expect(formatPageQuery({ query: '{ a }', variables: ' ' })).toBe('?query=%7B+a+%7D')
})

test('without a query there is none to bring', () => {
  expect(parsePageQuery('?variables={}')).toBeNull()
  expect(formatPageQuery({ query: ' \n', variables: '{}' })).toBe('')
})

test('a query that a server would refuse as an address stays out of it', () => {
  expect(formatPageQuery({ query: `{ ${'a '.repeat(8000)}}`, variables: '' })).toBe('')
})
