import { extname } from 'node:path'
import { amount } from '../../formats/amounts.ts'
import type { FileBytes } from '../../formats/file-format.ts'
import { encodeNpz } from '../../formats/npz.ts'
import type { Table } from '../../formats/table.ts'
import { encodeTable } from '../../formats/table-file.ts'
import type { CatalogSession } from '../../sessions/session-catalog.ts'
import {
  assertWritableFile,
  reportWritten,
  STDOUT,
  writeAtomically,
} from '../terminal/atomic-file.ts'
import { CommandError } from '../terminal/command-error.ts'
import { printable } from '../terminal/printable.ts'
import { type Progress, startProgress } from '../terminal/progress.ts'
import { type AlignedPlan, alignedMembers, alignedTable, planAligned } from './aligned-export.ts'
import type { ExportOptions } from './export-options.ts'
import { presentationTable } from './presentation-table.ts'
import { optogeneticTable, seriesTable } from './series-table.ts'
import { noUnitsText, unitTable } from './unit-table.ts'

type TableFormat = 'csv' | 'npz' | 'parquet'

/** Whatever is no dataset: a table, or aligned activity. */
export async function exportTable(
  session: CatalogSession,
  options: ExportOptions,
  signal: AbortSignal,
): Promise<void> {
  const { file, format } = chooseFile(session, options)
  assertWritableFile(file)
  const progress = await startProgress(`Exporting ${options.what} of session ${session.id}`)
  try {
    if (options.what === 'aligned' && format === 'npz') {
      const plan = await planAligned(session, options, signal)
      progress.setTotal(plan.ids.length)
      const members = alignedMembers(plan, (done) => progress.update(done))
      await writeAtomically(file, encodeNpz(members), signal)
      progress.stop()
      return report(file, countsText(plan))
    }
    const table = await tableOf(session, options, signal)
    if (table.rowCount === 0) throw new CommandError(await emptyText(session, options))
    progress.setTotal(table.rowCount)
    const encoded = await encodeTable(format, withProgress(table, progress, signal), {
      dtype: null,
      keepsFormulas: options.csvFormulas ?? false,
      inServer: false,
    })
    await writeAtomically(file, piecesOf(encoded), signal)
    progress.stop()
    report(file, `${amount(table.rowCount, 'row')} of ${amount(table.columns.length, 'column')}`)
  } finally {
    progress.stop()
  }
}

/** Why nothing is left, and what to change. */
async function emptyText({ reader }: CatalogSession, { what }: ExportOptions): Promise<string> {
  if (what === 'units') return noUnitsText(await reader.tables())
  if (what === 'presentations') {
    const { count } = await reader.load('presentations')
    return count === 0
      ? 'The session has no presentations.'
      : `No presentation is left to export, of ${count}. Change --stimuli, --exclude-stimuli, --start or --stop.`
  }
  const isCut = what !== 'optogenetics'
  return `The session's ${what} has nothing to export${isCut ? ' in this time. Change --start or --stop' : ''}.`
}

async function tableOf(session: CatalogSession, options: ExportOptions, signal: AbortSignal) {
  switch (options.what) {
    case 'units':
      return unitTable(session, options)
    case 'presentations':
      return presentationTable(session, options, signal)
    case 'aligned':
      return alignedTable(await planAligned(session, options, signal))
    case 'optogenetics':
      return optogeneticTable(session)
    default:
      return seriesTable(session, options, signal)
  }
}

async function* piecesOf(bytes: FileBytes): AsyncGenerator<Uint8Array> {
  yield* 'parts' in bytes ? bytes.parts : bytes.pieces
}

function withProgress(table: Table, progress: Progress, signal: AbortSignal): Table {
  return {
    ...table,
    async *chunks() {
      let done = 0
      for await (const chunk of table.chunks()) {
        signal.throwIfAborted()
        yield chunk
        done += chunk[0]?.length ?? 0
        progress.update(done)
      }
    },
  }
}

const formats: Readonly<Record<string, TableFormat>> = {
  '.csv': 'csv',
  '.npz': 'npz',
  '.parquet': 'parquet',
}

/** The file to write, and its format. */
function chooseFile(session: CatalogSession, { what, out, format }: ExportOptions) {
  if (format === 'pkl') {
    throw new CommandError(
      `Only the dataset is written as pkl. Choose --format csv, npz or parquet for ${what}.`,
    )
  }
  // An id may hold anything; a file name may not.
  const id = session.id.replaceAll(/[^\w.-]/g, '_')
  const usual = what === 'aligned' ? 'npz' : 'csv'
  const file = out ?? `session_${id}_${what.replaceAll('-', '_')}.${format ?? usual}`
  const extension = extname(file).toLowerCase()
  if (extension === '.nwb') {
    throw new CommandError(`${file} has the name of a recording. Choose a name that ends in .csv.`)
  }
  const chosen = format ?? (file === STDOUT ? usual : formats[extension])
  if (!chosen) {
    throw new CommandError(
      `The name ${file} gives no format for ${what}. Choose a name that ends in .csv, .npz or .parquet, or add --format.`,
    )
  }
  return { file, format: chosen }
}

const countsText = ({ ids, binCount, unitRows }: AlignedPlan) =>
  `${amount(ids.length, 'presentation')}, ${amount(binCount, 'bin')}, ${amount(unitRows.length, 'unit')}`

function report(file: string, holds: string): void {
  reportWritten(file, (written) => printable(`Wrote ${written}: ${holds}.`))
}
