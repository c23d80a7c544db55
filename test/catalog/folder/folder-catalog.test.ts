import { createHash } from 'node:crypto'
import {
  mkdir,
  mkdtemp,
  readFile,
  rename,
  rm,
  symlink,
  unlink,
  utimes,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join, relative } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Disk, DiskSilentError, sharedDisk } from '../../../src/byte-sources/disk/disk.ts'
import { fileError } from '../../../src/byte-sources/source-identity.ts'
import type { CatalogChange } from '../../../src/catalog/folder/catalog-change.ts'
import {
  FolderCatalog,
  type FolderCatalogOptions,
} from '../../../src/catalog/folder/folder-catalog.ts'
import type { MakesReaders } from '../../../src/catalog/folder/place-look.ts'
import type { SessionTables } from '../../../src/domain/session/session-tables.ts'
import {
  InvalidArgumentError,
  RecordingError,
  SessionNotFoundError,
  StillReadingError,
} from '../../../src/errors.ts'
import type { LoadOptions } from '../../../src/sessions/session-reader.ts'
import type { ContentName } from '../../../src/sessions/session-requests.ts'
import { MemoryIndex } from '../../support/memory/memory-index.ts'
import { MemoryReader } from '../../support/memory/memory-session.ts'
import { smallCache, writeFiles } from '../../support/write-cache.ts'

let folder: string
let readers: TextReaders
let catalog: FolderCatalog
let changes: CatalogChange[]

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'spikeql-catalog-'))
  readers = new TextReaders()
  changes = []
  catalog = open()
  // The catalog looks again after a second: tests move the clock instead of waiting.
  vi.useFakeTimers({ toFake: ['Date'] })
})

afterEach(async () => {
  vi.useRealTimers()
  catalog.close()
  await rm(folder, { recursive: true, force: true })
})

/**
 * Reads files that hold an identifier instead of a recording: "715093703", or "throw ..." for a
 * file that cannot be read. What comes after the identifier makes another content.
 */
class TextReaders implements MakesReaders {
  disk = sharedDisk
  /** settles before a file is read that is named here */
  readonly held = new Map<string, Promise<void>>()
  /** names of the files read so far */
  readonly read: string[] = []
  /** files that cannot be read for a reason that lies outside of them */
  readonly faults = new Map<string, Error>()
  mostAtOnce = 0
  #readingNow = 0

  reader(path: string): MemoryReader {
    return new TextReader(() => this.#text(path))
  }

  async #text(path: string): Promise<string> {
    const name = basename(path)
    await this.held.get(name)
    this.read.push(name)
    this.mostAtOnce = Math.max(this.mostAtOnce, ++this.#readingNow)
    try {
      const text = await readFile(path, 'utf8').catch((cause) => {
        throw fileError(name, cause)
      })
      const fault = this.faults.get(name)
      if (fault) throw fault
      if (text === 'throw damaged') throw new RecordingError('FILE_DAMAGED', name)
      if (text === 'throw lfp') throw new RecordingError('NO_UNITS', name)
      if (text === 'throw truncated') throw new RecordingError('FILE_TRUNCATED', name)
      if (text.startsWith('throw')) throw new TypeError('a fault of the reader')
      return text.trim()
    } finally {
      this.#readingNow--
    }
  }
}

/** A disk that can stop answering below some folders. */
class MoodyDisk {
  readonly silentFolders = new Set<string>()
  readonly disk: Disk = {
    ...sharedDisk,
    stat: (path) => this.#request(path, () => sharedDisk.stat(path)),
    statMany: async (paths) => {
      for (const path of paths) await this.#request(path, async () => {})
      return sharedDisk.statMany(paths)
    },
    realPath: (path) => this.#request(path, () => sharedDisk.realPath(path)),
    list: (path) => this.#request(path, () => sharedDisk.list(path)),
  }

  async #request<T>(path: string, sendQuery: () => Promise<T>): Promise<T> {
    if ([...this.silentFolders].some((place) => path.startsWith(place))) {
      throw new DiskSilentError(5)
    }
    return sendQuery()
  }
}

class TextReader extends MemoryReader {
  readonly #text: () => Promise<string>

  constructor(text: () => Promise<string>) {
    super({ units: [{ id: 1, area: 'VISp', spikes: [] }] })
    this.#text = text
  }

