import { readdirSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { PageFile } from '../../../src/byte-sources/pages/page-file.ts'
import { PageFolder } from '../../../src/byte-sources/pages/page-folder.ts'
import { PAGE_BYTES } from '../../../src/byte-sources/pages/page-table.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

let folder: ReturnType<typeof temporaryFolder>

beforeEach(() => {
  folder = temporaryFolder()
})

afterEach(() => {
  folder[Symbol.dispose]()
})

const pages = (count: number, value: number) => new Uint8Array(count * PAGE_BYTES).fill(value)
const filesIn = () => readdirSync(folder.path).filter((name) => name.endsWith('.pages'))

async function open(pageFolder: PageFolder, key: string): Promise<PageFile> {
  return (await pageFolder.open(key, 100 * PAGE_BYTES)) as PageFile
}

describe('PageFolder', () => {
  test('gives pages again after a start', async () => {
    const before = new PageFolder(folder.path, 2 ** 30)
    const file = await open(before, 'one')
    await before.write(file, 10, pages(3, 7))
    await before.close()
    const after = new PageFolder(folder.path, 2 ** 30)
    const same = await open(after, 'one')
    expect([9, 10, 12, 13].map((page) => same.has(page))).toEqual([false, true, true, false])
    expect((await same.read(10, 12)).map((page) => page?.[0])).toEqual([7, 7])
    await after.close()
  })

  test('does not believe pages that are damaged or cut off', async () => {
    const before = new PageFolder(folder.path, 2 ** 30)
    await before.write(await open(before, 'one'), 10, pages(3, 7))
    await before.close()
    truncateSync(join(folder.path, 'one.pages'), 12 * PAGE_BYTES)
    const after = new PageFolder(folder.path, 2 ** 30)
    const same = await open(after, 'one')
    expect((await same.read(10, 13)).map((page) => page?.[0] ?? null)).toEqual([7, 7, null])
    expect(same.has(12)).toBe(false)
    await after.close()
  })

  test('begins again where the checksums are of another version', async () => {
    const before = new PageFolder(folder.path, 2 ** 30)
    await before.write(await open(before, 'one'), 10, pages(3, 7))
    await before.close()
    writeFileSync(join(folder.path, 'one.pages.sums'), 'SpikeQL pages 0\n'.repeat(50))
    const after = new PageFolder(folder.path, 2 ** 30)
    expect((await open(after, 'one')).has(10)).toBe(false)
    await after.close()
  })

  test('is bounded: what was used longest ago is removed', async () => {
    for (const [i, key] of ['old', 'older', 'young'].entries()) {
      const one = new PageFolder(folder.path, 2 ** 30)
      await one.write(await open(one, key), 0, pages(10, 1))
      await one.close()
      const used = [2000, 1000, 3000][i] as number
      utimesSync(join(folder.path, `${key}.pages`), used, used)
    }
    const bounded = new PageFolder(folder.path, 35 * PAGE_BYTES)
    const file = await open(bounded, 'new')
    await bounded.write(file, 0, pages(10, 1))
    expect(filesIn().sort()).toEqual(['new.pages', 'old.pages', 'young.pages'])
    await bounded.close()
  })

  test('keeps nothing that does not fit', async () => {
    const small = new PageFolder(folder.path, 5 * PAGE_BYTES)
    const file = await open(small, 'one')
    await small.write(file, 0, pages(6, 1))
    await small.write(file, 0, pages(2, 1))
    expect(file.has(0)).toBe(false)
    await small.close()
  })

  test('does without a folder that cannot be made', async () => {
    writeFileSync(join(folder.path, 'file'), '')
    const absent = new PageFolder(join(folder.path, 'file', 'below'), 2 ** 30)
    expect(await absent.open('one', 100)).toBeNull()
  })
})
