import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { expect, test } from 'vitest'
import { PageFile } from '../../../src/byte-sources/pages/page-file.ts'
import { PAGE_BYTES } from '../../../src/byte-sources/pages/page-table.ts'
import { temporaryFolder } from '../../support/recordings/write-nwb.ts'

const folder = temporaryFolder()
const freshPath = () => join(folder, `${crypto.randomUUID()}.pages`)

/** First and last byte of each page, and its length. */
const outline = (pages: readonly (Uint8Array | null)[]) =>
  pages.map((page) => page && [page[0], page.at(-1), page.length])

test('pages are where they were put, the last one as short as the file', async () => {
  const path = freshPath()
  const size = 3 * PAGE_BYTES + 5
  const bytes = Uint8Array.from({ length: 2 * PAGE_BYTES + 5 }, (_, i) => 1 + (i >> 8))
  const file = await PageFile.open(path, size)
  await file.write(1, bytes)
  const expected = [null, [1, 8, PAGE_BYTES], [9, 16, PAGE_BYTES], [17, 17, 5]]
  const opened = await PageFile.open(path, size)
  for (const one of [file, opened]) {
    expect([0, 1, 2, 3].map((page) => one.has(page))).toEqual([false, true, true, true])
    expect(outline(await one.read(0, 4))).toEqual(expected)
    expect(outline(await one.read(2, 3))).toEqual([expected[2]])
    expect(outline(await one.read(3, 4))).toEqual([expected[3]])
    await one.close()
  }
})

test('a page that was written over is the new one', async () => {
  const file = await PageFile.open(freshPath(), PAGE_BYTES)
  await file.write(0, new Uint8Array(PAGE_BYTES).fill(1))
  await file.write(0, new Uint8Array(PAGE_BYTES).fill(2))
  expect(outline(await file.read(0, 1))).toEqual([[2, 2, PAGE_BYTES]])
  await file.close()
})

test('a page whose checksum is 0 is one, too', async () => {
  const bytes = Uint8Array.of(0x9d, 0x0a, 0xd9, 0x6d)
  expect(crc32(bytes)).toBe(0)
  const file = await PageFile.open(freshPath(), 4)
  await file.write(0, bytes)
  expect([file.has(0), ...(await file.read(0, 1))]).toEqual([true, bytes])
  await file.close()
})
