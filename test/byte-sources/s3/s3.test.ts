import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { s3Address } from '../../../src/byte-sources/remote/remote-address.ts'
import { RemoteClient } from '../../../src/byte-sources/remote/remote-client.ts'
import { awsSettings } from '../../../src/byte-sources/s3/aws-settings.ts'
import { listObjects } from '../../../src/byte-sources/s3/list-objects.ts'
import { S3Requests } from '../../../src/byte-sources/s3/s3-requests.ts'
import { S3Server, testKeys } from '../../support/servers/remote/s3-server.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const text = (content: string) => new TextEncoder().encode(content)
const key = "sub 1/ses+2/file (1)'é.nwb"

let server: S3Server
let client: RemoteClient

const credentials = { ...testKeys, sessionToken: null }
const signing = () =>
  new RemoteClient({
    s3: new S3Requests(() => ({ credentials, region: 'eu-west-1', endpoint: null })),
  })

beforeEach(async () => {
  server = await S3Server.start('recordings', { [key]: text('first') })
  client = signing()
})

afterEach(async () => {
  await client.close()
  await server[Symbol.asyncDispose]()
})

const options = (more = {}) => ({ endpoint: server.endpoint, ...more })
const object = (more = {}) => s3Address({ bucket: 'recordings', key, ...more }, options())

async function contentOf(address = object()): Promise<string> {
  return new TextDecoder().decode((await client.open(address, 100)).bytes)
}

describe('objects of a bucket', () => {
  test('are read with a signature that the service accepts', async () => {
    server.isPrivate = true
    expect(await contentOf()).toBe('first')
    expect(server.ranges.requests[0]?.headers.authorization).toContain('/us-east-1/s3/')
    expect(
      await contentOf(s3Address({ bucket: 'recordings', key }, options({ region: 'eu-west-1' }))),
    ).toBe('first')
    expect(server.ranges.requests[1]?.headers.authorization).toContain('/eu-west-1/s3/')
  })

  test('are read without one where that is wanted', async () => {
    expect(
      await contentOf(s3Address({ bucket: 'recordings', key }, options({ isAnonymous: true }))),
    ).toBe('first')
    expect(server.ranges.requests[0]?.headers.authorization).toBeUndefined()
  })

  test('are denied without the keys, which no error repeats', async () => {
    server.isPrivate = true
    const wrong = { ...credentials, secretAccessKey: 'not this one' }
    const other = new RemoteClient({
      s3: new S3Requests(() => ({ credentials: wrong, region: null, endpoint: null })),
    })
    const failure = await other.identify(object()).catch((error) => error)
    expect(failure.code).toBe('REMOTE_DENIED')
    expect(`${failure.message}${failure.stack}`).not.toMatch(/not this one|AKIA|Signature/)
    await other.close()
  })

  test('are read in the version asked for', async () => {
    server.put(key, text('second'))
    expect(await contentOf()).toBe('second')
    expect(await contentOf(object({ versionId: 'v1' }))).toBe('first')
  })

  test('that change are noticed by their entity tag', async () => {
    const identity = await client.identify(object())
    server.put(key, text('other'))
    const range = { from: 0, to: 5 }
    await expect(client.range(object(), identity, range, new Uint8Array(5))).rejects.toMatchObject({
      code: 'FILE_CHANGED',
    })
  })
})

describe('listObjects', () => {
  test('lists everything below a prefix, page by page', async () => {
    server.isPrivate = true
    for (const name of ['a&b', 'c"d', 'e', 'f']) server.put(`sub 1/${name}.nwb`, text(name))
    server.pageSize = 2
    const keys: string[] = []
    const pages = listObjects(client, { bucket: 'recordings', prefix: 'sub 1/', s3: options() })
    for await (const { objects } of pages) keys.push(...objects.map((one) => one.key))
    expect(keys).toEqual(['sub 1/a&b.nwb', 'sub 1/c"d.nwb', 'sub 1/e.nwb', 'sub 1/f.nwb', key])
    expect(server.ranges.requests.length).toBe(3)
  })

  test('lists one folder', async () => {
    server.put('sub 1/e.nwb', text('e'))
    const pages = listObjects(client, {
      bucket: 'recordings',
      prefix: 'sub 1/',
      delimiter: '/',
      s3: options(),
    })
    expect(await pages.next()).toMatchObject({
      value: {
        objects: [{ key: 'sub 1/e.nwb', size: 1, lastModified: '2020-05-01T10:00:00.000Z' }],
        prefixes: ['sub 1/ses+2/'],
      },
    })
  })

  test('refuses what is not a listing', async () => {
    server.ranges.handler = (_request, response) => {
      response.end('<html>please log in</html>')
      return true
    }
    const pages = listObjects(client, { bucket: 'recordings', prefix: '', s3: options() })
    await expect(pages.next()).rejects.toMatchObject({ code: 'REMOTE_UNSUITABLE' })
  })
})

describe('awsSettings', () => {
  const none = { AWS_SHARED_CREDENTIALS_FILE: '/nowhere', AWS_CONFIG_FILE: '/nowhere' }

  test('takes keys and region from the environment', () => {
    const environment = {
      ...none,
      AWS_ACCESS_KEY_ID: 'id',
      AWS_SECRET_ACCESS_KEY: 'key',
      AWS_SESSION_TOKEN: 'token',
      AWS_DEFAULT_REGION: 'us-west-2',
      AWS_ENDPOINT_URL: 'http://127.0.0.1:9000',
    }
    expect(awsSettings(environment)).toEqual({
      credentials: { accessKeyId: 'id', secretAccessKey: 'key', sessionToken: 'token' },
      region: 'us-west-2',
      endpoint: 'http://127.0.0.1:9000',
    })
  })

  test('takes them from the profile that is named', () => {
    using folder = temporaryFolder()
    const [credentialsFile, configFile] = ['credentials', 'config'].map((name) =>
      join(folder.path, name),
    ) as [string, string]
    writeFileSync(
      credentialsFile,
      '[default]\naws_access_key_id = one\naws_secret_access_key = 1\n[lab]\naws_access_key_id=two\naws_secret_access_key=2\n',
    )
    writeFileSync(configFile, '[default]\nregion = us-east-1\n[profile lab]\nregion = us-west-2\n')
    const files = { AWS_SHARED_CREDENTIALS_FILE: credentialsFile, AWS_CONFIG_FILE: configFile }
    expect(awsSettings(files)).toMatchObject({
      credentials: { accessKeyId: 'one', secretAccessKey: '1' },
      region: 'us-east-1',
    })
    expect(awsSettings({ ...files, AWS_PROFILE: 'lab' })).toMatchObject({
      credentials: { accessKeyId: 'two', secretAccessKey: '2' },
      region: 'us-west-2',
    })
  })

  test('is anonymous where nothing is set', () => {
    expect(awsSettings(none)).toEqual({ credentials: null, region: null, endpoint: null })
  })

  test('says when a profile that is named cannot be used', () => {
    expect(() => awsSettings({ ...none, AWS_PROFILE: 'lab' })).toThrow(
      'the AWS profile lab does not exist',
    )
  })
})
