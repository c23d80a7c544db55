import { expect, test } from 'vitest'
import { identityIn, isSameState } from '../../../src/byte-sources/remote/remote-identity.ts'

const headers = { etag: '"a"', 'last-modified': 'today', 'x-amz-version-id': 'v1' }

test('the state of a file is what its server says of it', () => {
  expect(identityIn(headers, 7)).toEqual({
    ...{ size: 7, etag: '"a"', lastModified: 'today', versionId: 'v1' },
  })
  expect(identityIn({ etag: 'W/"a"' }, 7)).toEqual({
    ...{ size: 7, etag: null, lastModified: null, versionId: null },
  })
})

test.each([
  [true, {}],
  [false, { size: 8 }],
  [false, { etag: '"b"' }],
  [false, { etag: null }],
  [true, { lastModified: 'tomorrow' }],
  [true, { versionId: 'v2' }],
])('it is %s that a state is the same with %j', (expected, other) => {
  const state = identityIn(headers, 7)
  expect(isSameState(state, { ...state, ...other })).toBe(expected)
})

test('without a tag the date decides', () => {
  const state = { ...identityIn(headers, 7), etag: null }
  expect(isSameState(state, { ...state })).toBe(true)
  expect(isSameState(state, { ...state, lastModified: 'tomorrow' })).toBe(false)
})
