import { noIndex } from '../../cache/stored/stored-index.ts'
import { openPlace } from '../../catalog/remote/open-place.ts'
import type { Access } from '../open/access.ts'
import { OpenCatalog } from '../open/open-catalog.ts'
import { openRemote } from '../open/open-remote.ts'
import { examine } from './examine.ts'

/** Try an address as it is, without what was read before, and report each step on stdout. */
export async function examineAddress(
  address: string,
  sessionId: string | null,
  { remote }: Access,
  signal: AbortSignal,
): Promise<void> {
  const access = { remote, index: noIndex, cacheFolder: null }
  await using opened = openRemote(remote, noIndex)
  // The tables are read as they always are, by a client of their own.
  let ofTables = { requests: 0, bytes: 0, retries: 0 }
  await examine(
    {
      resolve: () => openPlace(address, opened.places),
      client: opened.client,
      fetched() {
        const { requests, bytes, retries } = opened.client.statistics
        return {
          requests: requests + ofTables.requests,
          bytes: bytes + ofTables.bytes,
          retries: retries + ofTables.retries,
        }
      },
      async tables(id) {
        const open = await OpenCatalog.open([address], access)
        try {
          return await (await open.catalog.session(id)).reader.tables()
        } finally {
          ofTables = open.statistics.fetched ?? ofTables
          await open.close()
        }
      },
    },
    sessionId,
    (line) => console.log(line),
    signal,
  )
}
