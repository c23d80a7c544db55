import { expect, test } from 'vitest'
import {
  isLoopbackHost,
  isPrivateAddress,
  publicLookup,
} from '../../../src/byte-sources/remote/private-networks.ts'

test.each([
  '0.1.2.3',
  '10.255.255.255',
  '100.64.0.1',
  '127.0.0.1',
  '169.254.169.254',
  '172.31.255.255',
  '192.0.0.1',
  '192.168.1.1',
  '198.19.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  'fd00::1',
  'fe80::1',
  'ff02::1',
])('%s is in a private network', (address) => {
  expect(isPrivateAddress(address)).toBe(true)
})

test.each([
  '1.0.0.1',
  '11.0.0.1',
  '100.128.0.1',
  '128.0.0.1',
  '169.255.0.1',
  '172.32.0.1',
  '192.0.1.1',
  '192.169.0.1',
  '198.20.0.1',
  '223.255.255.255',
  '::2',
  'fe00::1',
  '2001:db8::1',
  'example.org',
])('%s is not', (address) => {
  expect(isPrivateAddress(address)).toBe(false)
})

test.each([
  ['localhost', true],
  ['a.localhost', true],
  ['127.1.2.3', true],
  ['[::1]', true],
  ['[::2]', false],
  ['10.0.0.1', false],
  ['localhost.example', false],
])('that %s is this machine is %s', (host, expected) => {
  expect(isLoopbackHost(host)).toBe(expected)
})

test.each([{ all: true }, { all: false }])(
  'a name of this machine is not looked up: %j',
  async (options) => {
    const error = await new Promise((resolve) => publicLookup('localhost', options, resolve))
    expect(error).toMatchObject({ message: 'localhost is in a private network' })
  },
)
