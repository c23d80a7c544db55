import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sharedDisk } from '../../../src/byte-sources/disk/disk.ts'
import { type ColumnKind, readCsv } from '../../../src/catalog/allensdk/csv-table.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'spikeql-csv-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function read(text: string, kinds: Record<string, ColumnKind> = {}) {
  await writeFile(join(folder, 'a.csv'), text)
  return readCsv(sharedDisk, join(folder, 'a.csv'), (column) => kinds[column] ?? 'guess')
}

describe('readCsv', () => {
  test('reads floats to the last bit', async () => {
    const { numbers } = await read('x\n0.10000000000000002\n1e-320\n5e-324\n0.1\n-1.5E3\n')
    expect([...(numbers.get('x') ?? [])]).toEqual([0.10000000000000002, 1e-320, 5e-324, 0.1, -1500])
  })

  test('takes what pandas takes for missing as missing, and for infinite as infinite', async () => {
    const { numbers, texts } = await read('x,y\n,a\nNaN,\nnan,None\ninf,NA\n-inf,b\n')
    expect(numbers.get('x')).toEqual(Float64Array.of(NaN, NaN, NaN, Infinity, -Infinity))
    expect(texts.get('y')).toEqual(['a', null, null, null, 'b'])
  })

  test('takes True for 1 and False for 0', async () => {
    const { numbers } = await read('x\nTrue\nFalse\n\n')
    expect(numbers.get('x')).toEqual(Float64Array.of(1, 0))
  })

  test('keeps a column as text where one entry is no number', async () => {
    const { numbers, texts, columns } = await read('x,y\n1,2\n,3\n"(4, 5)",4\n')
    expect(texts.get('x')).toEqual(['1', null, '(4, 5)'])
    expect(numbers.get('y')).toEqual(Float64Array.of(2, 3, 4))
    expect(columns).toEqual(['x', 'y'])
  })

  test('reads quotes, commas and line ends within them, CRLF and a byte order mark', async () => {
    const { texts, rowCount } = await read('\ufeffa,b\r\n"x,""y""","1\n2"\r\nz,w\r\n')
    expect(rowCount).toBe(2)
    expect(texts.get('a')).toEqual(['x,"y"', 'z'])
    expect(texts.get('b')).toEqual(['1\n2', 'w'])
  })

  test('reads more rows than it had room for at first', async () => {
    const rows = Array.from({ length: 5000 }, (_, i) => `${i},t${i % 3}`)
    const { numbers, texts, rowCount } = await read(`x,y\n${rows.join('\n')}\n`)
    expect(rowCount).toBe(5000)
    expect(numbers.get('x')?.[4999]).toBe(4999)
    expect(texts.get('y')?.[4999]).toBe('t1')
  })

  test('reads a table without rows', async () => {
    expect(await read('x,y\n')).toMatchObject({ rowCount: 0, columns: ['x', 'y'] })
  })

  test.each([
    ['', 'it is empty'],
    ['x,y\n1,2\n3\n', 'line 3'],
    ['x,x\n1,2\n', 'it has two columns "x"'],
    ['x,y\n"1,2\n', 'Quote Not Closed'],
  ])('refuses %j and says why', async (text, reason) => {
    await expect(read(text)).rejects.toMatchObject({
      code: 'TABLE_INVALID',
      fileName: 'a.csv',
      detail: expect.stringContaining(reason),
    })
  })

  test('refuses a word where a number must be', async () => {
    await expect(read('x\n1\nabc\n', { x: 'number' })).rejects.toMatchObject({
      code: 'TABLE_INVALID',
      detail: '"abc" in column x, row 2, is not a number',
    })
  })

  test('says when there is no such file', async () => {
    await expect(
      readCsv(sharedDisk, join(folder, 'none.csv'), () => 'guess'),
    ).rejects.toMatchObject({
      code: 'TABLE_MISSING',
    })
  })

  test('lets the event loop go on while it reads', async () => {
    const rows = Array.from({ length: 50_000 }, (_, i) => `${i},0.1234567890123,0.5,0.75`)
    await writeFile(join(folder, 'large.csv'), `a,b,c,d\n${rows.join('\n')}\n`)
    let turns = 0
    const timer = setInterval(() => turns++, 1)
    await readCsv(sharedDisk, join(folder, 'large.csv'), () => 'number')
    clearInterval(timer)
    expect(turns).toBeGreaterThan(5)
  })
})
