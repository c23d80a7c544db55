import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { summarizeSession } from '../../../src/cli/inspect/session-summary.ts'
import { sessionText } from '../../../src/cli/inspect/session-text.ts'
import type { CatalogSession } from '../../../src/sessions/session-catalog.ts'
import { MemoryReader, memoryCatalog } from '../../support/memory/memory-session.ts'
import { writeNwb } from '../../support/recordings/write-nwb.ts'
import { run } from '../run-in-one-process.ts'
import { temporaryFolder, writeSampleSession } from '../sample-folder.ts'

const session = async () => {
  const reader = new MemoryReader({
    id: '7',
    units: [
      { id: 1, area: 'VISp', spikes: [1, 2, 3] },
      { id: 2, area: 'VISp', spikes: [4], quality: 'noise' },
      { id: 3, area: 'grey', spikes: [] },
    ],
    epochs: [
      { stimulusName: 'gabors', block: 0, startTime: 10, stopTime: 20.5 },
      { stimulusName: 'spontaneous', block: null, startTime: 21, stopTime: 30 },
    ],
    invalidTimes: [{ startTime: 12, stopTime: 13, tags: ['stimulus'] }],
  })
  return (await memoryCatalog(reader)).session('7')
}

test('a summary counts channels, units and passing units of each area', async () => {
  const { areas, units, channels, probes } = await summarizeSession(await session())
  expect(areas).toEqual([
    {
      acronym: 'VISp',
      alias: 'V1',
      name: 'Primary visual area',
      channels: 2,
      units: 2,
      passingUnits: 1,
    },
    {
      acronym: 'grey',
      alias: null,
      name: 'Basic cell groups and regions',
      channels: 1,
      units: 1,
      passingUnits: 1,
    },
  ])
  expect(units).toMatchObject({ stored: 3, passing: 2, spikes: 4 })
  expect(channels).toEqual({ stored: 3, valid: 3 })
  expect(probes).toMatchObject([{ name: 'probeA', channels: 3, units: 3 }])
})

test('a summary counts presentations and conditions of each stimulus', async () => {
  const { stimuli } = await summarizeSession(await session())
  // The memory session has one presentation an epoch; the invalid time masks the first.
  expect(stimuli).toEqual([
    { stimulusName: 'invalid_presentation', presentations: 1, conditions: 0 },
    { stimulusName: 'spontaneous', presentations: 1, conditions: 1 },
  ])
  const text = sessionText(await summarizeSession(await session()))
  expect(text).toContain('Stimuli\n  presentations  conditions  stimulus')
  expect(text).toContain('Time series\n')
})

test('the text ends with what no answer tells of', async () => {
  const warnings = [
    { code: 'COLUMN_LEFT_OUT', path: '/units/a\nb', message: '/units/a\nb holds texts.' },
  ] as const
  const catalog = await memoryCatalog(new MemoryReader({ id: '8', units: [], warnings }))
  const summary = await summarizeSession(await catalog.session('8'))
  expect(summary.warnings).toEqual(warnings)
  expect(sessionText(summary)).toMatch(
    /\nWarnings\n {2}COLUMN_LEFT_OUT: \/units\/a\\nb holds texts\.$/,
  )
  expect(sessionText(await summarizeSession(await session()))).toMatch(/\nWarnings\n {2}none$/)
})