  override async tables(): Promise<SessionTables> {
    const [identifier = '', created] = (await this.#text()).split(' ')
    const tables = await super.tables()
    const createdAt = created ? [created] : []
    return { ...tables, metadata: { ...tables.metadata, identifier, createdAt } }
  }

  override async load<Name extends ContentName>(name: Name, options?: LoadOptions) {
    this.version = versions.of(await this.#text())
    return super.load(name, options)
  }
}

const versionOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12)

const versions = { of: versionOf }

function open(
  options: FolderCatalogOptions = {},
  places: readonly string[] = [folder],
): FolderCatalog {
  return new FolderCatalog(places, readers, {
    rescanSeconds: 0,
    onChange: (change) => changes.push(change),
    ...options,
  })
}

async function write(name: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, name)), { recursive: true })
  await writeFile(join(folder, name), text)
}

const ids = async () => (await catalog.sessions()).map((session) => session.id)

const refusals = async () =>
  (await catalog.refused()).map(({ fileName, error }) => [fileName, error.code])

/** Look at the folders again: an unknown id does, a second after the last look. */
async function lookAgain(): Promise<void> {
  vi.setSystemTime(Date.now() + 1001)
  await expect(catalog.session('unknown')).rejects.toThrow(SessionNotFoundError)
}

/** The last change, by ids and names. */
function lastChange() {
  const change = changes.at(-1)
  return {
    added: change?.added.map((session) => session.id),
    removed: change?.removed.map((session) => session.id),
    refused: change?.refused.map(({ fileName, error }) => `${fileName}: ${error.code}`),
  }
}

describe('sessions', () => {
  test('are the recordings below the folder, in order of their numbers', async () => {
    await write('session_10/session_10.nwb', '10')
    await write('session_9/session_9.nwb', '9')
    await write('session_9/probe_1_lfp.nwb', '11')
    await write('.trash/12.nwb', '12')
    await write('mouse.nwb', 'mouse')
    expect(await ids()).toEqual(['9', '10', 'mouse'])
    expect(readers.read.sort()).toEqual(['mouse.nwb', 'session_10.nwb', 'session_9.nwb'])
  })

  test('are described without opening the file again', async () => {
    await write('a/session_9.nwb', '9')
    const session = await catalog.session('9')
    expect(session).toMatchObject({
      id: '9',
      fileName: 'session_9.nwb',
      fileSize: 1,
      metadata: { identifier: '9' },
      recordedAreas: [{ acronym: 'VISp', channelCount: 1, unitCount: 1 }],
      unitCount: 1,
      channelCount: 1,
      probeCount: 1,
    })
    expect((await session.reader.tables()).metadata.identifier).toBe('9')
  })

  test('are none in an empty folder', async () => {
    expect(await ids()).toEqual([])
    expect(await refusals()).toEqual([])
    expect(changes).toEqual([])
  })

  test('come from several places, each file once', async () => {
    await write('a/1.nwb', '1')
    await write('b/2.nwb', '2')
    const places = [join(folder, 'b'), join(folder, 'a'), join(folder, 'a/1.nwb')]
    catalog = open({}, [...places, relative(process.cwd(), join(folder, 'b/2.nwb'))])
    expect(await ids()).toEqual(['1', '2'])
  })

  test('are found where links go round in circles', async () => {
    await write('a/1.nwb', '1')
    await symlink('..', join(folder, 'a/up'))
    expect(await ids()).toEqual(['1'])
  })

  test('need places that exist; a place that comes is found when asked again', async () => {
    catalog = open({}, [join(folder, 'later')])
    await expect(catalog.sessions()).rejects.toThrow(InvalidArgumentError)
    await expect(catalog.session('1')).rejects.toThrow('No file or folder')
    await expect(catalog.refused()).rejects.toThrow(InvalidArgumentError)
    await write('later/1.nwb', '1')
    expect(await ids()).toEqual(['1'])
  })

  test('are read once for callers that come together', async () => {
    await write('1.nwb', '1')
    await Promise.all([catalog.sessions(), catalog.session('1'), catalog.refused()])
    expect(readers.read).toEqual(['1.nwb'])
  })

  test('are read a few at a time, however many there are', async () => {
    const numbers = Array.from({ length: 60 }, (_, i) => `${i + 1}`)
    for (const number of numbers) await write(`${number}.nwb`, number)
    expect(await ids()).toEqual(numbers)
    expect(readers.mostAtOnce).toBeLessThanOrEqual(16)
    expect(readers.mostAtOnce).toBeGreaterThan(1)
  })
})

