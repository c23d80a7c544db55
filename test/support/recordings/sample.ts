import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The sample sessions, written once before the tests (see write-sample.ts); not to be changed. */
export const sampleFolder = fileURLToPath(
  new URL('../../../node_modules/.cache/spikeql-sample', import.meta.url),
)

/** The folder of the first of them alone, 810000001. */
export const sampleSessionFolder = join(sampleFolder, 'session_810000001')

/** The sample sessions and a file that is none; not to be changed. */
export const explorerFolder = fileURLToPath(
  new URL('../../../node_modules/.cache/spikeql-explorer', import.meta.url),
)

/** Copy the sample sessions to a folder, each in a folder of its own. */
export function copySampleSessions(folder: string): void {
  cpSync(sampleFolder, folder, { recursive: true })
}
