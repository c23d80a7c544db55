import { unitFilterField } from '../../addresses/unit-filter-field.ts'
import type { ExactNumber } from '../../domain/numeric/exact-numbers.ts'
import { type Coordinate, channelCoordinate } from '../../domain/session/channel-coordinate.ts'
import { type UnitMetric, unitMetricColumns } from '../../domain/session/session-tables.ts'
import type { UnitFilter } from '../../domain/units/unit-filter.ts'
import { codedTableColumn } from '../../formats/tables/coded-table-column.ts'
import { snakeCase } from '../../formats/tables/snake-case.ts'
import {
  type Cells,
  type Table,
  type TableColumn,
  tableOf,
  wholeColumn,
} from '../../formats/tables/table.ts'
import { noUnits } from '../emptiness.ts'
import type { ExportSource } from '../export-kind.ts'
import { tableExport } from './table-export.ts'

/** Units that pass, one per row, in the AllenSDK's order. */
export const unitsExport = tableExport<{ readonly units: UnitFilter }>({
  name: 'units',
  fields: { units: unitFilterField },
  async plan({ units }, source) {
    const rows = source.selections.rows(source.tables, units)
    return {
      rowCount: rows.length,
      emptiness: rows.length === 0 ? noUnits(source.tables) : null,
      load: async () => unitTable(Array.from(rows), source),
    }
  },
})

function unitTable(rows: readonly number[], { session, tables }: ExportSource): Table {
  const { units, channels, probes } = tables
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
  const own = [
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
  ]
  const names = new Set(own.map(({ name }) => name))
  const added = units.columns
    .map((column) => codedTableColumn(column, rows))
    .map((column) =>
      names.has(column.name) ? { ...column, name: `column_${column.name}` } : column,
    )
  return tableOf([...own, ...added])
}
