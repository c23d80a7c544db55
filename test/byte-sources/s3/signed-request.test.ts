import { expect, test } from 'vitest'
import { s3Url, signS3 } from '../../../src/byte-sources/s3/signed-request.ts'

test.each([
  ['lab', null, null, 'a/b.nwb', 'https://lab.s3.amazonaws.com/a/b.nwb'],
  ['lab', null, 'eu-west-1', 'a.nwb', 'https://lab.s3.eu-west-1.amazonaws.com/a.nwb'],
  ['my.lab', null, null, 'a.nwb', 'https://s3.amazonaws.com/my.lab/a.nwb'],
  ['my.lab', null, 'eu-west-1', 'a.nwb', 'https://s3.eu-west-1.amazonaws.com/my.lab/a.nwb'],
  ['lab', 'http://127.0.0.1:9000/', null, 'a.nwb', 'http://127.0.0.1:9000/lab/a.nwb'],
  ['lab', null, null, "a b(1)'*!.nwb", 'https://lab.s3.amazonaws.com/a%20b%281%29%27%2A%21.nwb'],
])('an object of %s at %s, of the region %s: %s', (bucket, endpoint, region, key, expected) => {
  expect(s3Url({ bucket, endpoint }, region, key).href).toBe(expected)
})

test.each([
  [null, 'us-east-1'],
  ['eu-west-1', 'eu-west-1'],
])('a request of the region %s is signed for %s', async (region, signed) => {
  const credentials = { accessKeyId: 'id', secretAccessKey: 'secret', sessionToken: null }
  const url = new URL('https://lab.s3.amazonaws.com/a.nwb')
  const { secretHeaders } = await signS3({ url, region, credentials })
  expect(secretHeaders.authorization).toContain(`/${signed}/s3/aws4_request`)
  expect(secretHeaders).not.toHaveProperty('host')
  expect(secretHeaders).not.toHaveProperty('x-amz-security-token')
  const lent = { ...credentials, sessionToken: 'token' }
  const { secretHeaders: withToken } = await signS3({ url, region, credentials: lent })
  expect(withToken['x-amz-security-token']).toBe('token')
})
