import { alignedWindow } from '../../../domain/alignment/aligned-spans.ts'
import { intervalRates } from '../../../domain/alignment/interval-rates.ts'
import { withoutUnknown } from '../../../domain/alignment/unknown-counts.ts'
import type { CountNdArray, Float64NdArray } from '../../../domain/counting/nd-array.ts'
import { valueNamed } from '../../../domain/named.ts'
import { observationUnlessWhole } from '../../../domain/time/observation.ts'
import type { GraphQLContext } from '../../context.ts'
import { encodeArray } from '../../fields/encode-array.ts'
import { unitColumns } from '../../fields/units/unit-columns.ts'
import type { IntervalActivityResolvers } from '../../generated.ts'
import type { IntervalActivityModel } from '../../models.ts'

const shapeOf = ({ alignment, unitRows }: IntervalActivityModel) => [
  alignment.startTimes.length,
  unitRows.length,
]

export const IntervalActivity: IntervalActivityResolvers = {
  shape: shapeOf,
  ...unitColumns,

  startTimes({ alignment }, _args, { budget }) {
    budget.chargeCells(alignment.startTimes.length)
    return alignment.startTimes
  },

  stopTimes({ alignment }, _args, { budget }) {
    budget.chargeCells(alignment.stopTimes.length)
    return alignment.stopTimes
  },

  counts: (activity, _args, context) => countsOf(activity, context),
  rates: (activity, _args, context) => ratesOf(activity, context),

  async data(activity, _args, context) {
    const { data, shape } = await countsOf(activity, context)
    return encodeArray(data, shape)
  },

  async ratesData(activity, _args, context) {
    const { data, shape } = await ratesOf(activity, context)
    return encodeArray(data, shape)
  },
}

async function countsOf(
  activity: IntervalActivityModel,
  { budget, loaders }: GraphQLContext,
): Promise<CountNdArray> {
  const [intervals = 0, units = 0] = shapeOf(activity)
  budget.chargeCopy(activity.counts, intervals * Math.max(1, units))
  const result = await loaders.read(activity.session, 'alignSpikes', activity.counts)
  const { counts } = valueNamed(result, activity.counts.kind)
  return { shape: [intervals, units], data: withoutUnknown(activity.alignment, counts, units) }
}

async function ratesOf(
  activity: IntervalActivityModel,
  context: GraphQLContext,
): Promise<Float64NdArray> {
  const { session, tables, alignment, unitRows } = activity
  const [observation, { shape, data }] = await Promise.all([
    observationUnlessWhole(alignedWindow(alignment), tables, () =>
      context.loaders.recordedSpan(session),
    ),
    countsOf(activity, context),
  ])
  return { shape, data: intervalRates(alignment, data, unitRows, observation) }
}
