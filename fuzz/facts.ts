import type { SeriesId } from '../src/domain/series/series.ts'
import { sliceRuns } from '../src/domain/series/series.ts'
import { codedValue } from '../src/domain/stimuli/coded-column.ts'
import type { SessionReader } from '../src/sessions/session-reader.ts'
import type { Item, Judgement } from './judge.ts'

/** A value that both sides can give. */
export type Value = readonly (number | string | null)[] | null

/** One thing that a recording says: how SpikeQL answers it, and how it follows from what h5py reads. */
export interface Fact {
  readonly name: string
  readonly items: readonly Item[]
  ours(reader: SessionReader): Promise<Value>
  /** @param read what the items hold; null where one is not there */
  theirs(read: readonly (Float64Array | readonly string[] | null)[]): Value
}

const everything = { startTime: Number.NEGATIVE_INFINITY, stopTime: Number.POSITIVE_INFINITY }

const numbers = (path: string): Item => ({ path, kind: 'numbers' })
const texts = (path: string): Item => ({ path, kind: 'texts' })

/** All facts; those of what a base lacks are null on both sides. */
export function factsOf(
  presentationTables: readonly string[],
  series: readonly SeriesId[],
): Fact[] {
  return [
    text('identifier', '/identifier', async (r) => (await r.tables()).metadata.identifier || null),
    text('sessionType', '/general/stimulus', async (r) => (await r.tables()).metadata.sessionType),
    text(
      'species',
      '/general/subject/species',
      async (r) => (await r.tables()).metadata.subject?.species ?? null,
    ),
    text(
      'age',
      '/general/subject/age',
      async (r) => (await r.tables()).metadata.subject?.age ?? null,
    ),
    {
      name: 'unit ids',
      items: [numbers('/units/id')],
      ours: async (r) => Array.from((await r.tables()).units.ids, Number),
      theirs: ([ids]) => listOf(ids),
    },
    column('quality', texts('/units/quality'), async (r) => (await r.tables()).units.quality),
    ...(['snr', 'amplitude_cutoff', 'presence_ratio', 'isi_violations'] as const).map((name) =>
      column(name, numbers(`/units/${name}`), async (r) => {
        const { metrics } = (await r.tables()).units
        return {
          snr: metrics.snr,
          amplitude_cutoff: metrics.amplitudeCutoff,
          presence_ratio: metrics.presenceRatio,
          isi_violations: metrics.isiViolations,
        }[name]
      }),
    ),
    column('electrode ids', numbers('/general/extracellular_ephys/electrodes/id'), async (r) => {
      const { channels } = await r.tables()
      return channels.count > 0 ? Array.from(channels.ids, Number) : null
    }),
    column(
      'vertical positions',
      numbers('/general/extracellular_ephys/electrodes/probe_vertical_position'),
      async (r) => (await r.tables()).channels.verticalPosition,
    ),
    {
      name: 'spike times',
      items: [numbers('/units/spike_times'), numbers('/units/spike_times_index')],
      async ours(reader) {
        const { units } = await reader.tables()
        const spikes = await reader.read(
          'spikeTimes',
          rows(units.count).map((unitRow) => ({ unitRow, span: everything })),
        )
        return spikes.flatMap((times) => ['unit', ...times])
      },
      theirs: ([times, ends]) => unitsOf(times, times, ends),
    },
    {
      name: 'amplitudes',
      items: [
        numbers('/units/spike_amplitudes'),
        numbers('/units/spike_amplitudes_index'),
        numbers('/units/spike_times'),
      ],
      async ours(reader) {
        const { units } = await reader.tables()
        if (!units.hasSpikeAmplitudes) return null
        const amplitudes = await reader.read(
          'spikeAmplitudes',
          rows(units.count).map((unitRow) => ({ unitRow, span: everything })),
        )
        return amplitudes.flatMap((of) => ['unit', ...of.sort()])
      },
      theirs: ([amplitudes, ends, times]) => unitsOf(amplitudes, times, ends),
    },
    {
      name: 'mean waveforms',
      items: [numbers('/units/waveform_mean'), numbers('/units/waveform_mean_index')],
      async ours(reader) {
        const { waveforms, count } = (await reader.tables()).units
        if (!waveforms) return null
        const all = await reader.read(
          'meanWaveforms',
          rows(count).map((unitRow) => ({
            unitRow,
            rows: Uint32Array.from(rows(waveforms.rowCounts[unitRow] as number)),
          })),
        )
        return all.flatMap((waveform) => [...waveform])
      },
      theirs: ([waveforms]) => listOf(waveforms),
    },
    presentations('starts', presentationTables, 'start_time', 'numbers', async (r) => [
      ...(await r.load('presentations')).startTimes,
    ]),
    presentations('stops', presentationTables, 'stop_time', 'numbers', async (r) => [
      ...(await r.load('presentations')).stopTimes,
    ]),
    presentations('stimuli', presentationTables, 'stimulus_name', 'texts', async (r) => {
      const { storedNames, count } = await r.load('presentations')
      return rows(count).map((row) => codedValue(storedNames, row))
    }),
    ...['orientation', 'mask', 'contrast'].map((name) => parameter(name, presentationTables)),
    {
      name: 'invalid times',
      items: [
        numbers('/intervals/invalid_times/start_time'),
        numbers('/intervals/invalid_times/stop_time'),
      ],
      ours: async (r) => {
        const { invalidTimes } = await r.tables()
        return [
          ...invalidTimes.map(({ startTime }) => startTime),
          ...invalidTimes.map(({ stopTime }) => stopTime),
        ]
      },
      theirs: ([starts, stops]) => (starts && stops ? [...starts, ...stops] : []),
    },
    ...series.flatMap((id) => [samples(id, 'time'), samples(id, 'data')]),
  ]
}

