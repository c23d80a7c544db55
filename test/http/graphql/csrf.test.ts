import { expect, test } from 'vitest'
import { isSafeGet } from '../../../src/http/graphql/csrf.ts'

const json = { accept: 'application/json' }

test.each([
  [true, 'GET', json],
  [true, 'GET', { accept: 'text/html, application/graphql-response+json' }],
  [true, 'GET', { 'sec-fetch-site': 'same-origin' }],
  [true, 'GET', { 'sec-fetch-site': 'none', accept: '*/*' }],
  [true, 'GET', { 'sec-fetch-mode': 'cors', accept: '*/*' }],
  [false, 'GET', {}],
  [false, 'GET', { accept: 'image/*' }],
  [false, 'GET', { ...json, 'sec-fetch-site': 'cross-site' }],
  [false, 'GET', { ...json, 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'cors' }],
  [false, 'GET', { ...json, origin: 'https://evil.example' }],
  [false, 'POST', json],
])('it is %s that a %s with %j can come from no other page', (isSafe, method, headers) => {
  expect(isSafeGet({ method, headers })).toBe(isSafe)
})
