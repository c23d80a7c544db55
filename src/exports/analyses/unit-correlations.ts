import { choiceField, flagField } from '../../addresses/address-field.ts'
import { type BinnedActivityRequest, windowBins } from '../../domain/counting/matrix-request.ts'
import { pickExact } from '../../domain/numeric/exact-numbers.ts'
import { alongDimension, type LabelledArrays } from '../../formats/labelled-arrays.ts'
import { wholeArray } from '../../formats/numpy/dtype.ts'
import {
  type AlignedActivityRequest,
  alignActivity,
} from '../../request/activity/aligned-activity.ts'
import type { ActivityUnit } from '../../request/activity/group-statistics.ts'
import {
  binCorrelations,
  type ResponseCorrelations,
  readCorrelations,
  responseCorrelations,
  type UnitCorrelations,
} from '../../request/analyses/correlations.ts'
import { unitField } from '../activity/activity-statistics.ts'
import { activityFields, emptinessOf } from '../activity/aligned-activity.ts'
import { unitCoordinates } from '../activity/labels/activity-labels.ts'
import { arrayExport } from '../array-export.ts'
import { matrixFields } from '../binned-activity.ts'
import { unlessUnits } from '../emptiness.ts'
import type { ExportSource } from '../export-kind.ts'

export interface ResponseCorrelationsRequest
  extends AlignedActivityRequest,
    Pick<ResponseCorrelations, 'kind' | 'includeBlanks'> {
  readonly unit: ActivityUnit
}

/** Correlations of responses to presentations, shape [units, units]. */
export const responseCorrelationsExport = arrayExport<ResponseCorrelationsRequest>({
  name: 'response-correlations',
  fields: {
    ...activityFields,
    kind: choiceField(['noise', 'signal'], 'noise'),
    unit: unitField,
    includeBlanks: flagField(false),
  },
  emptiness: async (request, source) =>
    emptinessOf(await alignActivity(source.session, request, source), source),
  async load({ kind, unit, includeBlanks, ...request }, source) {
    const activity = await alignActivity(source.session, request, source)
    const requested = { kind, includeBlanks, perSecond: unit === 'HZ' }
    return arraysOf(await responseCorrelations(activity, requested, source), source)
  },
})

/** Correlations of counts in bins, shape [units, units]. */
export const binCorrelationsExport = arrayExport<BinnedActivityRequest>({
  name: 'bin-correlations',
  fields: matrixFields,
  emptiness: unlessUnits,
  async load({ area, window, units }, source) {
    const { session, tables, selections } = source
    const unitRows =
      area === null ? selections.rows(tables, units) : selections.rowsInArea(tables, units, area)
    const matrix = { session, tables, unitRows, bins: windowBins(tables, window) }
    return arraysOf(await binCorrelations(matrix, source), source)
  },
})

async function arraysOf(model: UnitCorrelations, source: ExportSource): Promise<LabelledArrays> {
  const { tables, unitRows } = model
  const { coefficients, sampleCounts } = await readCorrelations(model, source)
  const ids = wholeArray(pickExact(tables.units.ids, unitRows))
  const square = { dims: ['unit', 'other_unit'], shape: [unitRows.length, unitRows.length] }
  return {
    main: { name: 'coefficients', column: 'coefficient', ...square, data: coefficients },
    beside: [{ name: 'sample_counts', column: 'sample_count', ...square, data: sampleCounts }],
    coordinates: [
      ...unitCoordinates(tables, unitRows),
      alongDimension('other_unit', 'other_unit_ids', ids, { column: 'other_unit_id' }),
    ],
    attributes: {},
  }
}