function text(
  name: string,
  path: string,
  ours: (reader: SessionReader) => Promise<string | null>,
): Fact {
  return {
    name,
    items: [texts(path)],
    ours: async (reader) => [await ours(reader)],
    theirs: ([read]) => [(read?.[0] as string | undefined) || null],
  }
}

function column(
  name: string,
  item: Item,
  ours: (reader: SessionReader) => Promise<Iterable<number | string | null> | null>,
): Fact {
  return {
    name,
    items: [item],
    async ours(reader) {
      const values = await ours(reader)
      return values && [...values].map((value) => (value === '' ? null : value))
    },
    theirs: ([read]) => listOf(read)?.map((value) => (value === '' ? null : value)) ?? null,
  }
}

/** A column of all tables of presentations, in order of their starts. */
function presentations(
  name: string,
  tables: readonly string[],
  column: string,
  kind: 'numbers' | 'texts',
  ours: (reader: SessionReader) => Promise<Value>,
): Fact {
  return {
    name,
    items: tables.flatMap((table) => [
      numbers(`/intervals/${table}/start_time`),
      { path: `/intervals/${table}/${column}`, kind },
    ]),
    ours,
    theirs: (read) =>
      inOrder(read)?.map((value) => (value === '' || value === 'N/A' ? 'spontaneous' : value)) ??
      null,
  }
}

function parameter(name: string, tables: readonly string[]): Fact {
  return {
    name,
    items: tables.flatMap((table) => [
      numbers(`/intervals/${table}/start_time`),
      { path: `/intervals/${table}/${name}`, kind: name === 'mask' ? 'texts' : 'numbers' },
    ]),
    async ours(reader) {
      const list = await reader.load('presentations')
      const [{ table }] = await reader.read('presentationParameters', [list])
      const column = table.columns.find((candidate) => candidate.name === name)
      return column
        ? rows(list.count).map((row) => codedValue(column, row) as number | string | null)
        : null
    },
    theirs(read) {
      const values =
        inOrder(read)?.map((value) => (Number.isNaN(value) || value === '' ? null : value)) ?? null
      return values?.some((value) => value !== null) ? values : null
    },
  }
}

function samples(series: SeriesId, column: 'time' | 'data'): Fact {
  const group = series.path ?? '/processing/running/running_speed'
  return {
    name: `${group} ${column}`,
    items: ['timestamps', 'data'].map((name) => numbers(`${group}/${name}`)),
    async ours(reader) {
      const [window] = await reader.read('locateSamples', [{ series, span: everything }])
      if (!window) return null
      const [values] = await reader.read('samples', [
        {
          series,
          column: column === 'time' ? 'time' : series.path ? 'values' : 'velocity',
          channels: null,
          runs: sliceRuns(window.runs, 0, 300),
          resampling: { method: 'none', samplesPerGroup: 1, pointsPerGroup: 1 },
          reduction: 'mean',
          masked: [],
        },
      ])
      return values ? [...values] : null
    },
    // Without times, samples are nowhere.
    theirs: ([times, data]) => (times && data ? listOf(column === 'time' ? times : data) : null),
  }
}

/** Starts and values of each table in turn: values of all, in order of start, then of table and row. A table that lacks them has nulls. */
function inOrder(
  read: readonly (Float64Array | readonly string[] | null)[],
): (number | string | null)[] | null {
  const all: { start: number; value: number | string | null }[] = []
  for (let i = 0; i < read.length; i += 2) {
    const [starts, values] = [read[i], read[i + 1]]
    if (!starts) return null
    for (const [row, start] of starts.entries())
      all.push({ start: Number(start), value: values?.[row] ?? null })
  }
  return all.sort((a, b) => a.start - b.start).map(({ value }) => value)
}

type Read = Float64Array | readonly string[] | null | undefined

/** Entries of each unit in order of their size, but those whose times are not numbers: they lie in no window. */
function unitsOf(entries: Read, times: Read, ends: Read): Value {
  if (!entries || !times || !ends) return null
  return Array.from(ends as Float64Array, (end, row) => {
    const from = Number(ends[row - 1] ?? 0)
    const unit = (entries as Float64Array).slice(from, end)
    return ['unit', ...unit.filter((_, i) => !Number.isNaN(Number(times[from + i]))).sort()]
  }).flat()
}

const rows = (count: number) => Array.from({ length: count }, (_, row) => row)

const listOf = (read: Float64Array | readonly string[] | null | undefined) =>
  read ? [...read] : null

export type { Judgement }
