import type { RateKernel } from '../../../domain/analyses/rates/rate-kernel.ts'
import { binCorrelations, responseCorrelations } from '../../../request/analyses/correlations.ts'
import { correlograms } from '../../../request/analyses/correlograms.ts'
import { jitterCorrelograms } from '../../../request/analyses/jitter-correlograms.ts'
import { slidingCounts, smoothedRates } from '../../../request/analyses/rates.ts'
import { spikeTrains } from '../../../request/analyses/spike-trains.ts'
import { toUnitFilter } from '../../fields/unit-arguments.ts'
import type {
  AlignedActivityResolvers,
  BinnedActivityResolvers,
  RateKernel as RateKernelInput,
  SessionResolvers,
  UnitFilter,
} from '../../generated.ts'

const pairs = { ALL: 'all', AUTO: 'auto', CROSS: 'cross' } as const

/** Analyses of the spikes of a session. */
export const sessionAnalyses = {
  async spikeTrainStatistics(session, { units, within, epochs, perInterval }, context) {
    const tables = await context.loaders.tables(session)
    const unitRows = context.selections.rows(tables, toUnitFilter(units))
    const asked = { within: within ?? null, epochs: epochs ?? null, perInterval }
    return spikeTrains(session, unitRows, asked, context)
  },

  async correlograms(session, { units, targets, within, epochs, ...asked }, context) {
    const tables = await context.loaders.tables(session)
    const rowsOf = (filter: UnitFilter) => context.selections.rows(tables, toUnitFilter(filter))
    const selection = {
      unitRows: rowsOf(units),
      targetRows: targets ? rowsOf(targets) : null,
      within: within ?? null,
      epochs: epochs ?? null,
    }
    return correlograms(session, { ...asked, ...selection, pairs: pairs[asked.pairs] }, context)
  },
} satisfies SessionResolvers

/** Analyses of the responses to presentations. */
export const alignedAnalyses = {
  correlations: (activity, { kind, unit, includeBlanks }, context) =>
    responseCorrelations(
      activity,
      { kind: kind === 'SIGNAL' ? 'signal' : 'noise', perSecond: unit === 'HZ', includeBlanks },
      context,
    ),

  jitterCorrectedCorrelograms(activity, { targets, ...asked }, context) {
    const targetRows = targets && context.selections.rows(activity.tables, toUnitFilter(targets))
    return jitterCorrelograms(activity, { ...asked, targetRows: targetRows ?? null }, context)
  },
} satisfies AlignedActivityResolvers

/** Analyses of the counts in bins. */
export const binnedAnalyses = {
  rates: (matrix, { kernel }, context) => smoothedRates(matrix, toKernel(kernel), context),
  sliding: async (matrix, { stride }) => slidingCounts(matrix, stride),
  correlations: (matrix, _args, context) => binCorrelations(matrix, context),
} satisfies BinnedActivityResolvers

/**
 * The kernel that the one field of the input names; graphql-js refuses any other number of them.
 */
function toKernel({ gaussian, exponential, boxcar }: RateKernelInput): RateKernel {
  if (gaussian != null) return { kind: 'gaussian', deviation: gaussian }
  if (exponential != null) return { kind: 'exponential', timeConstant: exponential }
  return { kind: 'boxcar', width: boxcar ?? Number.NaN }
}
