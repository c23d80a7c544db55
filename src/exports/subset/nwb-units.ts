import type { ExactNumber } from '../../domain/numeric/exact-numbers.ts'
import { type SessionTables, unitMetricColumns } from '../../domain/session/session-tables.ts'
import { type Column, type NwbWriter, rowEnds } from '../../nwb-writing/nwb-writer.ts'
import { nwbColumn } from './nwb-columns.ts'
import { wholeNumbers } from './whole-numbers.ts'

/** A peak channel that no electrode has. */
const NO_CHANNEL = -1

/**
 * The units table; only the place of the spike times, which follow the structure.
 *
 * @param rows in file order
 * @param spikeCounts of each
 */
export function writeUnits(
  nwb: NwbWriter,
  tables: SessionTables,
  rows: readonly number[],
  spikeCounts: readonly number[],
): void {
  const { units } = tables
  const written = columnsOf(tables, rows)
  nwb.table('/units', {
    type: ['core', 'Units'],
    description: 'sorted units',
    ids: wholeNumbers(rows.map((row) => units.ids[row])),
    columns: [
      ...written,
      {
        name: 'spike_times',
        description: 'times of spikes, in seconds',
        value: { kind: 'streamed', shape: [spikeCounts.reduce((sum, count) => sum + count, 0)] },
        ends: rowEnds(spikeCounts),
      },
    ],
  })
}

function columnsOf(tables: SessionTables, rows: readonly number[]): Column[] {
  const { units, channels, probes } = tables
  const column = (name: string, value: Column['value']): Column => ({
    name,
    description: 'no description',
    value,
  })
  const custom = units.columns.map((stored) => nwbColumn(stored, rows))
  const channelRows = rows.map((row) => units.channelRows[row])
  const channelOf = (row: number) => (row < 0 ? NO_CHANNEL : channels.ids[row])
  const probeRows = rows.map((row) => units.probeRows[row])
  const columns = [
    ...(channelRows.some((row) => row >= 0)
      ? [column('peak_channel_id', wholeNumbers(channelRows.map(channelOf)))]
      : []),
    ...(probeRows.every((row) => row >= 0)
      ? [
          column('electrode_group', {
            kind: 'references',
            paths: probeRows.map((row) => groupPath(probes[row].name)),
          }),
        ]
      : []),
    ...(units.quality
      ? [
          column(
            'quality',
            rows.map((row) => units.quality?.[row] ?? ''),
          ),
        ]
      : []),
    ...(units.clusterId ? [column('cluster_id', numbers(units.clusterId, rows))] : []),
    ...(units.localIndex ? [column('local_index', numbers(units.localIndex, rows))] : []),
    ...Object.entries(units.metrics).flatMap(([metric, values]) =>
      values
        ? [
            column(
              unitMetricColumns[metric as keyof typeof units.metrics],
              Float64Array.from(rows, (row) => values[row]),
            ),
          ]
        : [],
    ),
    ...observedColumn(tables, rows),
  ]
  const names = new Set(columns.map(({ name }) => name))
  return [...columns, ...custom.filter(({ name }) => !names.has(name))]
}

/** int64 where all are whole, else float64. */
function numbers(values: ArrayLike<ExactNumber>, rows: readonly number[]): Column['value'] {
  const chosen = rows.map((row) => values[row])
  const areWhole = chosen.every((value) => typeof value === 'bigint' || Number.isSafeInteger(value))
  return areWhole ? wholeNumbers(chosen) : Float64Array.from(chosen, Number)
}

/** `obs_intervals`: when each unit was observed; none where the file does not say. */
function observedColumn({ units }: SessionTables, rows: readonly number[]): Column[] {
  const { observation } = units
  if (!observation) return []
  const lists = rows.map((row) => observation.stretches[observation.ofUnits[row]])
  const values = Float64Array.from(
    lists.flat().flatMap(({ startTime, stopTime }) => [startTime, stopTime]),
  )
  return [
    {
      name: 'obs_intervals',
      description: 'when each unit was observed, in seconds',
      value: { kind: 'matrix', values, columns: 2 },
      ends: rowEnds(lists.map(({ length }) => length)),
    },
  ]
}

export const groupPath = (probe: string): string => `/general/extracellular_ephys/${probe}`
