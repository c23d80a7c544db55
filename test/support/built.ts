import { fileURLToPath } from 'node:url'

const built = new URL('../../dist/', import.meta.url)

/** The reader thread as it is built: a thread does not load TypeScript. */
export const readerWorkerFile = new URL('bundle/reader-worker.js', built)

/** What looks at a place. */
export const diskWorkerFile = new URL('bundle/disk-worker.js', built)

/** The thread that fetches. */
export const fetchWorkerFile = new URL('bundle/fetch-worker.js', built)

/** The command as it is built. */
export const commandFile = fileURLToPath(new URL('bundle/main.js', built))

/** The explorer and GraphiQL as they are built. */
export const pagesFolder = fileURLToPath(new URL('web', built))

/** What the command runs, without the process that it is. */
export const programFile = new URL('bundle/run-program.js', built).href