test('the text lets no control character of the file through', async () => {
  const reader = new MemoryReader({
    id: '7\x1b[2J',
    sessionType: 'a\nb',
    units: [{ id: 1, area: 'V\x9b', spikes: [] }],
    epochs: [{ stimulusName: 'c\x1b', block: 0, startTime: 1, stopTime: 2 }],
  })
  const [only] = await (await memoryCatalog(reader)).sessions()
  if (!only) throw new Error('no session')
  const text = sessionText(await summarizeSession(only))
  expect(text).toMatch(/^Session 7\\u001b\[2J\n/)
  expect(text).toMatch(/\n {2}type +a\\nb\n/)
  expect(text.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u)
})

test('the text has a section for each', async () => {
  const text = sessionText(await summarizeSession(await session()))
  expect(text).toContain('Session 7\n  file         session_7.nwb (1 kB, NWB 2.2.2)\n')
  expect(text).toContain('3 units with 4 spikes stored; 2 pass the quality filter')
  expect(text).toContain(
    [
      'Areas',
      '  area  alias  channels  units  passing  name',
      '  VISp  V1            2      2        1  Primary visual area',
      '  grey                1      1        1  Basic cell groups and regions',
    ].join('\n'),
  )
  expect(text).toContain(
    [
      '  units  that are',
      '      1  noise, or on an invalid channel',
      '      0  outside the brain',
    ].join('\n'),
  )
  expect(text).toContain(
    [
      'Stimulus epochs',
      '  index  start (s)  stop (s)  duration (s)  block  stimulus',
      '      0     10.000    20.500        10.500      0  gabors',
      '      1     21.000    30.000         9.000      -  spontaneous',
    ].join('\n'),
  )
  expect(text).toMatch(/Invalid times\n.*\n {5}12\.000 {4}13\.000 {2}stimulus\n/)
})

test('published facts and analysis metrics are told where there are tables', async () => {
  const withTables: CatalogSession = {
    ...(await session()),
    published: {
      publishedAt: '2019-10-03T00:00:00Z',
      dateOfAcquisition: null,
      specimenId: null,
      channel: () => null,
      analysisMetrics: async () => ({
        count: 2,
        names: ['g_osi_dg', 'area_rf'],
        columns: new Map(),
        rowOf: (unit) => (unit === 1 ? 0 : -1),
      }),
    },
  }
  const summary = await summarizeSession(withTables)
  expect(summary.analysisMetrics).toEqual({ units: 1, names: ['g_osi_dg', 'area_rf'] })
  const text = sessionText(summary)
  expect(text).toContain('published    2019-10-03T00:00:00Z')
  expect(text).toContain('Analysis metrics\n  2 metrics of 1 unit in the tables')
  expect(sessionText(await summarizeSession(await session()))).not.toContain('Analysis metrics')
})

describe('spikeql inspect', () => {
  let folder: string
  let file: string
  beforeAll(async () => {
    folder = await temporaryFolder()
    file = await writeSampleSession(folder)
  })

  test('tells of a file, or of a session by its id, the same', async () => {
    const byFile = await run(['inspect', file])
    expect(byFile).toMatchObject({ code: 0, stderr: '' })
    expect(byFile.stdout).toMatch(/^Session 810000001\n {2}file +session_810000001\.nwb/)
    expect(await run(['inspect', '810000001', '--path', folder])).toEqual(byFile)
  })

  test('tells it to programs', async () => {
    const summary = JSON.parse((await run(['inspect', file, '--json'])).stdout)
    expect(summary).toMatchObject({
      id: '810000001',
      sessionType: 'brain_observatory_1.1',
      fileName: 'session_810000001.nwb',
      units: { stored: 258 },
    })
    expect(summary.probes).toHaveLength(6)
    expect(summary.areas.map((area: { alias: string | null }) => area.alias)).toContain('V1')
  })

  test('lists the ids there are when it does not know one', async () => {
    expect(await run(['inspect', '1', '--path', folder])).toEqual({
      code: 1,
      stdout: '',
      stderr: 'error: There is no session 1. Available: 810000001.\n',
    })
  })

  test('names a handful of a folder of many sessions, and the cure', async () => {
    const many = await temporaryFolder()
    for (let i = 1; i <= 7; i++) await writeNwb(join(many, `${i}.nwb`), { identifier: `${i}` })
    expect(await run(['inspect', many])).toEqual({
      code: 1,
      stdout: '',
      stderr: `error: ${many} holds 7 sessions: 1, 2, 3, 4, 5 and 2 others (spikeql serve lists all). Name one by its id, such as 1 --path ${many}.\n`,
    })
  })

  test('warns of another file with the same identifier, and finds either by its id', async () => {
    const two = await temporaryFolder()
    const units = [{ id: 1, spikes: [1] }]
    await writeNwb(join(two, 'a.nwb'), { identifier: '7' })
    await writeNwb(join(two, 'b.nwb'), { identifier: '7', units })
    const { stdout } = await run(['inspect', '7', '--path', two])
    const [, fullId] = stdout.match(/ID_SHARED: .* it is served as session "(7~\w+)"/) ?? []
    expect((await run(['inspect', fullId ?? '', '--path', two])).stdout).toContain(
      `Session ${fullId}\n`,
    )
    const [, name] = stdout.match(/file +(\w\.nwb)/) ?? []
    const alone = await run(['inspect', join(two, name ?? '')])
    expect(alone.stdout).toContain('Session 7\n')
  })

  test('tells that a folder holds no recording', async () => {
    const empty = await temporaryFolder()
    const { code, stderr } = await run(['inspect', empty])
    expect(code).toBe(1)
    expect(stderr).toBe(
      `error: There is no recording (.nwb) in ${empty}. Name a file, or another folder.\n`,
    )
  })
})
