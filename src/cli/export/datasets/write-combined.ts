import type { DatasetRequest } from '../../../domain/counting/dataset.ts'
import { datasetExport, datasetMembers } from '../../../exports/dataset/dataset-export.ts'
import { amount } from '../../../formats/amounts.ts'
import { vector } from '../../../formats/numpy/npy.ts'
import { encodeNpz, type NpzMember } from '../../../formats/numpy/npz.ts'
import { withSession } from '../../open/with-session.ts'
import { assertWritableFile, reportWritten, writeAtomically } from '../../terminal/atomic-file.ts'
import { printable } from '../../terminal/printable.ts'
import { startProgress } from '../../terminal/progress.ts'
import { assertSomething, openSource } from '../write-export.ts'
import type { DatasetsTask } from './datasets-task.ts'

/** One .npz of all sessions, one after the other: the id of the session is before each name. */
export async function writeCombined(selection: DatasetRequest, task: DatasetsTask): Promise<void> {
  const { targets, out, signal } = task
  assertWritableFile(out)
  const progress = await startProgress(`Exporting datasets of ${amount(targets.length, 'session')}`)
  progress.setTotal(targets.length)
  try {
    const members = membersOf(selection, task, (done) => progress.update(done))
    await writeAtomically(out, encodeNpz(members), signal)
  } finally {
    progress.stop()
  }
  reportWritten(out, (written) =>
    printable(`Wrote ${written}: ${amount(targets.length, 'session')}.`),
  )
}

async function* membersOf(
  selection: DatasetRequest,
  task: DatasetsTask,
  onSession: (done: number) => void,
): AsyncGenerator<NpzMember> {
  const ids: string[] = []
  for (const target of task.targets) {
    yield* sessionMembers(target, selection, task, ids)
    onSession(ids.length)
  }
  yield { name: 'session_ids', array: vector(ids) }
}

/** All of a session's matrices are counted before its file is closed, and then written. */
async function* sessionMembers(
  target: string,
  selection: DatasetRequest,
  { path, dtype, access, signal }: DatasetsTask,
  ids: string[],
): AsyncGenerator<NpzMember> {
  const members: NpzMember[] = []
  const options = { dtype, keepsFormulas: false, inServer: false, onProgress: () => {} }
  await withSession(
    target,
    path,
    async (session, catalog) => {
      const source = await openSource(session, catalog, signal)
      assertSomething(await datasetExport.request(selection, 'npz').plan(source))
      for await (const member of datasetMembers(selection, source, options)) {
        members.push({ ...member, name: `${session.id}__${member.name}` })
      }
      ids.push(session.id)
    },
    access,
  )
  yield* members
}
