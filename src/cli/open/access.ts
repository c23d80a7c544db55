import type { Command } from 'commander'
import type { StoredIndex } from '../../cache/stored/stored-index.ts'
import { type CacheOptions, cacheFolderOf } from './cache-options.ts'
import { openIndex } from './open-index.ts'
import type { RemoteOptions } from './remote-options.ts'

/** How a command reaches recordings, here and elsewhere. */
export interface Access {
  /** of what was read before */
  readonly index: StoredIndex
  /** null: nothing is kept */
  readonly cacheFolder: string | null
  readonly remote: RemoteOptions
}

export async function accessOf(command: Command): Promise<Access> {
  const options = command.optsWithGlobals<CacheOptions & RemoteOptions>()
  const cacheFolder = cacheFolderOf(options)
  return { index: await openIndex(options, cacheFolder), cacheFolder, remote: options }
}
