import { afterEach, describe, expect, test } from 'vitest'
import { s3Address } from '../../../src/byte-sources/remote/remote-address.ts'
import { RemoteCatalog } from '../../../src/catalog/remote/remote-catalog.ts'
import type {
  RemoteListing,
  RemotePlace,
  RemoteRecording,
} from '../../../src/catalog/remote/remote-place.ts'
import { RecordingError } from '../../../src/errors.ts'
import { MemoryIndex } from '../../support/memory/memory-index.ts'
import { MemoryReader } from '../../support/memory/memory-session.ts'

/** A place that lists what a test says. */
class TestPlace implements RemotePlace {
  readonly name = 's3://lab/mice/'
  listing: RemoteListing | RecordingError
  lists = 0

  constructor(...recordings: RemoteRecording[]) {
    this.listing = { recordings, refused: [], absent: [], tables: [] }
  }

  async list(): Promise<RemoteListing> {
    this.lists++
    if (this.listing instanceof RecordingError) throw this.listing
    return this.listing
  }

  async complete(): Promise<void> {}
}

function recording(id: string, more: Partial<RemoteRecording> = {}): RemoteRecording {
  return {
    id,
    address: s3Address({ bucket: 'lab', key: `mice/${id}.nwb` }),
    identity: { size: 1000, etag: `"${id}"`, lastModified: null, versionId: null },
    localPath: `${id}.nwb`,
    digest: async () => null,
    described: {},
    probeFiles: [],
    ...more,
  }
}

const catalogs: RemoteCatalog[] = []

function open(place: RemotePlace, index = new MemoryIndex()) {
  const opened: string[] = []
  const catalog = new RemoteCatalog(
    place,
    {
      remoteReader(address) {
        const reader = new MemoryReader({ units: [{ id: 1, area: 'VISp', spikes: [1] }] })
        const { tables } = reader
        reader.tables = () => {
          opened.push(address.name)
          if (address.name === 'no-units.nwb') throw new RecordingError('NO_UNITS', address.name)
          if (address.name === 'away.nwb') {
            throw new RecordingError('REMOTE_UNREACHABLE', address.name)
          }
          return tables.call(reader)
        }
        return reader
      },
    },
    index,
  )
  catalogs.push(catalog)
  return { catalog, opened }
}

afterEach(() => {
  for (const catalog of catalogs.splice(0)) catalog.close()
})

describe('a list of recordings elsewhere', () => {
  test('opens none, and says what is known', async () => {
    const described = { unitCount: 7, probeCount: 2 }
    const { catalog, opened } = open(new TestPlace(recording('a'), recording('b', { described })))
    expect(await catalog.sessions()).toMatchObject([
      {
        id: 'a',
        available: true,
        fileName: 'a.nwb',
        fileSize: 1000,
        location: 's3://lab/mice/a.nwb',
        unitCount: null,
        recordedAreas: null,
        metadata: { identifier: 'a', sessionType: null, subject: null },
      },
      { id: 'b', unitCount: 7, probeCount: 2, channelCount: null },
    ])
    expect(opened).toEqual([])
    expect(catalog.places()).toEqual([
      { name: 's3://lab/mice/', state: 'READ', fileCount: 2, readCount: 2 },
    ])
  })

  test('knows of a session what was found when it was asked for, once', async () => {
    const { catalog, opened } = open(new TestPlace(recording('a')))
    expect(await catalog.session('a')).toMatchObject({
      id: 'a',
      unitCount: 1,
      recordedAreas: [{ acronym: 'VISp' }],
    })
    await catalog.session('a')
    expect((await catalog.sessions())[0]?.unitCount).toBe(1)
    expect(opened).toEqual(['a.nwb'])
  })

  test('knows it in another process, too, as long as the file is the same', async () => {
    const index = new MemoryIndex()
    await open(new TestPlace(recording('a')), index).catalog.session('a')
    const again = open(new TestPlace(recording('a')), index)
    expect((await again.catalog.sessions())[0]?.unitCount).toBe(1)
    expect(await again.catalog.session('a')).toMatchObject({ unitCount: 1 })
    expect(again.opened).toEqual([])
    const identity = { size: 1000, etag: '"changed"', lastModified: null, versionId: null }
    const changed = open(new TestPlace(recording('a', { identity })), index)
    expect((await changed.catalog.sessions())[0]?.unitCount).toBeNull()
  })

  test('is of nothing kept where the place does not say which bytes a file has', async () => {
    const index = new MemoryIndex()
    const identity = { size: 1000, etag: null, lastModified: null, versionId: null }
    await open(new TestPlace(recording('a', { identity })), index).catalog.session('a')
    expect(index.entries.size).toBe(0)
  })
})

describe('what cannot be served', () => {
  test('leaves the list when it was opened, and is refused with its reason', async () => {
    const { catalog } = open(new TestPlace(recording('a'), recording('no-units')))
    await expect(catalog.session('no-units')).rejects.toMatchObject({ code: 'NO_UNITS' })
    expect((await catalog.sessions()).map(({ id }) => id)).toEqual(['a'])
    expect(await catalog.refused()).toMatchObject([
      { fileName: 'no-units.nwb', error: { code: 'NO_UNITS' } },
    ])
  })

  test('stays where it only could not be fetched', async () => {
    const { catalog } = open(new TestPlace(recording('away')))
    await expect(catalog.session('away')).rejects.toMatchObject({ code: 'REMOTE_UNREACHABLE' })
    expect((await catalog.sessions()).map(({ id }) => id)).toEqual(['away'])
    expect(await catalog.refused()).toEqual([])
  })

  test('is the place itself when it cannot be listed, until it can', async () => {
    const place = new TestPlace(recording('a'))
    const { listing } = place
    place.listing = new RecordingError('REMOTE_UNREACHABLE', 's3://lab/mice/', 'HTTP 503')
    const { catalog } = open(place)
    expect(await catalog.sessions()).toEqual([])
    expect(catalog.unread()).toMatchObject([{ name: 's3://lab/mice/', state: 'SILENT' }])
    await expect(catalog.session('a')).rejects.toMatchObject({ code: 'REMOTE_UNREACHABLE' })
    expect(await catalog.refused()).toMatchObject([{ error: { code: 'REMOTE_UNREACHABLE' } }])
    place.listing = listing
    expect((await catalog.sessions()).map(({ id }) => id)).toEqual(['a'])
    expect(catalog.unread()).toEqual([])
    expect(await catalog.refused()).toEqual([])
  })
})

test('an unknown id is an error, and does not list the place each time', async () => {
  const place = new TestPlace(recording('a'))
  const { catalog } = open(place)
  await expect(catalog.session('z')).rejects.toMatchObject({ code: 'SESSION_NOT_FOUND' })
  await expect(catalog.session('z')).rejects.toMatchObject({ code: 'SESSION_NOT_FOUND' })
  expect(place.lists).toBe(1)
})

test('an id stays with its file when the place is listed again', async () => {
  const address = s3Address({ bucket: 'lab', key: 'mice/one/rec.nwb' })
  const place = new TestPlace(recording('rec', { address }))
  const { catalog } = open(place)
  await catalog.sessions()
  place.listing = {
    recordings: [recording('one/rec', { address }), recording('two/rec')],
    refused: [],
    absent: [],
    tables: [],
  }
  await catalog.tabulate()
  expect((await catalog.sessions()).map(({ id }) => id)).toEqual(['rec', 'two/rec'])
})
