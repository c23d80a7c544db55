import { lagCentres } from '../../../domain/analyses/correlograms/lag-bins.ts'
import { exportHref } from '../../../exports/addressed-export.ts'
import {
  correlogramsExport,
  spikeTimeTilingExport,
} from '../../../exports/analyses/correlograms.ts'
import {
  correlogramsShape,
  countsOfCorrelograms,
  tilingOf,
  valuesOfCorrelograms,
} from '../../../request/analyses/correlograms.ts'
import { readJitterCorrelograms } from '../../../request/analyses/jitter-correlograms.ts'
import type { GraphQLContext } from '../../context.ts'
import { encodeArray } from '../../fields/encode-array.ts'
import { fileFormatOf } from '../../fields/file-formats.ts'
import type {
  CorrelogramsResolvers,
  JitterCorrectedCorrelogramsResolvers,
} from '../../generated.ts'
import type { CorrelogramsModel, JitterCorrectedCorrelogramsModel } from '../../models.ts'

/** The fields of whatever has a row for each pair of units. */
const pairFields = {
  referenceIds: (
    model: CorrelogramsModel | JitterCorrectedCorrelogramsModel,
    _args: object,
    context: GraphQLContext,
  ) => idsOf(model, 'references', context),

  targetIds: (
    model: CorrelogramsModel | JitterCorrectedCorrelogramsModel,
    _args: object,
    context: GraphQLContext,
  ) => idsOf(model, 'targets', context),
}

export const Correlograms: CorrelogramsResolvers = {
  ...pairFields,
  referenceSpikeCounts: (model, _args, context) => spikeCountsOf(model, 'references', context),
  targetSpikeCounts: (model, _args, context) => spikeCountsOf(model, 'targets', context),

  lags({ request: { bins } }, _args, { budget }) {
    budget.chargeCells(2 * bins.lagCount + 1)
    return lagCentres(bins)
  },

  shape: (model) => correlogramsShape(model),

  counts: async (model, _args, context) => ({
    shape: correlogramsShape(model),
    data: (await countsOfCorrelograms(model, context)).counts,
  }),

  values: async (model, { unit }, context) => ({
    shape: correlogramsShape(model),
    data: await valuesOfCorrelograms(model, unit, context),
  }),

  async data(model, { unit }, context) {
    const values =
      unit === 'COUNT'
        ? (await countsOfCorrelograms(model, context)).counts
        : await valuesOfCorrelograms(model, unit, context)
    return encodeArray(values, correlogramsShape(model))
  },

  href: ({ session, requested }, { unit, format }, { loaders }) =>
    exportHref(correlogramsExport, session, { ...requested, unit }, fileFormatOf[format], loaders),

  spikeTimeTiling: (model, { dt }, context) => tilingOf(model, dt, context),

  spikeTimeTilingHref({ session, requested }, { dt, format }, { loaders }) {
    const { binSize: _size, lagCount: _count, selfPairs: _self, ...pairs } = requested
    const request = { ...pairs, dt }
    return exportHref(spikeTimeTilingExport, session, request, fileFormatOf[format], loaders)
  },
}

export const JitterCorrectedCorrelograms: JitterCorrectedCorrelogramsResolvers = {
  ...pairFields,
  presentationCount: ({ request }) => request.alignment.startTimes.length,

  lags({ binSize, request: { rule } }, _args, { budget }) {
    budget.chargeCells(2 * rule.lagCount + 1)
    return lagCentres({ binSize, lagCount: rule.lagCount })
  },

  shape: (model) => jitterShape(model),

  values: async (model, _args, context) => ({
    shape: jitterShape(model),
    data: await readJitterCorrelograms(model, context),
  }),

  data: async (model, _args, context) =>
    encodeArray(await readJitterCorrelograms(model, context), jitterShape(model)),

  href: ({ addressIn }, { format }) => addressIn(fileFormatOf[format]),
}

function jitterShape({
  pairs,
  request: { rule },
}: JitterCorrectedCorrelogramsModel): [number, number] {
  return [pairs.references.length, 2 * rule.lagCount + 1]
}

function idsOf(
  { pairs, tables, request }: CorrelogramsModel | JitterCorrectedCorrelogramsModel,
  side: 'references' | 'targets',
  { budget }: GraphQLContext,
): string[] {
  budget.chargeList(pairs[side].length)
  return Array.from(pairs[side], (unit) => String(tables.units.ids[request.unitRows[unit]]))
}

async function spikeCountsOf(
  model: CorrelogramsModel,
  side: 'references' | 'targets',
  context: GraphQLContext,
): Promise<Float64Array> {
  const { spikeCounts } = await countsOfCorrelograms(model, context)
  return Float64Array.from(model.pairs[side], (unit) => spikeCounts[unit])
}
