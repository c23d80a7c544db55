import { expect, test } from 'vitest'
import { httpAddress, s3Address } from '../../../src/byte-sources/remote/remote-address.ts'
import { statedRemoteVersion } from '../../../src/byte-sources/remote/remote-identity.ts'

const address = httpAddress('https://host/1.nwb')
const identity = { size: 10, etag: '"a"', lastModified: null, versionId: null }

test('a strong entity tag states the version, with the address and the size', () => {
  const version = statedRemoteVersion(address, identity)
  expect(version).toMatch(/^[0-9a-f]{12}$/)
  expect(statedRemoteVersion(address, { ...identity, lastModified: 'today' })).toBe(version)
  expect(statedRemoteVersion(address, { ...identity, etag: '"b"' })).not.toBe(version)
  expect(statedRemoteVersion(address, { ...identity, size: 11 })).not.toBe(version)
  expect(statedRemoteVersion(httpAddress('https://host/2.nwb'), identity)).not.toBe(version)
})

test('a name of the bytes states it wherever they lie', () => {
  const named = { contentId: 'dandi:blob' }
  const object = s3Address({ bucket: 'b', key: 'k' }, {}, named)
  const untagged = { ...identity, etag: null }
  expect(statedRemoteVersion(object, untagged)).toBe(
    statedRemoteVersion(httpAddress('https://host/1.nwb', named), identity),
  )
})

test('a server that names no state states none', () => {
  const dated = { ...identity, etag: null, lastModified: 'today' }
  expect(statedRemoteVersion(address, dated)).toBeNull()
})
