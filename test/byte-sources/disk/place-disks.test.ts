import { execFileSync } from 'node:child_process'
import { closeSync, constants, mkdirSync, openSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { readText, sharedDisk } from '../../../src/byte-sources/disk/disk.ts'
import { PlaceDisks } from '../../../src/byte-sources/disk/place-disks.ts'
import { diskWorkerFile } from '../../support/built.ts'
import { temporaryFolder } from '../../support/recordings/write-nwb.ts'

const folder = temporaryFolder()
const [here, there] = ['here', 'there'].map((name) => join(folder, name)) as [string, string]
for (const place of [here, there]) {
  mkdirSync(join(place, 'inner'), { recursive: true })
  writeFileSync(join(place, 'notes.txt'), 'naïve '.repeat(100_000))
}
const opened: PlaceDisks[] = []

afterEach(() => {
  for (const disks of opened.splice(0)) disks.close()
})

function open(places: readonly string[], patienceSeconds?: number): PlaceDisks {
  const disks = new PlaceDisks(places, { workerFile: diskWorkerFile, patienceSeconds })
  opened.push(disks)
  return disks
}

/**
 * A pipe that nobody writes to: whoever opens it for reading hangs, as on a
 * network disk that does not answer.
 */
function hangingFile(place: string): { readonly path: string; letGo(): void } {
  const path = join(place, `${crypto.randomUUID()}.pipe`)
  execFileSync('mkfifo', [path])
  return { path, letGo: () => closeSync(openSync(path, constants.O_WRONLY)) }
}

const silent = { code: 'ESILENT', message: 'no response for 1 s' }

describe('a place', () => {
  test('is looked at as by Node', async () => {
    const disks = open([here])
    const notes = join(here, 'notes.txt')
    expect(await disks.stat(notes)).toEqual(await sharedDisk.stat(notes))
    expect(await disks.stat(notes)).toMatchObject({ size: 700_000, kind: 'file' })
    expect(await disks.realPath(join(here, 'inner', '..', 'notes.txt'))).toBe(
      await sharedDisk.realPath(notes),
    )
    expect(await disks.list(here)).toEqual([
      { name: 'inner', kind: 'folder' },
      { name: 'notes.txt', kind: 'file' },
    ])
    expect(await readText(disks, notes)).toBe('naïve '.repeat(100_000))
  })

  test('fails as by Node', async () => {
    const disks = open([here])
    await expect(disks.stat(join(here, 'none'))).rejects.toMatchObject({ code: 'ENOENT' })
    await expect(disks.list(join(here, 'notes.txt'))).rejects.toMatchObject({ code: 'ENOTDIR' })
    await expect(readText(disks, here)).rejects.toMatchObject({ code: 'EISDIR' })
  })

  test('outside of all is looked at as well', async () => {
    expect((await open([here]).stat(there)).kind).toBe('folder')
    expect((await open([]).stat(there)).kind).toBe('folder')
  })
})

describe('a place that hangs', () => {
  test('fails what waits for it, and at once what is asked later, and holds up no other', async () => {
    const disks = open([here, there], 1)
    const hanging = hangingFile(there)
    try {
      const waiting = readText(disks, hanging.path)
      const behind = disks.stat(there)
      expect((await disks.stat(here)).kind).toBe('folder')
      await expect(waiting).rejects.toMatchObject(silent)
      await expect(behind).rejects.toMatchObject(silent)
      await expect(disks.list(there)).rejects.toMatchObject(silent)
      expect([disks.isSilent(here), disks.isSilent(there)]).toEqual([false, true])
      expect(disks.isAnySilent).toBe(true)
      expect((await disks.stat(here)).kind).toBe('folder')
    } finally {
      hanging.letGo()
    }
  })

  test('holds up no place that it lies in', async () => {
    const inner = join(there, 'inner')
    const disks = open([there, inner], 1)
    const hanging = hangingFile(inner)
    try {
      await expect(readText(disks, hanging.path)).rejects.toMatchObject(silent)
      expect([disks.isSilent(inner), disks.isSilent(there)]).toEqual([true, false])
      expect((await disks.stat(there)).kind).toBe('folder')
    } finally {
      hanging.letGo()
    }
  })

  test('is there again when it answers', async () => {
    const disks = open([there], 1)
    const hanging = hangingFile(there)
    await expect(readText(disks, hanging.path)).rejects.toMatchObject(silent)
    hanging.letGo()
    await expect.poll(() => disks.isAnySilent, { timeout: 60_000 }).toBe(false)
    expect((await disks.stat(there)).kind).toBe('folder')
  })

  test('is told to whoever watches it, and to no other', async () => {
    const disks = open([here, there], 1)
    using healthy = disks.watch(join(here, 'session.nwb'))
    using watched = disks.watch(join(there, 'session.nwb'))
    const hanging = hangingFile(there)
    try {
      await expect(readText(disks, hanging.path)).rejects.toMatchObject(silent)
      expect([healthy.silent.aborted, watched.silent.aborted]).toEqual([false, true])
      using late = disks.watch(there)
      expect(late.silent.aborted).toBe(true)
    } finally {
      hanging.letGo()
    }
  })
})