describe('an unknown id', () => {
  test('is an error that tells how many sessions there are', async () => {
    await write('1.nwb', '1')
    await expect(catalog.session('2')).rejects.toThrow(/^No session "2"\..* for the 1 served here/)
  })

  test('makes the catalog look again once', async () => {
    await write('1.nwb', '1')
    await ids()
    await write('2.nwb', '2')
    vi.setSystemTime(Date.now() + 1001)
    expect((await catalog.session('2')).id).toBe('2')
    expect(readers.read).toEqual(['1.nwb', '2.nwb'])
  })

  test('makes it look no more often than once a second', async () => {
    await ids()
    await write('2.nwb', '2')
    await expect(catalog.session('2')).rejects.toThrow(SessionNotFoundError)
    vi.setSystemTime(Date.now() + 1000)
    await expect(catalog.session('2')).rejects.toThrow(SessionNotFoundError)
    vi.setSystemTime(Date.now() + 1)
    expect((await catalog.session('2')).id).toBe('2')
  })

  test('keeps no one waiting for a look that takes long, where patience has an end', async () => {
    await write('1.nwb', '1')
    catalog = open({ patienceSeconds: 60 })
    await ids()
    await write('2.nwb', '2')
    let letGo = () => {}
    readers.held.set('2.nwb', new Promise((resolve) => (letGo = resolve)))
    await lookAgain()
    expect(await ids()).toEqual(['1'])
    letGo()
    await vi.waitFor(async () => expect(await ids()).toEqual(['1', '2']), 60_000)
  })

  test('that many ask for at once is looked for once', async () => {
    await ids()
    await write('2.nwb', '2')
    vi.setSystemTime(Date.now() + 1001)
    await Promise.all([catalog.session('2'), catalog.session('2'), catalog.session('2')])
    expect(readers.read).toEqual(['2.nwb'])
  })

  test('stays unknown when a place has vanished, and its path is not told', async () => {
    await write('1.nwb', '1')
    await ids()
    await rm(folder, { recursive: true })
    await lookAgain()
    const error: Error = await catalog.session('unknown').catch((reason) => reason)
    expect(error.message).not.toContain(folder)
  })

  test('is not looked for while the known ones are asked', async () => {
    await write('1.nwb', '1')
    await ids()
    await write('2.nwb', '2')
    vi.setSystemTime(Date.now() + 60_000)
    await catalog.session('1')
    expect(await ids()).toEqual(['1'])
  })
})

describe('changes', () => {
  test('a file that appears is served', async () => {
    await write('1.nwb', '1')
    await ids()
    expect(lastChange()).toEqual({ added: ['1'], removed: [], refused: [] })
    await write('2.nwb', '2')
    await lookAgain()
    expect(await ids()).toEqual(['1', '2'])
    expect(lastChange()).toEqual({ added: ['2'], removed: [], refused: [] })
  })

  test('a file that vanishes is not served any more', async () => {
    await write('1.nwb', '1')
    await write('2.nwb', '2')
    await ids()
    await unlink(join(folder, '1.nwb'))
    await lookAgain()
    expect(await ids()).toEqual(['2'])
    expect(lastChange()).toEqual({ added: [], removed: ['1'], refused: [] })
    await expect(catalog.session('1')).rejects.toThrow(SessionNotFoundError)
  })

  test('a place that vanishes takes its sessions with it, and no others', async () => {
    await write('one/1.nwb', '1')
    await write('two/2.nwb', '2')
    catalog = open({}, [join(folder, 'one'), join(folder, 'two/2.nwb')])
    expect(await ids()).toEqual(['1', '2'])
    await unlink(join(folder, 'two/2.nwb'))
    await write('one/3.nwb', '3')
    await lookAgain()
    expect(await ids()).toEqual(['1', '3'])
  })

  test('only a file that changed is read again', async () => {
    await write('1.nwb', '1')
    await write('2.nwb', '2')
    const [first, second] = await catalog.sessions()
    await write('2.nwb', '2 ')
    await lookAgain()
    expect(readers.read.sort()).toEqual(['1.nwb', '2.nwb', '2.nwb'])
    const [sameFirst, newSecond] = await catalog.sessions()
    expect(sameFirst?.reader).toBe(first?.reader)
    expect(newSecond?.reader).not.toBe(second?.reader)
    expect(newSecond?.fileSize).toBe(2)
    expect(lastChange()).toEqual({ added: ['2'], removed: ['2'], refused: [] })
  })

  test('a file of the same size that was written later is read again', async () => {
    await write('a.nwb', '1')
    await ids()
    await write('a.nwb', '2')
    await utimes(join(folder, 'a.nwb'), 2_000_000_000, 2_000_000_000)
    await lookAgain()
    expect(await ids()).toEqual(['2'])
    expect(lastChange()).toEqual({ added: ['2'], removed: ['1'], refused: [] })
  })

  test('a file of the same size and time that took the place of another is read again', async () => {
    await write('a.nwb', '1')
    await write('new', '2')
    for (const name of ['a.nwb', 'new']) await utimes(join(folder, name), 1e9, 1e9)
    await ids()
    await rename(join(folder, 'new'), join(folder, 'a.nwb'))
    await lookAgain()
    expect(await ids()).toEqual(['2'])
  })

  test('a look that finds nothing new tells nothing and reads nothing', async () => {
    await write('1.nwb', '1')
    await write('bad.nwb', 'throw damaged')
    await ids()
    await lookAgain()
    await lookAgain()
    expect(changes).toHaveLength(1)
    expect(readers.read.sort()).toEqual(['1.nwb', 'bad.nwb'])
  })
})

