import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '../../app/client.ts'
import { useSettled } from '../../app/use-settled.ts'
import type { ActivityRequest } from './activity-request.ts'
import { type Activity, loadActivity } from './load-activity.ts'
import type { LoadProgress } from './load-progress.ts'

export interface ActivityState {
  /** the last that came; while `isLoading`, of an earlier question */
  readonly activity: Activity | null
  readonly error: Error | null
  readonly isLoading: boolean
  readonly progress: LoadProgress
  readonly retry: () => void
}

/** A moment in which a question may change again, as when a number is stepped up. */
const SETTLE_MS = 150

const begun: LoadProgress = { share: 0, fetch: null }

/**
 * Load activity while a view is shown. What is under way is cancelled when the
 * question changes, or the view goes.
 */
export function useActivity(request: ActivityRequest | null, isRemote: boolean): ActivityState {
  const settled = useSettled(request, SETTLE_MS)
  const requested = settled ?? request
  const [progress, setProgress] = useState(begun)
  const { data, error, isFetching, isPlaceholderData, refetch } = useQuery({
    queryKey: ['activity', requested],
    async queryFn({ signal }) {
      if (!requested) return null
      setProgress(begun)
      const onProgress = (next: LoadProgress) => !signal.aborted && setProgress(next)
      const loaded = await loadActivity(client, requested, { signal, isRemote, onProgress })
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
