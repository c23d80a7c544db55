import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { SessionTables } from '../../../src/domain/session/session-tables.ts'
import { everyUnit } from '../../../src/domain/units/unit-filter.ts'
import type { EncodingOptions, ExportSource } from '../../../src/exports/export-kind.ts'
import type { NwbSubsetRequest } from '../../../src/exports/subset/nwb-selection.ts'
import { nwbSubsetExport } from '../../../src/exports/subset/nwb-subset.ts'
import { OwnThread } from '../../../src/readers/inline-reader.ts'
import { createRequestContext } from '../../../src/request/request-context.ts'
import {
  MemoryReader,
  type MemorySessionOptions,
  memoryCatalog,
} from '../../support/memory/memory-session.ts'
import { temporaryFolder } from '../../support/recordings/write-nwb.ts'

const folder = temporaryFolder()

const three: MemorySessionOptions = {
  id: 'three',
  units: [
    { id: 11, area: 'VISp', spikes: [1, 2, 3], columns: { depth: 100.5, type: 'basket' } },
    { id: 12, area: 'CA1', spikes: [], columns: { depth: 7 } },
    { id: 13, area: 'VISp', spikes: [0.5, 2.5] },
  ],
}
const always = { startTime: -Infinity, stopTime: Infinity }
const all: NwbSubsetRequest = { units: everyUnit, span: always, tables: null }

type Change = (tables: SessionTables) => Partial<SessionTables>

async function sourceOf(options: MemorySessionOptions, change: Change): Promise<ExportSource> {
  const catalog = await memoryCatalog(new MemoryReader(options))
  const [session] = await catalog.sessions()
  const context = createRequestContext({
    catalog,
    version: '1.0.0',
    limits: { maxCells: Infinity, maxValues: Infinity },
    signal: new AbortController().signal,
    reserve: async () => {},
  })
  const tables = await context.loaders.tables(session)
  const changed = { ...tables, ...change(tables) }
  return { ...context, session, tables: changed, origin: { fileName: 'three.nwb' } }
}

/** What is written of a session, read again. */
async function subsetOf(
  options: MemorySessionOptions,
  request: Partial<NwbSubsetRequest> = {},
  change: Change = () => ({}),
) {
  const source = await sourceOf(options, change)
  const plan = await nwbSubsetExport.request({ ...all, ...request }, 'nwb').plan(source)
  const progress: number[][] = []
  const bytes = await plan.encode('nwb', {
    ...({ dtype: null, keepsFormulas: false, inServer: false } as EncodingOptions),
    onProgress: (done, total) => progress.push([done, total]),
  })
  const file = join(folder, `${crypto.randomUUID()}.nwb`)
  const whole = Buffer.concat('parts' in bytes ? bytes.parts : [])
  await writeFile(file, whole)
  const reader = new OwnThread().reader(file)
  const tables = await reader.tables()
  const rows = Array.from(tables.units.ids.keys())
  const spikes = await reader.read(
    'spikeTimes',
    rows.map((unitRow) => ({ unitRow, span: always })),
  )
  const text = whole.toString('latin1')
  return { plan, progress, text, tables, reader, spikes: spikes.map((times) => [...times]) }
}

