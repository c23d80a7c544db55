import { describe, expect, test } from 'vitest'
import { FetchFault, faultOf, statusFault } from '../../../src/byte-sources/remote/fetch-fault.ts'

test.each([
  [408, 'transient'],
  [429, 'transient'],
  [500, 'transient'],
  [502, 'transient'],
  [503, 'transient'],
  [504, 'transient'],
  [401, 'denied'],
  [403, 'denied'],
  [404, 'missing'],
  [410, 'missing'],
  [412, 'changed'],
  [400, 'unsuitable'],
  [501, 'unsuitable'],
])('the status %i is %s', (status, kind) => {
  expect(statusFault(status, null)).toMatchObject({ kind, message: `HTTP ${status}` })
})

test.each([
  [null, null],
  ['2', 2000],
  ['-1', 0],
  ['soon', null],
  ['Thu, 01 Jan 1970 00:00:00 GMT', 0],
])('a server that says Retry-After: %s asks to wait %s ms', (header, wait) => {
  expect(statusFault(503, header).retryAfter).toBe(wait)
})

test('a wait may last to a date', () => {
  const wait = statusFault(503, new Date(Date.now() + 60_000).toUTCString()).retryAfter
  expect(wait).toBeGreaterThan(50_000)
  expect(wait).toBeLessThanOrEqual(60_000)
})

describe('an error', () => {
  const withCode = (code: string) => Object.assign(new Error('no'), { code })
  const named = Object.assign(new Error('x is in a private network'), {
    name: 'PrivateNetworkError',
  })

  test.each([
    [withCode('ECONNRESET'), 'transient', 'ECONNRESET'],
    [new Error('fetch failed', { cause: withCode('ENOTFOUND') }), 'transient', 'ENOTFOUND'],
    [new Error('no'), 'transient', 'connection failed'],
    ['no', 'transient', 'connection failed'],
    [named, 'unsuitable', 'a redirect was refused: x is in a private network'],
    [
      withCode('CERT_HAS_EXPIRED'),
      'unsuitable',
      'its certificate is not trusted (CERT_HAS_EXPIRED); for a certificate authority of your own, set NODE_EXTRA_CA_CERTS',
    ],
  ])('%s is a fault: %s, %s', (error, kind, message) => {
    expect(faultOf(error)).toMatchObject({ kind, message })
  })

  test('that is a fault already stays what it is', () => {
    const fault = new FetchFault('denied', 'HTTP 403')
    expect(faultOf(fault)).toBe(fault)
  })
})
