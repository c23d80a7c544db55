import { describe, expect, test } from 'vitest'
import { createToken, isSecret, partsOfToken } from '../../../src/http/auth/api-token.ts'

const secret = 'x'.repeat(43)
/** printf 'x%.0s' {1..43} | sha256sum */
const sha256 = 'cc0b1c2c66f3bb9fd1a081c626ba1bef62f6f96441a43be15268523776ac26a1'

describe('a token', () => {
  test('that is new is found by its id, and known by its secret', () => {
    const { id, text, sha256 } = createToken()
    const parts = partsOfToken(text)
    expect(parts?.id).toBe(id)
    expect(isSecret(parts?.secret ?? '', sha256)).toBe(true)
  })

  test('consists of an id and a secret', () => {
    expect(partsOfToken(`spikeql_01234abc_${secret}`)).toEqual({ id: '01234abc', secret })
  })

  test.each([
    `spikeql_01234abc_${secret}x`,
    `spikeql_01234ab_${secret}`,
    `spikeql_01234ABC_${secret}`,
    `_spikeql_01234abc_${secret}`,
    'Basic',
  ])('is not %s', (text) => {
    expect(partsOfToken(text)).toBeNull()
  })
})

test.each([
  ['the right one', secret, sha256, true],
  ['another', `y${secret.slice(1)}`, sha256, false],
  ['one of a hash that is none', secret, 'short', false],
])('a secret is %s', (_what, given, kept, expected) => {
  expect(isSecret(given, kept)).toBe(expected)
})