describe('files that share an identifier', () => {
  const [first, second] = ['7 2019-01-01', '7 2020-01-01']
  const [fullFirst, fullSecond] = [`7~${versionOf(first)}`, `7~${versionOf(second)}`]
  const fileOf = async (id: string) => (await catalog.session(id)).fileName

  test('share no id, and warn of each other', async () => {
    await write('a/later.nwb', second)
    await write('b/mouse.nwb', first)
    expect(await ids()).toEqual(['7', fullSecond])
    expect(await fileOf('7')).toBe('mouse.nwb')
    expect((await catalog.session('7')).warnings).toEqual([
      {
        code: 'ID_SHARED',
        path: '/identifier',
        message: `later.nwb has the same identifier "7" but different content; it is served as session "${fullSecond}". Give each recording its own identifier, or keep only one of the files.`,
      },
    ])
    expect((await catalog.session(fullSecond)).warnings).toMatchObject([
      { code: 'ID_SHARED', message: expect.stringMatching(/^mouse\.nwb .* as session "7"\./) },
    ])
    expect(changes[0]?.warned.map(([{ id }]) => id)).toEqual(['7', fullSecond])
  })

  test('have the same ids wherever they lie', async () => {
    await write('a/x.nwb', first)
    await write('b/y.nwb', second)
    expect(await ids()).toEqual(['7', fullSecond])
    await rename(join(folder, 'a/x.nwb'), join(folder, 'z.nwb'))
    const again = open()
    expect(await (await again.session('7')).fileName).toBe('z.nwb')
    expect(await (await again.session(fullSecond)).fileName).toBe('y.nwb')
  })

  test('do not take an id over while the server runs, but are warned of', async () => {
    await write('b.nwb', second)
    expect(await ids()).toEqual(['7'])
    await write('a.nwb', first)
    await lookAgain()
    expect(await fileOf('7')).toBe('b.nwb')
    expect(await ids()).toEqual(['7', fullFirst])
    expect(lastChange()).toMatchObject({ added: [fullFirst], removed: [] })
    expect(changes.at(-1)?.warned.map(([{ id }]) => id)).toEqual(['7', fullFirst])
    await lookAgain()
    expect(changes).toHaveLength(2)
    await unlink(join(folder, 'b.nwb'))
    await lookAgain()
    expect(await ids()).toEqual([fullFirst])
    await expect(catalog.session('7')).rejects.toThrow(SessionNotFoundError)
  })

  test('keep their ids while one of them cannot be read', async () => {
    await write('b.nwb', first)
    await write('c.nwb', second)
    expect(await ids()).toEqual(['7', fullSecond])
    await write('b.nwb', 'throw truncated')
    await lookAgain()
    expect(await ids()).toEqual([fullSecond])
    await write('b.nwb', first)
    await lookAgain()
    expect(await fileOf('7')).toBe('b.nwb')
  })

  test('keep their ids when they are moved, all at once', async () => {
    await write('in/b.nwb', second)
    await ids()
    await write('in/a.nwb', first)
    await lookAgain()
    expect(await fileOf('7')).toBe('b.nwb')
    await rename(join(folder, 'in'), join(folder, 'moved'))
    await lookAgain()
    expect(await fileOf('7')).toBe('b.nwb')
    expect(await fileOf(fullFirst)).toBe('a.nwb')
  })

  test('are found by their full ids, also the one that has the plain one', async () => {
    await write('a.nwb', first)
    expect((await catalog.session(fullFirst)).id).toBe('7')
    await expect(catalog.session(fullSecond)).rejects.toThrow(SessionNotFoundError)
    await write('b.nwb', second)
    await lookAgain()
    expect((await catalog.session(fullFirst)).id).toBe('7')
    expect((await catalog.session(fullSecond)).fileName).toBe('b.nwb')
  })

  test('are one session where they hold the same; the others are named', async () => {
    await write('a/mouse.nwb', first)
    await write('b/copy.nwb', first)
    expect(await ids()).toEqual(['7'])
    expect(await fileOf('7')).toBe('mouse.nwb')
    expect(await refusals()).toEqual([['copy.nwb', 'FILE_DUPLICATED']])
    expect((await catalog.session('7')).warnings).toEqual([
      {
        code: 'FILE_DUPLICATED',
        path: null,
        message:
          'copy.nwb has the same content as another file, which is served instead. Remove one of them, or give one a different identifier. (mouse.nwb is served as session "7")',
      },
    ])
    await lookAgain()
    expect(changes).toHaveLength(1)
    await unlink(join(folder, 'a/mouse.nwb'))
    await lookAgain()
    expect(await ids()).toEqual(['7'])
    expect(await fileOf('7')).toBe('copy.nwb')
    expect(await refusals()).toEqual([])
  })

  test('of which one cannot be looked at cost no more than that one', async () => {
    await write('a.nwb', first)
    await write('b.nwb', second)
    const failing = vi.spyOn(versions, 'of')
    failing.mockImplementation((text) => {
      if (text === second) throw new RecordingError('FILE_UNREADABLE', 'b.nwb', 'EIO')
      return versionOf(text)
    })
    expect(await ids()).toEqual(['7'])
    expect(await refusals()).toEqual([['b.nwb', 'FILE_UNREADABLE']])
    failing.mockRestore()
    await lookAgain()
    expect(await ids()).toEqual(['7', fullSecond])
    expect(await refusals()).toEqual([])
  })
})

