import { fileURLToPath } from 'node:url'
import { runScript } from '../python/python.ts'

export const repackScript = fileURLToPath(new URL('repack.py', import.meta.url))

/**
 * Ways to store the same recording: compressed, shuffled and compressed, in the latest file format.
 */
export const layouts = ['gzip', 'shuffle', 'latest'] as const

/** Those of the cases' copies. */
export type Layout = (typeof layouts)[number] | 'chunked' | 'compressed' | 'latest-chunked'

/** Write a copy of an NWB file, or of a folder of such files, in another layout. */
export function repack(source: string, target: string, layout: Layout): void {
  runScript(repackScript, layout, source, target)
}
