import type { FastifyReply } from 'fastify'
import { expect, test } from 'vitest'
import { setTokenCookie, tokenInCookie } from '../../../src/http/auth/token-cookie.ts'

test.each([
  [undefined, null],
  ['', null],
  ['other=1', null],
  ['spikeql_token', null],
  ['spikeql_token=', null],
  ['spikeql_token=abc', 'abc'],
  ['other=1;  spikeql_token=abc ; last=2', 'abc'],
  ['spikeql_token=; spikeql_token=abc', 'abc'],
])('the token in the cookies %o is %o', (cookies, token) => {
  expect(tokenInCookie(cookies)).toBe(token)
})

test.each([
  ['abc', '', false, 'spikeql_token=abc; Path=/; HttpOnly; SameSite=Strict'],
  ['abc', '/lab', false, 'spikeql_token=abc; Path=/lab; HttpOnly; SameSite=Strict'],
  ['abc', '', true, 'spikeql_token=abc; Path=/; HttpOnly; SameSite=Strict; Secure'],
  ['', '', true, 'spikeql_token=; Path=/; HttpOnly; SameSite=Strict; Secure; Max-Age=0'],
])('the cookie of %o below %o, over HTTPS: %o', (value, path, isSecure, expected) => {
  const headers: [string, unknown][] = []
  const reply = { header: (...header: [string, unknown]) => headers.push(header) }
  setTokenCookie(reply as unknown as FastifyReply, value, path, isSecure)
  expect(headers).toEqual([['set-cookie', expected]])
})
