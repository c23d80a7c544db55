import {
  metricNames,
  type ResponseMetric,
  responseStimuli,
} from '../../../domain/analyses/responses/response-stimuli.ts'
import type { Float64NdArray } from '../../../domain/counting/nd-array.ts'
import { InvalidArgumentError } from '../../../errors.ts'
import { exportHref } from '../../../exports/addressed-export.ts'
import { responseMetricsExport } from '../../../exports/analyses/responses.ts'
import { readResponseMetrics } from '../../../request/analyses/responses.ts'
import type { GraphQLContext } from '../../context.ts'
import { encodeArray } from '../../fields/encode-array.ts'
import { fileFormatOf } from '../../fields/file-formats.ts'
import { fieldsBelow } from '../../fields/lists/fields-below.ts'
import { unitColumns } from '../../fields/units/unit-columns.ts'
import type { ResponseMetricsResolvers } from '../../generated.ts'
import type { ResponseMetricsModel } from '../../models.ts'

export const ResponseMetrics: ResponseMetricsResolvers = {
  stimulusNames: ({ design }) => design.stimulusNames,
  presentationCount: ({ design }) => design.ids.length,
  trialDuration: ({ design }) => design.trialDuration,
  ...unitColumns,

  async preferredConditions(metrics, _args, context, info) {
    const { session, tables, list, conditions, unitRows } = metrics
    context.budget.chargeList(unitRows.length, fieldsBelow(info))
    const { preferredConditions } = await readResponseMetrics(metrics, context)
    return Array.from(preferredConditions, (id) =>
      Number.isNaN(id) ? null : { session, tables, list, conditions, id },
    )
  },

  names: ({ design }) => metricNames(design.stimulus),
  values: (metrics, { names }, context) => rowsOf(metrics, names ?? null, context),

  async data(metrics, { names }, context) {
    const { data, shape } = await rowsOf(metrics, names ?? null, context)
    return encodeArray(data, shape)
  },

  href: ({ session, requested }, { format }, { loaders }) =>
    exportHref(responseMetricsExport, session, requested, fileFormatOf[format], loaders),

  firingRate: column('firingRate'),
  fano: column('fano'),
  lifetimeSparseness: column('lifetimeSparseness'),
  runMod: column('runMod'),
  runPval: column('runPval'),
  prefOri: column('prefOri'),
  prefOriMulti: column('prefOriMulti'),
  prefTf: column('prefTf'),
  prefTfMulti: column('prefTfMulti'),
  prefSf: column('prefSf'),
  prefSfMulti: column('prefSfMulti'),
  prefPhase: column('prefPhase'),
  prefPhaseMulti: column('prefPhaseMulti'),
  prefSpeed: column('prefSpeed'),
  prefDir: column('prefDir'),
  prefImage: column('prefImage'),
  prefImagesMulti: column('prefImagesMulti'),
  prefFrame: column('prefFrame'),
  gOsi: column('gOsi'),
  gDsi: column('gDsi'),
  osi: column('osi'),
  dsi: column('dsi'),
  f1F0: column('f1F0'),
  modIdx: column('modIdx'),
  timeToPeak: column('timeToPeak'),
  onOffRatio: column('onOffRatio'),
  sustainedIdx: column('sustainedIdx'),
  imageSelectivity: column('imageSelectivity'),
  azimuth: column('azimuth'),
  elevation: column('elevation'),
  area: column('area'),
}

/** A metric of all units; null where the stimulus does not have it. */
function column(metric: ResponseMetric) {
  return async (
    metrics: ResponseMetricsModel,
    _args: object,
    context: GraphQLContext,
  ): Promise<Float64Array | null> => {
    const row = responseStimuli[metrics.design.stimulus].metrics.indexOf(metric)
    if (row < 0) return null
    return (await readRows(metrics, [row], context)).data
  }
}

function rowsOf(
  metrics: ResponseMetricsModel,
  wanted: readonly string[] | null,
  context: GraphQLContext,
): Promise<Float64NdArray> {
  const names = metricNames(metrics.design.stimulus)
  const rows = (wanted ?? names).map((name) => {
    const row = names.indexOf(name)
    if (row >= 0) return row
    throw new InvalidArgumentError(
      `There is no response metric "${name.slice(0, 100)}" of this stimulus. Available: ${names.join(', ')}.`,
    )
  })
  return readRows(metrics, rows, context)
}

async function readRows(
  metrics: ResponseMetricsModel,
  rows: readonly number[],
  context: GraphQLContext,
): Promise<Float64NdArray> {
  const units = metrics.unitRows.length
  const width = responseStimuli[metrics.design.stimulus].metrics.length
  context.budget.chargeCells(rows.length * Math.max(1, units))
  const { values } = await readResponseMetrics(metrics, context)
  const data = new Float64Array(rows.length * units)
  rows.forEach((row, i) => {
    for (let unit = 0; unit < units; unit++) data[i * units + unit] = values[unit * width + row]
  })
  return { shape: [rows.length, units], data }
}
