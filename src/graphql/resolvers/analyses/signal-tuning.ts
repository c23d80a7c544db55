import {
  type SpatialInformation,
  spatialInformation,
  tuningRates,
} from '../../../domain/analyses/tuning/spatial-information.ts'
import type { Float64NdArray } from '../../../domain/counting/nd-array.ts'
import type { GraphQLContext } from '../../context.ts'
import { encodeArray } from '../../fields/encode-array.ts'
import { unitColumns } from '../../fields/units/unit-columns.ts'
import type { SignalTuningResolvers } from '../../generated.ts'
import type { SignalTuningModel } from '../../models.ts'

const shapeOf = ({ unitRows, binCounts }: SignalTuningModel) => [unitRows.length, ...binCounts]

export const SignalTuning: SignalTuningResolvers = {
  ...unitColumns,
  shape: (tuning) => shapeOf(tuning),
  occupancy: ({ binCounts, occupancy }) => ({ shape: binCounts, data: occupancy }),
  unitOccupancy: (tuning) => ({ shape: shapeOf(tuning), data: tuning.unitOccupancy }),

  counts: async (tuning, _args, context) => ({
    shape: shapeOf(tuning),
    data: await countsOf(tuning, context),
  }),

  rates: (tuning, _args, context) => ratesOf(tuning, context),

  async data(tuning, _args, context) {
    const { data, shape } = await ratesOf(tuning, context)
    return encodeArray(data, shape)
  },

  bitsPerSecond: (tuning, _args, context) => informationOf(tuning, 'bitsPerSecond', context),
  bitsPerSpike: (tuning, _args, context) => informationOf(tuning, 'bitsPerSpike', context),
}

function countsOf(
  { session, request }: SignalTuningModel,
  { loaders }: GraphQLContext,
): Promise<Float64Array> {
  return loaders.read(session, 'countTuning', request)
}

async function ratesOf(
  tuning: SignalTuningModel,
  context: GraphQLContext,
): Promise<Float64NdArray> {
  const counts = await countsOf(tuning, context)
  return {
    shape: shapeOf(tuning),
    data: tuningRates(counts, tuning.unitOccupancy, tuning.minOccupancy),
  }
}

async function informationOf(
  tuning: SignalTuningModel,
  name: keyof SpatialInformation,
  context: GraphQLContext,
): Promise<Float64Array> {
  const { data } = await ratesOf(tuning, context)
  const { unitOccupancy, occupancy, unitRows } = tuning
  return Float64Array.from(unitRows, (_, unit) => {
    const range = [unit * occupancy.length, (unit + 1) * occupancy.length] as const
    return spatialInformation(data.subarray(...range), unitOccupancy.subarray(...range))[name]
  })
}
