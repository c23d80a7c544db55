import { DANDI_API } from '../catalog/dandi/dandi-api.ts'
import type { Access } from '../cli/open/access.ts'
import { openIndex } from '../cli/open/open-index.ts'

/** How a program reaches recordings: as the command does when it is given no options. */
export async function accessFor(cacheFolder: string | null): Promise<Access> {
  return {
    index: await openIndex({ cache: true }, cacheFolder),
    cacheFolder,
    remote: { dandiApi: DANDI_API, cacheGb: 10, maxFetchMb: 2048 },
  }
}
