import { expect, test } from 'vitest'
import { isLoopback } from '../../../src/http/guards/loopback.ts'

test.each(['localhost', 'LOCALHOST', 'lab.localhost', '127.0.0.1', '127.1.2.3', '::1', '[::1]'])(
  '%s is this machine',
  (host) => {
    expect(isLoopback(host)).toBe(true)
  },
)

test.each([
  '0.0.0.0',
  '::',
  '10.0.0.1',
  '127.evil.example',
  '127.0.0.1.evil.example',
  'localhost.evil.example',
  'notlocalhost',
  '',
])('%j may be another', (host) => {
  expect(isLoopback(host)).toBe(false)
})
