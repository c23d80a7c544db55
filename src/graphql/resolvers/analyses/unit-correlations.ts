import { readCorrelations } from '../../../request/analyses/correlations.ts'
import { encodeArray } from '../../fields/encode-array.ts'
import { fileFormatOf } from '../../fields/file-formats.ts'
import { unitColumns } from '../../fields/units/unit-columns.ts'
import type { UnitCorrelationsResolvers } from '../../generated.ts'
import type { UnitCorrelationsModel } from '../../models.ts'

const shapeOf = ({ unitRows }: UnitCorrelationsModel) => [unitRows.length, unitRows.length]

export const UnitCorrelations: UnitCorrelationsResolvers = {
  ...unitColumns,
  shape: shapeOf,

  values: async (model, _args, context) => ({
    shape: shapeOf(model),
    data: (await readCorrelations(model, context)).coefficients,
  }),

  sampleCounts: async (model, _args, context) => ({
    shape: shapeOf(model),
    data: (await readCorrelations(model, context)).sampleCounts,
  }),

  href: ({ addressIn }, { format }) => addressIn(fileFormatOf[format]),

  data: async (model, _args, context) =>
    encodeArray((await readCorrelations(model, context)).coefficients, shapeOf(model)),
}
