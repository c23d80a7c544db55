import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { KeptRedirects } from '../../../src/byte-sources/remote/kept-redirects.ts'

const start = Date.UTC(2026, 0, 31, 12, 30, 15)

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: start })
})
afterEach(() => {
  vi.useRealTimers()
})

// A minute less than it holds.
test.each([
  ['', 540],
  ['?X-Amz-Date=20260131T123015Z&X-Amz-Expires=300', 240],
  ['?X-Amz-Date=20260131T123000Z&X-Amz-Expires=300', 225],
  ['?X-Goog-Date=20260131T123015Z&X-Goog-Expires=3600', 3540],
  [`?Expires=${start / 1000 + 100}`, 40],
  ['?X-Amz-Date=20251231T235959Z&X-Amz-Expires=2637316', 240],
  ['?X-Amz-Date=20260131T123015Z', 540],
  ['?Expires=0', 540],
  ['?X-Amz-Date=yesterday&X-Amz-Expires=300', 540],
  ['?X-Amz-Date=20260131T123015Z&X-Amz-Expires=0', 540],
])('a redirect to %s is kept for %i seconds', (search, seconds) => {
  const redirects = new KeptRedirects()
  const url = new URL(`https://far.example/file${search}`)
  redirects.keep('a', url)
  vi.setSystemTime(start + 1000 * seconds - 1)
  expect(redirects.get('a')).toBe(url)
  expect(redirects.get('b')).toBeNull()
  vi.setSystemTime(start + 1000 * seconds)
  expect(redirects.get('a')).toBeNull()
  vi.setSystemTime(start)
  expect(redirects.get('a')).toBeNull()
})

test.each(['?X-Amz-Date=20260131T123015Z&X-Amz-Expires=1', '?Expires=1'])(
  'a redirect that has expired, or is about to, is not kept: %s',
  (search) => {
    const redirects = new KeptRedirects()
    redirects.keep('a', new URL(`https://far.example/file${search}`))
    expect(redirects.get('a')).toBeNull()
  },
)

test('a redirect is forgotten', () => {
  const redirects = new KeptRedirects()
  redirects.keep('a', new URL('https://far.example'))
  redirects.forget('a')
  expect(redirects.get('a')).toBeNull()
})
