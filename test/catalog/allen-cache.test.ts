import { mkdtemp, rename, rm, unlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type CatalogChange, FolderCatalog } from '../../src/catalog/folder-catalog.ts'
import { SessionNotAvailableError } from '../../src/errors.ts'
import { MemoryReader } from '../support/memory-session.ts'
import { smallCache, writeFiles } from '../support/write-cache.ts'

let folder: string
let catalog: FolderCatalog
let changes: CatalogChange[]

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'spikeql-cache-'))
  changes = []
  // Every file is the recording of session 1.
  const readers = {
    reader: () => new MemoryReader({ id: '1', units: [{ id: 1001, area: 'VISl', spikes: [] }] }),
  }
  catalog = new FolderCatalog([folder], readers, {
    rescanSeconds: 0,
    onChange: (change) => changes.push(change),
  })
  vi.useFakeTimers({ toFake: ['Date'] })
})

afterEach(async () => {
  vi.useRealTimers()
  catalog.close()
  await rm(folder, { recursive: true })
})

const write = (files: Readonly<Record<string, string>>) => writeFiles(folder, files)
const without = (name: string) =>
  Object.fromEntries(Object.entries(smallCache).filter(([file]) => file !== name))
const edited = (name: string, from: string, to: string) => ({
  ...smallCache,
  [name]: smallCache[name]?.replace(from, to) ?? '',
})

async function listed() {
  return (await catalog.sessions()).map(({ id, available }) => [id, available])
}

async function lookAgain() {
  vi.setSystemTime(Date.now() + 2000)
  await catalog.session('none').catch(() => {})
}

const refusals = async () =>
  (await catalog.refused()).map(({ fileName, error }) => [fileName, error.code])

describe('the tables of a cache', () => {
  test('list sessions whose files are absent, but none that was published without a file', async () => {
    await write({ ...smallCache, 'session_1/session_1.nwb': '' })
    expect(await listed()).toEqual([
      ['1', true],
      ['2', false],
    ])
    expect(await refusals()).toEqual([])
  })

  test('tell of an absent session what they know', async () => {
    await write(smallCache)
    expect(await catalog.session('1')).toMatchObject({
      fileName: 'session_1.nwb',
      unitCount: 2,
      passingUnitCount: 1,
      channelCount: 2,
      validChannelCount: null,
      probeCount: 1,
      recordedAreas: [{ acronym: 'VISp', channelCount: 1, unitCount: 1, passingUnitCount: 1 }],
      published: { publishedAt: '2019-10-03T00:00:00Z', specimenId: '11' },
    })
    const { metadata, reader } = await catalog.session('2')
    expect(metadata.subject).toMatchObject({ sex: 'F', genotype: 'wt', ageInDays: null })
    const { units, channels, probes } = await reader.tables()
    expect([...units.ids]).toEqual([2001, 2002])
    expect(units.metrics.amplitudeCutoff).toEqual(Float64Array.of(0.10000000000000002, 0.1))
    expect(units.metrics.waveformDuration).toEqual(Float64Array.of(0.25, Number.NaN))
    expect(units.metrics.snr).toBeNull()
    expect(units.areas).toEqual(['LGd', 'LGd'])
    expect(channels.verticalPosition).toEqual(Float64Array.of(20, 40))
    expect(probes).toEqual([
      {
        id: '20',
        name: 'probeB',
        description: null,
        location: null,
        area: null,
        samplingRate: null,
        lfpSamplingRate: 2500,
        hasLfpData: false,
      },
    ])
  })

  test('let no limit pass for a number rounded', async () => {
    await write(smallCache)
    expect((await catalog.session('2')).passingUnitCount).toBe(1)
  })

  test('fail where the file is needed, whatever is asked', async () => {
    await write(smallCache)
    const { reader } = await catalog.session('2')
    await expect(reader.countSpikes([])).rejects.toThrow(SessionNotAvailableError)
    await expect(reader.recordedSpan()).rejects.toThrow('Put session_2.nwb into the folder')
    const tables = await reader.tables()
    expect(() => tables.epochs).toThrow(SessionNotAvailableError)
    expect(() => tables.invalidTimes).toThrow(SessionNotAvailableError)
  })

  test('add what they know to a session whose file is there; the file wins', async () => {
    await write({ ...smallCache, 'elsewhere/a.nwb': '' })
    const session = await catalog.session('1')
    expect(session).toMatchObject({ available: true, fileName: 'a.nwb', unitCount: 1 })
    expect(session.recordedAreas.map(({ acronym }) => acronym)).toEqual(['VISl'])
    expect(session.published?.channel(101)).toEqual({
      area: 'VISp',
      structureId: 385,
      anteriorPosterior: 7500,
      dorsalVentral: 4000,
      leftRight: 6500,
    })
    expect(session.published?.channel(102)).toMatchObject({ area: null, structureId: Number.NaN })
    expect(session.published?.channel(7)).toBeNull()
  })

  test('notice a file that comes, and one that goes', async () => {
    await write(smallCache)
    expect(await listed()).toEqual([
      ['1', false],
      ['2', false],
    ])
    await write({ 'session_1/session_1.nwb': '' })
    vi.setSystemTime(Date.now() + 2000)
    expect((await catalog.session('1')).available).toBe(true)
    expect(changes.at(-1)?.added.map(({ id, available }) => [id, available])).toEqual([['1', true]])
    await unlink(join(folder, 'session_1/session_1.nwb'))
    await lookAgain()
    expect((await catalog.session('1')).available).toBe(false)
  })

  test('are read again when one of them changed, and only then', async () => {
    await write(smallCache)
    const before = await catalog.session('2')
    await lookAgain()
    expect((await catalog.session('2')).reader).toBe(before.reader)
    expect(changes).toHaveLength(1)
    await write(edited('sessions.csv', '\n2,', '\n4,'))
    await lookAgain()
    expect(await listed()).toEqual([
      ['1', false],
      ['4', false],
    ])
  })

  test('that vanish take their absent sessions with them', async () => {
    await write({ ...smallCache, 'session_1/session_1.nwb': '' })
    await listed()
    await unlink(join(folder, 'manifest.json'))
    await lookAgain()
    expect(await listed()).toEqual([['1', true]])
    expect((await catalog.session('1')).published).toBeNull()
  })
})

