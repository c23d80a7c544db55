import { resolveArea, sessionAreas } from '../domain/areas.ts'
import { canonicalUnitFilter } from '../domain/canonical-filter.ts'
import { type MatrixQuestion, windowBins } from '../domain/matrix-question.ts'
import type { SessionTables } from '../domain/session-tables.ts'
import { matrixAddress, readMatrixQuestion } from '../wire/array-address.ts'
import { matrixDownloadName } from '../wire/download-name.ts'
import { type FileBytes, matrixFileKinds } from '../wire/matrix-file.ts'
import type { GraphQLContext } from './context.ts'
import type { MatrixFormat } from './generated.ts'
import type { Loaders } from './loaders.ts'
import { countsToWrite } from './matrices.ts'
import type { BinnedActivityModel, SessionModel } from './models.ts'

/** An array as its address names it. Nothing is read for it until it is encoded. */
export interface AddressedArray {
  /** canonical: the same for all ways to write it */
  readonly address: string
  /** that a copy is kept under: `session_1_VISp_epoch_2_100ms.npy` */
  readonly downloadName: string
  readonly mediaType: string
  /** @throws TooManyCellsError, RecordingError, RequestAbortedError, ServerBusyError */
  readonly encode: () => Promise<FileBytes>
}

/** Where a matrix can be fetched: see schema.graphql. */
export async function matrixHref(
  { session, tables, area, window, units }: BinnedActivityModel,
  format: MatrixFormat,
  loaders: Loaders,
): Promise<string> {
  const source = { sessionId: session.id, fileVersion: await loaders.fileVersion(session) }
  const question = { area: area?.acronym ?? null, window, units }
  return matrixAddress(source, matrixFileName(format), canonical(tables, question))
}

/**
 * The array of a name and a question, as they stand in an address.
 *
 * @param fileVersion of the file that the tables came from
 * @param search what stands behind the `?`
 * @returns null: there is nothing of that name
 * @throws UserError for a question that makes no sense, or that this session cannot answer
 */
export function findArray(
  session: SessionModel,
  tables: SessionTables,
  fileVersion: string,
  fileName: string,
  search: string,
  context: GraphQLContext,
): AddressedArray | null {
  const format = matrixFormats.find((name) => matrixFileName(name) === fileName)
  if (!format) return null
  const source = { sessionId: session.id, fileVersion }
  const question = canonical(tables, readMatrixQuestion(search))
  const matrix = toModel(session, tables, question, context)
  const { mediaType, ending, encode } = matrixFileKinds[format]
  const labels = {
    ...source,
    area: question.area,
    start: matrix.bins.start,
    stop: matrix.bins.stop,
    binSize: matrix.bins.size,
    epoch: matrix.epoch?.epoch ?? null,
  }
  return {
    address: matrixAddress(source, fileName, question),
    downloadName: matrixDownloadName(labels) + ending,
    mediaType,
    encode: async () =>
      encode({
        matrix: await countsToWrite(matrix, context),
        unitIds: Float64Array.from(matrix.unitRows, (row) => tables.units.ids[row] as number),
        labels,
      }),
  }
}

const matrixFormats = Object.keys(matrixFileKinds) as MatrixFormat[]

const matrixFileName = (format: MatrixFormat) => `binned-activity${matrixFileKinds[format].ending}`

function canonical(tables: SessionTables, { area, window, units }: MatrixQuestion): MatrixQuestion {
  return {
    area: area === null ? null : resolveArea(area, sessionAreas(tables)),
    window,
    units: canonicalUnitFilter(tables, units),
  }
}

function toModel(
  session: SessionModel,
  tables: SessionTables,
  { area: acronym, window, units }: MatrixQuestion,
  { selections }: GraphQLContext,
): BinnedActivityModel {
  const bins = windowBins(tables, window)
  const unitRows =
    acronym === null
      ? selections.rows(tables, units)
      : selections.rowsInArea(tables, units, acronym)
  const area = acronym === null ? null : { session, tables, acronym, units, unitRows }
  const found = 'epochIndex' in window ? tables.epochs[window.epochIndex] : undefined
  const epoch = found ? { session, tables, epoch: found } : null
  return { session, tables, area, epoch, window, units, bins, unitRows }
}
