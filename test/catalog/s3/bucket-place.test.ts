import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { RemoteClient } from '../../../src/byte-sources/remote/remote-client.ts'
import { openPlace } from '../../../src/catalog/remote/open-place.ts'
import { MemoryIndex } from '../../support/memory/memory-index.ts'
import { S3Server } from '../../support/servers/remote/s3-server.ts'
import { smallCache } from '../../support/write-cache.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

let server: S3Server
let client: RemoteClient

beforeEach(() => {
  client = new RemoteClient()
})

afterEach(async () => {
  await client.close()
  await server[Symbol.asyncDispose]()
})

const open = (text: string, index = new MemoryIndex()) =>
  openPlace(text, { client, index, endpoint: server.endpoint, isAnonymous: true })

describe('a folder of a bucket', () => {
  test('has every recording below it, in pages, and opens none', async () => {
    server = await S3Server.start('lab', {
      'mice/a.nwb': bytes('a'),
      'mice/deep/b.NWB': bytes('bb'),
      'mice/notes.txt': bytes('notes'),
      'mice/c.nwb.zarr/.zgroup': bytes('{}'),
      'mice/c.nwb.zarr/units/0': bytes('0'),
      'rats/d.nwb': bytes('dddd'),
    })
    server.pageSize = 2
    const { recordings, refused } = await open('s3://lab/mice').list()
    expect(
      recordings.map(({ id, identity, address }) => [id, identity?.size, address.text]),
    ).toEqual([
      ['a', 1, 's3://lab/mice/a.nwb'],
      ['b', 2, 's3://lab/mice/deep/b.NWB'],
    ])
    expect(refused).toMatchObject([{ fileName: 'c.nwb.zarr', error: { code: 'ZARR_STORE' } }])
    expect(server.ranges.requests).toHaveLength(3)
  })

  test('gives recordings of one name their paths', async () => {
    server = await S3Server.start('lab', {
      'one/rec.nwb': bytes('1'),
      'two/rec.nwb': bytes('2'),
      'two/sub-3_ses-4.nwb': bytes('3'),
    })
    const { recordings } = await open('s3://lab').list()
    expect(recordings.map(({ id }) => id)).toEqual(['one/rec', 'two/rec', '4'])
  })

  test('that cannot be listed is an error', async () => {
    server = await S3Server.start('lab')
    server.isPrivate = true
    await expect(open('s3://lab/mice/').list()).rejects.toMatchObject({ code: 'REMOTE_DENIED' })
  })
})

describe('a bucket in the layout of an AllenSDK cache', () => {
  const start = async (files: Readonly<Record<string, string>> = smallCache) => {
    server = await S3Server.start('allen', {
      'cache/session_1/session_1.nwb': bytes('the first session'),
      'cache/session_1/probe_10_lfp.nwb': bytes('its probe'),
      ...Object.fromEntries(
        Object.entries(files).map(([name, text]) => [`cache/${name}`, bytes(text)]),
      ),
    })
  }

  test('is listed after two waits: its objects, then its small tables', async () => {
    await start()
    const { recordings, absent } = await open('s3://allen/cache/').list()
    expect(recordings).toMatchObject([
      {
        id: '1',
        identity: { size: 17 },
        probeFiles: [{ probeId: '10', localPath: 'session_1/probe_10_lfp.nwb' }],
        described: {
          metadata: { sessionType: 'brain_observatory_1.1', subject: { sex: 'M', ageInDays: 100 } },
          published: { publishedAt: '2019-10-03T00:00:00Z', specimenId: '11' },
          probeCount: 1,
          unitCount: null,
          recordedAreas: null,
        },
      },
    ])
    expect(absent.map(({ id, available }) => [id, available])).toEqual([['2', false]])
    const requested = server.ranges.requests.map(({ url }) => url?.split('?')[0])
    expect(requested[0]).toBe('/allen/')
    expect(requested.slice(1).sort()).toEqual([
      '/allen/cache/manifest.json',
      '/allen/cache/probes.csv',
      '/allen/cache/sessions.csv',
    ])
  })

  test('is completed by its large tables', async () => {
    await start()
    const place = open('s3://allen/cache/')
    await place.list()
    await place.complete()
    const { recordings } = await place.list()
    expect(recordings[0]?.described).toMatchObject({
      unitCount: 2,
      channelCount: 2,
      recordedAreas: [{ acronym: 'VISp', channelCount: 1, unitCount: 1 }],
    })
  })

  test('whose tables are known fetches none of them again, unless they changed', async () => {
    await start()
    const index = new MemoryIndex()
    const before = open('s3://allen/cache/', index)
    await before.list()
    await before.complete()
    const requested = server.ranges.requests.length
    const place = open('s3://allen/cache/', index)
    await place.list()
    await place.complete()
    await place.list()
    expect(server.ranges.requests.slice(requested).map(({ url }) => url?.split('?')[0])).toEqual([
      '/allen/',
      '/allen/',
    ])
    server.put('cache/sessions.csv', bytes(`${smallCache['sessions.csv']}\n`.replace('M,', 'F,')))
    const { recordings } = await open('s3://allen/cache/', index).list()
    expect(recordings[0]?.described.metadata?.subject?.sex).toBe('F')
  })
})
