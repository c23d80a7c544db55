import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { S3Objects } from '../../src/byte-sources/s3/s3-objects.ts'
import { FolderIndex } from '../../src/cache/stored/folder/folder-index.ts'
import { ObjectIndex } from '../../src/cache/stored/objects/object-index.ts'
import { MemoryIndex } from '../support/memory/memory-index.ts'
import { temporaryFolder } from '../support/recordings/write-nwb.ts'
import { S3Server, testKeys } from '../support/servers/remote/s3-server.ts'
import { testStoredIndex } from './stored-index.ts'

const folder = temporaryFolder()

describe('an index in a folder', () => {
  testStoredIndex((name, writer = 'this build') => {
    return new FolderIndex(join(folder, name), { writer, maxBytes: 2 ** 24 })
  })
})

describe('the index of tests, in memory', () => {
  const indexes = new Map<string, MemoryIndex>()
  testStoredIndex((name, writer = 'this build') => {
    const key = `${writer} ${name}`
    const index = indexes.get(key) ?? new MemoryIndex()
    indexes.set(key, index)
    return index
  })
})

describe('an index in a bucket', () => {
  let server: S3Server
  beforeAll(async () => {
    server = await S3Server.start('lab')
    server.isPrivate = true
    server.pageSize = 3
  })
  afterAll(() => server[Symbol.asyncDispose]())

  function open(name: string, writer = 'this build', faults: unknown[] = []): ObjectIndex {
    const credentials = { ...testKeys, sessionToken: null }
    const objects = new S3Objects({
      bucket: 'lab',
      prefix: `what was read/${name}/`,
      settings: () => ({ credentials, region: 'us-east-1', endpoint: server.endpoint }),
    })
    return new ObjectIndex(objects, { writer, onFault: (error) => faults.push(error) })
  }

  testStoredIndex(open)

  test('joins the packs of a list that was added to often', async () => {
    const list = open('often').list('files')
    for (let i = 0; i < 20; i++)
      await list.add([{ key: `file ${i % 10}`, value: Uint8Array.of(i) }])
    const read = async () => {
      const found = new Map<string, number>()
      await open('often')
        .list('files')
        .read((key, value) => found.set(key, value[0]))
      return found
    }
    const last = Array.from({ length: 10 }, (_, i) => [`file ${i}`, 10 + i] as const)
    expect(await read()).toEqual(new Map(last))
    expect(await read()).toEqual(new Map(last))
    const packs = server.keys().filter((key) => key.includes('/often/lists/'))
    expect(packs).toHaveLength(1)
  })

  test('gives a claim that was not renewed for a minute to another', async () => {
    const claim = await open('left').claim('a')
    server.clock = () => Date.now() + 61_000
    const other = await open('left').claim('a')
    server.clock = () => Date.now()
    expect(other).not.toBeNull()
    expect(await open('left').claim('a')).toBeNull()
    // The first one gives up only what it has.
    await claim?.release()
    expect(await open('left').claim('a')).toBeNull()
    await other?.release()
  })

  test('holds nothing while the bucket refuses, and says so once', async () => {
    const faults: unknown[] = []
    const credentials = { ...testKeys, secretAccessKey: 'wrong', sessionToken: null }
    const objects = new S3Objects({
      bucket: 'lab',
      prefix: '',
      settings: () => ({ credentials, region: null, endpoint: server.endpoint }),
    })
    const index = new ObjectIndex(objects, { writer: 'a', onFault: (error) => faults.push(error) })
    await index.set('a', 1)
    expect(await index.get('a')).toBeUndefined()
    expect(await index.claim('a')).not.toBeNull()
    expect(faults).toEqual([expect.objectContaining({ message: 'HTTP 403' })])
  })
})
