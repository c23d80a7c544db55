import { mkdtemp, rename, rm, unlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { CatalogChange } from '../../../src/catalog/folder/catalog-change.ts'
import { FolderCatalog } from '../../../src/catalog/folder/folder-catalog.ts'
import { SessionNotAvailableError } from '../../../src/errors.ts'
import { MemoryReader } from '../../support/memory/memory-session.ts'
import { smallCache, writeFiles } from '../../support/write-cache.ts'

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
    await expect(reader.read('countSpikes', [])).rejects.toThrow(SessionNotAvailableError)
    await expect(reader.load('spikeSpan')).rejects.toThrow('Put session_2.nwb into the folder')
    const tables = await reader.tables()
    expect(() => tables.epochs).toThrow(SessionNotAvailableError)
    expect(() => tables.invalidTimes).toThrow(SessionNotAvailableError)
  })

  test('add what they know to a session whose file is there; the file wins', async () => {
    await write({ ...smallCache, 'elsewhere/a.nwb': '' })
    const session = await catalog.session('1')
    expect(session).toMatchObject({ available: true, fileName: 'a.nwb', unitCount: 1 })
    expect(session.recordedAreas?.map(({ acronym }) => acronym)).toEqual(['VISl'])
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

describe('a cache that is not filled yet', () => {
  const only = (...names: readonly string[]) =>
    Object.fromEntries(
      Object.entries(smallCache).filter(([file]) =>
        ['manifest.json', ...names.map((name) => `${name}.csv`)].includes(file),
      ),
    )

  /** What is known of session 1; null: it is not. */
  async function knownOf() {
    const { unitCount, passingUnitCount, channelCount, probeCount, recordedAreas, warnings } =
      await catalog.session('1')
    return {
      counts: [unitCount, passingUnitCount, channelCount, probeCount],
      areas: recordedAreas?.map(({ acronym }) => acronym) ?? null,
      lacking: warnings.map(({ code, message }) => `${code} ${message.match(/\w+\.csv/)}`),
    }
  }

  test.each([
    {
      names: ['sessions'],
      counts: [null, null, null, null],
      areas: null,
      lacking: ['probes', 'channels', 'units'],
    },
    {
      names: ['sessions', 'units'],
      counts: [null, null, null, null],
      areas: null,
      lacking: ['probes', 'channels'],
    },
    {
      names: ['sessions', 'probes'],
      counts: [null, null, null, 1],
      areas: null,
      lacking: ['channels', 'units'],
    },
    {
      names: ['sessions', 'probes', 'channels'],
      counts: [null, null, 2, 1],
      areas: ['VISp'],
      lacking: ['units'],
    },
    {
      names: ['sessions', 'probes', 'channels', 'units'],
      counts: [2, 1, 2, 1],
      areas: ['VISp'],
      lacking: [],
    },
  ])('lists its sessions with what $names know', async ({ names, lacking, ...known }) => {
    await write(only(...names))
    expect(await listed()).toEqual([
      ['1', false],
      ['2', false],
    ])
    expect(await refusals()).toEqual([])
    expect(await knownOf()).toEqual({
      ...known,
      lacking: lacking.map((name) => `TABLE_MISSING ${name}.csv`),
    })
    const { metadata } = await catalog.session('1')
    expect(metadata.subject).toMatchObject({ sex: 'M', ageInDays: 100 })
  })

  test('lists the sessions of its probes where it has no table of sessions', async () => {
    await write(only('probes', 'channels', 'units'))
    expect(await listed()).toEqual([
      ['1', false],
      ['2', false],
    ])
    const { metadata, unitCount } = await catalog.session('1')
    expect(unitCount).toBe(2)
    expect(metadata).toMatchObject({ sessionType: null, subject: { sex: null, genotype: null } })
  })

  test('fails where a table that it lacks is needed, and answers all else', async () => {
    await write(only('sessions', 'probes'))
    const tables = await (await catalog.session('1')).reader.tables()
    expect(tables.probes.map(({ name }) => name)).toEqual(['probeA'])
    expect(() => tables.units.count).toThrow(SessionNotAvailableError)
    expect(() => tables.channels.count).toThrow(SessionNotAvailableError)
  })

  test('notices a table that comes', async () => {
    await write(only('sessions', 'probes', 'channels'))
    expect((await knownOf()).counts).toEqual([null, null, 2, 1])
    await write(only('units'))
    await lookAgain()
    expect((await knownOf()).counts).toEqual([2, 1, 2, 1])
  })

  test('adds coordinates of channels to a session whose file is there, without the other tables', async () => {
    await write({ ...only('sessions', 'channels'), 'session_1/session_1.nwb': '' })
    const session = await catalog.session('1')
    expect(session).toMatchObject({ available: true, unitCount: 1, warnings: [] })
    expect(session.published?.channel(101)?.anteriorPosterior).toBe(7500)
  })
})

describe('a table that cannot be used', () => {
  test.each([
    ['a column too few', edited('units.csv', 'ecephys_channel_id', 'x'), 'units.csv'],
    ['an id twice', edited('units.csv', '1002', '1001'), 'units.csv'],
    ['a torn row', edited('units.csv', ',0.25,999', ''), 'units.csv'],
    ['a word for a number', edited('units.csv', '0.99', 'high'), 'units.csv'],
    ['a row without an id', edited('channels.csv', '202,', ','), 'channels.csv'],
    ['nothing in it', { ...smallCache, 'probes.csv': '' }, 'probes.csv'],
    ['no ids', edited('sessions.csv', 'id,published_at', 'x,published_at'), 'sessions.csv'],
  ])('for %s is refused, and costs no more than itself', async (_, files, name) => {
    await write({ ...files, 'session_1/session_1.nwb': '' })
    expect(await listed()).toEqual([
      ['1', true],
      ['2', false],
    ])
    expect(await refusals()).toEqual([[name, 'TABLE_INVALID']])
    expect(changes[0]?.refused.map(({ fileName }) => fileName)).toEqual([name])
    const { warnings } = await catalog.session('2')
    expect(warnings.map(({ message }) => message)).toEqual([
      expect.stringContaining(`no usable ${name}`),
    ])
    await lookAgain()
    expect(changes).toHaveLength(1)
    await write(smallCache)
    await lookAgain()
    expect(await refusals()).toEqual([])
    expect((await catalog.session('2')).unitCount).toBe(2)
  })

  test('is named beside others', async () => {
    await write({ ...smallCache, 'units.csv': '', 'sessions.csv': 'id\nx\n' })
    expect(await refusals()).toEqual([
      ['sessions.csv', 'TABLE_INVALID'],
      ['units.csv', 'TABLE_INVALID'],
    ])
    expect((await catalog.session('1')).probeCount).toBe(1)
  })
})

describe('a cache that cannot be used', () => {
  test('is refused for another version, and its files are served without it', async () => {
    await write({
      ...edited('manifest.json', '0.3.0', '0.2.1'),
      'session_1/session_1.nwb': '',
    })
    expect(await listed()).toEqual([['1', true]])
    expect(await refusals()).toEqual([['manifest.json', 'MANIFEST_VERSION_UNSUPPORTED']])
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
