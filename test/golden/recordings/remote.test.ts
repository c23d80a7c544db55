import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FetchThread } from '../../../src/byte-sources/fetcher/fetch-thread.ts'
import {
  httpAddress,
  type RemoteAddress,
  s3Address,
} from '../../../src/byte-sources/remote/remote-address.ts'
import { FetchTally } from '../../../src/domain/session/fetch-tally.ts'
import { RecordingError } from '../../../src/errors.ts'
import { ReaderPool } from '../../../src/readers/pool/reader-pool.ts'
import { fetchWorkerFile, readerWorkerFile } from '../../support/built.ts'
import { everyRequest } from '../../support/faults/every-reader-request.ts'
import { goldenSessionFile, goldenSessionIds } from '../../support/golden/golden-folder.ts'
import { ServerThread } from '../../support/servers/remote/server-thread.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

/** Seconds since a server last said that a file is as it was. */
const MAX_AGE = 60

let folder: ReturnType<typeof temporaryFolder>
let server: ServerThread

const localFile = (id: string) => join(folder.path, `${id}.nwb`)

beforeAll(async () => {
  folder = temporaryFolder()
  // Apart from the LFP files, which the server does not have.
  for (const id of goldenSessionIds) cpSync(goldenSessionFile(id), localFile(id))
  const files = goldenSessionIds.map((id) => [`/bucket/${id}.nwb`, localFile(id)])
  server = await ServerThread.start({ files: Object.fromEntries(files) })
})

afterAll(async () => {
  await server[Symbol.asyncDispose]()
  folder[Symbol.dispose]()
})

/** A pool that reads remote recordings, too. */
function start(mostBytes?: number) {
  const fetcher = new FetchThread({
    workerFile: fetchWorkerFile,
    memoryBytes: 2 ** 24,
    client: { retryPolicy: { firstPause: 1 } },
    folder: { path: folder.path, mostBytes: 2 ** 30 },
  })
  const remote = {
    access: fetcher.access,
    get counts() {
      return fetcher.counts
    },
    mostBytes,
    identify: (address: RemoteAddress) => fetcher.identify(address, MAX_AGE),
  }
  const pool = new ReaderPool({
    workerFile: readerWorkerFile,
    threads: 2,
    matrixCacheBytes: 0,
    remote,
  })
  return {
    pool,
    fetcher,
    async [Symbol.asyncDispose]() {
      await pool.close()
      await fetcher.close()
    },
  }
}

/** One of the faults is another tag, upon which the error says that one should ask again. */
async function againWhenChanged<Response>(sendQuery: () => Promise<Response>): Promise<Response> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await sendQuery()
    } catch (error) {
      const isChanged = error instanceof RecordingError && error.code === 'FILE_CHANGED'
      if (!isChanged || attempt === 10) throw error
    }
  }
}

const overHttp = (id: string) => httpAddress(`${server.origin}/bucket/${id}.nwb`)
const fromS3 = (id: string) =>
  s3Address({ bucket: 'bucket', key: `${id}.nwb` }, { endpoint: server.origin, isAnonymous: true })

describe.each([
  ['over HTTP', overHttp],
  ['from S3', fromS3],
])('golden sessions %s, from a server that fails one time in three', (_, addressOf) => {
  let reading: ReturnType<typeof start>

  beforeAll(async () => {
    reading = start()
    await server.tell({ faultEvery: 3 })
  })
  afterAll(async () => {
    await server.tell({ faultEvery: 0 })
    await reading[Symbol.asyncDispose]()
  })

  // The version of a remote file is what its place states of it: see docs/addresses.md.
  const sameAnywhere = Object.entries(everyRequest).filter(([name]) => name !== 'fileVersion')

  for (const id of goldenSessionIds) {
    test.each(sameAnywhere)(`${id}: %s is as from a disk`, async (_name, sendQuery) => {
      const local = reading.pool.reader(localFile(id))
      const remote = reading.pool.remoteReader(addressOf(id), [])
      expect(await againWhenChanged(() => sendQuery(remote))).toEqual(await sendQuery(local))
    })
  }

  test('have a version of their own, which needs nothing but the tables', async () => {
    const [id, other] = goldenSessionIds
    const versionOf = async (name: string) => {
      const remote = reading.pool.remoteReader(addressOf(name), [])
      const tables = await againWhenChanged(() => remote.tables())
      const { bytes } = reading.fetcher.counts
      const version = await againWhenChanged(() => remote.load('fileVersion', { from: [tables] }))
      return { version, fetched: reading.fetcher.counts.bytes - bytes }
    }
    const first = await versionOf(id)
    expect(first).toEqual({ version: expect.stringMatching(/^[0-9a-f]{12}$/), fetched: 0 })
    expect(await versionOf(id)).toEqual(first)
    expect((await versionOf(other)).version).not.toBe(first.version)
  })

  test('were read by ranges that failed, and were fetched again', () => {
    expect(reading.fetcher.counts.retries).toBeGreaterThan(0)
  })
})

test('what was read once is read from disk by the next process', async () => {
  const [id] = goldenSessionIds
  await using reading = start()
  const remote = reading.pool.remoteReader(overHttp(id), [])
  const tables = await remote.tables()
  expect(tables.units.count).toBeGreaterThan(0)
  // Whether the file is the same.
  expect(reading.fetcher.counts).toMatchObject({ requests: 1, waits: 1 })
})

test('a request may fetch no more than it is allowed to, and says so before', async () => {
  const [, id] = goldenSessionIds
  const address = httpAddress(`${server.origin}/bucket/${id}.nwb?unknown=1`)
  await using reading = start(100_000)
  const fetches = new FetchTally()
  const remote = reading.pool.remoteReader(address, [])
  await expect(remote.tables({ fetches })).rejects.toMatchObject({ code: 'FETCH_LIMIT' })
  expect(fetches.counts.bytes).toBeLessThanOrEqual(165_536)
})
