import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { DatasetQuestion } from '../../../domain/counting/dataset.ts'
import { datasetExport } from '../../../exports/dataset/dataset-export.ts'
import { amount } from '../../../formats/amounts.ts'
import { fileFormats } from '../../../formats/file-format.ts'
import { withSession } from '../../open/with-session.ts'
import { assertWritableFile, writeAtomically } from '../../terminal/atomic-file.ts'
import { printable } from '../../terminal/printable.ts'
import { version } from '../../version.ts'
import { assertSomething, openSource, writePlanned } from '../write-export.ts'
import type { DatasetsTask } from './datasets-task.ts'
import { Manifest } from './manifest.ts'
import { writeCombined } from './write-combined.ts'

/** Write the datasets of several sessions. */
export async function writeDatasets(question: DatasetQuestion, task: DatasetsTask): Promise<void> {
  if (/\.npz$/i.test(task.out)) return writeCombined(question, task)
  mkdirSync(task.out, { recursive: true })
  const manifest = new Manifest(task.out)
  assertWritableFile(manifest.file)
  let written = 0
  for (const target of task.targets) {
    if (await writeOne(target, question, manifest, task)) written++
  }
  const skipped = task.targets.length - written
  console.log(`Wrote ${amount(written, 'file')} to ${task.out}; up to date: ${skipped}.`)
}

/** @returns false: the file was there */
function writeOne(
  target: string,
  question: DatasetQuestion,
  manifest: Manifest,
  { path, out, format, dtype, access, signal }: DatasetsTask,
): Promise<boolean> {
  const request = datasetExport.request(question, format)
  return withSession(
    target,
    path,
    async (session, catalog) => {
      const source = await openSource(session, catalog, signal)
      const plan = await request.plan(source)
      const fileVersion = await source.loaders.load(session, 'fileVersion')
      const wanted = {
        sessionId: session.id,
        file: plan.downloadName + fileFormats[format].ending,
        fileVersion,
        request: request.address({ sessionId: session.id, fileVersion }, source.tables),
        dtype,
        spikeqlVersion: version,
      }
      if (manifest.holds(wanted)) {
        console.log(printable(`${wanted.file} is up to date.`))
        return false
      }
      assertSomething(plan)
      const file = join(out, wanted.file)
      assertWritableFile(file)
      const task = { name: 'dataset', dtype, signal }
      const digest = await writePlanned(plan, request, file, task, session)
      manifest.add({ ...wanted, bytes: digest.bytes, sha256: digest.sha256 })
      await writeAtomically(manifest.file, manifest.bytes(), signal)
      return true
    },
    access,
  )
}
