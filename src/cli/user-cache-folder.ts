import envPaths from 'env-paths'

/** Null: the user has no home. */
export function userCacheFolder(): string | null {
  try {
    return envPaths('spikeql', { suffix: '' }).cache
  } catch {
    return null
  }
}
