import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DownloadRegister } from '../../../src/byte-sources/downloads/download-register.ts'
import { DownloadedBytes } from '../../../src/byte-sources/downloads/downloaded-bytes.ts'
import {
  checksumOf,
  journalPath,
  PartJournal,
} from '../../../src/byte-sources/downloads/part-journal.ts'
import { identityAt } from '../../../src/byte-sources/source-identity.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const content = Uint8Array.from({ length: 1050 }, (_, i) => (i * i) % 251)
/** Eleven parts, the last of 50 bytes. */
const subject = { key: 'abc', size: 1050, partBytes: 100 }

let folder: ReturnType<typeof temporaryFolder>
let register: DownloadRegister
let path: string
let bytes: DownloadedBytes

beforeEach(() => {
  folder = temporaryFolder()
  path = join(folder.path, 'a.nwb')
  register = new DownloadRegister(join(folder.path, 'register'))
  bytes = new DownloadedBytes(register, 'abc', 1050)
})

afterEach(async () => {
  await bytes.close()
  folder[Symbol.dispose]()
})

/** A download of which some parts have come; elsewhere its file has zeros. */
async function downloading(...parts: readonly number[]): Promise<PartJournal> {
  const file = new Uint8Array(1050)
  for (const part of parts) file.set(content.subarray(part * 100, part * 100 + 100), part * 100)
  writeFileSync(`${path}.part`, file)
  const journal = await PartJournal.open(journalPath(`${path}.part`), subject)
  await journal.add(parts.map((number) => ({ number, checksum: checksumOfPart(number) })))
  await register.set('abc', { path: `${path}.part`, verified: null })
  return journal
}

const checksumOfPart = (part: number) => checksumOf(content.subarray(part * 100, part * 100 + 100))

async function read(position: number, length: number): Promise<Uint8Array | null> {
  await bytes.look()
  return bytes.read(position, length)
}

const expected = (position: number, length: number) => content.slice(position, position + length)

describe('of a download that runs', () => {
  test('parts that have come are given out, and no others', async () => {
    await downloading(2, 3, 10)
    expect(await read(210, 30)).toEqual(expected(210, 30))
    expect(await read(250, 150)).toEqual(expected(250, 150))
    expect(await read(1000, 50)).toEqual(expected(1000, 50))
    expect(await read(190, 20)).toBeNull()
    expect(await read(390, 20)).toBeNull()
    expect(bytes.has(390, 10)).toBe(true)
    expect(bytes.has(390, 11)).toBe(false)
  })

  test('parts that come later are given out then', async () => {
    const journal = await downloading(0)
    expect(await read(500, 10)).toBeNull()
    const file = readFileSync(`${path}.part`)
    file.set(expected(500, 100), 500)
    writeFileSync(`${path}.part`, file)
    await journal.add([{ number: 5, checksum: checksumOfPart(5) }])
    expect(await read(500, 10)).toEqual(expected(500, 10))
  })

  test('a part that the disk does not have as it came is not', async () => {
    await downloading(0, 1)
    const file = readFileSync(`${path}.part`)
    file[150] ^= 1
    writeFileSync(`${path}.part`, file)
    expect(await read(100, 10)).toBeNull()
    expect(bytes.has(100, 10)).toBe(false)
    expect(await read(0, 10)).toEqual(expected(0, 10))
  })

  test.each([
    ['of other bytes', (line: string) => line.replace('abc', 'abd')],
    ['of another size', (line: string) => line.replace('1050', '1049')],
    ['that is none', () => 'parts'],
  ])('a journal %s is not believed', async (_, change) => {
    await downloading(0)
    const journal = journalPath(`${path}.part`)
    const [first, ...lines] = readFileSync(journal, 'utf8').split('\n')
    writeFileSync(journal, [change(first), ...lines].join('\n'))
    expect(await read(0, 10)).toBeNull()
  })

  test('a line that was not finished counts for nothing', async () => {
    await downloading(0, 1)
    const journal = journalPath(`${path}.part`)
    writeFileSync(journal, readFileSync(journal, 'utf8').slice(0, -2))
    expect(await read(0, 10)).toEqual(expected(0, 10))
    expect(await read(100, 10)).toBeNull()
  })

  test('nothing is left when its files are gone', async () => {
    await downloading(0)
    expect(await read(0, 10)).toEqual(expected(0, 10))
    rmSync(`${path}.part`)
    expect(await read(0, 10)).toBeNull()
  })
})

describe('of a download that is complete', () => {
  const complete = async () => {
    writeFileSync(path, content)
    await register.set('abc', { path, verified: await identityAt(path) })
  }

  test('all bytes are given out', async () => {
    await complete()
    expect(await read(0, 1050)).toEqual(content)
  })

  test('they are, after those of its parts', async () => {
    await downloading(0)
    expect(await read(900, 10)).toBeNull()
    writeFileSync(`${path}.part`, content)
    renameSync(`${path}.part`, path)
    await register.set('abc', { path, verified: await identityAt(path) })
    expect(await read(900, 10)).toEqual(expected(900, 10))
  })

  test('none are, once the file is another than was verified', async () => {
    await complete()
    await bytes.look()
    writeFileSync(path, content.slice(1))
    // As it was opened before, and as it is found then.
    expect(await bytes.read(0, 10)).toBeNull()
    expect(await read(0, 10)).toBeNull()
  })
})

test('of a file that no one downloaded there is nothing', async () => {
  expect(await read(0, 10)).toBeNull()
  mkdirSync(join(folder.path, 'register'))
  writeFileSync(join(folder.path, 'register', 'abc.json'), '{"path": 3}')
  expect(await read(0, 10)).toBeNull()
})
