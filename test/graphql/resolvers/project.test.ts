import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { FolderCatalog } from '../../../src/catalog/folder/folder-catalog.ts'
import { MemoryReader } from '../../support/memory/memory-session.ts'
import { smallCache, writeFiles } from '../../support/write-cache.ts'
import { execute } from '../execute.ts'

let folder: string
let catalog: FolderCatalog
let reader: MemoryReader

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'spikeql-project-'))
  await writeFiles(folder, {
    ...smallCache,
    // The ids that a session in memory gives its channels.
    'channels.csv': smallCache['channels.csv']?.replace('\n101,', '\n2001,') ?? '',
    'units.csv': smallCache['units.csv']?.replace(',101\n', ',2001\n') ?? '',
    'session_1/session_1.nwb': '',
    'session_1/session_1_analysis_metrics.csv': 'ecephys_unit_id,g_osi_dg\n1001,0.5\n1002,\n',
  })
  reader = new PlacedReader({
    id: '1',
    units: [
      { id: 1001, area: 'VISl', spikes: [1, 2], metrics: { snr: 1 } },
      { id: 1002, area: 'VISp', spikes: [3], metrics: { snr: 5 } },
    ],
  })
  catalog = new FolderCatalog([folder], { reader: () => reader }, { rescanSeconds: 0 })
})

afterEach(async () => {
  catalog.close()
  await rm(folder, { recursive: true })
})

/** Its channels lie somewhere else than those of the table. */
class PlacedReader extends MemoryReader {
  override async tables() {
    const tables = await super.tables()
    const coordinates = Float64Array.of(1, 2)
    return {
      ...tables,
      channels: { ...tables.channels, anteriorPosterior: coordinates, leftRight: coordinates },
    }
  }
}

const sendQuery = (query: string) => execute(catalog, query)

describe('units across sessions', () => {
  test('come from a file and from tables in one list', async () => {
    const { data, errors } = await sendQuery(
      '{ units(where: { requireMetrics: false }) { totalCount nodes { unitId area spikeCount session { id available } } } }',
    )
    expect(errors).toEqual([])
    expect(data.units).toEqual({
      totalCount: 3,
      nodes: [
        { unitId: '1001', area: 'VISl', spikeCount: 2, session: { id: '1', available: true } },
        { unitId: '1002', area: 'VISp', spikeCount: 1, session: { id: '1', available: true } },
        { unitId: '2002', area: 'LGd', spikeCount: null, session: { id: '2', available: false } },
      ],
    })
  })

  test('are sorted across sessions, missing values last', async () => {
    const { data } = await sendQuery(
      `{ snr: units(orderBy: [{ by: SNR, direction: DESC }]) { nodes { unitId } }
         area: units(orderBy: [{ by: AREA }]) { nodes { unitId } } }`,
    )
    const ids = (list: { nodes: { unitId: string }[] }) => list.nodes.map(({ unitId }) => unitId)
    expect(ids(data.snr)).toEqual(['1002', '1001', '2002'])
    expect(ids(data.area)).toEqual(['2002', '1001', '1002'])
  })

  test('tell how many there are on all pages', async () => {
    const { data } = await sendQuery('{ units(first: 2) { totalCount pageInfo { hasNextPage } } }')
    expect(data.units).toEqual({ totalCount: 3, pageInfo: { hasNextPage: true } })
  })

  test('are those of the sessions asked alone', async () => {
    const { data, errors } = await sendQuery(
      '{ units(sessions: { available: false }) { nodes { unitId } } }',
    )
    expect(errors).toEqual([])
    expect(data.units.nodes).toEqual([{ unitId: '2002' }])
  })

  test('of no session are none', async () => {
    const { data, errors } = await sendQuery(
      '{ units(sessions: { sexes: ["X"] }) { totalCount } channels(sessions: { ids: [] }) { totalCount } }',
    )
    expect(errors).toEqual([])
    expect(data).toEqual({ units: { totalCount: 0 }, channels: { totalCount: 0 } })
  })
})

