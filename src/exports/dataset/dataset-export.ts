import { setImmediate } from 'node:timers/promises'
import { choiceField, type FieldsOf } from '../../addresses/address-field.ts'
import { areasField } from '../../addresses/area-fields.ts'
import { epochFilterField } from '../../addresses/epoch-filter-field.ts'
import { unitFilterField } from '../../addresses/unit-filter-field.ts'
import { epochWindowField, spanField } from '../../addresses/window-fields.ts'
import {
  type DatasetArea,
  type DatasetPlan,
  type DatasetRequest,
  datasetParameters,
  planDataset,
} from '../../domain/counting/dataset.ts'
import type { SessionTables } from '../../domain/session/session-tables.ts'
import { stimulusNames } from '../../domain/stimuli/epochs.ts'
import { knownEpochs } from '../../domain/stimuli/known-epochs.ts'
import { EpochNotFoundError } from '../../errors.ts'
import type { FileBytes, FileFormat } from '../../formats/file-format.ts'
import {
  type Dataset,
  datasetMatrixName,
  datasetNpz,
  datasetPickle,
  datasetTables,
  npzBlocks,
  npzMembers,
  type PlannedDataset,
} from '../../formats/matrices/dataset-files.ts'
import type { NpzMember } from '../../formats/numpy/npz.ts'
import { countsToWriteTogether } from '../../request/matrix-counts.ts'
import { datasetDownloadName } from '../download-name.ts'
import { type EncodingOptions, ExportKind, type ExportSource } from '../export-kind.ts'
import { areaCounter } from './count-area.ts'
import { describeDataset, emptinessOf } from './describe-dataset.ts'

/**
 * Of a file that is made whole before it is sent, so that its length is known and it can be kept.
 * Larger ones, times sixteen requests at once, would fill the memory.
 */
const CELLS_AT_HAND = 8_000_000

export const datasetFields: FieldsOf<DatasetRequest> = {
  areas: areasField,
  missingAreas: choiceField(['empty', 'error'], 'empty'),
  epochs: epochFilterField,
  window: epochWindowField,
  span: spanField,
  units: unitFilterField,
}

/** The notebook's dataset: binned spike counts of areas around the starts of epochs. */
export const datasetExport = new ExportKind<DatasetRequest>({
  name: 'dataset',
  formats: ['npz'],
  fields: datasetFields,

  async plan(selection, source) {
    const planned = plannedDataset(selection, source)
    const { plan } = planned
    return {
      downloadName: datasetDownloadName(source.session.id, selection.window),
      emptiness: await emptinessOf(source, plan),
      summary: () => describeDataset(selection, plan),
      encode: (format, options) => encode(format, planned, source, options),
    }
  },
})

/** What a dataset's matrices are. */
function plannedDataset(selection: DatasetRequest, source: ExportSource): PlannedDataset {
  const { session, tables, origin, version } = source
  const plan = planDataset(tables, selection)
  return {
    tables,
    plan,
    parameters: {
      sessionId: session.id,
      sessionType: session.metadata.sessionType,
      ...origin,
      ...datasetParameters(selection, plan),
      spikeqlVersion: version,
    },
  }
}

/** The arrays of a session's .npz, for a file that has those of others, too. */
export async function* datasetMembers(
  request: DatasetRequest,
  source: ExportSource,
  options: EncodingOptions,
): AsyncGenerator<NpzMember> {
  const planned = plannedDataset(datasetExport.canonical(request, source.tables), source)
  const count = await countWhileWriting(planned.plan, source, options)
  yield* npzMembers({ ...planned, count }, options.dtype)
}

/** @throws EpochNotFoundError for a selection without an epoch */
export function assertHasEpochs(tables: SessionTables, { epochs }: DatasetPlan): void {
  if (epochs.length > 0) return
  throw new EpochNotFoundError('epoch that passes the filter', stimulusNames(knownEpochs(tables)))
}

async function encode(
  format: FileFormat,
  planned: PlannedDataset,
  source: ExportSource,
  options: EncodingOptions,
): Promise<FileBytes> {
  assertHasEpochs(planned.tables, planned.plan)
  if (!options.inServer) {
    const dataset = { ...planned, count: await countWhileWriting(planned.plan, source, options) }
    const pieces = format === 'pkl' ? datasetPickle : datasetNpz
    return { pieces: pieces(dataset, options.dtype) }
  }
  return countedNpz(planned, source)
}

/** What is counted is read when it is written. */
async function countWhileWriting(
  { areas, epochs }: DatasetPlan,
  { session, loaders }: ExportSource,
  { onProgress }: EncodingOptions,
): Promise<Dataset['count']> {
  const read = await loaders.readOptions(session)
  const countArea = areaCounter(session.reader, { areas, epochs }, read)
  const total = areas.length * epochs.length
  return async function* (area: DatasetArea) {
    const before = areas.indexOf(area) * epochs.length
    const label = area.acronym ?? 'all'
    onProgress(before, total, label)
    let counted = 0
    for await (const epoch of countArea(area)) {
      yield epoch
      onProgress(before + ++counted, total, label)
    }
  }
}

/** All matrices are counted before the first byte. */
async function countedNpz(planned: PlannedDataset, source: ExportSource): Promise<FileBytes> {
  const { areas, epochs } = planned.plan
  const members = areas.flatMap((area) =>
    epochs.map(({ epoch, bins }) => ({
      name: datasetMatrixName(epoch, area),
      request: { bins, unitRows: area.unitRows },
    })),
  )
  const requests = members.map(({ request }) => request)
  const matrices = await countsToWriteTogether(source.session, requests, source)
  const blocks = npzBlocks(
    datasetTables(planned),
    matrices.map((matrix, i) => [members[i].name, matrix] as const),
  )
  const cells = matrices.reduce((sum, { counts }) => sum + counts.length, 0)
  if (cells > CELLS_AT_HAND) return { pieces: blocks }
  const parts: Uint8Array[] = []
  for (const block of blocks) {
    parts.push(block)
    await setImmediate()
  }
  return { parts }
}
