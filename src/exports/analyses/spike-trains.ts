import {
  choiceField,
  type FieldsOf,
  flagField,
  optionalNumberField,
} from '../../addresses/address-field.ts'
import { intervalsField, optionalEpochFilterField } from '../../addresses/interval-fields.ts'
import { unitFilterField } from '../../addresses/unit-filter-field.ts'
import type { UnitFilter } from '../../domain/units/unit-filter.ts'
import { type Table, tableOf, wholeColumn } from '../../formats/tables/table.ts'
import type { IntervalSelection } from '../../request/analyses/selected-intervals.ts'
import { type SpikeTrains, spikeTrains } from '../../request/analyses/spike-trains.ts'
import { trainColumn, trainStatistics } from '../../request/analyses/train-columns.ts'
import {
  fanoFactors,
  presenceRatios,
  type QualityRule,
  USUAL_PRESENCE_BIN,
  usualLimits,
  violationCounts,
  violationRatios,
  violationRule,
} from '../../request/analyses/train-quality.ts'
import { noUnits } from '../emptiness.ts'
import type { ExportSource } from '../export-kind.ts'
import { tableExport } from '../tables/table-export.ts'

export interface SpikeTrainsRequest extends IntervalSelection {
  readonly units: UnitFilter
  readonly perInterval: boolean
}

/** The parts of a request for spike trains, in the order of an address. */
export const spikeTrainFields: FieldsOf<SpikeTrainsRequest> = {
  units: unitFilterField,
  within: intervalsField,
  epochs: optionalEpochFilterField,
  perInterval: flagField(false),
}

/** Which columns there are, besides those that have no options. */
export interface TrainTableRequest extends SpikeTrainsRequest {
  /** of violations and presence */
  readonly rule: QualityRule
  /** seconds; null: without the Fano factor */
  readonly fanoBinSize: number | null
}

/** Statistics of spike trains: a row per unit, or per interval and unit. */
export const spikeTrainsExport = tableExport<TrainTableRequest>({
  name: 'spike-train-statistics',
  fields: {
    ...spikeTrainFields,
    rule: choiceField<QualityRule>(['SPIKEINTERFACE', 'ALLENSDK'], 'SPIKEINTERFACE'),
    fanoBinSize: optionalNumberField,
  },
  async plan({ units, rule, fanoBinSize, ...requested }, source) {
    const unitRows = source.selections.rows(source.tables, units)
    const trains = await spikeTrains(source.session, unitRows, requested, source)
    return {
      rowCount: trains.selection.rows.length * unitRows.length,
      emptiness: unitRows.length === 0 ? noUnits(source.tables) : null,
      load: () => trainsTable(trains, { rule, fanoBinSize }, source),
    }
  },
})

async function trainsTable(
  trains: SpikeTrains,
  options: Pick<TrainTableRequest, 'rule' | 'fanoBinSize'>,
  source: ExportSource,
): Promise<Table> {
  const { tables, unitRows, intervals, isPerInterval, selection } = trains
  const rowCount = selection.rows.length * unitRows.length
  const positions = Array.from({ length: rowCount }, (_, position) => position)
  const unitOf = (position: number) => unitRows[position % unitRows.length]
  const intervalOf = (position: number) => Math.floor(position / unitRows.length)
  const statistics = await Promise.all(
    trainStatistics.map(async (name) => {
      const { data } = await trainColumn(trains, name, source)
      const type = name === 'SPIKE_COUNT' ? ('integer' as const) : ('float' as const)
      return { name: name.toLowerCase(), type, cells: data }
    }),
  )
  const ofIntervals = (name: string, value: (interval: number) => number) => ({
    name,
    type: name === 'interval' ? ('integer' as const) : ('float' as const),
    cells: Float64Array.from(positions, (position) => value(intervalOf(position))),
  })
  return tableOf([
    ...(isPerInterval
      ? [
          ofIntervals('interval', (interval) => interval),
          ofIntervals('start_time', (interval) => intervals[interval].startTime),
          ofIntervals('stop_time', (interval) => intervals[interval].stopTime),
        ]
      : []),
    wholeColumn(
      'unit_id',
      positions.map((position) => tables.units.ids[unitOf(position)]),
    ),
    {
      name: 'area',
      type: 'text',
      cells: positions.map((position) => tables.units.areas[unitOf(position)] ?? null),
    },
    ...statistics,
    ...(await qualityColumns(trains, options, source)),
  ])
}

/** As the AllenSDK's table of units names them. */
async function qualityColumns(
  trains: SpikeTrains,
  { rule, fanoBinSize }: Pick<TrainTableRequest, 'rule' | 'fanoBinSize'>,
  source: ExportSource,
) {
  const violations = violationRule(usualLimits, rule)
  const [counts, ratios, presence, fano] = await Promise.all([
    violationCounts(trains, violations, source),
    violationRatios(trains, violations, source),
    presenceRatios(trains, USUAL_PRESENCE_BIN, rule, source),
    fanoBinSize === null ? null : fanoFactors(trains, fanoBinSize, source),
  ])
  const type = 'float' as const
  return [
    { name: 'isi_violation_count', type: 'integer' as const, cells: counts.data },
    { name: 'isi_violations', type, cells: ratios.data },
    { name: 'presence_ratio', type, cells: presence.data },
    ...(fano ? [{ name: 'fano_factor', type, cells: fano.data }] : []),
  ]
}
