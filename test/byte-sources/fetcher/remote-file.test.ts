import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { DownloadRegister } from '../../../src/byte-sources/downloads/download-register.ts'
import {
  checksumOf,
  journalPath,
  PartJournal,
} from '../../../src/byte-sources/downloads/part-journal.ts'
import { FetchClient, noContext } from '../../../src/byte-sources/fetcher/fetch-client.ts'
import { FetchThread } from '../../../src/byte-sources/fetcher/fetch-thread.ts'
import { RemoteFile } from '../../../src/byte-sources/fetcher/remote-file.ts'
import { httpAddress } from '../../../src/byte-sources/remote/remote-address.ts'
import { FetchTally } from '../../../src/domain/session/fetch-tally.ts'
import { content } from '../../contract/byte-source.ts'
import { fetchWorkerFile } from '../../support/built.ts'
import { ServerThread } from '../../support/servers/remote/server-thread.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

let folder: ReturnType<typeof temporaryFolder>
let server: ServerThread
let thread: FetchThread
let client: FetchClient

beforeEach(async () => {
  folder = temporaryFolder()
  writeFileSync(join(folder.path, 'content.bin'), content)
  server = await ServerThread.start({ files: { '/content.bin': join(folder.path, 'content.bin') } })
  await start()
})

afterEach(async () => {
  await stop()
  await server[Symbol.asyncDispose]()
  folder[Symbol.dispose]()
})

async function start(): Promise<void> {
  thread = new FetchThread({
    workerFile: fetchWorkerFile,
    memoryBytes: 2 ** 22,
    client: { connections: 8, retryPolicy: { attempts: 2, firstPause: 1 } },
    folder: { path: join(folder.path, 'pages'), mostBytes: 2 ** 30 },
    downloads: join(folder.path, 'downloads'),
  })
  client = new FetchClient(thread.access)
  // It may take its time, on a busy machine longer than who reads waits for it.
  const generation = new Int32Array(thread.access.generation)
  await vi.waitFor(() => expect(Atomics.load(generation, 0)).toBeGreaterThan(0), 120_000)
}

async function stop(): Promise<void> {
  client.close()
  await thread.close()
}

/** By default nothing is asked again, however long a test takes. */
const open = (maxAge = 1e6) =>
  new RemoteFile(client, httpAddress(`${server.origin}/content.bin`), maxAge)

function bytesAt(file: RemoteFile, position: number, length: number): Uint8Array {
  const target = new Uint8Array(length)
  file.read(target, position)
  return target
}

