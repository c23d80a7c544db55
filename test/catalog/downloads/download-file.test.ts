import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DownloadRegister } from '../../../src/byte-sources/downloads/download-register.ts'
import { s3Address } from '../../../src/byte-sources/remote/remote-address.ts'
import { RemoteClient } from '../../../src/byte-sources/remote/remote-client.ts'
import { remoteKey } from '../../../src/byte-sources/remote/remote-identity.ts'
import { identityAt } from '../../../src/byte-sources/source-identity.ts'
import { type DownloadOptions, downloadFile } from '../../../src/catalog/downloads/download-file.ts'
import type { FileDigest, RemoteFile } from '../../../src/catalog/remote/remote-place.ts'
import { temporaryFolder } from '../../support/recordings/write-nwb.ts'
import { S3Server } from '../../support/servers/remote/s3-server.ts'

const folder = temporaryFolder()
let count = 0
const PART = 1000
const content = Uint8Array.from({ length: 10_500 }, (_, i) => (i * i) % 251)
const hexOf = (algorithm: string, bytes: Uint8Array = content) =>
  createHash(algorithm).update(bytes).digest('hex')

let server: S3Server
let client: RemoteClient
let target: string

beforeEach(async () => {
  server = await S3Server.start('lab', { 'a.nwb': content })
  client = new RemoteClient({ retryPolicy: { attempts: 1 } })
  target = join(folder, `${count++}`, 'a.nwb')
})

afterEach(async () => {
  await client.close()
  await server[Symbol.asyncDispose]()
})

function file(digest: FileDigest | null = null): RemoteFile {
  return {
    address: s3Address(
      { bucket: 'lab', key: 'a.nwb' },
      { endpoint: server.endpoint, isAnonymous: true },
    ),
    identity: null,
    localPath: 'a.nwb',
    digest: async () => digest,
  }
}

const download = (options: Partial<DownloadOptions> = {}, digest: FileDigest | null = null) =>
  downloadFile(file(digest), target, { client, partBytes: PART, partsAtOnce: 2, ...options })

/** What lies beside the target. */
const beside = () => readdirSync(join(target, '..')).sort()

/** Download until some parts are there, and then stop. */
async function interrupted(parts: number): Promise<void> {
  const stop = new AbortController()
  const onProgress = (bytes: number) => {
    if (bytes >= parts * PART) stop.abort(new Error('stopped'))
  }
  await expect(download({ signal: stop.signal, onProgress, partsAtOnce: 1 })).rejects.toThrow()
}

/** Ranges of the file that were asked for, the first byte of each identification left out. */
const ranges = () =>
  server.ranges.requests.flatMap(({ headers }) =>
    headers.range === 'bytes=0-0' ? [] : [headers.range],
  )

describe('a download', () => {
  test('is the file, in its place, and nothing else', async () => {
    const progress: number[] = []
    const { size, fetched } = await download({ onProgress: (bytes) => progress.push(bytes) })
    expect([size, fetched]).toEqual([10_500, 10_500])
    expect(readFileSync(target).equals(content)).toBe(true)
    expect(beside()).toEqual(['a.nwb'])
    expect(progress[0]).toBe(0)
    expect(progress.at(-1)).toBe(10_500)
    expect(ranges()).toHaveLength(11)
  })

  test.each(['sha256', 'blake2b512'] as const)('is compared with its %s', async (algorithm) => {
    const { checkedBy } = await download({}, { algorithm, hex: hexOf(algorithm) })
    expect(checkedBy).toBe(algorithm)
  })

  test('is compared with the entity tag of S3, of the whole', async () => {
    expect((await download()).checkedBy).toBe('entity tag')
  })

  test('is not kept with another digest than was published', async () => {
    const wrong = { algorithm: 'sha256', hex: hexOf('sha256', content.subarray(1)) } as const
    await expect(download({}, wrong)).rejects.toMatchObject({
      code: 'DOWNLOAD_FAILED',
      message: expect.stringContaining('its sha256 does not match the published one'),
    })
    expect(beside()).toEqual([])
  })

  test('that is there already is not fetched again', async () => {
    await download()
    const requested = ranges().length
    const digest = { algorithm: 'sha256', hex: hexOf('sha256') } as const
    expect(await download({}, digest)).toMatchObject({ fetched: 0 })
    expect(ranges()).toHaveLength(requested)
  })

  test('of an empty file is refused: no recording is empty', async () => {
    server.put('a.nwb', new Uint8Array(0))
    await expect(download()).rejects.toMatchObject({ code: 'REMOTE_UNSUITABLE' })
  })
})