describe('refused files', () => {
  test('do not hide the others', async () => {
    await write('1.nwb', '1')
    await write('bad.nwb', 'throw damaged')
    await write('cut.nwb', 'throw truncated')
    await symlink('gone', join(folder, 'link.nwb'))
    expect(await ids()).toEqual(['1'])
    expect(await refusals()).toEqual([
      ['bad.nwb', 'FILE_DAMAGED'],
      ['cut.nwb', 'FILE_TRUNCATED'],
      ['link.nwb', 'FILE_MISSING'],
    ])
    expect(lastChange().refused).toEqual([
      'bad.nwb: FILE_DAMAGED',
      'cut.nwb: FILE_TRUNCATED',
      'link.nwb: FILE_MISSING',
    ])
  })

  test('keep what the reader failed with as the cause', async () => {
    await write('odd.nwb', 'throw something')
    const [refused] = await catalog.refused()
    expect(refused?.error).toBeInstanceOf(RecordingError)
    expect(refused?.error.message).not.toContain('a fault of the reader')
    expect(refused?.error.cause).toEqual(new TypeError('a fault of the reader'))
  })

  test('are not the files of a session’s probes in a DANDI archive, unless they are damaged', async () => {
    const probeFile = (probe: string) => `sub-1/sub-1_ses-2_probe-${probe}_ecephys.nwb`
    await write('sub-1/sub-1_ses-2.nwb', '2')
    await write(probeFile('7'), 'throw lfp')
    await write(probeFile('8'), 'throw truncated')
    await write(probeFile('9'), '3')
    await write('sub-3/sub-3_ses-4_probe-7_ecephys.nwb', 'throw lfp')
    expect(await ids()).toEqual(['2', '3'])
    expect(await refusals()).toEqual([
      ['sub-1_ses-2_probe-8_ecephys.nwb', 'FILE_TRUNCATED'],
      ['sub-3_ses-4_probe-7_ecephys.nwb', 'NO_UNITS'],
    ])
  })

  test('are named with folders that are recordings in another format', async () => {
    await write('x.nwb/.zgroup', '{}')
    expect(await refusals()).toEqual([['x.nwb', 'ZARR_STORE']])
    expect(lastChange().refused).toEqual(['x.nwb: ZARR_STORE'])
  })

  test('are served once they are repaired', async () => {
    await write('1.nwb', 'throw truncated')
    expect(await refusals()).toEqual([['1.nwb', 'FILE_TRUNCATED']])
    await write('1.nwb', '1')
    await lookAgain()
    expect(await ids()).toEqual(['1'])
    expect(await refusals()).toEqual([])
    expect(lastChange()).toEqual({ added: ['1'], removed: [], refused: [] })
  })

  test('are not served any more when they were before', async () => {
    await write('1.nwb', '1')
    await ids()
    await write('1.nwb', 'throw damaged')
    await lookAgain()
    expect(await ids()).toEqual([])
    expect(lastChange()).toEqual({ added: [], removed: ['1'], refused: ['1.nwb: FILE_DAMAGED'] })
  })

  test('are told again only when they are refused for another reason', async () => {
    await write('1.nwb', 'throw truncated')
    await ids()
    await write('1.nwb', 'throw truncated')
    await utimes(join(folder, '1.nwb'), 2_000_000_000, 2_000_000_000)
    await lookAgain()
    expect(changes).toHaveLength(1)
    await write('1.nwb', 'throw damaged')
    await lookAgain()
    expect(lastChange()).toEqual({ added: [], removed: [], refused: ['1.nwb: FILE_DAMAGED'] })
  })

  test.each([
    ['permissions', new RecordingError('FILE_UNREADABLE', '1.nwb', 'EACCES')],
    ['a change while it was read', new RecordingError('FILE_CHANGED', '1.nwb')],
    ['a fault outside of the file', new Error('the queue is full')],
  ])('are tried again where the reason was %s, which the file does not show', async (_, fault) => {
    await write('1.nwb', '1')
    readers.faults.set('1.nwb', fault)
    expect(await ids()).toEqual([])
    await lookAgain()
    expect(await ids()).toEqual([])
    expect(changes).toHaveLength(1)
    readers.faults.clear()
    await lookAgain()
    expect(await ids()).toEqual(['1'])
  })
})