describe('RemoteFile', () => {
  test('fetches what stands next to a small read, once', async () => {
    const file = open()
    for (const position of [200_000, 200_100, 230_000, 196_700]) {
      expect(bytesAt(file, position, 10)).toEqual(content.slice(position, position + 10))
    }
    const { ranges } = await server.report()
    expect(ranges).toEqual([
      [0, 65_536],
      [196_608, 262_144],
    ])
    expect(thread.counts).toMatchObject({ requests: 2, waits: 2, bytes: 131_072, retries: 0 })
  })

  test('fetches of planned parts their pages only, and near ones together', async () => {
    const file = open()
    const positions = [400_000, 300_000, 304_096, 1_000_000]
    file.readMany(positions.map((position) => ({ position, target: new Uint8Array(100) })))
    const { ranges } = await server.report()
    expect(ranges.slice(1).sort((a, b) => a[0] - b[0])).toEqual([
      [299_008, 305_152],
      [399_360, 401_408],
      [999_424, 1_001_472],
    ])
    expect(thread.counts.waits).toBe(2)
  })

  test('asks for nothing that it fetched before, from memory or after a start from disk', async () => {
    bytesAt(open(), 1_000_000, 100_000)
    const before = (await server.report()).requests
    bytesAt(open(), 1_000_000, 100_000)
    expect((await server.report()).requests).toBe(before)
    await stop()
    await start()
    expect(bytesAt(open(), 1_000_000, 100_000)).toEqual(content.slice(1_000_000, 1_100_000))
    // Whether the file is the same.
    expect((await server.report()).requests).toBe(before + 1)
    expect(thread.counts.cachedBytes).toBe(100_000)
  })

  test('fetches again what is damaged on disk', async () => {
    bytesAt(open(), 1_000_000, 100_000)
    await stop()
    const pages = join(folder.path, 'pages')
    for (const name of readdirSync(pages).filter((entry) => entry.endsWith('.pages'))) {
      const bytes = readFileSync(join(pages, name))
      bytes[1_050_000] ^= 1
      writeFileSync(join(pages, name), bytes)
    }
    await start()
    expect(bytesAt(open(), 1_000_000, 100_000)).toEqual(content.slice(1_000_000, 1_100_000))
    expect((await server.report()).ranges.at(-1)).toEqual([1_048_576, 1_050_624])
  })

  test('takes from a download what has come, and fetches only the rest', async () => {
    const file = open()
    const path = join(folder.path, 'content.bin.part')
    const subject = { key: file.key, size: file.size, partBytes: 1_000_000 }
    const part = content.subarray(1_000_000, 2_000_000)
    const downloaded = new Uint8Array(content.length)
    downloaded.set(part, 1_000_000)
    writeFileSync(path, downloaded)
    const journal = await PartJournal.open(journalPath(path), subject)
    await journal.add([{ number: 1, checksum: checksumOf(part) }])
    await new DownloadRegister(join(folder.path, 'downloads')).set(file.key, {
      path,
      verified: null,
    })
    expect(bytesAt(file, 1_500_000, 300_000)).toEqual(content.slice(1_500_000, 1_800_000))
    expect(bytesAt(file, 1_200_000, 10)).toEqual(content.slice(1_200_000, 1_200_010))
    expect(thread.counts).toMatchObject({ requests: 1, waits: 1, cachedBytes: 300_010 })
    expect(bytesAt(file, 1_990_000, 20_000)).toEqual(content.slice(1_990_000, 2_010_000))
    expect((await server.report()).ranges).toEqual([
      [0, 65_536],
      [1_998_848, 2_011_136],
    ])
  })

  test('refuses what changed, and reads the new file when it is opened again', async () => {
    const file = open()
    const changed = content.map((byte) => byte ^ 255)
    writeFileSync(join(folder.path, 'content.bin'), changed)
    await server.tell({ files: { '/content.bin': join(folder.path, 'content.bin') } })
    expect(() => bytesAt(file, 1_000_000, 10)).toThrow(/replaced or changed/)
    expect(bytesAt(open(), 1_000_000, 10)).toEqual(changed.slice(1_000_000, 1_000_010))
  })

  test('notices a change when it is opened, after some time', async () => {
    const { key } = open()
    expect(open(0).key).toBe(key)
    expect((await server.report()).ranges).toEqual([
      [0, 65_536],
      [0, 1],
    ])
    writeFileSync(join(folder.path, 'content.bin'), content.slice(1))
    await server.tell({ files: { '/content.bin': join(folder.path, 'content.bin') } })
    expect(open().key).toBe(key)
    expect(open(0).key).not.toBe(key)
  })

  test('is confirmed once for all who ask at the same time', async () => {
    const { identity, address } = open()
    const confirmed = [1, 2, 3].map(() => thread.identify(address, 0))
    expect(await Promise.all(confirmed)).toEqual([identity, identity, identity])
    expect((await server.report()).ranges).toEqual([
      [0, 65_536],
      [0, 1],
    ])
  })

  test('has its state found out by a thread that does not block', async () => {
    const address = httpAddress(`${server.origin}/content.bin`)
    expect(await thread.identify(address, 1e6)).toEqual(open().identity)
    expect((await server.report()).requests).toBe(1)
    const absent = thread.identify(httpAddress(`${server.origin}/absent.bin`), 60)
    await expect(absent).rejects.toMatchObject({ code: 'FILE_MISSING', fileName: 'absent.bin' })
  })

  test('counts for each question what it took, and ends before it takes too much', async () => {
    const file = open()
    const tally = new FetchTally()
    client.context = { ...noContext, tally, mostBytes: 100_000 }
    bytesAt(file, 1_000_000, 50_000)
    bytesAt(file, 1_000_000, 50_000)
    expect(tally.counts).toEqual({
      requests: 1,
      bytes: 51_200,
      waits: 1,
      retries: 0,
      cachedBytes: 50_000,
    })
    const before = (await server.report()).requests
    expect(() => bytesAt(file, 2_000_000, 50_000)).toThrow(/one request may fetch/)
    expect((await server.report()).requests).toBe(before)
  })

  test('gives up a request that is not wanted any more, and says when it waits', async () => {
    const file = open()
    await server.tell({ latency: 60_000 })
    const waits: boolean[] = []
    let looks = 0
    client.context = {
      ...noContext,
      isCancelled: () => looks++ > 2,
      onWait: (isWaiting) => waits.push(isWaiting),
    }
    expect(() => bytesAt(file, 1_000_000, 10)).toThrow(/cancelled/)
    expect(waits).toEqual([true, false])
  })

  test('says what was tried when its server is gone', async () => {
    const file = open()
    await server.tell({ faultEvery: 1, faultKinds: ['503'] })
    expect(() => bytesAt(file, 1_000_000, 10)).toThrow(/could not be fetched.*HTTP 503 x 2/)
    await server.tell({ faultEvery: 0 })
    expect(bytesAt(file, 1_000_000, 10)).toEqual(content.slice(1_000_000, 1_000_010))
  })
})
