import { expect, test } from 'vitest'
import { statusOfRefusal } from '../../../src/http/graphql/http-status.ts'

const refusal = (...codes: string[]) =>
  JSON.stringify({ errors: codes.map((code) => ({ message: '', extensions: { code } })) })

test.each([
  [200, refusal('GRAPHQL_PARSE_FAILED'), 'application/json'],
  [200, refusal('GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT'), undefined],
  [400, refusal('OPERATION_RESOLUTION_FAILURE'), 'application/json'],
  [400, refusal('BAD_USER_INPUT', 'BAD_REQUEST'), 'application/json'],
  [400, refusal('GRAPHQL_PARSE_FAILED'), 'application/graphql-response+json, application/json'],
  [400, '{"errors":[{"message":"no code"}]}', 'application/json'],
  [200, '{}', 'application/json'],
])('is %i for %s where a client accepts %s', (status, json, accept) => {
  expect(statusOfRefusal(json, accept)).toBe(status)
})
