import { planResampling, reductionOf } from '../../domain/series/resampling.ts'
import {
  type SeriesId,
  type SeriesName,
  type SeriesWindow,
  seriesColumns,
  sliceRuns,
} from '../../domain/series/series.ts'
import type { SessionTables } from '../../domain/session/session-tables.ts'
import { invalidTimesOfProbe } from '../../domain/time/probe-invalid-times.ts'
import { findProbe } from '../../domain/units/unit-filter.ts'
import {
  type Cells,
  type Table,
  type TableColumn,
  tableOf,
  wholeColumn,
} from '../../formats/table.ts'
import type { CatalogSession } from '../../sessions/session-catalog.ts'
import { CommandError } from '../terminal/command-error.ts'
import type { ExportKind, ExportOptions } from './export-options.ts'
import { snakeCase } from './unit-table.ts'

/** Cells read at a time: 8 MB. */
const CHUNK_CELLS = 1_000_000

const seriesOfKind: Partial<Record<ExportKind, SeriesName>> = {
  'running-speed': 'runningSpeed',
  'raw-running': 'rawRunning',
  'eye-tracking': 'eyeTracking',
  'raw-gaze': 'rawGaze',
  'filtered-gaze': 'filteredGaze',
  lfp: 'lfp',
  csd: 'currentSourceDensity',
  'time-series': 'stored',
}

/**
 * Samples, one a row, in order of time: the times, then every column that the file has. LFP in
 * invalid times of its probe is missing, as in the AllenSDK.
 *
 * @throws CommandError when the session has no such series
 */
export async function seriesTable(
  { reader }: CatalogSession,
  options: ExportOptions,
  signal: AbortSignal,
): Promise<Table> {
  const tables = await reader.tables()
  const read = { signal, from: [tables] }
  const series = askedSeries(options, tables)
  const span = { startTime: options.start ?? -Infinity, stopTime: options.stop ?? Infinity }
  const [window] = await reader.read('locateSamples', [{ series, span }], read)
  if (!window) {
    const stored = options.what === 'time-series' ? await reader.load('storedSeries', read) : null
    const known = stored && ` Available: ${stored.map(({ path }) => path).join(', ') || 'none'}.`
    throw new CommandError(
      `The session has no ${series.path ?? options.what}.${known ?? ' spikeql inspect lists its time series.'}`,
    )
  }
  const isMatrix = window.columns.includes('values')
  const names = seriesColumns[series.name].filter((name) => window.columns.includes(name))
  const valueNames = isMatrix ? channelNames(window) : names.map(snakeCase)
  const resampling = planResampling(window.count, null, 'none')
  const probe = tables.probes.find(({ id }) => id === series.probeId)
  const masked =
    series.name === 'lfp' && probe ? invalidTimesOfProbe(tables.invalidTimes, probe.name) : []
  const atATime = Math.max(1, Math.floor(CHUNK_CELLS / (1 + valueNames.length)))
  const hasEndTimes = names.some((name) => name === 'endTime')
  return {
    columns: [hasEndTimes ? 'start_time' : 'time', ...valueNames].map((name) => ({
      name,
      type: 'float' as const,
    })),
    rowCount: window.count,
    async *chunks() {
      for (let done = 0; done < window.count; done += atATime) {
        const count = Math.min(atATime, window.count - done)
        const columns = await reader.read(
          'samples',
          ['time', ...names].map((column) => ({
            series,
            column,
            channels: null,
            runs: sliceRuns(window.runs, done, count),
            resampling,
            reduction: reductionOf(resampling, column === 'time' ? 'time' : 'value'),
            masked: column === 'time' ? [] : masked,
          })),
          read,
        )
        const [times, values] = columns as [Float64Array, Float64Array]
        yield isMatrix ? [times, ...columnsOf(values, window.channelCount)] : columns
      }
    },
  }
}

function askedSeries(options: ExportOptions, tables: SessionTables): SeriesId {
  const name = seriesOfKind[options.what] as SeriesName
  if (name === 'stored') {
    if (options.series) return { name, probeId: null, path: options.series }
    throw new CommandError('Name the time series by its path in the file with --series.')
  }
  if (name !== 'lfp' && name !== 'currentSourceDensity') return { name, probeId: null }
  const [probe, ...others] = options.probes ?? []
  if (probe === undefined || others.length > 0) {
    const known = tables.probes.map((candidate) => candidate.name).join(', ') || 'none'
    throw new CommandError(`Name one probe with --probes. Available: ${known}.`)
  }
  return { name, probeId: tables.probes[findProbe(tables, probe)]?.id ?? null }
}

/**
 * By the id of the electrode, or else by position; a single channel without either is the value.
 */
function channelNames({ channelCount, labels }: SeriesWindow): string[] {
  const { channelIds, verticalPositions } = labels
  const names = Array.from({ length: channelCount }, (_, channel) => {
    if (channelIds) return `channel_${channelIds[channel] ?? ''}`
    if (verticalPositions) return `vertical_${verticalPositions[channel]}`
    return channelCount === 1 ? 'value' : `value_${channel}`
  })
  return new Set(names).size === names.length ? names : names.map((name, i) => `${name}_${i}`)
}

/** The columns of values of shape [samples, channels]. */
function columnsOf(values: Float64Array, channelCount: number): Float64Array[] {
  const samples = values.length / channelCount
  return Array.from({ length: channelCount }, (_, channel) =>
    Float64Array.from({ length: samples }, (_, sample) => values[sample * channelCount + channel]),
  )
}

/** Light pulses, one a row. */
export async function optogeneticTable({ reader }: CatalogSession): Promise<Table> {
  const { optogeneticEpochs: epochs } = await reader.tables()
  if (!epochs) {
    throw new CommandError(
      'The session has no optogenetics. spikeql inspect lists its time series.',
    )
  }
  const column = (name: string, type: TableColumn['type'], cells: Cells) => ({ name, type, cells })
  const floats = (name: 'startTime' | 'stopTime' | 'duration' | 'level') =>
    column(
      snakeCase(name),
      'float',
      Float64Array.from(epochs, (epoch) => epoch[name]),
    )
  return tableOf([
    wholeColumn(
      'id',
      epochs.map(({ id }) => id),
    ),
    floats('startTime'),
    floats('stopTime'),
    floats('duration'),
    column(
      'condition',
      'text',
      epochs.map(({ condition }) => condition),
    ),
    floats('level'),
    column(
      'stimulus_name',
      'text',
      epochs.map(({ stimulusName }) => stimulusName),
    ),
  ])
}
