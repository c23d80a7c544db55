import { lookup } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/** Networks that are not the public internet (IANA special-purpose registries). */
const privateNetworks = new BlockList()
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const) {
  privateNetworks.addSubnet(network, bits, 'ipv4')
}
for (const [network, bits] of [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  privateNetworks.addSubnet(network, bits, 'ipv6')
}

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')

export const isPrivateAddress = (address: string): boolean => isIn(privateNetworks, address)

/** Of a URL: `localhost`, or an address of this machine. */
export function isLoopbackHost(host: string): boolean {
  return (
    host === 'localhost' || host.endsWith('.localhost') || isIn(loopback, withoutBrackets(host))
  )
}

/** Whether the host of a URL is written as an address of a private network. */
export const isPrivateHost = (host: string): boolean =>
  isLoopbackHost(host) || isPrivateAddress(withoutBrackets(host))

/**
 * Look a name up, and refuse it where any of its addresses is private. The very addresses that were
 * checked are connected to, so that a name cannot change in between.
 */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, options, (error, address, family) => {
    const found =
      typeof address === 'string' ? [address] : (address ?? []).map((one) => one.address)
    const refused = !error && found.some(isPrivateAddress)
    callback(refused ? new PrivateNetworkError(hostname) : error, address, family)
  })
}

export class PrivateNetworkError extends Error {
  override readonly name = 'PrivateNetworkError'

  constructor(host: string) {
    super(`${host} is in a private network`)
  }
}

function isIn(list: BlockList, address: string): boolean {
  const version = isIP(address)
  return version !== 0 && list.check(address, version === 6 ? 'ipv6' : 'ipv4')
}

const withoutBrackets = (host: string) => host.replace(/^\[|\]$/g, '')
