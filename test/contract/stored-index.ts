import { expect, test } from 'vitest'
import type { StoredIndex } from '../../src/cache/stored/stored-index.ts'

/** An index of a name, as a process opens it. */
export type OpensIndex = (name: string, writer?: string) => StoredIndex

/** What every index does that is opened again by its name. */
export function testStoredIndex(open: OpensIndex): void {
  let opened = 0
  const freshName = () => `contract-${opened++}`

  test('has a value in another process exactly as it was', async () => {
    const name = freshName()
    const shared = new Float64Array([1, 2, 3, 4])
    const value = {
      times: Float64Array.of(0.1, Number.NaN, -0, Number.POSITIVE_INFINITY),
      rows: Int32Array.of(-1, 7),
      ids: BigInt64Array.of(9_007_199_254_740_993n),
      big: 2n ** 63n,
      absent: undefined,
      none: null,
      text: 'µm "quoted" \u0000 ',
      lists: new Map([['a', [1, null]]]),
      part: shared.subarray(1, 3),
    }
    await open(name).set('tables 1', value)
    const found = await open(name).get<typeof value>('tables 1')
    expect(found).toEqual(value)
    expect(Object.is(found?.times[2], -0)).toBe(true)
    expect('absent' in (found ?? {})).toBe(true)
  })

  test('has null, which is a value', async () => {
    const index = open(freshName())
    await index.set('span', null)
    expect(await index.get('span')).toBeNull()
    expect(await index.get('other')).toBeUndefined()
  })

  test('has the later of two values', async () => {
    const index = open(freshName())
    await index.set('a', 1)
    await index.set('a', 2)
    expect(await index.get('a')).toBe(2)
  })

  test('has nothing that other code has written', async () => {
    const name = freshName()
    const before = open(name, 'the build before')
    await before.set('tables', 1)
    await before.list('files').add([{ key: 'a', value: bytes('1') }])
    expect(await open(name, 'this build').get('tables')).toBeUndefined()
    expect(await entriesOf(open(name, 'this build'), 'files')).toEqual([])
  })

  test('takes the values of many writers at once, each whole', async () => {
    const name = freshName()
    const value = (writer: number) => new Float64Array(1000).fill(writer)
    const writers = Array.from({ length: 8 }, (_, writer) => writer)
    await Promise.all(writers.map((writer) => open(name).set('a', value(writer))))
    const found = await open(name).get<Float64Array>('a')
    expect(found).toEqual(value(found?.[0] ?? -1))
  })

  test('lets one process claim what it works on, until it releases it', async () => {
    const name = freshName()
    const claim = await open(name).claim('tables 1')
    expect(claim).not.toBeNull()
    expect(await open(name).claim('tables 1')).toBeNull()
    const other = await open(name).claim('tables 2')
    expect(other).not.toBeNull()
    await claim?.release()
    const next = await open(name).claim('tables 1')
    expect(next).not.toBeNull()
    expect(await open(name).claim('tables 1')).toBeNull()
    await next?.release()
    await other?.release()
  })

  test('lets one of many that claim the same at once have it', async () => {
    const name = freshName()
    const claims = await Promise.all(Array.from({ length: 8 }, () => open(name).claim('a')))
    const held = claims.filter((claim) => claim !== null)
    expect(held).toHaveLength(1)
    await held[0]?.release()
  })

  test('has the entries of a list, of each key the last, in another process', async () => {
    const name = freshName()
    const long = new Uint8Array(100_000).fill(7)
    const list = open(name).list('files of /data')
    expect(await entriesOf(open(name), 'files of /data')).toEqual([])
    await list.add([
      { key: '1 2 /data/µ.nwb', value: bytes('') },
      { key: 'b', value: bytes('two') },
    ])
    await list.add([{ key: 'long', value: long }])
    await list.add([{ key: 'b', value: bytes('three') }])
    await list.add([])
    const found = new Map(await entriesOf(open(name), 'files of /data'))
    expect([...found.keys()].sort()).toEqual(['1 2 /data/µ.nwb', 'b', 'long'])
    expect(found.get('1 2 /data/µ.nwb')).toBe('')
    expect(found.get('b')).toBe('three')
    expect(found.get('long')).toBe(Buffer.from(long).toString())
    expect(await entriesOf(open(name), 'files of /other')).toEqual([])
  })

  test('has of a list that was replaced what replaced it', async () => {
    const name = freshName()
    const list = open(name).list('files')
    await list.add(['a', 'b', 'c'].map((key) => ({ key, value: bytes(key) })))
    await list.replace([{ key: 'b', value: bytes('new') }])
    expect(await entriesOf(open(name), 'files')).toEqual([['b', 'new']])
    await list.add([{ key: 'd', value: bytes('d') }])
    expect(new Set((await entriesOf(open(name), 'files')).map(([key]) => key))).toEqual(
      new Set(['b', 'd']),
    )
  })
}

const bytes = (text: string) => new Uint8Array(Buffer.from(text))

async function entriesOf(index: StoredIndex, name: string): Promise<[string, string][]> {
  const entries: [string, string][] = []
  await index.list(name).read((key, value) => {
    entries.push([key, Buffer.from(value).toString()])
  })
  return entries
}
