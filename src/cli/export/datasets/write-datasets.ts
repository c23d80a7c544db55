import type { DatasetRequest } from '../../../domain/counting/dataset.ts'
import { datasetExport } from '../../../exports/dataset/dataset-export.ts'
import { amount } from '../../../formats/amounts.ts'
import { withSession } from '../../open/with-session.ts'
import { Manifest } from '../manifest.ts'
import { openSource, writeListed } from '../write-export.ts'
import type { DatasetsTask } from './datasets-task.ts'
import { writeCombined } from './write-combined.ts'

/** Write the datasets of several sessions. */
export async function writeDatasets(selection: DatasetRequest, task: DatasetsTask): Promise<void> {
  if (/\.npz$/i.test(task.out)) return writeCombined(selection, task)
  const manifest = new Manifest(task.out)
  let written = 0
  for (const target of task.targets) {
    if (await writeOne(target, selection, manifest, task)) written++
  }
  await manifest.join(task.signal, true)
  const skipped = task.targets.length - written
  console.log(`Wrote ${amount(written, 'file')} to ${task.out}; up to date: ${skipped}.`)
}

/** @returns false: the file was there */
function writeOne(
  target: string,
  selection: DatasetRequest,
  manifest: Manifest,
  { path, out, format, dtype, access, signal }: DatasetsTask,
): Promise<boolean> {
  const request = datasetExport.request(selection, format)
  return withSession(
    target,
    path,
    async (session, catalog) => {
      const source = await openSource(session, catalog, signal)
      const task = { name: 'dataset', dtype, signal, folder: out }
      return writeListed(request, task, source, manifest)
    },
    access,
  )
}
