import type { BinnedActivityRequest } from '../../../domain/counting/matrix-request.ts'
import type { UnitFilter } from '../../../domain/units/unit-filter.ts'
import { exportHref } from '../../../exports/addressed-export.ts'
import { jitterCorrelogramsExport } from '../../../exports/analyses/jitter-correlograms.ts'
import { slidingCountsExport, smoothedRatesExport } from '../../../exports/analyses/rates.ts'
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
import type { BinnedActivityModel } from '../../models.ts'

const pairs = { ALL: 'all', AUTO: 'auto', CROSS: 'cross' } as const

/** Analyses of the spikes of a session. */
export const sessionAnalyses = {
  async spikeTrainStatistics(session, { units, within, epochs, perInterval }, context) {
    const tables = await context.loaders.tables(session)
    const unitRows = context.selections.rows(tables, toUnitFilter(units))
    const selection = { within: within ?? null, epochs: epochs ?? null, perInterval }
    const trains = await spikeTrains(session, unitRows, selection, context)
    return { ...trains, requested: { ...selection, units: toUnitFilter(units) } }
  },

  async correlograms(session, { units, targets, within, epochs, ...bins }, context) {
    const tables = await context.loaders.tables(session)
    const requested = {
      ...bins,
      pairs: pairs[bins.pairs],
      units: toUnitFilter(units),
      targets: targets ? toUnitFilter(targets) : null,
      within: within ?? null,
      epochs: epochs ?? null,
    }
    const rowsOf = (filter: UnitFilter) => context.selections.rows(tables, filter)
    const selection = {
      unitRows: rowsOf(requested.units),
      targetRows: requested.targets && rowsOf(requested.targets),
    }
    return { ...(await correlograms(session, { ...requested, ...selection }, context)), requested }
  },
} satisfies SessionResolvers

/** Analyses of the responses to presentations. */
export const alignedAnalyses = {
  async correlations(activity, { kind: requested, unit, includeBlanks }, context) {
    const { session, request } = activity
    const kind: 'signal' | 'noise' = requested === 'SIGNAL' ? 'signal' : 'noise'
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

  async jitterCorrectedCorrelograms(activity, { targets: given, ...requested }, context) {
    const { session, tables, request } = activity
    const targets = given ? toUnitFilter(given) : null
    const targetRows = targets && context.selections.rows(tables, targets)
    return {
      ...(await jitterCorrelograms(activity, { ...requested, targetRows }, context)),
      addressIn: (format: FileFormat) =>
        exportHref(
          jitterCorrelogramsExport,
          session,
          { ...request, ...requested, targets },
          format,
          context.loaders,
        ),
    }
  },
} satisfies AlignedActivityResolvers

/** Analyses of the counts in bins. */
export const binnedAnalyses = {
  async rates(matrix, { kernel: requested }, context) {
    const kernel = toKernel(requested)
    const request = { ...requestOf(matrix), kernel }
    return {
      ...(await smoothedRates(matrix, kernel, context)),
      addressIn: (format: FileFormat) =>
        exportHref(smoothedRatesExport, matrix.session, request, format, context.loaders),
    }
  },

  async sliding(matrix, { stride }, { loaders }) {
    const request = { ...requestOf(matrix), stride }
    return {
      ...slidingCounts(matrix, stride),
      addressIn: (format: FileFormat) =>
        exportHref(slidingCountsExport, matrix.session, request, format, loaders),
    }
  },

  async correlations(matrix, _args, context) {
    const { session } = matrix
    const request = requestOf(matrix)
    return {
      ...(await binCorrelations(matrix, context)),
      addressIn: (format: FileFormat) =>
        exportHref(binCorrelationsExport, session, request, format, context.loaders),
    }
  },
} satisfies BinnedActivityResolvers

/** What was requested. */
function requestOf({ area, window, units }: BinnedActivityModel): BinnedActivityRequest {
  return { area: area?.acronym ?? null, window, units }
}
