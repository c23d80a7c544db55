import type { Command } from 'commander'
import type { StoredIndex } from '../../cache/stored/stored-index.ts'
import { type CacheOptions, cacheFolderOf, openIndex } from './cache-options.ts'
import type { RemoteOptions } from './remote-options.ts'

/** How a command reaches recordings, here and elsewhere. */
export interface Access {
  /** of what was read before */
  readonly index: StoredIndex
  /** null: nothing is kept */
  readonly cacheFolder: string | null
  readonly remote: RemoteOptions
}

export function accessOf(command: Command): Access {
  const options = command.optsWithGlobals<CacheOptions & RemoteOptions>()
  const cacheFolder = cacheFolderOf(options)
  return { index: openIndex(options, cacheFolder), cacheFolder, remote: options }
}
