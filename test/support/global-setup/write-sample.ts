import { existsSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeSampleSessions } from '../../../src/sample/sample-sessions.ts'
import { sampleFolder } from '../recordings/sample.ts'

const sources = fileURLToPath(new URL('../../../src/sample', import.meta.url))

/**
 * Write the sample sessions, once before the tests, unless those there are
 * younger than what writes them.
 */
export default async function writeSample(): Promise<void> {
  const changes = readdirSync(sources).map((name) => statSync(join(sources, name)).mtimeMs)
  if (existsSync(sampleFolder) && statSync(sampleFolder).mtimeMs > Math.max(...changes)) return
  rmSync(sampleFolder, { recursive: true, force: true })
  const partial = `${sampleFolder}.partial`
  await writeSampleSessions(partial)
  renameSync(partial, sampleFolder)
  const now = new Date()
  utimesSync(sampleFolder, now, now)
}