describe('a download that was interrupted', () => {
  test('goes on with the parts that are missing', async () => {
    await interrupted(4)
    expect(beside()).toEqual(['a.nwb.part', 'a.nwb.part.journal'])
    expect(existsSync(target)).toBe(false)
    const requested = ranges().length
    const { fetched } = await download()
    expect(fetched).toBe(6500)
    expect(ranges()).toHaveLength(requested + 7)
    expect(readFileSync(target).equals(content)).toBe(true)
    expect(beside()).toEqual(['a.nwb'])
  })

  test('begins again when the file is another', async () => {
    await interrupted(4)
    const other = content.map((byte) => byte ^ 1)
    server.put('a.nwb', other)
    expect((await download()).fetched).toBe(10_500)
    expect(readFileSync(target).equals(other)).toBe(true)
  })

  test('begins again without its part, or its journal', async () => {
    await interrupted(4)
    writeFileSync(`${target}.part`, '')
    expect((await download()).fetched).toBe(10_500)
    expect(readFileSync(target).equals(content)).toBe(true)
  })

  test('takes no line of its journal for more than it says', async () => {
    await interrupted(4)
    const journal = `${target}.part.journal`
    // The line of part 1 was not finished, and a part that there is not.
    const [first, ...lines] = readFileSync(journal, 'utf8').split('\n')
    const [ofPart0, ofPart1] = ['0 ', '1 '].map((begin) =>
      lines.find((line) => line.startsWith(begin)),
    )
    writeFileSync(journal, [first, ofPart0, '77 00000000', '2', ofPart1?.slice(0, -1)].join('\n'))
    await interrupted(3)
    expect((await download()).fetched).toBe(10_500 - 3 * PART)
    expect(readFileSync(target).equals(content)).toBe(true)
  })

  test('fetches again a part that the disk does not have as it came', async () => {
    await interrupted(4)
    const part = readFileSync(`${target}.part`)
    part[1500] ^= 1
    writeFileSync(`${target}.part`, part)
    expect((await download()).fetched).toBe(7500)
    expect(readFileSync(target).equals(content)).toBe(true)
  })

  test('is stopped by a change of the file, and begins again', async () => {
    let isChanged = false
    const onProgress = (bytes: number) => {
      if (bytes < 3 * PART || isChanged) return
      isChanged = true
      server.put(
        'a.nwb',
        content.map((byte) => byte ^ 1),
      )
    }
    await expect(download({ onProgress, partsAtOnce: 1 })).rejects.toMatchObject({
      code: 'FILE_CHANGED',
    })
    await download()
    expect(readFileSync(target)[0]).toBe(content[0] ^ 1)
  })
})

describe('the register of downloads', () => {
  test('says where the parts are, and then where the file is', async () => {
    const register = new DownloadRegister(join(folder, `register-${count}`))
    const identity = await client.identify(file().address)
    const key = remoteKey(file().address, identity)
    const part = { path: `${target}.part`, verified: null }
    const seen: unknown[] = []
    const onProgress = async () => seen.push(await register.get(key))
    await download({ register, onProgress })
    expect(seen[0]).toEqual(part)
    const verified = await identityAt(target)
    expect(await register.get(key)).toEqual({ path: target, verified })
  })

  test('keeps a file that was verified from being fetched or hashed again', async () => {
    const register = new DownloadRegister(join(folder, `register-${count}`))
    const digest = { algorithm: 'sha256', hex: hexOf('sha256') } as const
    await download({ register }, digest)
    const other = { algorithm: 'sha256', hex: 'never compared' } as const
    expect(await download({ register }, other)).toMatchObject({ fetched: 0 })
  })
})

describe('what is in the way', () => {
  test('is named as the half file of another program', async () => {
    mkdirSync(join(target, '..'), { recursive: true })
    writeFileSync(target, content.subarray(0, 4000))
    await expect(download()).rejects.toMatchObject({
      code: 'DOWNLOAD_FAILED',
      message: `${target} has 4000 of 10500 bytes: another program's download of it was interrupted. Delete it, or replace it with --replace.`,
    })
    await download({ replaces: true })
    expect(readFileSync(target).equals(content)).toBe(true)
  })

  test('is another file of the same size', async () => {
    mkdirSync(join(target, '..'), { recursive: true })
    writeFileSync(target, new Uint8Array(content.length))
    const digest = { algorithm: 'sha256', hex: hexOf('sha256') } as const
    await expect(download({}, digest)).rejects.toMatchObject({
      message: expect.stringContaining('differs from the file to be downloaded'),
    })
  })

  test('is another process, but none that has ended', async () => {
    mkdirSync(join(target, '..'), { recursive: true })
    const { hostname } = await import('node:os')
    writeFileSync(`${target}.lock`, JSON.stringify({ pid: process.ppid, host: hostname() }))
    await expect(download()).rejects.toMatchObject({
      message: expect.stringContaining('Another process is downloading'),
    })
    writeFileSync(`${target}.lock`, JSON.stringify({ pid: 2 ** 22 + 1, host: hostname() }))
    await download()
    expect(beside()).toEqual(['a.nwb'])
  })

  test('is a disk without room, before anything is fetched', async () => {
    await expect(download({ freeBytes: async () => 10_000 })).rejects.toMatchObject({
      code: 'DOWNLOAD_FAILED',
      message: expect.stringContaining('has 10000 bytes free, and 10500 are needed for a.nwb'),
    })
    expect(ranges()).toEqual([])
  })
})