describe('names that are not UTF-8', () => {
  const latin1 = (name: string) =>
    Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(name, 'latin1')])

  test('are refused with the cure, of files and of folders, and hide no other', async () => {
    await write('1.nwb', '1')
    await writeFile(latin1('caf\xe9.nwb'), '2')
    await mkdir(latin1('\xfcber'))
    expect(await ids()).toEqual(['1'])
    expect(await refusals()).toEqual([
      ['\ufffdber', 'NAME_NOT_UTF8'],
      ['caf\ufffd.nwb', 'NAME_NOT_UTF8'],
    ])
    const [, file] = await catalog.refused()
    expect(file?.error.message).toBe(
      'caf\ufffd.nwb cannot be opened because its name is not UTF-8. Rename it.',
    )
  })
})

describe('files that were read before', () => {
  let index: MemoryIndex

  /** As another process, which finds what this one has stored. */
  const openAnew = (options: FolderCatalogOptions = {}, place = folder) => {
    catalog.close()
    readers = new TextReaders()
    catalog = open({ index, ...options }, [place])
  }

  /** Written long enough ago to be kept. */
  const writeSettled = async (name: string, text: string) => {
    await write(name, text)
    vi.setSystemTime(Date.now() + 4000)
  }

  beforeEach(() => {
    index = new MemoryIndex()
    openAnew()
  })

  test('are listed without being opened, and read when they are asked', async () => {
    await writeSettled('9.nwb', '9')
    await writeSettled('10.nwb', '10')
    const before = await catalog.sessions()
    openAnew()
    const sessions = await catalog.sessions()
    expect(readers.read).toEqual([])
    expect(sessions.map(({ id, metadata }) => [id, metadata])).toEqual(
      before.map(({ id, metadata }) => [id, metadata]),
    )
    const named = [
      'areas',
      'recordedAreas',
      'unitCount',
      'passingUnitCount',
      'channelCount',
    ] as const
    const more = ['validChannelCount', 'probeCount', 'fileName', 'fileSize', 'available'] as const
    for (const name of [...named, ...more, 'location', 'published', 'warnings'] as const) {
      expect(sessions[0]?.[name], name).toEqual(before[0]?.[name])
    }
    expect((await sessions[1]?.reader.tables())?.metadata.identifier).toBe('10')
    expect(readers.read).toEqual(['10.nwb'])
  })

  test('are read again when they changed', async () => {
    await writeSettled('1.nwb', '1')
    await writeSettled('2.nwb', '2')
    await ids()
    await writeSettled('2.nwb', '3')
    openAnew()
    expect(await ids()).toEqual(['1', '3'])
    expect(readers.read).toEqual(['2.nwb'])
    openAnew()
    expect(await ids()).toEqual(['1', '3'])
    expect(readers.read).toEqual([])
  })

  test('are read again when they had been written just before', async () => {
    await write('1.nwb', '1')
    await ids()
    openAnew()
    expect(await ids()).toEqual(['1'])
    expect(readers.read).toEqual(['1.nwb'])
  })

  test('are refused again when they cannot be read', async () => {
    await writeSettled('1.nwb', 'throw damaged')
    await ids()
    openAnew()
    expect(await refusals()).toEqual([['1.nwb', 'FILE_DAMAGED']])
  })

  test('are not kept where a file alone is named', async () => {
    await writeSettled('1.nwb', '1')
    openAnew({}, join(folder, '1.nwb'))
    expect(await ids()).toEqual(['1'])
    expect([...index.lists.values()].flat()).toEqual([])
  })

  test('leave the list when most of them are gone', async () => {
    const list = index.list(`summaries of ${folder}`)
    await writeSettled('1.nwb', '1')
    await ids()
    const value = new Uint8Array(Buffer.from('{}'))
    await list.add(Array.from({ length: 1001 }, (_, i) => ({ key: `gone ${i}`, value })))
    openAnew()
    expect(await ids()).toEqual(['1'])
    expect(index.lists.get(`summaries of ${folder}`)).toHaveLength(1)
    openAnew()
    expect(await ids()).toEqual(['1'])
    expect(readers.read).toEqual([])
  })
})

