import { coverage, overlappingInvalidTimes } from '../../domain/coverage.ts'
import { populationRate, spikeCount, toSparse, unitRates } from '../../domain/matrix-statistics.ts'
import { matrixHref } from '../addressed-matrix.ts'
import { encodeMatrix } from '../encode-matrix.ts'
import { fieldsBelow } from '../fields-below.ts'
import type { BinnedActivityResolvers } from '../generated.ts'
import { countsToSummarize, countsToWrite } from '../matrices.ts'
import type { BinnedActivityModel } from '../models.ts'
import { runningInBins } from '../running-in-bins.ts'
import { unitColumns } from '../unit-columns.ts'

const shapeOf = ({ bins, unitRows }: BinnedActivityModel) => [bins.count, unitRows.length]

export const BinnedActivity: BinnedActivityResolvers = {
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
    const { indptr, indices, data } = toSparse(await countsToWrite(matrix, context))
    return { shape: shapeOf(matrix), indptr, indices, data }
  },

  href: (matrix, { format }, { loaders }) => matrixHref(matrix, format, loaders),

  spikeCount: async (matrix, _args, context) =>
    spikeCount(await countsToSummarize(matrix, context)),

  async unitRates(matrix, _args, context) {
    context.budget.chargeList(matrix.unitRows.length)
    return [...unitRates(await countsToSummarize(matrix, context), matrix.bins.size)]
  },

  async populationRate(matrix, _args, context) {
    context.budget.chargeList(matrix.bins.count)
    const rates = populationRate(await countsToSummarize(matrix, context), matrix.bins.size)
    return rates && [...rates]
  },

  runningSpeed: ({ session, bins }, _args, context) => runningInBins(session, bins, context),

  coverage: async ({ session, bins }, _args, { loaders }) =>
    coverage(bins, await loaders.recordedSpan(session)),

  touchesInvalidTime: ({ tables, bins }) =>
    overlappingInvalidTimes(bins, tables.invalidTimes).length > 0,

  invalidTimes({ tables, bins }, _args, { budget }, info) {
    const overlapping = overlappingInvalidTimes(bins, tables.invalidTimes)
    budget.chargeList(overlapping.length, fieldsBelow(info))
    return overlapping
  },
}
