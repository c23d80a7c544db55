import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { planSampleRecording } from '../../src/sample/sample-recordings.ts'
import { sampleSessions } from '../../src/sample/sample-sessions.ts'
import { writeRecording } from '../../src/sample/session-file.ts'

/** A new folder, which goes when the tests of the file are over. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'spikeql-cli-'))
  afterAll(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** Write the first of the sample sessions, 810000001. Returns its path. */
export async function writeSampleSession(folder: string): Promise<string> {
  const [session] = sampleSessions
  if (!session) throw new Error('there are no sample sessions')
  const file = join(folder, `session_${session.id}.nwb`)
  await mkdir(folder, { recursive: true })
  await writeRecording(planSampleRecording(session), file)
  return file
}
