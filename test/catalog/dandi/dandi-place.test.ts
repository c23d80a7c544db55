import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { RemoteClient } from '../../../src/byte-sources/remote/remote-client.ts'
import { parseDandiAddress } from '../../../src/catalog/dandi/dandi-address.ts'
import { DANDI_CREDENTIAL, DandiApi } from '../../../src/catalog/dandi/dandi-api.ts'
import { DandiPlace } from '../../../src/catalog/dandi/dandi-place.ts'
import type { RemoteFile } from '../../../src/catalog/remote/remote-place.ts'
import { DandiServer } from '../../support/servers/remote/dandi-server.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

let server: DandiServer
let clients: RemoteClient[]

beforeEach(async () => {
  clients = []
  server = await DandiServer.start([
    { path: 'dandiset.yaml', bytes: bytes('name') },
    { path: 'sub-1/sub-1_ses-11.nwb', bytes: bytes('session 11'), sha256: 'abc' },
    { path: 'sub-1/sub-1_ses-11_probe-7_ecephys.nwb', bytes: bytes('probe 7') },
    { path: 'sub-1/sub-1_ses-12.nwb', bytes: bytes('session 12, longer') },
    { path: 'sub-2/sub-2_ses-21.nwb', bytes: bytes('session 21') },
    { path: 'sub-2/sub-2_ses-22.nwb.zarr', bytes: bytes(''), isZarr: true },
  ])
})

afterEach(async () => {
  await Promise.all(clients.map((client) => client.close()))
  await server[Symbol.asyncDispose]()
})

interface Opened {
  readonly place: DandiPlace
  readonly client: RemoteClient
  readonly refusedKeys: number[]
}

function open(address = 'dandi://000021', key?: string, isBucketKnown = false): Opened {
  const credential = { origin: server.api.origin, header: 'authorization', value: `token ${key}` }
  const client = new RemoteClient({
    credentials: key === undefined ? {} : { [DANDI_CREDENTIAL]: credential },
    retryPolicy: { attempts: 1 },
    allowPrivateNetworks: true,
  })
  clients.push(client)
  const refusedKeys: number[] = []
  const api = new DandiApi({
    client,
    base: server.base,
    hasKey: key !== undefined,
    onKeyRefused: () => refusedKeys.push(1),
  })
  const parsed = parseDandiAddress(address)
  if (!parsed) throw new Error(`not an address: ${address}`)
  const s3 = { endpoint: server.bucket.origin, isAnonymous: true }
  const bucket = isBucketKnown ? { bucket: 'dandiarchive', s3 } : null
  return { place: new DandiPlace(address, api, parsed, bucket), client, refusedKeys }
}

async function contentOf(client: RemoteClient, { address }: RemoteFile): Promise<string> {
  return new TextDecoder().decode((await client.open(address, 100)).bytes)
}

describe('addresses', () => {
  test.each([
    ['dandi://000021', { dandiset: '000021', version: null, glob: null }],
    ['dandi://000021@draft', { dandiset: '000021', version: 'draft', glob: null }],
    [
      'dandi://000021@0.220126.1903/sub-1/*',
      { dandiset: '000021', version: '0.220126.1903', glob: 'sub-1/*' },
    ],
    ['dandi://21', null],
    ['dandi://000021@latest', null],
  ])('%s', (text, expected) => {
    expect(parseDandiAddress(text)).toEqual(expected)
  })
})

