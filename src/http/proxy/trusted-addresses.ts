import { BlockList, isIP } from 'node:net'
import { InvalidArgumentError } from '../../errors.ts'

/** Addresses whose headers are believed. */
export interface TrustedAddresses {
  has(address: string | undefined): boolean
}

/**
 * @param texts addresses, networks such as 10.0.0.0/8, or `loopback`
 * @throws InvalidArgumentError
 */
export function trustedAddresses(texts: readonly string[]): TrustedAddresses {
  const list = new BlockList()
  for (const text of texts.flatMap((one) => (one === 'loopback' ? loopback : one))) {
    const [address = '', length, ...rest] = text.split('/')
    const family = isIP(address)
    const bits = length === undefined ? (family === 4 ? 32 : 128) : Number(length)
    const isRight = family > 0 && rest.length === 0 && Number.isInteger(bits) && bits >= 0
    if (!isRight || length === '' || bits > (family === 4 ? 32 : 128)) {
      throw new InvalidArgumentError(
        `"${text}" is not an address; give one such as 127.0.0.1, a network such as 10.0.0.0/8, or loopback.`,
      )
    }
    list.addSubnet(address, bits, family === 4 ? 'ipv4' : 'ipv6')
  }
  return {
    has(address = '') {
      const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
      const family = isIP(plain)
      return family > 0 && list.check(plain, family === 4 ? 'ipv4' : 'ipv6')
    },
  }
}

const loopback = ['127.0.0.0/8', '::1']