describe('a list of sessions', () => {
  test('is the same one as long as nothing has changed', async () => {
    await write('1.nwb', '1')
    const before = await catalog.sessions()
    await lookAgain()
    expect(await catalog.sessions()).toBe(before)
    await write('2.nwb', '2')
    await lookAgain()
    expect(await catalog.sessions()).not.toBe(before)
  })
})

describe('the timer', () => {
  test('looks at the folders again without being asked, until it is closed', async () => {
    catalog = open({ rescanSeconds: 0.01 })
    await ids()
    await write('1.nwb', '1')
    await vi.waitFor(async () => expect(await ids()).toEqual(['1']), 60_000)
    const closed = catalog
    closed.close()
    // Another sees one change after another: the timer would have come round.
    catalog = open({ rescanSeconds: 0.01 })
    for (const id of ['2', '3']) {
      await write(`${id}.nwb`, id)
      await vi.waitFor(async () => expect(await ids()).toContain(id), 60_000)
    }
    expect((await closed.sessions()).map(({ id }) => id)).toEqual(['1'])
  })

  test('survives a place that vanishes and comes back', async () => {
    await write('data/1.nwb', '1')
    catalog = open({ rescanSeconds: 0.01 }, [join(folder, 'data')])
    expect(await ids()).toEqual(['1'])
    await rename(join(folder, 'data'), join(folder, 'away'))
    await vi.waitFor(() => expect(lastChange()).toMatchObject({ removed: ['1'] }), 60_000)
    await write('away/2.nwb', '2')
    await rename(join(folder, 'away'), join(folder, 'data'))
    await vi.waitFor(async () => expect(await ids()).toEqual(['1', '2']), 60_000)
  })
})

describe('a place whose disk does not answer', () => {
  const near = 'near'
  const far = 'far'

  async function openBoth(moody: MoodyDisk): Promise<void> {
    readers.disk = moody.disk
    await write('near/1.nwb', '1')
    await write('far/2.nwb', '2')
    catalog = open(
      {},
      [near, far].map((name) => join(folder, name)),
    )
  }

  test('holds up no other, is refused with its reason, and is served when it answers', async () => {
    const moody = new MoodyDisk()
    moody.silentFolders.add(join(folder, far))
    await openBoth(moody)
    expect(await ids()).toEqual(['1'])
    expect(await refusals()).toEqual([['far', 'DISK_SILENT']])
    expect(catalog.places()).toEqual([
      { name: 'near', state: 'READ', fileCount: 1, readCount: 1 },
      { name: 'far', state: 'SILENT', fileCount: 0, readCount: 0 },
    ])
    moody.silentFolders.clear()
    await lookAgain()
    expect(await ids()).toEqual(['1', '2'])
    expect(await refusals()).toEqual([])
    expect(catalog.places()[1]).toMatchObject({ state: 'READ', fileCount: 1, readCount: 1 })
  })

  test('keeps the sessions that it had', async () => {
    const moody = new MoodyDisk()
    await openBoth(moody)
    expect(await ids()).toEqual(['1', '2'])
    moody.silentFolders.add(join(folder, far))
    await write('near/3.nwb', '3')
    await lookAgain()
    expect(await ids()).toEqual(['1', '2', '3'])
    expect(lastChange()).toEqual({ added: ['3'], removed: [], refused: ['far: DISK_SILENT'] })
  })

  test('is found silent also by whoever reads its files', async () => {
    const moody = new MoodyDisk()
    await openBoth(moody)
    readers.faults.set('2.nwb', new RecordingError('DISK_SILENT', '2.nwb'))
    expect(await ids()).toEqual(['1'])
    expect(await refusals()).toEqual([['far', 'DISK_SILENT']])
  })
})

