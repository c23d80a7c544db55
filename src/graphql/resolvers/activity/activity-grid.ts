import type { Float64NdArray } from '../../../domain/counting/nd-array.ts'
import { presentationCounts, spreadOverGrid } from '../../../domain/stimuli/parameter-grid.ts'
import { activityGridExport } from '../../../exports/activity/activity-grid.ts'
import { exportHref } from '../../../exports/addressed-export.ts'
import {
  groupShape,
  statisticOf,
  statisticsOf,
} from '../../../request/activity/group-statistics.ts'
import type { GraphQLContext } from '../../context.ts'
import { encodeArray } from '../../fields/encode-array.ts'
import { fileFormatOf } from '../../fields/file-formats.ts'
import type { ActivityGridResolvers, ActivityStatistic, ActivityUnit } from '../../generated.ts'
import type { ActivityGridModel } from '../../models.ts'

export const ActivityGrid: ActivityGridResolvers = {
  axes({ grid }, _args, { budget }) {
    for (const { values } of grid.axes) budget.chargeList(values.length)
    return grid.axes
  },

  shape: (model) => shapeOf(model),

  presentationCounts({ grid }, _args, { budget }) {
    budget.chargeCells(grid.shape.reduce((product, length) => product * length, 1))
    return { shape: grid.shape, data: presentationCounts(grid) }
  },

  async observedPresentationCounts(model, _args, context) {
    return spread(model, context, async () => {
      const { presentationCounts: counts } = await statisticsOf(model, 'COUNT', context)
      return counts
    })
  },

  spikeCounts: (model, _args, context) => gridArray(model, 'SPIKE_COUNT', 'COUNT', context),
  mean: (model, { unit }, context) => gridArray(model, 'MEAN', unit, context),
  standardDeviation: (model, { unit }, context) =>
    gridArray(model, 'STANDARD_DEVIATION', unit, context),
  standardError: (model, { unit }, context) => gridArray(model, 'STANDARD_ERROR', unit, context),

  href({ activity, grid }, { statistic, unit, format }, { loaders }) {
    const { session, request } = activity
    const parameters = grid.axes.map(({ name }) => name)
    return exportHref(
      activityGridExport,
      session,
      { ...request, parameters, statistic, unit },
      fileFormatOf[format],
      loaders,
    )
  },

  async data(model, { statistic, unit }, context) {
    const { data, shape } = await gridArray(model, statistic, unit, context)
    return encodeArray(data, shape)
  },
}

/** [axes…, bins, units] */
function shapeOf(model: ActivityGridModel): number[] {
  return [...model.grid.shape, ...groupShape(model)]
}

function gridArray(
  model: ActivityGridModel,
  statistic: ActivityStatistic,
  unit: ActivityUnit,
  context: GraphQLContext,
): Promise<Float64NdArray> {
  return spread(model, context, () =>
    statisticOf(model, statistic, unit, [0, model.groups.count], context),
  )
}

/** All cells are charged before the groups' values are read. */
async function spread(
  model: ActivityGridModel,
  { budget }: GraphQLContext,
  read: () => Promise<Float64Array | Uint32Array>,
): Promise<Float64NdArray> {
  const shape = shapeOf(model)
  const [bins = 0, units = 0] = groupShape(model)
  budget.chargeCells(shape.reduce((product, length) => product * Math.max(1, length), 1))
  return { shape, data: spreadOverGrid(model.grid, await read(), bins * units) }
}
