import { describe, expect, test } from 'vitest'
import { checkRange } from '../../../src/byte-sources/remote/range-response.ts'
import { identityIn } from '../../../src/byte-sources/remote/remote-identity.ts'

const wanted = { from: 100, to: 200 }
const known = identityIn({ etag: '"one"' }, 1000)
const headers = (range: string) => ({ 'content-range': range, etag: '"one"' })

describe('a response to a range', () => {
  test('has the bytes requested', () => {
    expect(checkRange(206, headers('bytes 100-199/1000'), wanted, known).length).toBe(100)
    expect(checkRange(206, headers('bytes 100-199/*'), wanted, known).length).toBe(100)
  })

  test.each([
    ['that begin later', 'bytes 101-199/1000'],
    ['that begin earlier', 'bytes 0-199/1000'],
    ['that end earlier', 'bytes 100-198/1000'],
    ['that end later', 'bytes 100-200/1000'],
    ['of the same number elsewhere', 'bytes 200-299/1000'],
  ])('is refused with bytes %s', (_what, range) => {
    const check = () => checkRange(206, headers(range), wanted, known)
    expect(check).toThrow('a different range than requested')
  })

  test('may end with the file, if it is the first', () => {
    const { length, identity } = checkRange(206, headers('bytes 100-149/150'), wanted, null)
    expect([length, identity.size]).toEqual([50, 150])
    const shorter = () => checkRange(206, headers('bytes 100-148/150'), wanted, null)
    expect(shorter).toThrow('a different range than requested')
  })

  test('is refused with another length than that of its range', () => {
    const odd = { ...headers('bytes 100-199/1000'), 'content-length': '99' }
    expect(() => checkRange(206, odd, wanted, known)).toThrow('a different length')
  })
})
