import { exportHref } from '../../../exports/addressed-export.ts'
import { receptiveFieldsExport } from '../../../exports/analyses/responses.ts'
import { readReceptiveFields } from '../../../request/analyses/responses.ts'
import type { GraphQLContext } from '../../context.ts'
import { encodeArray } from '../../fields/encode-array.ts'
import { fileFormatOf } from '../../fields/file-formats.ts'
import { unitColumns } from '../../fields/units/unit-columns.ts'
import type { ReceptiveFieldsResolvers } from '../../generated.ts'
import type { ReceptiveFieldsModel } from '../../models.ts'

export const ReceptiveFields: ReceptiveFieldsResolvers = {
  stimulusNames: ({ design }) => design.stimulusNames,
  presentationCount: ({ design }) => design.ids.length,
  ...unitColumns,
  shape: (fields) => shapeOf(fields),
  yPositions: ({ request }) => request.positions.rows,
  xPositions: ({ request }) => request.positions.columns,

  async counts(fields, _args, context) {
    chargeMaps(fields, context)
    return { shape: shapeOf(fields), data: (await readReceptiveFields(fields, context)).counts }
  },

  async data(fields, _args, context) {
    chargeMaps(fields, context)
    const { counts } = await readReceptiveFields(fields, context)
    return encodeArray(Uint32Array.from(counts), shapeOf(fields))
  },

  href({ session, requested: { units, rule, stimulusNames } }, { format }, { loaders }) {
    const request = { units, rule, stimulusNames }
    return exportHref(receptiveFieldsExport, session, request, fileFormatOf[format], loaders)
  },

  azimuths: async (fields, _args, context) => (await readReceptiveFields(fields, context)).azimuths,
  elevations: async (fields, _args, context) =>
    (await readReceptiveFields(fields, context)).elevations,
  areas: async (fields, _args, context) => (await readReceptiveFields(fields, context)).areas,
  xCentres: async (fields, _args, context) => (await readReceptiveFields(fields, context)).xs,
  yCentres: async (fields, _args, context) => (await readReceptiveFields(fields, context)).ys,
}

/** [units, rows, columns] */
function shapeOf({ request: { positions, unitRows } }: ReceptiveFieldsModel): number[] {
  return [unitRows.length, positions.rows.length, positions.columns.length]
}

function chargeMaps(fields: ReceptiveFieldsModel, { budget }: GraphQLContext): void {
  budget.chargeCells(shapeOf(fields).reduce((product, length) => product * length, 1))
}
