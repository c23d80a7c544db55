import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeSampleSessions } from '../../../src/sample/sample-sessions.ts'
import { copySampleSessions, explorerFolder, sampleFolder } from '../recordings/sample.ts'
import { makeFolder } from './make-folder.ts'

const sources = ['sample', 'nwb-writing'].map((folder) =>
  fileURLToPath(new URL(`../../../src/${folder}`, import.meta.url)),
)

/** Write the sample sessions, once before the tests. */
export default async function writeSample(): Promise<void> {
  await makeFolder(sampleFolder, sources, async (folder) => {
    await writeSampleSessions(folder)
  })
  await makeFolder(explorerFolder, [sampleFolder], (folder) => {
    copySampleSessions(folder)
    mkdirSync(join(folder, 'broken'))
    writeFileSync(join(folder, 'broken', 'broken.nwb'), 'this is no HDF5 file')
  })
}
