import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Larger test data: SHARED_FOLDER, or next to the project. Only test/shared may need it. */
const shared = (folder: string) =>
  process.env.SHARED_FOLDER
    ? join(process.env.SHARED_FOLDER, folder)
    : fileURLToPath(new URL(`../../../shared/${folder}`, import.meta.url))

/** The whole golden set, of which test/fixtures/golden is cut. */
export const wholeGoldenFolder = shared('golden')

/** Recordings of other laboratories, as published. */
export const realRecordingsFolder = shared('real')

/** Small recordings with odd content, each with questions and their right answers. */
export const casesFolder = shared('cases')
