import type { ExactNumber } from '../../domain/numeric/exact-numbers.ts'
import { type Coordinate, channelCoordinate } from '../../domain/session/channel-coordinate.ts'
import {
  type SessionTables,
  type UnitMetric,
  unitMetricColumns,
} from '../../domain/session/session-tables.ts'
import { selectUnits } from '../../domain/units/unit-filter.ts'
import { amount } from '../../formats/amounts.ts'
import {
  type Cells,
  type Table,
  type TableColumn,
  tableOf,
  wholeColumn,
} from '../../formats/table.ts'
import type { CatalogSession } from '../../sessions/session-catalog.ts'
import { unitFilter } from '../options.ts'
import type { ExportOptions } from './export-options.ts'

/**
 * The filter of the options; areas only where they were asked, as the
 * dataset's are no default here.
 */
export function askedUnits(options: ExportOptions) {
  const isAsked = options.given.has('areas') && options.areas.length > 0
  const areas = isAsked ? options.areas : null
  return { ...unitFilter(options), areas }
}

/** What to do where no unit passes. */
export function noUnitsText({ units }: SessionTables): string {
  return `No unit is left to export, of the ${amount(units.count, 'unit')} that the session stores. Relax the limits, change --areas or --probes, or use --all-units.`
}

/** Units that pass, one a row, in the AllenSDK's order. */
export async function unitTable(session: CatalogSession, options: ExportOptions): Promise<Table> {
  const tables = await session.reader.tables()
  const { units, channels, probes } = tables
  const rows = Array.from(selectUnits(tables, askedUnits(options)))
  const numbers = (
    name: string,
    type: TableColumn['type'],
    value: (row: number) => number | null | undefined,
  ) => ({ name, type, cells: Float64Array.from(rows, (row) => value(row) ?? Number.NaN) as Cells })
  const whole = (name: string, value: (row: number) => ExactNumber | null | undefined) =>
    wholeColumn(name, rows.map(value))
  const texts = (name: string, value: (row: number) => string | null | undefined) => ({
    name,
    type: 'text' as const,
    cells: rows.map((row) => value(row) ?? null),
  })
  const channelOf = (row: number) => units.channelRows[row]
  const probeOf = (row: number) => probes[units.probeRows[row]]
  const coordinate = (name: Coordinate) => (row: number) => {
    const channel = channelOf(row)
    const published = session.published?.channel(channels.ids[channel])
    return channelCoordinate(published, channels, channel, name)
  }
  return tableOf([
    whole('unit_id', (row) => units.ids[row]),
    texts('area', (row) => units.areas[row]),
    texts('probe_id', (row) => probeOf(row)?.id),
    texts('probe_name', (row) => probeOf(row)?.name),
    whole('channel_id', (row) => channels.ids[channelOf(row)]),
    numbers('channel_number', 'integer', (row) => channels.localIndex?.[channelOf(row)]),
    numbers('vertical_position', 'float', (row) => channels.verticalPosition?.[channelOf(row)]),
    numbers('horizontal_position', 'float', (row) => channels.horizontalPosition?.[channelOf(row)]),
    numbers('anterior_posterior_ccf', 'float', coordinate('anteriorPosterior')),
    numbers('dorsal_ventral_ccf', 'float', coordinate('dorsalVentral')),
    numbers('left_right_ccf', 'float', coordinate('leftRight')),
    texts('quality', (row) => units.quality?.[row]),
    whole('cluster_id', (row) => units.clusterId?.[row]),
    numbers('local_index', 'integer', (row) => units.localIndex?.[row]),
    numbers('spike_count', 'integer', (row) => units.spikeCounts[row]),
    ...(Object.keys(unitMetricColumns) as UnitMetric[]).map((metric) =>
      numbers(snakeCase(metric), 'float', (row) => units.metrics[metric]?.[row]),
    ),
  ])
}

/** `waveformPtRatio` as a column is named: `waveform_pt_ratio`. */
export const snakeCase = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
