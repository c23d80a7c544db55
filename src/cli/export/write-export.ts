import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type {
  Emptiness,
  ExportPlan,
  ExportRequest,
  ExportSource,
} from '../../exports/export-kind.ts'
import { type FileBytes, fileFormats } from '../../formats/file-format.ts'
import type { Dtype } from '../../formats/numpy/dtype.ts'
import { createRequestContext } from '../../request/request-context.ts'
import type { CatalogSession, SessionCatalog } from '../../sessions/session-catalog.ts'
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
import { Digest } from './digest.ts'
import type { Manifest } from './manifest.ts'

/** How a file is written. */
interface EncodingTask {
  /** as the subcommand is called */
  readonly name: string
  readonly dtype: Dtype | null
  readonly csvFormulas?: true
  readonly signal: AbortSignal
}

export interface ExportTask extends EncodingTask {
  readonly out?: string
  readonly json?: true
}

/** For files that are named by what they hold. */
export interface ListedExportTask extends EncodingTask {
  readonly folder: string
  readonly json?: true
}

/** Write an export of a session to a file, and say what was written. */
export async function writeExport(
  request: ExportRequest,
  task: ExportTask,
  session: CatalogSession,
  catalog: SessionCatalog,
): Promise<void> {
  const source = await openSource(session, catalog, task.signal)
  const plan = await request.plan(source)
  assertSomething(plan)
  const { ending } = fileFormats[request.format]
  const file = task.out ?? plan.downloadName + ending
  if (request.format === 'nwb') assertNoRecording(file)
  assertWritableFile(file)
  if (!task.json) {
    await writePlanned(plan, request, file, task, session)
    return report(file, plan)
  }
  const digest = new Digest()
  await writePlanned(plan, request, file, task, session, digest)
  await reportAsJson(file, request, digest, task, source)
}

/**
 * A recording is never replaced, least of all the one that is being read.
 *
 * @throws CommandError
 */
function assertNoRecording(file: string): void {
  if (file === STDOUT || !existsSync(file)) return
  throw new CommandError(
    `${file} exists already, and recordings are not replaced. Choose another name with --out, or remove it first.`,
  )
}

/**
 * Write an export of a session into a folder, unless its manifest says that it is there.
 *
 * @returns false: it was there
 */
export async function writeListed(
  request: ExportRequest,
  task: ListedExportTask,
  source: ExportSource,
  manifest: Manifest,
): Promise<boolean> {
  const { session, loaders, tables } = source
  const plan = await request.plan(source)
  const fileVersion = await loaders.load(session, 'fileVersion')
  const wanted = {
    sessionId: session.id,
    file: plan.downloadName + fileFormats[request.format].ending,
    fileVersion,
    request: request.address({ sessionId: session.id, fileVersion }, tables),
    dtype: task.dtype,
    spikeqlVersion: version,
  }
  if (manifest.holds(wanted)) {
    const line = printable(`${wanted.file} is up to date.`)
    if (task.json) console.error(line)
    else console.log(line)
    return false
  }
  assertSomething(plan)
  const file = join(task.folder, wanted.file)
  assertWritableFile(file)
  const digest = new Digest()
  await writePlanned(plan, request, file, task, session, digest)
  const { bytes, sha256 } = digest
  await manifest.add({ ...wanted, bytes, sha256 }, task.signal)
  if (task.json) await reportAsJson(file, request, { bytes, sha256 }, task, source)
  return true
}

/** Everything may be read: a file on this machine has no limits but its disk. */
export async function openSource(
  session: CatalogSession,
  catalog: SessionCatalog,
  signal: AbortSignal,
): Promise<ExportSource> {
  const context = createRequestContext({
    catalog,
    version,
    limits: { maxCells: Infinity, maxValues: Infinity },
    signal,
    reserve: async () => {},
  })
  const tables = await context.loaders.tables(session)
  return { ...context, session, tables, origin: { fileName: session.fileName } }
}

/** @param digest of what is written; null: none is wanted */
async function writePlanned(
  plan: ExportPlan,
  { format }: ExportRequest,
  file: string,
  { name, dtype, csvFormulas, signal }: EncodingTask,
  session: CatalogSession,
  digest: Digest | null = null,
): Promise<void> {
  const progress = await startProgress(`Exporting ${name} of session ${session.id}`)
  try {
    const bytes = await plan.encode(format, {
      dtype,
      keepsFormulas: csvFormulas ?? false,
      inServer: false,
      onProgress(done, total, label) {
        progress.setTotal(total)
        progress.update(done, label)
      },
    })
    const pieces = piecesOf(bytes)
    await writeAtomically(file, digest?.of(pieces) ?? pieces, signal)
  } finally {
    progress.stop()
  }
}

async function* piecesOf(bytes: FileBytes): AsyncGenerator<Uint8Array> {
  yield* 'parts' in bytes ? bytes.parts : bytes.pieces
}

const cures: Readonly<Record<NonNullable<Emptiness['missing']>, string>> = {
  units: 'Relax the limits, change --areas or --probes, or use --all-units.',
  areas: 'Choose from them with --areas, or use --areas "" for all units as one matrix.',
  epochs: 'Change --stimuli or --exclude-stimuli, or give a window with --start and --stop.',
  window: 'Give a window with --start and --stop, in seconds.',
  presentations: 'Change --stimuli, --exclude-stimuli, --start or --stop.',
  events: 'Change --at, --where, --start, --stop or --min-gap.',
  samples: 'Change --start or --stop.',
}

/** @throws CommandError for an export that has nothing to write, with what to change */
export function assertSomething({ emptiness }: ExportPlan): void {
  if (!emptiness) return
  const { missing, reason } = emptiness
  throw new CommandError(missing ? `${reason} ${cures[missing]}` : reason)
}

function report(file: string, plan: ExportPlan): void {
  const [first, ...more] = plan.summary()
  reportWritten(file, (written) =>
    [`Wrote ${written}: ${first}.`, ...more.map((line) => `${line}.`)].map(printable).join('\n'),
  )
}

/** On stderr where stdout has the file. */
async function reportAsJson(
  file: string,
  request: ExportRequest,
  { bytes, sha256 }: Pick<Digest, 'bytes' | 'sha256'>,
  { name, dtype }: EncodingTask,
  { session, tables, loaders }: ExportSource,
): Promise<void> {
  const fileVersion = await loaders.load(session, 'fileVersion')
  const summary = {
    export: name,
    file: file === STDOUT ? null : file,
    format: request.format,
    bytes,
    sha256,
    session: { id: session.id, fileName: session.fileName, fileVersion },
    request: request.address({ sessionId: session.id, fileVersion }, tables),
    dtype,
    spikeqlVersion: version,
  }
  const text = JSON.stringify(summary, null, 2)
  if (file === STDOUT) console.error(text)
  else console.log(text)
}
