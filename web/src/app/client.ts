import { createClient } from '../../../src/client/index.ts'

/** The API that the page came with, also behind a proxy's path. */
export const client = createClient(new URL('.', document.baseURI))
