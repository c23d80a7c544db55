import { existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { FolderIndex } from '../../../src/cache/stored/folder/folder-index.ts'
import { temporaryFolder } from '../../support/recordings/write-nwb.ts'

const folder = temporaryFolder()
let opened = 0
const freshFolder = () => join(folder, `${opened++}`)

const indexIn = (place: string, writer = 'this build', maxBytes = 2 ** 20) =>
  new FolderIndex(place, { writer, maxBytes })

/** Entries of an index, as files. */
const entriesOf = (place: string) =>
  (existsSync(place) ? readdirSync(place, { recursive: true, withFileTypes: true }) : [])
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))

describe('what is not believed', () => {
  test('an entry that lies at the place of another', async () => {
    const place = freshFolder()
    const index = indexIn(place)
    await index.set('a', 'of a')
    const [fileOfA] = entriesOf(place)
    await index.set('b', 'of b')
    const fileOfB = entriesOf(place).find((file) => file !== fileOfA)
    writeFileSync(`${fileOfA}`, readFileSync(`${fileOfB}`))
    expect(await index.get('a')).toBeUndefined()
    expect(await index.get('b')).toBe('of b')
  })

  test('an entry any bit of which was changed, or that was cut short', async () => {
    const place = freshFolder()
    const index = indexIn(place)
    await index.set('a', { times: Float64Array.of(1, 2) })
    const file = `${entriesOf(place)[0]}`
    const whole = readFileSync(file)
    for (let at = 0; at < whole.length; at++) {
      const damaged = Buffer.from(whole)
      damaged[at] ^= 1
      writeFileSync(file, damaged)
      expect(await index.get('a'), `byte ${at}`).toBeUndefined()
    }
    for (const length of [0, 10, 48, whole.length - 1]) {
      writeFileSync(file, whole.subarray(0, length))
      expect(await index.get('a'), `${length} bytes`).toBeUndefined()
    }
    await index.set('a', 'made again')
    expect(await index.get('a')).toBe('made again')
  })
})

describe('a list', () => {
  const bytes = (text: string) => new Uint8Array(Buffer.from(text))
  const read = async (index: FolderIndex) => {
    const entries: [string, string][] = []
    await index.list('a').read((key, value) => entries.push([key, Buffer.from(value).toString()]))
    return entries
  }

  test('is without the parts of it that are damaged, or belong to another list', async () => {
    const place = freshFolder()
    const index = indexIn(place)
    await index.list('a').add([{ key: '1', value: bytes('one') }])
    const [file] = entriesOf(place)
    await index.list('b').add([{ key: '2', value: bytes('two') }])
    const foreign = entriesOf(place).find((other) => other !== file)
    const whole = readFileSync(`${file}`)
    for (let at = 0; at < whole.length; at++) {
      const damaged = Buffer.from(whole)
      damaged[at] ^= 1
      writeFileSync(`${file}`, damaged)
      expect(await read(index), `byte ${at}`).toEqual([])
      expect(existsSync(`${file}`)).toBe(false)
    }
    writeFileSync(`${file}`, readFileSync(`${foreign}`))
    expect(await read(index)).toEqual([])
    writeFileSync(`${file}`, whole)
    expect(await read(index)).toEqual([['1', 'one']])
  })

  test('of many additions is one file once it was read', async () => {
    const place = freshFolder()
    const index = indexIn(place)
    for (let i = 0; i < 20; i++) {
      await index.list('a').add([{ key: `${i % 18}`, value: bytes(`${i}`) }])
    }
    const all = [...Array.from({ length: 18 }, (_, i) => i + 2)].map((i) => [`${i % 18}`, `${i}`])
    expect(entriesOf(place)).toHaveLength(20)
    expect(await read(index)).toEqual(all)
    expect(entriesOf(place)).toHaveLength(1)
    expect(await read(index)).toEqual(all)
  })

  test('that was not used for longest makes room for others', async () => {
    const place = freshFolder()
    const index = indexIn(place, 'this build', 10_000)
    await index.list('a').add([{ key: '1', value: new Uint8Array(6000) }])
    const [file] = entriesOf(place)
    utimesSync(`${file}`, 1000, 1000)
    await index.list('b').add([{ key: '1', value: new Uint8Array(6000) }])
    expect(existsSync(`${file}`)).toBe(false)
    expect(entriesOf(place)).toHaveLength(1)
  })
})

describe('the folder', () => {
  test('keeps the entries that were used last, up to its limit', async () => {
    const place = freshFolder()
    const index = indexIn(place, 'this build', 10_000)
    const value = new Uint8Array(3000)
    const long = 8 * 3600
    for (const [i, key] of ['a', 'b', 'c'].entries()) {
      const before = new Set(entriesOf(place))
      await index.set(key, value)
      const file = entriesOf(place).find((entry) => !before.has(entry))
      const at = Date.now() / 1000 - long * (3 - i)
      utimesSync(`${file}`, at, at)
    }
    expect(await index.get('a')).toEqual(value)
    await expect.poll(() => entriesOf(place).filter(wasUsedJustNow).length).toBe(1)
    await index.set('d', value)
    expect(await index.get('a')).toEqual(value)
    expect(await index.get('b')).toBeUndefined()
    expect(await index.get('c')).toEqual(value)
    expect(await index.get('d')).toEqual(value)
  })

  test('is only for the user that runs the program', async () => {
    const place = freshFolder()
    await indexIn(place).set('a', 1)
    const [file] = entriesOf(place)
    expect(statSync(`${file}`).mode & 0o077).toBe(0)
  })

  test('that cannot be written says so once, and holds nothing', async () => {
    const inTheWay = join(folder, 'in-the-way')
    writeFileSync(inTheWay, '')
    const faults: unknown[] = []
    const index = new FolderIndex(join(inTheWay, 'index'), {
      writer: 'this build',
      maxBytes: 1000,
      onFault: (error) => faults.push(error),
    })
    await index.set('a', 1)
    await index.set('b', 2)
    expect(faults).toEqual([expect.objectContaining({ code: 'ENOTDIR' })])
    expect(await index.get('a')).toBeUndefined()
  })

  test('takes the entries of many writers at once, each whole', async () => {
    const place = freshFolder()
    const value = (writer: number) => new Float64Array(1000).fill(writer)
    const writers = Array.from({ length: 8 }, (_, writer) => writer)
    await Promise.all(writers.map((writer) => indexIn(place).set('a', value(writer))))
    const found = await indexIn(place).get<Float64Array>('a')
    expect(found).toEqual(value(found?.[0] ?? -1))
    expect(entriesOf(place)).toHaveLength(1)
  })
})

const wasUsedJustNow = (file: string) => Date.now() - statSync(file).mtimeMs < 3_600_000
