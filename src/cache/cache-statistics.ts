/** How full a cache is, and how often it could help since it was made. */
export interface CacheStatistics {
  readonly entries: number
  readonly bytes: number
  readonly hits: number
  readonly misses: number
}
