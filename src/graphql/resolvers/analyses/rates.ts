import { slidingStarts } from '../../../domain/analyses/rates/sliding-counts.ts'
import { readRates, readSlidingCounts } from '../../../request/analyses/rates.ts'
import { encodeArray } from '../../fields/encode-array.ts'
import { fileFormatOf } from '../../fields/file-formats.ts'
import type { SlidingCountsResolvers, SmoothedRatesResolvers } from '../../generated.ts'
import type { SlidingCountsModel, SmoothedRatesModel } from '../../models.ts'

const shapeOf = ({ request: { bins, unitRows } }: SlidingCountsModel | SmoothedRatesModel) => [
  bins.count,
  unitRows.length,
]

export const SmoothedRates: SmoothedRatesResolvers = {
  shape: shapeOf,

  values: async (model, _args, context) => ({
    shape: shapeOf(model),
    data: await readRates(model, context),
  }),

  async data(model, { dtype }, context) {
    const rates = await readRates(model, context)
    return encodeArray(dtype === 'FLOAT32' ? Float32Array.from(rates) : rates, shapeOf(model))
  },

  href: ({ addressIn }, { format }) => addressIn(fileFormatOf[format]),
}

export const SlidingCounts: SlidingCountsResolvers = {
  stride: ({ request }) => request.bins.stride,
  binCount: ({ request }) => request.bins.count,
  shape: shapeOf,

  binStarts({ request }, _args, { budget }) {
    budget.chargeCells(request.bins.count)
    return slidingStarts(request.bins)
  },

  counts: (model, _args, context) => readSlidingCounts(model, context),

  data: async (model, _args, context) =>
    encodeArray((await readSlidingCounts(model, context)).counts, shapeOf(model)),

  href: ({ addressIn }, { format }) => addressIn(fileFormatOf[format]),
}