describe('a cache that cannot be used', () => {
  test.each([
    ['a missing table', without('probes.csv'), 'probes.csv', 'TABLE_MISSING'],
    [
      'another version',
      edited('manifest.json', '0.3.0', '0.2.1'),
      'manifest.json',
      'MANIFEST_VERSION_UNSUPPORTED',
    ],
    [
      'a column too few',
      edited('units.csv', 'ecephys_channel_id', 'x'),
      'units.csv',
      'TABLE_INVALID',
    ],
    ['an id twice', edited('units.csv', '1002', '1001'), 'units.csv', 'TABLE_INVALID'],
    ['a row without an id', edited('channels.csv', '202,', ','), 'channels.csv', 'TABLE_INVALID'],
    ['a torn row', edited('units.csv', ',0.25,999', ''), 'units.csv', 'TABLE_INVALID'],
    ['a word for a number', edited('units.csv', '0.99', 'high'), 'units.csv', 'TABLE_INVALID'],
  ])('for %s is refused, and its files are served without it', async (_, files, name, code) => {
    await write({ ...files, 'session_1/session_1.nwb': '' })
    expect(await listed()).toEqual([['1', true]])
    expect(await refusals()).toEqual([[name, code]])
    expect(changes[0]?.refused.map(({ fileName }) => fileName)).toEqual([name])
    await lookAgain()
    expect(changes).toHaveLength(1)
    await write(smallCache)
    await lookAgain()
    expect(await refusals()).toEqual([])
    expect(await listed()).toEqual([
      ['1', true],
      ['2', false],
    ])
  })

  test('does without a column that joins nothing', async () => {
    await write(edited('units.csv', 'presence_ratio', 'something_else'))
    expect(await refusals()).toEqual([])
    expect((await catalog.session('1')).passingUnitCount).toBe(1)
  })

  test.each(['{}', 'no JSON', '{ "manifest": 3 }', '{ "manifest": [{ "type": "icon" }] }'])(
    'is none at all where the manifest is another program’s: %s',
    async (manifest) => {
      await write({ ...smallCache, 'manifest.json': manifest })
      expect(await listed()).toEqual([])
      expect(await refusals()).toEqual([])
    },
  )
})

describe('analysis metrics', () => {
  const own = 'session_1/session_1_analysis_metrics.csv'
  const metrics = async (id: string) => (await catalog.session(id)).published?.analysisMetrics()

  test('are the session’s own, or else those of its type, or none', async () => {
    await write({
      ...smallCache,
      'functional_connectivity_analysis_metrics.csv': 'ecephys_unit_id,g_osi_dg\n2001,0.5\n',
      [own]: 'ecephys_unit_id,g_osi_dg,pref_images_multi_ns\n1001,0.25,"(1, 2)"\n1002,,\n',
    })
    const ofOne = await metrics('1')
    expect(ofOne?.names).toEqual(['g_osi_dg', 'pref_images_multi_ns'])
    expect(ofOne?.columns.get('g_osi_dg')).toEqual(Float64Array.of(0.25, Number.NaN))
    expect(ofOne?.columns.get('pref_images_multi_ns')).toEqual(['(1, 2)', null])
    expect([1001, 1002, 7].map((id) => ofOne?.rowOf(id))).toEqual([0, 1, -1])
    expect((await metrics('2'))?.columns.get('g_osi_dg')).toEqual(Float64Array.of(0.5))
    await unlink(join(folder, own))
    expect(await metrics('1')).toBeNull()
  })

  test('are read once, and again when their file changed', async () => {
    await write({ ...smallCache, [own]: 'unit_id,x\n1001,1\n' })
    const first = await metrics('1')
    expect(await metrics('1')).toBe(first)
    await write({ 'new.csv': 'unit_id,x\n1001,22\n' })
    await rename(join(folder, 'new.csv'), join(folder, own))
    expect((await metrics('1'))?.columns.get('x')).toEqual(Float64Array.of(22))
  })

  test('in a damaged table are an error that names it', async () => {
    await write({ ...smallCache, [own]: 'x\n1\n' })
    await expect(metrics('1')).rejects.toMatchObject({
      code: 'TABLE_INVALID',
      fileName: 'session_1_analysis_metrics.csv',
    })
  })

  test('of a type that is no name are not looked for elsewhere', async () => {
    await write({
      ...edited('sessions.csv', 'functional_connectivity', '../secret'),
      '../secret_analysis_metrics.csv': 'unit_id,x\n2001,1\n',
    })
    expect(await metrics('2')).toBeNull()
    await rm(join(folder, '../secret_analysis_metrics.csv'))
  })
})
