import { expect, test } from 'vitest'
import { FolderClaims } from '../../src/catalog/folder-claims.ts'

test('a folder belongs to the place that found it first, until that does not find it again', () => {
  const claims = new FolderClaims()
  const [one, other] = [{}, {}]
  expect(claims.take(one, '/data')).toBe(true)
  expect(claims.take(one, '/data')).toBe(true)
  expect(claims.take(other, '/data')).toBe(false)
  expect(claims.take(other, '/more')).toBe(true)
  claims.keepOnly(other, new Set(['/more']))
  expect(claims.take(other, '/data')).toBe(false)
  claims.keepOnly(one, new Set())
  expect(claims.take(other, '/data')).toBe(true)
})
