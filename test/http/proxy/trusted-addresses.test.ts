import { expect, test } from 'vitest'
import { trustedAddresses } from '../../../src/http/proxy/trusted-addresses.ts'

test.each([
  [['127.0.0.1'], '127.0.0.1', true],
  [['127.0.0.1'], '127.0.0.2', false],
  [['10.0.0.0/8'], '10.200.3.4', true],
  [['10.0.0.0/8'], '::ffff:10.1.2.3', true],
  [['10.0.0.0/8'], '11.0.0.1', false],
  [['fd00::/8'], 'fd12::1', true],
  [['loopback'], '::1', true],
  [['loopback'], '127.3.4.5', true],
  [['loopback'], '10.0.0.1', false],
  [[], '127.0.0.1', false],
  [['0.0.0.0/0'], undefined, false],
])('of %j, is %s trusted: %s', (texts, address, isTrusted) => {
  expect(trustedAddresses(texts).has(address)).toBe(isTrusted)
})

test.each(['proxy', '10.0.0.0/33', '10.0.0.0/', '10.0.0.0/8/8', '::1/129', ''])(
  '"%s" is refused',
  (text) => {
    expect(() => trustedAddresses([text])).toThrow(`"${text}" is not an address`)
  },
)
