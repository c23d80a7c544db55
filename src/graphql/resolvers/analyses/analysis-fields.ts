import type { UnitFilter } from '../../../domain/units/unit-filter.ts'
import { exportHref } from '../../../exports/addressed-export.ts'
import {
  binCorrelationsExport,
  responseCorrelationsExport,
} from '../../../exports/analyses/unit-correlations.ts'
import type { FileFormat } from '../../../formats/file-format.ts'
import { binCorrelations, responseCorrelations } from '../../../request/analyses/correlations.ts'
import { correlograms } from '../../../request/analyses/correlograms.ts'
import { jitterCorrelograms } from '../../../request/analyses/jitter-correlograms.ts'
import { slidingCounts, smoothedRates } from '../../../request/analyses/rates.ts'
import { spikeTrains } from '../../../request/analyses/spike-trains.ts'
import { toKernel } from '../../fields/rate-kernel.ts'
import { toUnitFilter } from '../../fields/units/unit-arguments.ts'
import type {
  AlignedActivityResolvers,
  BinnedActivityResolvers,
  SessionResolvers,
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

  async correlograms(session, { units, targets, within, epochs, ...bins }, context) {
    const tables = await context.loaders.tables(session)
    const asked = {
      ...bins,
      pairs: pairs[bins.pairs],
      units: toUnitFilter(units),
      targets: targets ? toUnitFilter(targets) : null,
      within: within ?? null,
      epochs: epochs ?? null,
    }
    const rowsOf = (filter: UnitFilter) => context.selections.rows(tables, filter)
    const selection = {
      unitRows: rowsOf(asked.units),
      targetRows: asked.targets && rowsOf(asked.targets),
    }
    return { ...(await correlograms(session, { ...asked, ...selection }, context)), asked }
  },
} satisfies SessionResolvers

/** Analyses of the responses to presentations. */
export const alignedAnalyses = {
  async correlations(activity, { kind: asked, unit, includeBlanks }, context) {
    const { session, request } = activity
    const kind: 'signal' | 'noise' = asked === 'SIGNAL' ? 'signal' : 'noise'
    const responses = { kind, perSecond: unit === 'HZ', includeBlanks } as const
    return {
      ...(await responseCorrelations(activity, responses, context)),
      addressIn: (format: FileFormat) =>
        exportHref(
          responseCorrelationsExport,
          session,
          { ...request, kind, unit, includeBlanks },
          format,
          context.loaders,
        ),
    }
  },

  jitterCorrectedCorrelograms(activity, { targets, ...asked }, context) {
    const targetRows = targets && context.selections.rows(activity.tables, toUnitFilter(targets))
    return jitterCorrelograms(activity, { ...asked, targetRows: targetRows ?? null }, context)
  },
} satisfies AlignedActivityResolvers

/** Analyses of the counts in bins. */
export const binnedAnalyses = {
  rates: (matrix, { kernel }, context) => smoothedRates(matrix, toKernel(kernel), context),
  sliding: async (matrix, { stride }) => slidingCounts(matrix, stride),
  async correlations(matrix, _args, context) {
    const { session, area, window, units } = matrix
    const request = { area: area?.acronym ?? null, window, units }
    return {
      ...(await binCorrelations(matrix, context)),
      addressIn: (format: FileFormat) =>
        exportHref(binCorrelationsExport, session, request, format, context.loaders),
    }
  },
} satisfies BinnedActivityResolvers

/**
 * The kernel that the one field of the input names; graphql-js refuses any other number of them.
 */