describe('the first look', () => {
  test('is waited for until patience ends; then questions are answered from what it has found', async () => {
    await write('1.nwb', '1')
    await write('2.nwb', '2')
    let letGo = () => {}
    readers.held.set('2.nwb', new Promise((resolve) => (letGo = resolve)))
    catalog = open({ patienceSeconds: 0.05 })
    await vi.waitFor(async () => expect(await ids()).toEqual(['1']), 60_000)
    expect(catalog.places()).toMatchObject([{ state: 'READING', fileCount: 2, readCount: 1 }])
    await expect(catalog.session('2')).rejects.toThrow(
      new StillReadingError('2', 1, '1 place is still being read (1 of 2 files so far)'),
    )
    expect(catalog.unread()).toEqual(catalog.places())
    letGo()
    await catalog.complete()
    expect(await ids()).toEqual(['1', '2'])
    expect(catalog.places()).toMatchObject([{ state: 'READ', fileCount: 2, readCount: 2 }])
    await expect(catalog.session('3')).rejects.toThrow(new SessionNotFoundError('3', 2))
    expect(catalog.unread()).toEqual([])
  })

  test('finds no session absent, nor lacking what tables know, before all places were read', async () => {
    await writeFiles(folder, smallCache)
    await write('session_1/session_1.nwb', '1')
    await write('other/9.nwb', '9')
    let letGo = () => {}
    readers.held.set('9.nwb', new Promise((resolve) => (letGo = resolve)))
    catalog = open({ patienceSeconds: 0.05 })
    await vi.waitFor(async () => expect(await ids()).toEqual(['1']), 60_000)
    expect((await catalog.session('1')).published?.specimenId).toBe('11')
    await expect(catalog.session('2')).rejects.toThrow(StillReadingError)
    letGo()
    await catalog.complete()
    expect(await ids()).toEqual(['1', '2', '9'])
    expect((await catalog.session('2')).available).toBe(false)
  })

  test('of a disk that never answered leaves open whether it has a session', async () => {
    await write('near/1.nwb', '1')
    const moody = new MoodyDisk()
    moody.silentFolders.add(join(folder, 'far'))
    readers.disk = moody.disk
    catalog = open({}, [join(folder, 'near'), join(folder, 'far')])
    expect(await ids()).toEqual(['1'])
    const mayBeThere = new RecordingError('DISK_SILENT', 'far', 'session "2" may be there')
    await expect(catalog.session('2')).rejects.toThrow(mayBeThere)
    expect(catalog.unread()).toMatchObject([{ name: 'far', state: 'SILENT' }])
    await write('far/2.nwb', '2')
    moody.silentFolders.clear()
    await lookAgain()
    expect(await ids()).toEqual(['1', '2'])
    await expect(catalog.session('3')).rejects.toThrow(SessionNotFoundError)
  })

  test('gives ids as if all had been found at once', async () => {
    await write('a.nwb', '7 2020-02-02')
    await write('b.nwb', '7 2020-01-01 first')
    let letGo = () => {}
    readers.held.set('b.nwb', new Promise((resolve) => (letGo = resolve)))
    catalog = open({ patienceSeconds: 0.05 })
    const found = await vi.waitFor(() => catalog.session('7'), 60_000)
    expect(found.fileName).toBe('a.nwb')
    letGo()
    await catalog.complete()
    expect((await catalog.session('7')).fileName).toBe('b.nwb')
    expect(await ids()).toHaveLength(2)
  })

  test('at a file that kept its reader busy is repeated a minute later, then after two', async () => {
    await write('1.nwb', '1')
    readers.faults.set('1.nwb', new RecordingError('READER_STUCK', '1.nwb'))
    await ids()
    const readsAfter = async (milliseconds: number) => {
      vi.setSystemTime(Date.now() + milliseconds)
      await lookAgain()
      return readers.read.length
    }
    expect(await readsAfter(50_000)).toBe(1)
    expect(await readsAfter(10_000)).toBe(2)
    expect(await readsAfter(100_000)).toBe(2)
    expect(await readsAfter(20_000)).toBe(3)
    readers.faults.clear()
    await readsAfter(300_000)
    expect(await ids()).toEqual(['1'])
    expect(await readsAfter(300_000)).toBe(4)
  })
})
