import { choiceField, flagField, numberField } from '../../addresses/address-field.ts'
import { intervalsField, optionalEpochFilterField } from '../../addresses/interval-fields.ts'
import { optionalUnitFilterField, unitFilterField } from '../../addresses/unit-filter-field.ts'
import { lagCentres } from '../../domain/analyses/correlograms/lag-bins.ts'
import { pickExact } from '../../domain/numeric/exact-numbers.ts'
import type { UnitFilter } from '../../domain/units/unit-filter.ts'
import { alongDimension } from '../../formats/labelled-arrays.ts'
import { wholeArray } from '../../formats/numpy/dtype.ts'
import {
  type CorrelogramUnit,
  correlograms,
  correlogramsShape,
  countsOfCorrelograms,
  type PairSelection,
  valuesOfCorrelograms,
} from '../../request/analyses/correlograms.ts'
import type { IntervalSelection } from '../../request/analyses/selected-intervals.ts'
import { arrayExport } from '../array-export.ts'

export interface CorrelogramsRequest extends IntervalSelection {
  readonly units: UnitFilter
  /** null: the units with each other */
  readonly targets: UnitFilter | null
  readonly pairs: PairSelection['pairs']
  /** seconds */
  readonly binSize: number
  readonly lagCount: number
  readonly selfPairs: boolean
  /** of the values */
  readonly unit: CorrelogramUnit
}

/** Lags between the spikes of units, shape [pairs, lags]. */
export const correlogramsExport = arrayExport<CorrelogramsRequest>({
  name: 'correlograms',
  fields: {
    units: unitFilterField,
    targets: optionalUnitFilterField,
    pairs: choiceField(['all', 'auto', 'cross'], 'all'),
    within: intervalsField,
    epochs: optionalEpochFilterField,
    binSize: numberField(0.001),
    lagCount: numberField(50),
    selfPairs: flagField(false),
    unit: choiceField(['COUNT', 'HZ', 'NORMALIZED', 'COEFFICIENT'], 'COUNT'),
  },

  async load({ units, targets, unit, ...request }, source) {
    const { session, tables, selections } = source
    const selection = {
      unitRows: selections.rows(tables, units),
      targetRows: targets && selections.rows(tables, targets),
    }
    const model = await correlograms(session, { ...request, ...selection }, source)
    const data =
      unit === 'COUNT'
        ? (await countsOfCorrelograms(model, source)).counts
        : await valuesOfCorrelograms(model, unit, source)
    const { pairs, request: counted } = model
    const idsOf = (positions: Int32Array) => {
      const rows = Uint32Array.from(positions, (position) => counted.unitRows[position])
      return wholeArray(pickExact(tables.units.ids, rows))
    }
    return {
      main: {
        name: unit === 'COUNT' ? 'counts' : 'values',
        dims: ['pair', 'lag'],
        shape: correlogramsShape(model),
        data,
      },
      coordinates: [
        alongDimension('pair', 'reference_ids', idsOf(pairs.references), {
          column: 'reference_id',
        }),
        alongDimension('pair', 'target_ids', idsOf(pairs.targets), { column: 'target_id' }),
        alongDimension('lag', 'lags', lagCentres(counted.bins), { unit: 's' }),
      ],
      attributes: { unit, bin_size: request.binSize },
    }
  },
})
