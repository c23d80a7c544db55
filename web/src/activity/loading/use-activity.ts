import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '../../app/client.ts'
import { useSettled } from '../../app/use-settled.ts'
import type { ActivityRequest } from './activity-request.ts'
import { type Activity, loadActivity } from './load-activity.ts'

export interface ActivityState {
  /** the last that came; while `isLoading`, of an earlier question */
  readonly activity: Activity | null
  readonly error: Error | null
  readonly isLoading: boolean
  /** part of the matrices that has come, from 0 to 1 */
  readonly progress: number
  readonly retry: () => void
}

/** A moment in which a question may change again, as when a number is stepped up. */
const SETTLE_MS = 150

/**
 * Load activity while a view is shown. What is under way is cancelled when the
 * question changes, or the view goes.
 */
export function useActivity(request: ActivityRequest | null): ActivityState {
  const settled = useSettled(request, SETTLE_MS)
  const requested = settled ?? request
  const [progress, setProgress] = useState(0)
  const { data, error, isFetching, isPlaceholderData, refetch } = useQuery({
    queryKey: ['activity', requested],
    async queryFn({ signal }) {
      if (!requested) return null
      setProgress(0)
      const onProgress = (share: number) => !signal.aborted && setProgress(share)
      const loaded = await loadActivity(client, requested, { signal, onProgress })
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
    progress,
    retry: refetch,
  }
}
