import {
  choiceField,
  type FieldsOf,
  flagField,
  numberField,
} from '../../addresses/address-field.ts'
import { intervalsField, optionalEpochFilterField } from '../../addresses/interval-fields.ts'
import { optionalUnitFilterField, unitFilterField } from '../../addresses/unit-filter-field.ts'
import { lagCentres } from '../../domain/analyses/correlograms/lag-bins.ts'
import type { UnitFilter } from '../../domain/units/unit-filter.ts'
import { alongDimension } from '../../formats/labelled-arrays.ts'
import {
  type CorrelogramUnit,
  correlograms,
  correlogramsShape,
  countsOfCorrelograms,
  type PairSelection,
  pairedTrains,
  tilingOf,
  valuesOfCorrelograms,
} from '../../request/analyses/correlograms.ts'
import type { IntervalSelection } from '../../request/analyses/selected-intervals.ts'
import { arrayExport } from '../array-export.ts'
import { unlessUnits } from '../emptiness.ts'
import type { ExportSource } from '../export-kind.ts'
import { pairCoordinates } from './unit-pairs.ts'

/** Which pairs of units, and of which of their spikes. */
interface PairsRequest extends IntervalSelection {
  readonly units: UnitFilter
  /** null: the units with each other */
  readonly targets: UnitFilter | null
  readonly pairs: PairSelection['pairs']
}

export interface CorrelogramsRequest extends PairsRequest {
  /** seconds */
  readonly binSize: number
  readonly lagCount: number
  readonly selfPairs: boolean
  /** of the values */
  readonly unit: CorrelogramUnit
}

export interface SpikeTimeTilingRequest extends PairsRequest {
  /** seconds */
  readonly dt: number
}

const pairFields: FieldsOf<PairsRequest> = {
  units: unitFilterField,
  targets: optionalUnitFilterField,
  pairs: choiceField(['all', 'auto', 'cross'], 'all'),
  within: intervalsField,
  epochs: optionalEpochFilterField,
}

/** Lags between the spikes of units, shape [pairs, lags]. */
export const correlogramsExport = arrayExport<CorrelogramsRequest>({
  name: 'correlograms',
  fields: {
    ...pairFields,
    binSize: numberField(0.001),
    lagCount: numberField(50),
    selfPairs: flagField(false),
    unit: choiceField(['COUNT', 'HZ', 'NORMALIZED', 'COEFFICIENT'], 'COUNT'),
  },

  emptiness: unlessUnits,
  async load({ unit, ...request }, source) {
    const model = await correlograms(source.session, selectionOf(request, source), source)
    const data =
      unit === 'COUNT'
        ? (await countsOfCorrelograms(model, source)).counts
        : await valuesOfCorrelograms(model, unit, source)
    const { tables, pairs, request: counted } = model
    return {
      main: {
        name: unit === 'COUNT' ? 'counts' : 'values',
        dims: ['pair', 'lag'],
        shape: correlogramsShape(model),
        data,
      },
      coordinates: [
        ...pairCoordinates(tables, pairs, counted.unitRows),
        alongDimension('lag', 'lags', lagCentres(counted.bins), { unit: 's' }),
      ],
      attributes: { unit, bin_size: request.binSize },
    }
  },
})

/** Spike time tiling coefficients, shape [pairs]. */
export const spikeTimeTilingExport = arrayExport<SpikeTimeTilingRequest>({
  name: 'spike-time-tiling',
  fields: { ...pairFields, dt: numberField(0.005) },
  emptiness: unlessUnits,
  async load({ dt, ...request }, source) {
    const model = await pairedTrains(source.session, selectionOf(request, source), source)
    const data = await tilingOf(model, dt, source)
    return {
      main: { column: 'coefficient', ...alongDimension('pair', 'coefficients', data) },
      coordinates: pairCoordinates(model.tables, model.pairs, model.request.unitRows),
      attributes: { dt },
    }
  },
})

/** The same request with rows of units instead of filters. */
function selectionOf<Request extends PairsRequest>(
  { units, targets, ...request }: Request,
  { tables, selections }: ExportSource,
) {
  return {
    ...request,
    unitRows: selections.rows(tables, units),
    targetRows: targets && selections.rows(tables, targets),
  }
}
