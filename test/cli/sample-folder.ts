import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { sampleSessionFolder } from '../support/recordings/sample.ts'

/** A new folder, which goes when the tests of the file are over. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'spikeql-cli-'))
  afterAll(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** Copy the first of the sample sessions, 810000001. Returns its path. */
export async function writeSampleSession(folder: string): Promise<string> {
  const file = join(folder, 'session_810000001.nwb')
  await mkdir(folder, { recursive: true })
  await copyFile(join(sampleSessionFolder, 'session_810000001.nwb'), file)
  return file
}
