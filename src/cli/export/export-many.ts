import { UserError } from '../../errors.ts'
import type { ExportRequest } from '../../exports/export-kind.ts'
import { amount } from '../../formats/amounts.ts'
import type { Access } from '../open/access.ts'
import { OpenCatalog } from '../open/open-catalog.ts'
import { CommandError } from '../terminal/command-error.ts'
import { printable } from '../terminal/printable.ts'
import { exportInJobs } from './export-in-jobs.ts'
import { Manifest } from './manifest.ts'
import { isInPart, type ManyOptions } from './many-options.ts'
import { selectSessions } from './select-sessions.ts'
import { type ExportTask, openSource, writeListed } from './write-export.ts'

/**
 * The notebook from its first cell to its last: choose sessions of some places, and write a file of
 * each. What is there and up to date is left out, so that an interrupted one goes on.
 *
 * @throws CommandError when a session could not be exported, after all others were
 */
export async function exportMany(
  request: ExportRequest,
  task: ExportTask,
  target: string | undefined,
  { from = [], whereAreas, sessionType, to, part, jobs }: ManyOptions,
  access: Access,
): Promise<void> {
  if (target !== undefined) {
    throw new CommandError(
      `--from selects sessions by --where-areas and --session-type. For session ${target} alone, use --path instead.`,
    )
  }
  const manifest = new Manifest(to)
  const share = part ?? { number: 1, of: 1 }
  if (jobs > 1) {
    try {
      return await exportInJobs(share, jobs, task.signal)
    } finally {
      await manifest.join(task.signal, part === undefined)
    }
  }
  const open = await OpenCatalog.open(from, access, { rescanSeconds: 0 })
  try {
    const selection = { areas: whereAreas ?? null, sessionTypes: sessionType ?? null }
    const matching = await selectSessions(open, selection, task.signal)
    const sessions = matching.filter((_, i) => isInPart(i, share))
    let failures = 0
    let written = 0
    for (const [i, { id }] of sessions.entries()) {
      console.error(`${i + 1} of ${sessions.length}: session ${printable(id)}`)
      try {
        const session = await open.catalog.session(id)
        const source = await openSource(session, open.catalog, task.signal)
        if (await writeListed(request, { ...task, folder: to }, source, manifest)) written++
      } catch (error) {
        task.signal.throwIfAborted()
        if (!(error instanceof CommandError || error instanceof UserError)) throw error
        console.error(printable(`not exported: ${error.message}`))
        failures++
      }
    }
    await manifest.join(task.signal, part === undefined)
    const skipped = sessions.length - written - failures
    const summary = `Wrote ${amount(written, 'file')} to ${to}; up to date: ${skipped}.`
    if (task.json) console.error(printable(summary))
    else console.log(printable(summary))
    if (failures > 0) {
      throw new CommandError(
        `${failures} of ${amount(sessions.length, 'session')} were not exported.`,
      )
    }
  } finally {
    await open.close()
  }
}