describe('units of a subset', () => {
  test('have their ids, spikes, channels, metrics and columns', async () => {
    const { tables, spikes, progress, plan } = await subsetOf(three)
    expect([...tables.units.ids]).toEqual([11, 12, 13])
    expect(spikes).toEqual([[1, 2, 3], [], [0.5, 2.5]])
    expect([...tables.channels.ids]).toEqual([1011, 1012, 1013])
    expect([...tables.units.channelRows]).toEqual([0, 1, 2])
    expect(tables.units.quality).toEqual(['good', 'good', 'good'])
    expect(tables.units.metrics.firingRate).toEqual(Float64Array.of(5, 5, 5))
    expect(tables.units.columns.map(({ name, kind }) => [name, kind])).toEqual([
      ['depth', 'number'],
      ['type', 'text'],
    ])
    expect(progress).toEqual([[3, 3]])
    expect(plan.summary()[0]).toBe('3 units with 5 spikes, 0 tables of intervals')
    expect(plan.emptiness).toBeNull()
  })

  test('may have no spikes in the window', async () => {
    const { spikes } = await subsetOf(three, { span: { startTime: 50, stopTime: 60 } })
    expect(spikes).toEqual([[], [], []])
  })

  test('are read sixteen at a time', async () => {
    const units = Array.from({ length: 20 }, (_, i) => ({ id: i, area: null, spikes: [i] }))
    const { progress, spikes } = await subsetOf({ units })
    expect(progress).toEqual([
      [16, 20],
      [20, 20],
    ])
    expect(spikes.flat()).toEqual(units.map(({ id }) => id))
  })

  test('may have no channel, or no probe', async () => {
    const { tables } = await subsetOf(three, {}, ({ units }) => ({
      units: { ...units, channelRows: Int32Array.of(2, -1, 0) },
    }))
    expect([...tables.units.channelRows]).toEqual([2, -1, 0])
    const without = await subsetOf(three, {}, ({ units }) => ({
      units: {
        ...units,
        channelRows: Int32Array.of(-1, -1, -1),
        probeRows: Int32Array.of(0, -1, 0),
        quality: null,
      },
    }))
    expect([...without.tables.units.channelRows]).toEqual([-1, -1, -1])
    expect([...without.tables.units.probeRows]).toEqual([-1, -1, -1])
    expect(without.tables.units.quality).toBeNull()
  })

  test('have clusters and numbers on their probes, whole or not', async () => {
    const { tables } = await subsetOf(three, {}, ({ units }) => ({
      units: {
        ...units,
        clusterId: Float64Array.of(4, 5, 6),
        localIndex: Float64Array.of(0, Number.NaN, 2),
      },
    }))
    expect([...(tables.units.clusterId ?? [])]).toEqual([4, 5, 6])
    expect([...(tables.units.localIndex ?? [])]).toEqual([0, Number.NaN, 2])
  })

  test('were observed when the session says', async () => {
    const units = three.units.map((unit, i) => ({
      ...unit,
      observed: i === 1 ? [] : [[0, 2] as const, [5, 6 + i] as const],
    }))
    const { observation } = (await subsetOf({ ...three, units })).tables.units
    const stretchesOf = (row: number) => observation?.stretches[observation.ofUnits[row] ?? -1]
    expect([0, 1, 2].map(stretchesOf)).toEqual([
      [
        { startTime: 0, stopTime: 2 },
        { startTime: 5, stopTime: 6 },
      ],
      [],
      [
        { startTime: 0, stopTime: 2 },
        { startTime: 5, stopTime: 8 },
      ],
    ])
    expect((await subsetOf(three)).tables.units.observation).toBeNull()
  })

  test('none: there is nothing to write', async () => {
    const source = await sourceOf(three, () => ({}))
    const units = { ...everyUnit, areas: ['CA3'] }
    const plan = await nwbSubsetExport.request({ ...all, units }, 'nwb').plan(source)
    expect(plan.emptiness?.missing).toBe('units')
  })

  test('have at most 25 million spikes', async () => {
    const planned = async (spikeCount: number) => {
      const spikeCounts = Float64Array.of(10_000_000, 10_000_000, spikeCount)
      const source = await sourceOf(three, ({ units }) => ({ units: { ...units, spikeCounts } }))
      return nwbSubsetExport.request(all, 'nwb').plan(source)
    }
    await expect(planned(5_000_000)).resolves.toBeDefined()
    await expect(planned(5_000_001)).rejects.toThrow('have 25000001 spikes in the whole session')
  })
})

describe('the window of a subset', () => {
  const trials = {
    start_time: [0, 10, 20, 30],
    stop_time: [5, 15, null, null],
    response: ['hit', 'miss', null, 'hit'],
  }

  test.each([
    [always, [0, 10, 20, 30]],
    [{ startTime: 5, stopTime: 20 }, [0, 10, 20]],
    [{ startTime: 5.5, stopTime: 9.5 }, []],
    [{ startTime: 20, stopTime: 29 }, [20]],
  ])('%j has the intervals that reach into it', async (span, starts) => {
    const { reader, plan } = await subsetOf({ ...three, intervals: { trials } }, { span })
    const tables = await reader.load('intervalTables')
    expect(tables.map(({ name, rowCount }) => [name, rowCount])).toEqual(
      starts.length > 0 ? [['trials', starts.length]] : [],
    )
    expect(plan.summary()[0]).toContain(
      starts.length > 0 ? '1 table of intervals' : '0 tables of intervals',
    )
    const leftOut = 'intervals that do not reach into it'
    expect(plan.summary()[1]?.includes(leftOut)).toBe(span !== always)
  })

  test('may have some tables of intervals, which keep the ids of their rows', async () => {
    const intervals = {
      trials: { ...trials, id: [7, 5, 6, 9] },
      cues: { start_time: [1], id: ['a'] },
      pauses: { start_time: [2, 3], stop_time: [2.5, 3.5] },
    }
    const options = { ...three, intervals }
    const { reader, plan } = await subsetOf(options, { tables: ['trials', 'cues'] })
    const idsOf = async (table: string, count: number) => {
      const request = { table, column: 'id', from: 0, count }
      const [{ codes, values }] = await reader.read('intervalColumns', [request])
      return Array.from(codes, (code) => values[code])
    }
    const tables = await reader.load('intervalTables')
    expect(tables.map(({ name }) => name).sort()).toEqual(['cues', 'trials'])
    expect(await idsOf('trials', 4)).toEqual([7, 5, 6, 9])
    expect(await idsOf('cues', 1)).toEqual([0])
    expect(plan.summary()[1]).toContain('other tables of intervals')
  })
})

