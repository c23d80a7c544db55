import { existsSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeSampleSessions } from '../../../src/sample/sample-sessions.ts'
import { sampleFolder } from '../recordings/sample.ts'

const sources = ['sample', 'nwb-writing'].map((folder) =>
  fileURLToPath(new URL(`../../../src/${folder}`, import.meta.url)),
)

/**
 * Write the sample sessions, once before the tests, unless those there are
 * younger than what writes them.
 */
export default async function writeSample(): Promise<void> {
  const changes = sources.flatMap((folder) =>
    readdirSync(folder, { encoding: 'utf8', recursive: true }).map(
      (name) => statSync(join(folder, name)).mtimeMs,
    ),
  )
  if (existsSync(sampleFolder) && statSync(sampleFolder).mtimeMs > Math.max(...changes)) return
  rmSync(sampleFolder, { recursive: true, force: true })
  const partial = `${sampleFolder}.partial`
  await writeSampleSessions(partial)
  renameSync(partial, sampleFolder)
  const now = new Date()
  utimesSync(sampleFolder, now, now)
}
