import { expect, test } from 'vitest'
import { sharedDisk } from '../../src/byte-sources/disk/disk.ts'
import { absentSession } from '../../src/catalog/allensdk/absent-session.ts'
import { AnalysisTables } from '../../src/catalog/allensdk/analysis-tables.ts'
import type { CsvTable } from '../../src/catalog/allensdk/csv-table.ts'
import { ProjectTables } from '../../src/catalog/allensdk/project-tables.ts'
import { publishedSession } from '../../src/catalog/allensdk/published-sessions.ts'
import { changeLines, startText } from '../../src/cli/serve/serve-texts.ts'
import { MemoryReader, memoryCatalog } from '../support/memory/memory-session.ts'

function table(
  fileName: string,
  numbers: Record<string, number[]>,
  texts: Record<string, string[]> = {},
): CsvTable {
  const columns = Object.entries(numbers).map(([name, values]) => {
    return [name, Float64Array.from(values)] as const
  })
  return {
    fileName,
    rowCount: 0,
    columns: [],
    numbers: new Map(columns),
    texts: new Map(Object.entries(texts)),
  }
}

const tables = new ProjectTables({
  sessions: table('sessions.csv', { id: [5] }, { session_type: ['functional_connectivity'] }),
  probes: table('probes.csv', { id: [], ecephys_session_id: [] }, { name: [] }),
  channels: table(
    'channels.csv',
    { id: [], ecephys_probe_id: [] },
    { ecephys_structure_acronym: [] },
  ),
  units: table('units.csv', { id: [], ecephys_channel_id: [] }),
})
const absent = absentSession(
  '5',
  tables,
  publishedSession('5', tables, new AnalysisTables(sharedDisk, '/nowhere')),
)
const catalog = memoryCatalog(new MemoryReader({ id: '7', units: [] }))

test('sessions whose files are absent are listed as such, and not tried', async () => {
  const text = startText('http://localhost:1', {
    sessions: [absent, ...(await (await catalog).sessions())],
    refused: [],
    places: [],
  })
  expect(text).toContain(
    'Serving 1 session, and 1 more known only from the tables of an AllenSDK cache:',
  )
  expect(text).toMatch(/^ +5 {2}functional_connectivity .* file absent$/m)
  expect(text).toContain('session(id: \\"7\\")')
})

test('a file that comes and one that goes are told, with what is left of the session', async () => {
  const present = { ...(await (await catalog).session('7')), id: '5' }
  const nothing = { added: [], removed: [], refused: [], warned: [] }
  expect(changeLines({ ...nothing, added: [present], removed: [absent] })).toEqual([
    'now served: session 5 (session_7.nwb)',
  ])
  expect(changeLines({ ...nothing, added: [absent], removed: [present] })).toEqual([
    'now listed: session 5 (its file is absent)',
  ])
  expect(changeLines({ ...nothing, removed: [absent] })).toEqual([])
})
