import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe } from 'vitest'
import { LocalFile, MemoryBytes } from '../../src/byte-sources/byte-source.ts'
import { DownloadRegister } from '../../src/byte-sources/downloads/download-register.ts'
import {
  checksumOf,
  journalPath,
  PartJournal,
} from '../../src/byte-sources/downloads/part-journal.ts'
import { FetchClient } from '../../src/byte-sources/fetcher/fetch-client.ts'
import { FetchThread } from '../../src/byte-sources/fetcher/fetch-thread.ts'
import { RemoteFile } from '../../src/byte-sources/fetcher/remote-file.ts'
import { httpAddress, s3Address } from '../../src/byte-sources/remote/remote-address.ts'
import { RemoteClient } from '../../src/byte-sources/remote/remote-client.ts'
import { remoteKey } from '../../src/byte-sources/remote/remote-identity.ts'
import { fetchWorkerFile } from '../support/built.ts'
import { ServerThread } from '../support/servers/remote/server-thread.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { content, testByteSource } from './byte-source.ts'

let folder: ReturnType<typeof temporaryFolder>
let server: ServerThread
let thread: FetchThread
let client: FetchClient

beforeAll(async () => {
  folder = temporaryFolder()
  const path = join(folder.path, 'content.bin')
  writeFileSync(path, content)
  server = await ServerThread.start({ files: { '/bucket/content.bin': path } })
  thread = new FetchThread({
    workerFile: fetchWorkerFile,
    memoryBytes: 2 ** 20,
    client: { retryPolicy: { firstPause: 1 } },
    folder: { path: join(folder.path, 'pages'), mostBytes: 2 ** 30 },
    downloads: join(folder.path, 'downloads'),
  })
  client = new FetchClient(thread.access)
})

afterAll(async () => {
  client.close()
  await thread.close()
  await server[Symbol.asyncDispose]()
  folder[Symbol.dispose]()
})

const overHttp = () =>
  new RemoteFile(client, httpAddress(`${server.origin}/bucket/content.bin`), 60)

describe('a local file', () => {
  testByteSource(() => new LocalFile(join(folder.path, 'content.bin')))
})

describe('bytes in memory', () => {
  testByteSource(() => new MemoryBytes('content.bin', content))
})

describe('a file over HTTP', () => {
  testByteSource(overHttp)
})

describe('a file over HTTP, from a server that fails every fifth time', () => {
  beforeAll(async () => {
    await server.tell({ faultEvery: 5 })
  })
  afterAll(async () => {
    await server.tell({ faultEvery: 0 })
  })
  const query = () => `?copy=${Math.random()}`
  testByteSource(
    () => new RemoteFile(client, httpAddress(`${server.origin}/bucket/content.bin${query()}`), 60),
  )
})

describe('a file over HTTP, of which every other part was downloaded', () => {
  const address = () => httpAddress(`${server.origin}/bucket/content.bin?downloaded`)
  beforeAll(async () => {
    const client = new RemoteClient()
    const key = remoteKey(address(), await client.identify(address()))
    await client.close()
    const path = join(folder.path, 'content.bin.part')
    const partBytes = 300_000
    const journal = await PartJournal.open(journalPath(path), {
      key,
      size: content.length,
      partBytes,
    })
    const file = new Uint8Array(content.length)
    for (const number of [0, 2, 4, 6, 8]) {
      const bytes = content.subarray(number * partBytes, (number + 1) * partBytes)
      file.set(bytes, number * partBytes)
      await journal.add([{ number, checksum: checksumOf(bytes) }])
    }
    writeFileSync(path, file)
    await new DownloadRegister(join(folder.path, 'downloads')).set(key, { path, verified: null })
  })
  testByteSource(() => new RemoteFile(client, address(), 60))
})

describe('an object of S3', () => {
  testByteSource(
    () =>
      new RemoteFile(
        client,
        s3Address(
          { bucket: 'bucket', key: 'content.bin' },
          { endpoint: server.origin, isAnonymous: true },
        ),
        60,
      ),
  )
})