describe('a session without a file', () => {
  test('fails its own fields and leaves those of others', async () => {
    const { data, errors } = await sendQuery(
      `{ absent: session(id: "2") { binnedActivity(start: 0, stop: 1, areas: ["LGd"]) { counts } }
         present: session(id: "1") { binnedActivity(start: 0, stop: 3, binSize: 1, areas: ["VISl"]) { counts } } }`,
    )
    expect(errors.map(({ path, extensions }) => [path[0], extensions.code])).toEqual([
      ['absent', 'SESSION_NOT_AVAILABLE'],
    ])
    expect(data).toEqual({
      absent: null,
      present: { binnedActivity: [{ counts: [[0], [1], [1]] }] },
    })
  })

  test('does not make room in the budget for spikes of others', async () => {
    const { errors } = await execute(catalog, '{ units { nodes { unitId spikeTimes } } }', {
      maxCells: 2,
    })
    expect(errors.map(({ extensions }) => extensions.code)).toContain('TOO_MANY_CELLS')
  })

  test('tells shape and columns of a matrix that it cannot count', async () => {
    const { data } = await sendQuery(
      '{ session(id: "2") { binnedActivity(start: 0, stop: 1, areas: ["LGd"]) { shape unitIds } } }',
    )
    expect(data.session.binnedActivity).toEqual([{ shape: [10, 1], unitIds: ['2002'] }])
  })
})

describe('what the tables add to a file', () => {
  test('stands beside what the file says', async () => {
    const { data } = await sendQuery(
      `{ session(id: "1") { published { specimenId } unit(id: "1001") {
           area analysisMetrics { gOsiDg areaRf onScreenRf all { name value text } }
         } } }`,
    )
    expect(data.session).toEqual({
      published: { specimenId: '11' },
      unit: {
        area: 'VISl',
        analysisMetrics: {
          gOsiDg: 0.5,
          areaRf: null,
          onScreenRf: null,
          all: [{ name: 'g_osi_dg', value: 0.5, text: null }],
        },
      },
    })
  })

  test('is the place of a channel that the table lists; any other is where the file says', async () => {
    const { data } = await sendQuery(
      `{ session(id: "1") { channels { nodes {
           channelId area publishedArea structureId anteriorPosteriorCcf dorsalVentralCcf leftRightCcf
         } } } }`,
    )
    expect(data.session.channels.nodes).toEqual([
      {
        channelId: '2001',
        area: 'VISl',
        publishedArea: 'VISp',
        structureId: 385,
        anteriorPosteriorCcf: 7500,
        dorsalVentralCcf: 4000,
        leftRightCcf: 6500,
      },
      {
        channelId: '2002',
        area: 'VISp',
        publishedArea: null,
        structureId: null,
        anteriorPosteriorCcf: 2,
        dorsalVentralCcf: null,
        leftRightCcf: 2,
      },
    ])
  })

  test('is null where the table does not list the unit, or there is no table', async () => {
    const { data, errors } = await sendQuery(
      '{ units(orderBy: [{ by: ID }]) { nodes { unitId analysisMetrics { gOsiDg } } } }',
    )
    expect(errors).toEqual([])
    expect(data.units.nodes).toEqual([
      { unitId: '1001', analysisMetrics: { gOsiDg: 0.5 } },
      { unitId: '1002', analysisMetrics: { gOsiDg: null } },
      { unitId: '2002', analysisMetrics: null },
    ])
  })

  test('asks the reader for its tables once, however many fields are asked', async () => {
    await catalog.sessions()
    reader.requested.tables = 0
    await sendQuery(
      '{ units { nodes { unitId channel { publishedArea anteriorPosteriorCcf } analysisMetrics { gOsiDg } } } channels { totalCount } probes { totalCount } }',
    )
    expect(reader.requested.tables).toBe(1)
  })
})
