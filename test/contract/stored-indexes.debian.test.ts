import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PostgresIndex } from '../../src/cache/stored/postgres/postgres-index.ts'
import { PostgresServer } from '../support/servers/postgres-server.ts'
import { testStoredIndex } from './stored-index.ts'

let server: PostgresServer
const opened: PostgresIndex[] = []

beforeAll(async () => {
  server = await PostgresServer.start()
})

afterAll(async () => {
  await Promise.all(opened.map((index) => index.close()))
  await server[Symbol.asyncDispose]()
})

function open(writer: string, faults: unknown[] = []): PostgresIndex {
  const index = new PostgresIndex({
    url: server.url,
    writer,
    onFault: (error) => faults.push(error),
  })
  opened.push(index)
  return index
}

describe('an index in a PostgreSQL database', () => {
  testStoredIndex((name, writer = 'this build') => open(`${writer} of ${name}`))

  test('has a list of more entries than one query reads', async () => {
    const entries = Array.from({ length: 21_000 }, (_, i) => ({
      key: `file ${i}`,
      value: new Uint8Array([i & 0xff]),
    }))
    await open('many').list('files').add(entries)
    const found = new Map<string, number>()
    await open('many')
      .list('files')
      .read((key, value) => found.set(key, value[0]))
    expect(found.size).toBe(21_000)
    expect(found.get('file 20999')).toBe(20_999 & 0xff)
  })

  test('holds nothing while the database fails, and says so once', async () => {
    const faults: unknown[] = []
    const index = open('failing', faults)
    await index.set('a', 1)
    server.halt()
    expect(await index.get('a')).toBeUndefined()
    await index.set('b', 2)
    await index.list('files').add([{ key: 'a', value: new Uint8Array(1) }])
    expect(await index.claim('a')).not.toBeNull()
    const entries: string[] = []
    await index.list('files').read((key) => entries.push(key))
    expect(entries).toEqual([])
    expect(faults).toHaveLength(1)
    server.resume()
    expect(await open('failing').get('a')).toBe(1)
    expect(await open('failing').get('b')).toBeUndefined()
  })
})
