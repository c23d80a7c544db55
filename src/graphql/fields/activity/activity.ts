import { binCentres } from '../../../domain/counting/bin-edges.ts'
import { type Activity, activityShape, countsOf } from '../../../request/activity/activity.ts'
import type { GraphQLContext } from '../../context.ts'
import { encodeArray } from '../encode-array.ts'
import { unitColumns } from '../units/unit-columns.ts'

/** The fields of whatever has spikes around moments. */
export const activityFields = {
  shape: (activity: Activity) => activityShape(activity),

  anchorTimes({ alignment }: Activity, _args: object, { budget }: GraphQLContext) {
    budget.chargeCells(alignment.startTimes.length)
    return alignment.startTimes
  },

  ...unitColumns,

  edges({ alignment }: Activity, _args: object, { budget }: GraphQLContext) {
    if (alignment.kind === 'whole') return null
    budget.chargeCells(alignment.edges.length)
    return alignment.edges
  },

  binCentres({ alignment }: Activity, _args: object, { budget }: GraphQLContext) {
    if (alignment.kind === 'whole') return null
    budget.chargeCells(alignment.edges.length)
    return binCentres(alignment.edges)
  },

  counts: (activity: Activity, _args: object, context: GraphQLContext) =>
    countsOf(activity, context),

  async data(activity: Activity, _args: object, context: GraphQLContext) {
    const { data, shape } = await countsOf(activity, context)
    return encodeArray(data, shape)
  },

  spikes: <Of extends Activity>(activity: Of) => activity,
}
