import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { FolderCatalog } from '../../src/catalog/folder/folder-catalog.ts'
import { MemoryReader } from '../support/memory/memory-session.ts'
import { smallCache, writeFiles } from '../support/write-cache.ts'
import { execute } from './execute.ts'

let folder: string
let catalog: FolderCatalog

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'spikeql-half-'))
  const unit = { id: 1001, area: 'VISp', spikes: [] }
  const readers = { reader: () => new MemoryReader({ id: '1', units: [unit] }) }
  catalog = new FolderCatalog([folder], readers, { rescanSeconds: 0 })
})
afterEach(async () => {
  catalog.close()
  await rm(folder, { recursive: true })
})

/** Session 1 has its file, session 2 has not. */
const write = (...names: readonly string[]) =>
  writeFiles(folder, {
    'manifest.json': smallCache['manifest.json'],
    ...Object.fromEntries(names.map((name) => [`${name}.csv`, smallCache[`${name}.csv`]])),
    'session_1/session_1.nwb': '',
  })

describe('an absent session of a cache that is not filled yet', () => {
  test('has null for what no table tells, and warns of it', async () => {
    await write('sessions')
    const { data, errors } = await execute(
      catalog,
      '{ session(id: "2") { sessionType subject { sex } unitCount passingUnitCount channelCount probeCount recordedAreas warnings { code path } } }',
    )
    expect(errors).toEqual([])
    const warning = { code: 'TABLE_MISSING', path: null }
    expect(data.session).toEqual({
      sessionType: 'functional_connectivity',
      subject: { sex: 'F' },
      unitCount: null,
      passingUnitCount: null,
      channelCount: null,
      probeCount: null,
      recordedAreas: null,
      warnings: [warning, warning, warning],
    })
  })

  test.each([
    'units { totalCount }',
    'units(where: { areas: ["VISp"] }) { totalCount }',
    'areas { acronym unitCount }',
    'areas(units: { snrMin: 1 }) { acronym }',
    'channels { totalCount }',
    'probes { name }',
  ])('fails, and does not count none, when asked { %s }', async (field) => {
    await write('sessions')
    const { errors } = await execute(catalog, `{ session(id: "2") { ${field} } }`)
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['SESSION_NOT_AVAILABLE'])
  })

  test('answers what the tables know', async () => {
    await write('sessions', 'probes', 'channels')
    const { data, errors } = await execute(
      catalog,
      `{ session(id: "2") {
        probes { name }
        channels(where: { areas: ["LGd"] }) { totalCount }
        recordedAreas unitCount
      } }`,
    )
    expect(errors).toEqual([])
    expect(data.session).toEqual({
      probes: [{ name: 'probeB' }],
      channels: { totalCount: 2 },
      recordedAreas: ['LGd'],
      unitCount: null,
    })
  })

  test('is left out of lists across the project of what it lacks', async () => {
    await write('sessions', 'probes', 'channels')
    const { data, errors } = await execute(
      catalog,
      `{
        sessions { totalCount }
        units(where: { validOnly: false }) { nodes { unitId session { id } } }
        channels(where: { areas: ["LGd"] }) { nodes { channelId } }
        probes { nodes { name } }
      }`,
    )
    expect(errors).toEqual([])
    expect(data).toMatchObject({
      sessions: { totalCount: 2 },
      units: { nodes: [{ unitId: '1001', session: { id: '1' } }] },
      channels: { nodes: [{ channelId: '201' }, { channelId: '202' }] },
    })
    expect(data.probes.nodes).toContainEqual({ name: 'probeB' })
  })
})
