import { extname } from 'node:path'
import {
  areaKey,
  type DatasetPlan,
  datasetParameters,
  planDataset,
} from '../../domain/counting/dataset.ts'
import { areaAlias } from '../../domain/session/areas.ts'
import { countArea } from '../../exports/dataset/count-area.ts'
import { amount } from '../../formats/amounts.ts'
import { type Dataset, datasetNpz, datasetPickle } from '../../formats/dataset-files.ts'
import type { CatalogSession } from '../../sessions/session-catalog.ts'
import {
  assertWritableFile,
  reportWritten,
  STDOUT,
  writeAtomically,
} from '../terminal/atomic-file.ts'
import { CommandError } from '../terminal/command-error.ts'
import { printable } from '../terminal/printable.ts'
import { startProgress } from '../terminal/progress.ts'
import { version } from '../version.ts'
import type { DatasetFormat } from './dataset-options.ts'
import { datasetQuestion } from './dataset-question.ts'
import { assertHasEpochs, assertHasUnits } from './empty-dataset.ts'
import type { ExportOptions } from './export-options.ts'

/** The notebook's dataset: binned spike counts of areas around the starts of epochs. */
export async function exportDataset(
  session: CatalogSession,
  options: ExportOptions,
  signal: AbortSignal,
): Promise<void> {
  const { file, format } = chooseFile(session, options)
  assertWritableFile(file)
  const tables = await session.reader.tables()
  const question = datasetQuestion(options)
  const plan = planDataset(tables, question)
  await assertHasEpochs(session, tables, plan)
  assertHasUnits(tables, plan)
  signal.throwIfAborted()
  const progress = await startProgress(`Counting spikes of session ${session.id}`)
  progress.setTotal(plan.areas.length * plan.epochs.length)
  const dataset: Dataset = {
    tables,
    plan,
    parameters: {
      sessionId: session.id,
      sessionType: session.metadata.sessionType,
      fileName: session.fileName,
      ...datasetParameters(question, plan),
      spikeqlVersion: version,
    },
    count: async function* (area) {
      const before = plan.areas.indexOf(area) * plan.epochs.length
      let counted = 0
      progress.update(before, areaKey(area))
      const options = { signal, from: [tables] }
      for await (const epoch of countArea(session.reader, area, plan.epochs, options)) {
        yield epoch
        progress.update(before + ++counted, areaKey(area))
      }
    },
  }
  const encode = format === 'npz' ? datasetNpz : datasetPickle
  try {
    await writeAtomically(file, encode(dataset, options.dtype ?? null), signal)
  } finally {
    progress.stop()
  }
  reportWritten(file, (written) => report(written, plan, question.span != null))
}

/** The file to write, and its format. */
function chooseFile(session: CatalogSession, { out, format, binSize }: ExportOptions) {
  const milliseconds = Number((1000 * binSize).toPrecision(6))
  // An id may hold anything; a file name may not.
  const id = session.id.replaceAll(/[^\w.-]/g, '_')
  const file = out ?? `session_${id}_${milliseconds}ms.${format ?? 'npz'}`
  const extension = extname(file).toLowerCase()
  const byName: DatasetFormat | undefined =
    extension === '.npz' ? 'npz' : ['.pkl', '.pickle'].includes(extension) ? 'pkl' : undefined
  if (extension === '.nwb') {
    throw new CommandError(`${file} has the name of a recording. Choose a name that ends in .npz.`)
  }
  const usual = file === STDOUT ? 'npz' : byName
  const chosen = format === 'npz' || format === 'pkl' ? format : format ? undefined : usual
  if (!chosen) {
    throw new CommandError(
      `The format is not clear from the name ${file}. Add --format npz or --format pkl.`,
    )
  }
  return { file, format: chosen }
}

function report(written: string, { areas, epochs }: DatasetPlan, isWindow: boolean): string {
  const binCounts = [...new Set(epochs.map(({ bins }) => bins.count))]
  const bins = binCounts.length === 1 ? amount(binCounts[0], 'bin') : 'bins to its end'
  const columns = areas.map((area) => {
    const count = area.isRecorded ? `${area.unitRows.length}` : 'not recorded'
    return `${(area.acronym && areaAlias(area.acronym)) ?? areaKey(area)} ${count}`
  })
  const windows = isWindow
    ? `one window, ${bins}`
    : `${amount(epochs.length, 'epoch')}, each ${bins}`
  return [`Wrote ${written}: ${windows}.`, `Units: ${columns.join(', ')}.`]
    .map(printable)
    .join('\n')
}
