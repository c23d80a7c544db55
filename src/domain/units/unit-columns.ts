import { InvalidArgumentError } from '../../errors.ts'
import type { ExactNumber } from '../numeric/exact-numbers.ts'
import { rememberPerTables } from '../session/memoize-per-tables.ts'
import {
  type SessionTables,
  type UnitColumn,
  unitMetricColumns,
} from '../session/session-tables.ts'
import { CodedColumnBuilder } from '../stimuli/coded-column.ts'
import type { ColumnKind, ParameterValue } from '../stimuli/stimulus-parameters.ts'

/**
 * Every column of the units table with a value per unit, in order of their names: a laboratory's
 * own, and those that have fields of their own, such as `quality` and `firing_rate`.
 */
export const unitColumns = rememberPerTables((tables): readonly UnitColumn[] => {
  const { quality, clusterId, localIndex, metrics } = tables.units
  const known = [
    ...(quality ? [columnOf('quality', 'text', quality)] : []),
    ...(clusterId ? [columnOf('cluster_id', 'number', clusterId)] : []),
    ...(localIndex ? [columnOf('local_index', 'number', localIndex)] : []),
    ...Object.entries(metrics).flatMap(([metric, values]) =>
      values ? [columnOf(unitMetricColumns[metric as keyof typeof metrics], 'number', values)] : [],
    ),
  ]
  return [...tables.units.columns, ...known].sort((a, b) => (a.name < b.name ? -1 : 1))
})

function columnOf(
  name: string,
  kind: ColumnKind,
  values: ArrayLike<ExactNumber | string | null>,
): UnitColumn {
  const builder = new CodedColumnBuilder<ParameterValue>(values.length)
  for (let row = 0; row < values.length; row++) {
    const value = values[row]
    if (value === null || value === '' || Number.isNaN(value)) continue
    builder.set(row, typeof value === 'bigint' ? String(value) : value)
  }
  return { name, description: null, kind, ...builder.finish() }
}

/** @throws InvalidArgumentError for a name that the units table lacks; lists those it has */
export function findUnitColumn(tables: SessionTables, name: string): UnitColumn {
  const columns = unitColumns(tables)
  const column = columns.find((candidate) => candidate.name === name)
  if (column) return column
  throw noSuchUnitColumn(
    name,
    columns.map((candidate) => candidate.name),
  )
}

export function noSuchUnitColumn(name: string, known: readonly string[]): InvalidArgumentError {
  return new InvalidArgumentError(
    `The units table has no column ${JSON.stringify(name.slice(0, 100))}. Available: ${known.join(', ') || 'none'}.`,
  )
}
