import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { client } from '../../app/client.ts'
import { useSettled } from '../../app/use-settled.ts'
import { useFetchLog } from '../../fetching/use-fetch-log.ts'
import type { ActivityRequest } from './activity-request.ts'
import { type Activity, loadActivity } from './load-activity.ts'
import { activityKey } from './load-counts.ts'

export interface ActivityState {
  /** the last that came; while `isLoading`, of an earlier question */
  readonly activity: Activity | null
  readonly error: Error | null
  readonly isLoading: boolean
  /** part of the counts that has come, from 0 to 1 */
  readonly share: number
  readonly retry: () => void
}

/** A moment in which a question may change again, as when a number is stepped up. */
const SETTLE_MS = 150

/**
 * Load activity while a view is shown. What is under way is cancelled when the
 * question changes, or the view goes.
 */
export function useActivity(request: ActivityRequest | null): ActivityState {
  const log = useFetchLog()
  const settled = useSettled(request, SETTLE_MS)
  const requested = settled ?? request
  const [share, setShare] = useState(0)
  useEffect(() => {
    if (!log || !requested) return
    const key = activityKey(requested)
    return () => log.forget(key)
  }, [log, requested])
  const { data, error, isFetching, isPlaceholderData, refetch } = useQuery({
    queryKey: ['activity', requested],
    async queryFn({ signal }) {
      if (!requested) return null
      setShare(0)
      const onProgress = (next: number) => !signal.aborted && setShare(next)
      const loaded = await loadActivity(client, requested, { signal, log, onProgress })
      performance.mark('activity-arrived')
      return loaded
    },
    enabled: requested !== null,
    placeholderData: keepPreviousData,
    // Matrices are large: only those on the screen are kept.
    gcTime: 0,
    structuralSharing: false,
    // The same matrices again would draw everything again.
    staleTime: Number.POSITIVE_INFINITY,
  })
  const isCurrent = JSON.stringify(requested) === JSON.stringify(request)
  return {
    activity: data ?? null,
    error: isFetching || !isCurrent ? null : error,
    isLoading: !isCurrent || (isFetching && (!data || isPlaceholderData)),
    share,
    retry: refetch,
  }
}