describe('a list of a dandiset', () => {
  test('has its sessions, with their probes and sizes, and asks for one page', async () => {
    const { recordings, refused } = await open().place.list()
    expect(
      recordings.map(({ id, identity, localPath, address, probeFiles }) => [
        id,
        identity?.size,
        localPath,
        address.name,
        probeFiles.map(({ probeId }) => probeId),
      ]),
    ).toEqual([
      ['11', 10, '000021/sub-1/sub-1_ses-11.nwb', 'sub-1_ses-11.nwb', ['7']],
      ['12', 18, '000021/sub-1/sub-1_ses-12.nwb', 'sub-1_ses-12.nwb', []],
      ['21', 10, '000021/sub-2/sub-2_ses-21.nwb', 'sub-2_ses-21.nwb', []],
    ])
    expect(refused).toMatchObject([
      { fileName: 'sub-2_ses-22.nwb.zarr', error: { code: 'ZARR_STORE' } },
    ])
    expect(server.api.requests.map(({ url }) => url)).toEqual([
      '/api/dandisets/000021/',
      '/api/dandisets/000021/versions/0.220126.1903/assets/?page_size=1000&order=path',
    ])
    expect(server.bucket.requests).toEqual([])
  })

  test('is that of the draft where nothing is published', async () => {
    server.publishedVersion = null
    await open().place.list()
    expect(server.api.requests[1]?.url).toContain('/versions/draft/')
  })

  test('follows pages to their end', async () => {
    server.pageSize = 2
    const { recordings } = await open().place.list()
    expect(recordings.map(({ id }) => id)).toEqual(['11', '12', '21'])
    expect(server.api.requests).toHaveLength(4)
  })

  test('has what a pattern matches', async () => {
    const { recordings } = await open('dandi://000021/sub-2/*').place.list()
    expect(recordings.map(({ id }) => id)).toEqual(['21'])
  })

  test('does not follow a page to another server', async () => {
    const other = server.bucket.origin
    const { handler } = server.api
    server.api.handler = (request, response) => {
      if (!request.url?.includes('/assets/')) return handler(request, response)
      const page = { results: [], next: `${other}/api/dandisets/000021/more` }
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(page))
      return true
    }
    await expect(open().place.list()).rejects.toMatchObject({
      code: 'REMOTE_UNSUITABLE',
      detail: 'its list of assets leads to another server',
    })
    expect(server.bucket.requests).toEqual([])
  })
})

describe('the bytes of an asset', () => {
  test('come from the bucket where it is known, and the archive is not asked', async () => {
    const { place, client } = open('dandi://000021', undefined, true)
    const { recordings } = await place.list()
    expect(recordings[0]?.address.text).toBe(
      `s3://dandiarchive/${server.blobKey('sub-1/sub-1_ses-11.nwb')}`,
    )
    const requested = server.api.requests.length
    expect(await contentOf(client, recordings[0] as RemoteFile)).toBe('session 11')
    expect(server.api.requests).toHaveLength(requested)
  })

  test('come from an address that the archive signs, and again when it has expired', async () => {
    server.presignedUses = 2
    const { place, client } = open()
    const { recordings } = await place.list()
    const requested = server.api.requests.length
    for (let i = 0; i < 5; i++) {
      expect(await contentOf(client, recordings[1] as RemoteFile)).toBe('session 12, longer')
    }
    expect(server.api.requests.length - requested).toBe(3)
  })

  test('are named by their blob, whatever they are called', async () => {
    const [signed, open_] = [open(), open('dandi://000021', undefined, true)]
    const idOf = async ({ place }: Opened) =>
      (await place.list()).recordings.map(({ address }) => address.contentId)
    expect(await idOf(signed)).toEqual(await idOf(open_))
    expect((await idOf(signed))[0]).toMatch(/^dandi:[0-9a-f-]{36}$/)
  })

  test('have a SHA-256, as soon as the archive has computed it', async () => {
    const { recordings } = await open().place.list()
    expect(await recordings[0]?.digest()).toEqual({ algorithm: 'sha256', hex: 'abc' })
    expect(await recordings[1]?.digest()).toBeNull()
  })
})

describe('a key', () => {
  test('opens an embargoed dandiset, and goes to the archive alone', async () => {
    server.isEmbargoed = true
    const { place, client } = open('dandi://000021', server.key, true)
    const { recordings } = await place.list()
    expect(await contentOf(client, recordings[0] as RemoteFile)).toBe('session 11')
    expect(server.api.requests.every(({ headers }) => headers.authorization)).toBe(true)
    expect(server.bucket.requests.map(({ headers }) => headers.authorization)).toEqual([undefined])
  })

  test('that is missing, or of someone else, does not open it, and no error repeats it', async () => {
    server.isEmbargoed = true
    await expect(open().place.list()).rejects.toMatchObject({ code: 'REMOTE_DENIED' })
    const error = await open('dandi://000021', server.foreignKey)
      .place.list()
      .catch((failure: unknown) => failure)
    expect(error).toMatchObject({ code: 'REMOTE_DENIED' })
    expect(JSON.stringify([error, String(error)])).not.toContain(server.foreignKey)
  })

  test('that has expired does not keep anyone from public data, and is said once', async () => {
    const { place, refusedKeys } = open('dandi://000021', 'an-old-key')
    expect((await place.list()).recordings).toHaveLength(3)
    expect((await place.list()).recordings).toHaveLength(3)
    expect(refusedKeys).toEqual([1])
  })
})
