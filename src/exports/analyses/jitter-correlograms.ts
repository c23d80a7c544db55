import { numberField } from '../../addresses/address-field.ts'
import { optionalUnitFilterField } from '../../addresses/unit-filter-field.ts'
import { lagCentres } from '../../domain/analyses/correlograms/lag-bins.ts'
import type { UnitFilter } from '../../domain/units/unit-filter.ts'
import { alongDimension } from '../../formats/labelled-arrays.ts'
import {
  type AlignedActivityRequest,
  alignActivity,
} from '../../request/activity/aligned-activity.ts'
import {
  type JitterArguments,
  jitterCorrelograms,
  readJitterCorrelograms,
} from '../../request/analyses/jitter-correlograms.ts'
import { activityFields } from '../activity/aligned-activity.ts'
import { arrayExport } from '../array-export.ts'
import { pairCoordinates } from './unit-pairs.ts'

export interface JitterCorrelogramsRequest
  extends AlignedActivityRequest,
    Omit<JitterArguments, 'targetRows'> {
  /** null: the units with each other */
  readonly targets: UnitFilter | null
}

/** Jitter-corrected correlograms, shape [pairs, lags]. */
export const jitterCorrelogramsExport = arrayExport<JitterCorrelogramsRequest>({
  name: 'jitter-corrected-correlograms',
  fields: {
    ...activityFields,
    targets: optionalUnitFilterField,
    lagCount: numberField(100),
    jitterWindow: numberField(0.025),
    minimumRate: numberField(2),
  },
  async load({ targets, lagCount, jitterWindow, minimumRate, ...request }, source) {
    const { session, tables, selections } = source
    const activity = await alignActivity(session, request, source)
    const targetRows = targets && selections.rows(tables, targets)
    const requested = { targetRows, lagCount, jitterWindow, minimumRate }
    const model = await jitterCorrelograms(activity, requested, source)
    const data = await readJitterCorrelograms(model, source)
    const { pairs, binSize, request: counted } = model
    return {
      main: {
        name: 'values',
        dims: ['pair', 'lag'],
        shape: [pairs.references.length, 2 * lagCount + 1],
        data,
      },
      coordinates: [
        ...pairCoordinates(tables, pairs, counted.unitRows),
        alongDimension('lag', 'lags', lagCentres({ binSize, lagCount }), { unit: 's' }),
      ],
      attributes: { bin_size: binSize, jitter_window: jitterWindow, minimum_rate: minimumRate },
    }
  },
})