describe('who and what was recorded', () => {
  const subject = {
    id: 's-1',
    specimenName: null,
    species: 'Mus musculus',
    sex: 'F',
    genotype: null,
    strain: 'C57BL/6J',
    age: 'P90D',
    ageInDays: 90,
  }

  test('is as the session has it', async () => {
    const { tables } = await subsetOf(three, {}, ({ metadata }) => ({
      metadata: {
        ...metadata,
        ...{ institution: 'Institute', lab: 'Laboratory', experimenters: ['Ann', 'Bob'], subject },
      },
    }))
    expect(tables.metadata).toMatchObject({
      ...{ identifier: 'three', description: 'a session in memory' },
      ...{ institution: 'Institute', lab: 'Laboratory', experimenters: ['Ann', 'Bob'], subject },
      ...{ startTime: '2019-01-01T12:00:00-07:00', sessionType: 'brain_observatory_1.1' },
    })
  })

  test('may be unknown', async () => {
    const { tables, text } = await subsetOf(three, {}, ({ metadata }) => ({
      metadata: { ...metadata, description: null, startTime: null },
    }))
    expect(tables.metadata).toMatchObject({
      ...{ description: 'no description', startTime: '1970-01-01T00:00:00+00:00' },
      ...{ institution: null, lab: null, experimenters: [], subject: null },
    })
    expect(text).toContain('gives no start of the session; 1970 stands in for it')
  })

  test('is a specimen of the Allen Institute where it has such a name', async () => {
    const specimen = { ...subject, specimenName: 'Sst-1', ageInDays: 90, strain: null }
    const { tables } = await subsetOf(three, {}, ({ metadata }) => ({
      metadata: { ...metadata, subject: specimen },
    }))
    expect(tables.metadata.subject).toMatchObject({ specimenName: 'Sst-1', ageInDays: 90 })
  })

  test('has probes with numbers or names, and channels of none', async () => {
    const probe = {
      ...{ id: 'shank 1', name: 'shank 1', description: 'a probe', location: 'VISp' },
      ...{ area: 'VISp', samplingRate: null, lfpSamplingRate: null, hasLfpData: null },
    }
    const { tables } = await subsetOf(three, {}, ({ probes, channels }) => ({
      probes: [...probes, probe],
      channels: {
        ...channels,
        probeRows: Int32Array.of(0, 1, -1),
        valid: Uint8Array.of(1, 0, 1),
        anteriorPosterior: Float64Array.of(1, 2, 3),
        filtering: ['AP band', 'AP band', 'AP band'],
      },
    }))
    expect(tables.probes).toMatchObject([
      { id: '100', name: 'probeA', samplingRate: 30000, lfpSamplingRate: 1250, hasLfpData: false },
      { id: 'shank 1', name: 'shank 1', description: 'a probe', location: 'VISp' },
      { name: 'unknown', description: 'no description' },
    ])
    expect(tables.channels).toMatchObject({
      count: 3,
      probeRows: Int32Array.of(0, 1, 2),
      valid: Uint8Array.of(1, 0, 1),
      areas: ['VISp', 'CA1', 'VISp'],
      localIndex: Float64Array.of(0, 1, 2),
      verticalPosition: Float64Array.of(0, 20, 40),
      horizontalPosition: Float64Array.of(11, 11, 11),
      anteriorPosterior: Float64Array.of(1, 2, 3),
      filtering: ['AP band', 'AP band', 'AP band'],
    })
  })
})
