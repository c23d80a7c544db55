import { expect, test } from 'vitest'
import { httpAddress, s3Address } from '../../../src/byte-sources/remote/remote-address.ts'
import { statedVersion } from '../../../src/byte-sources/remote/remote-identity.ts'

const address = httpAddress('https://host/1.nwb')
const identity = { size: 10, etag: '"a"', lastModified: null, versionId: null }

test('a strong entity tag states the version, with the address and the size', () => {
  const version = statedVersion(address, identity)
  expect(version).toMatch(/^[0-9a-f]{12}$/)
  expect(statedVersion(address, { ...identity, lastModified: 'today' })).toBe(version)
  expect(statedVersion(address, { ...identity, etag: '"b"' })).not.toBe(version)
  expect(statedVersion(address, { ...identity, size: 11 })).not.toBe(version)
  expect(statedVersion(httpAddress('https://host/2.nwb'), identity)).not.toBe(version)
})

test('a name of the bytes states it wherever they lie', () => {
  const named = { contentId: 'dandi:blob' }
  const object = s3Address({ bucket: 'b', key: 'k' }, {}, named)
  const untagged = { ...identity, etag: null }
  expect(statedVersion(object, untagged)).toBe(
    statedVersion(httpAddress('https://host/1.nwb', named), identity),
  )
})

test('a server that names no state states none', () => {
  const dated = { ...identity, etag: null, lastModified: 'today' }
  expect(statedVersion(address, dated)).toBeNull()
})
