import {
  binCoverage,
  cellCoverage,
  populationRate,
  spikeCount,
  toSparse,
  unitRates,
} from '../../../domain/counting/matrix-statistics.ts'
import { coverage, overlappingInvalidTimes } from '../../../domain/time/coverage.ts'
import { binnedSignalExport } from '../../../exports/activity/signals.ts'
import { exportHref } from '../../../exports/addressed-export.ts'
import { binnedActivityExport } from '../../../exports/binned-activity.ts'
import type { FileFormat } from '../../../formats/file-format.ts'
import { countsToSummarize, countsToWrite } from '../../../request/matrix-counts.ts'
import type { WindowSignal } from '../../../request/signals/signals-in-windows.ts'
import { encodeMatrix } from '../../fields/activity/encode-matrix.ts'
import { finiteOrNull } from '../../fields/columns.ts'
import { fileFormatOf } from '../../fields/file-formats.ts'
import { fieldsBelow } from '../../fields/lists/fields-below.ts'
import { stretchesOfMatrix } from '../../fields/observation.ts'
import { runningInBins } from '../../fields/signals/running-in-bins.ts'
import { signalsIn } from '../../fields/signals/signals-in-windows.ts'
import { unitColumns } from '../../fields/units/unit-columns.ts'
import type { BinnedActivityResolvers } from '../../generated.ts'
import type { BinnedActivityModel } from '../../models.ts'
import { binnedAnalyses } from '../analyses/analysis-fields.ts'

const shapeOf = ({ bins, unitRows }: BinnedActivityModel) => [bins.count, unitRows.length]

export const BinnedActivity: BinnedActivityResolvers = {
  ...binnedAnalyses,
  start: ({ bins }) => bins.start,
  stop: ({ bins }) => bins.stop,
  binSize: ({ bins }) => bins.size,
  binCount: ({ bins }) => bins.count,
  shape: shapeOf,

  ...unitColumns,

  counts: (matrix, _args, context) => countsToWrite(matrix, context),

  data: async (matrix, { encoding, dtype }, context) =>
    encodeMatrix(await countsToWrite(matrix, context), encoding, dtype),

  async sparse(matrix, _args, context) {
    const { indptr, indices, data } = await toSparse(await countsToWrite(matrix, context))
    return { shape: shapeOf(matrix), indptr, indices, data }
  },

  href({ session, area, window, units }, { format }, { loaders }) {
    const request = { area: area?.acronym ?? null, window, units }
    return exportHref(binnedActivityExport, session, request, fileFormatOf[format], loaders)
  },

  spikeCount: async (matrix, _args, context) =>
    spikeCount(await countsToSummarize(matrix, context)),

  async unitRates(matrix, _args, context) {
    context.budget.chargeList(matrix.unitRows.length)
    const [counts, stretches] = await Promise.all([
      countsToSummarize(matrix, context),
      stretchesOfMatrix(matrix, context.loaders),
    ])
    return Array.from(unitRates(counts, matrix.bins, stretches), finiteOrNull)
  },

  async populationRate(matrix, _args, context) {
    context.budget.chargeList(matrix.bins.count)
    const [counts, stretches] = await Promise.all([
      countsToSummarize(matrix, context),
      stretchesOfMatrix(matrix, context.loaders),
    ])
    const rates = populationRate(counts, matrix.bins, stretches)
    return rates && Array.from(rates, finiteOrNull)
  },

  async signals({ session, bins, window }, wanted, context) {
    const hrefOf = (signal: WindowSignal, format: FileFormat) =>
      exportHref(binnedSignalExport, session, { window, ...signal }, format, context.loaders)
    return signalsIn(session, { kind: 'bins', bins }, wanted, hrefOf, context)
  },

  runningSpeed: ({ session, bins }, _args, context) => runningInBins(session, bins, context),

  async coverage({ session, bins }, _args, { loaders }) {
    const recorded = await loaders.recordedSpan(session)
    return coverage(bins, recorded ? [recorded] : [])
  },

  async unitCoverage(matrix, _args, { budget, loaders }) {
    budget.chargeList(matrix.unitRows.length)
    const stretches = await stretchesOfMatrix(matrix, loaders)
    return stretches.map((ofUnit) => coverage(matrix.bins, ofUnit))
  },

  async binCoverage(matrix, _args, { budget, loaders }) {
    budget.chargeCells(matrix.bins.count)
    if (matrix.unitRows.length === 0) return null
    return binCoverage(matrix.bins, await stretchesOfMatrix(matrix, loaders))
  },

  async cellCoverage(matrix, _args, { budget, loaders }) {
    budget.chargeCells(matrix.bins.count * Math.max(1, matrix.unitRows.length))
    budget.assertWithin()
    const data = cellCoverage(matrix.bins, await stretchesOfMatrix(matrix, loaders))
    return { shape: shapeOf(matrix), data }
  },

  touchesInvalidTime: ({ tables, bins }) =>
    overlappingInvalidTimes(bins, tables.invalidTimes).length > 0,

  invalidTimes({ tables, bins }, _args, { budget }, info) {
    const overlapping = overlappingInvalidTimes(bins, tables.invalidTimes)
    budget.chargeList(overlapping.length, fieldsBelow(info))
    return overlapping
  },
}
