import { setImmediate } from 'node:timers/promises'
import { datasetAddress, readDatasetQuestion } from '../../addresses/array-address.ts'
import { datasetDownloadName } from '../../addresses/download-name.ts'
import {
  type DatasetQuestion,
  datasetParameters,
  defaultAreas,
  planDataset,
} from '../../domain/counting/dataset.ts'
import { resolveArea, sessionAreas } from '../../domain/session/areas.ts'
import type { SessionTables } from '../../domain/session/session-tables.ts'
import { canonicalEpochFilter, stimulusNames } from '../../domain/stimuli/epochs.ts'
import { knownEpochs } from '../../domain/stimuli/known-epochs.ts'
import { canonicalUnitFilter } from '../../domain/units/canonical-filter.ts'
import { EpochNotFoundError } from '../../errors.ts'
import {
  datasetMatrix,
  datasetMatrixName,
  datasetTables,
  streamedNpz,
} from '../../formats/dataset-files.ts'
import { npzParts } from '../../formats/matrix-file.ts'
import type { Loaders } from '../../request/loaders.ts'
import type { GraphQLContext } from '../context.ts'
import { countsToWriteTogether } from '../fields/matrices.ts'
import type { DatasetModel, SessionModel } from '../models.ts'
import type { AddressedArray, AddressedFile } from './addressed-array.ts'

const FILE_NAME = 'dataset.npz'

/**
 * Of a file that is made whole before it is sent, so that its length is known and it can be kept.
 * Larger ones, times sixteen requests at once, would fill the memory.
 */
const CELLS_AT_HAND = 8_000_000

/** Cells converted before others get their turn: a millisecond or two. */
const CELLS_PER_TURN = 1_000_000

/**
 * The matrices of a session's areas and epochs. Nothing is read for them.
 *
 * @throws AreaNotFoundError, EpochNotFoundError, also where no epoch is left, and what the
 *   window and the unit filter throw
 */
export function toDataset(
  session: SessionModel,
  tables: SessionTables,
  asked: DatasetQuestion,
): DatasetModel {
  const question = canonical(tables, asked)
  const plan = planDataset(tables, question)
  if (plan.epochs.length === 0) {
    throw new EpochNotFoundError('epoch that passes the filter', stimulusNames(knownEpochs(tables)))
  }
  return { session, tables, question, plan }
}

/** Where a dataset can be fetched: see Dataset.href. */
export async function datasetHref(
  { session, question }: DatasetModel,
  loaders: Loaders,
): Promise<string> {
  const source = { sessionId: session.id, fileVersion: await loaders.fileVersion(session) }
  return datasetAddress(source, FILE_NAME, question)
}

/** The dataset that an address names; null: it does not name one. */
export function findDataset(
  { session, tables, source, fileName, search }: AddressedFile,
  context: GraphQLContext,
): AddressedArray | null {
  if (fileName !== FILE_NAME) return null
  const dataset = toDataset(session, tables, readDatasetQuestion(search))
  const { question } = dataset
  return {
    address: datasetAddress(source, FILE_NAME, question),
    downloadName: datasetDownloadName(source.sessionId, question.window),
    mediaType: 'application/zip',
    hasLength: true,
    encode: () => encode(dataset, source.fileVersion, context),
  }
}

function canonical(tables: SessionTables, question: DatasetQuestion): DatasetQuestion {
  const known = sessionAreas(tables)
  const areas = question.areas ?? defaultAreas(known)
  return {
    ...question,
    areas: [...new Set(areas.map((area) => resolveArea(area, known)))],
    units: canonicalUnitFilter(tables, question.units),
    epochs: canonicalEpochFilter(question.epochs),
  }
}

async function encode(
  { session, tables, question, plan }: DatasetModel,
  fileVersion: string,
  context: GraphQLContext,
) {
  const parameters = {
    sessionId: session.id,
    sessionType: session.metadata.sessionType,
    fileVersion,
    ...datasetParameters(question, plan),
    spikeqlVersion: context.server.version,
  }
  const members = plan.areas.flatMap((area) =>
    plan.epochs.map(({ epoch, bins }) => ({
      name: datasetMatrixName(epoch, area),
      request: { bins, unitRows: area.unitRows },
    })),
  )
  const requests = members.map(({ request }) => request)
  const matrices = await countsToWriteTogether(session, requests, context)
  const pairs = matrices.map((matrix, i) => [members[i]?.name ?? '', matrix] as const)
  const arrays = [...datasetTables({ tables, plan, parameters })]
  const cells = matrices.reduce((sum, { counts }) => sum + counts.length, 0)
  if (cells > CELLS_AT_HAND) return { pieces: await streamedNpz(arrays, pairs) }
  let room = CELLS_PER_TURN
  for (const [name, matrix] of pairs) {
    arrays.push([name, datasetMatrix(matrix, null)])
    room -= matrix.counts.length
    if (room > 0) continue
    await setImmediate()
    room = CELLS_PER_TURN
  }
  return { parts: npzParts(arrays) }
}
