import { matrixAddress, readMatrixQuestion } from '../../addresses/array-address.ts'
import { matrixDownloadName } from '../../addresses/download-name.ts'
import { type MatrixQuestion, windowBins } from '../../domain/counting/matrix-request.ts'
import { pickExact } from '../../domain/numeric/exact-numbers.ts'
import { resolveArea, sessionAreas } from '../../domain/session/areas.ts'
import type { SessionTables } from '../../domain/session/session-tables.ts'
import { canonicalUnitFilter } from '../../domain/units/canonical-filter.ts'
import { matrixFileKinds } from '../../formats/matrix-file.ts'
import type { Loaders } from '../../request/loaders.ts'
import type { GraphQLContext } from '../context.ts'
import { countsToWrite } from '../fields/matrices.ts'
import type { MatrixFormat } from '../generated.ts'
import type { BinnedActivityModel } from '../models.ts'
import { openedArea } from '../selections/areas.ts'
import type { AddressedArray, AddressedFile } from './addressed-array.ts'

/** Where a matrix can be fetched: see BinnedActivity.href. */
export async function matrixHref(
  { session, tables, area, window, units }: BinnedActivityModel,
  format: MatrixFormat,
  loaders: Loaders,
): Promise<string> {
  const source = { sessionId: session.id, fileVersion: await loaders.fileVersion(session) }
  const question = { area: area?.acronym ?? null, window, units }
  return matrixAddress(source, fileNameOf(format), canonical(tables, question))
}

/** The matrix that an address names; null: it does not name one. */
export function findMatrix(file: AddressedFile, context: GraphQLContext): AddressedArray | null {
  const { tables, source, fileName, search } = file
  const format = formats.find((name) => fileNameOf(name) === fileName)
  if (!format) return null
  const question = canonical(tables, readMatrixQuestion(search))
  const model = toModel(file, question, context)
  const { mediaType, ending, hasLength, encode } = matrixFileKinds[format]
  const labels = {
    ...source,
    area: question.area,
    start: model.bins.start,
    stop: model.bins.stop,
    binSize: model.bins.size,
    epoch: model.epoch?.epoch ?? null,
  }
  return {
    address: matrixAddress(source, fileName, question),
    downloadName: matrixDownloadName(labels) + ending,
    mediaType,
    hasLength,
    encode: async () =>
      encode({
        matrix: await countsToWrite(model, context),
        unitIds: pickExact(tables.units.ids, model.unitRows),
        labels,
      }),
  }
}

const formats = Object.keys(matrixFileKinds) as MatrixFormat[]

const fileNameOf = (format: MatrixFormat) => `binned-activity${matrixFileKinds[format].ending}`

function canonical(tables: SessionTables, { area, window, units }: MatrixQuestion): MatrixQuestion {
  return {
    area: area === null ? null : resolveArea(area, sessionAreas(tables)),
    window,
    units: canonicalUnitFilter(tables, units),
  }
}

function toModel(
  { session, tables }: AddressedFile,
  { area: acronym, window, units }: MatrixQuestion,
  { selections }: GraphQLContext,
): BinnedActivityModel {
  const bins = windowBins(tables, window)
  const unitRows =
    acronym === null
      ? selections.rows(tables, units)
      : selections.rowsInArea(tables, units, acronym)
  const area = acronym === null ? null : openedArea({ session, tables, units, unitRows }, acronym)
  const found = 'epochIndex' in window ? tables.epochs[window.epochIndex] : undefined
  const epoch = found ? { session, tables, epoch: found } : null
  return { session, tables, area, epoch, window, units, bins, unitRows }
}
