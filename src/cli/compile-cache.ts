import module from 'node:module'
import { join } from 'node:path'
import { userCacheFolder } from './user-cache-folder.ts'

/** Node has it from 22.8 on; it fails without a word where it cannot write. */
const { enableCompileCache = null } = module as {
  enableCompileCache?: (folder: string) => unknown
}

/**
 * Keep what V8 has compiled of the program for its next start, which takes a seventh off an export.
 * It is program: only the user's own folder is trusted with it, not one that --cache-dir names and
 * others may write into.
 */
export function keepCompiled(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  enable = enableCompileCache,
): void {
  const folder = userCacheFolder()
  if (!enable || !folder || env.NODE_COMPILE_CACHE || args.includes('--no-cache')) return
  const compiled = join(folder, 'compiled')
  enable(compiled)
  // For threads, and processes of --jobs.
  env.NODE_COMPILE_CACHE = compiled
}
