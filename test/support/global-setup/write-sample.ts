import { fileURLToPath } from 'node:url'
import { writeSampleSessions } from '../../../src/sample/sample-sessions.ts'
import { sampleFolder } from '../recordings/sample.ts'
import { makeFolder } from './make-folder.ts'

const sources = ['sample', 'nwb-writing'].map((folder) =>
  fileURLToPath(new URL(`../../../src/${folder}`, import.meta.url)),
)

/** Write the sample sessions, once before the tests. */
export default async function writeSample(): Promise<void> {
  await makeFolder(sampleFolder, sources, async (folder) => {
    await writeSampleSessions(folder)
  })
}
