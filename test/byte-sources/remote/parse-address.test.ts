import { describe, expect, test } from 'vitest'
import { isRemote, parseAddress } from '../../../src/byte-sources/remote/parse-address.ts'
import { isPrivateHost } from '../../../src/byte-sources/remote/private-networks.ts'
import { httpAddress } from '../../../src/byte-sources/remote/remote-address.ts'
import { remoteKey } from '../../../src/byte-sources/remote/remote-identity.ts'

describe('parseAddress', () => {
  test('reads addresses of files and objects', () => {
    expect(parseAddress('https://lab.org/data/one%20two.nwb')).toMatchObject({
      text: 'https://lab.org/data/one%20two.nwb',
      name: 'one two.nwb',
      contentId: null,
      isFromOperator: true,
    })
    expect(parseAddress('s3://lab-data/sub-1/a b.nwb', { region: 'eu-west-1' })).toMatchObject({
      text: 's3://lab-data/sub-1/a b.nwb',
      name: 'a b.nwb',
      place: { kind: 's3', bucket: 'lab-data', key: 'sub-1/a b.nwb', region: 'eu-west-1' },
    })
    expect(parseAddress('s3://lab-data/a.nwb?versionId=x.1')).toMatchObject({
      text: 's3://lab-data/a.nwb?versionId=x.1',
      place: { key: 'a.nwb', versionId: 'x.1' },
    })
  })

  test.each([
    ['http://lab.org/a.nwb', 'http://lab.org is not encrypted'],
    ['ftp://lab.org/a.nwb', 'ftp:// is not supported'],
    ['s3:///a.nwb', 'does not name a bucket'],
    ['https://', 'is not an address'],
  ])('refuses %s', (text, message) => {
    expect(() => parseAddress(text)).toThrow(message)
  })

  test('takes http:// on this machine, and elsewhere if that is allowed', () => {
    for (const host of ['localhost', '127.0.0.1:8080', '[::1]:8080']) {
      expect(parseAddress(`http://${host}/a.nwb`).text).toBe(`http://${host}/a.nwb`)
    }
    expect(parseAddress('http://lab.org/a.nwb', { allowHttp: true }).name).toBe('a.nwb')
  })

  test('shows no signature, name or password', () => {
    const secrets = 'X-Amz-Signature=s3cret&X-Amz-Credential=s3cret&sig=s3cret&Expires=1'
    const { text } = parseAddress(`https://user:s3cret@lab.org/a.nwb?${secrets}`)
    expect(text).toBe('https://lab.org/a.nwb')
    expect(() => parseAddress(`ht!tp://lab.org/a.nwb?sig=s3cret`)).toThrow(/^(?!.*s3cret)/)
  })

  test('tells files apart that only their query names', () => {
    const texts = ['id=1', 'id=2', 'id=1&sig=a', 'id=1&sig=b'].map(
      (query) => parseAddress(`https://lab.org/download?${query}`).text,
    )
    expect(new Set(texts).size).toBe(2)
    expect(texts[2]).toBe(texts[0])
    expect(texts[0]).toMatch(/^https:\/\/lab\.org\/download\?[0-9a-f]{12}$/)
  })

  test('is not for paths', () => {
    expect(['https://a', 'S3://a', 'dandi://000021'].every(isRemote)).toBe(true)
    expect(['a.nwb', './a', '/data', 'C:\\data', 'c:/data'].some(isRemote)).toBe(false)
  })
})

describe('remoteKey', () => {
  const state = { size: 10, etag: '"a"', lastModified: null, versionId: null }
  const address = httpAddress('https://lab.org/a.nwb')

  test('names the state of a file, whoever signed its address', () => {
    const signed = httpAddress('https://lab.org/a.nwb?X-Amz-Signature=1')
    expect(remoteKey(signed, state)).toBe(remoteKey(address, state))
    expect(remoteKey(address, { ...state, etag: '"b"' })).not.toBe(remoteKey(address, state))
    expect(remoteKey(httpAddress('https://lab.org/b.nwb'), state)).not.toBe(
      remoteKey(address, state),
    )
  })

  test('is that of the content where something names it', () => {
    const [one, other] = ['https://a.org/1', 'https://b.org/2'].map((url) =>
      httpAddress(url, { contentId: 'dandi:blob' }),
    ) as [typeof address, typeof address]
    expect(remoteKey(one, state)).toBe(remoteKey(other, { ...state, etag: null }))
  })
})

describe('isPrivateHost', () => {
  test.each([
    ['localhost', true],
    ['10.1.2.3', true],
    ['169.254.169.254', true],
    ['192.168.0.1', true],
    ['[::1]', true],
    ['[fd00::1]', true],
    ['[::ffff:10.0.0.1]', true],
    ['8.8.8.8', false],
    ['[2606:4700::1111]', false],
    ['lab.org', false],
  ])('%s: %s', (host, isPrivate) => {
    expect(isPrivateHost(host)).toBe(isPrivate)
  })
})
