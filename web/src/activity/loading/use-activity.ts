import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '../../app/client.ts'
import { useSettled } from '../../app/use-settled.ts'
import type { ActivityQuestion } from './activity-question.ts'
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
export function useActivity(question: ActivityQuestion | null): ActivityState {
  const settled = useSettled(question, SETTLE_MS)
  const asked = settled ?? question
  const [progress, setProgress] = useState(0)
  const { data, error, isFetching, isPlaceholderData, refetch } = useQuery({
    queryKey: ['activity', asked],
    async queryFn({ signal }) {
      if (!asked) return null
      setProgress(0)
      const onProgress = (share: number) => !signal.aborted && setProgress(share)
      const loaded = await loadActivity(client, asked, { signal, onProgress })
      performance.mark('activity-arrived')
      return loaded
    },
    enabled: asked !== null,
    placeholderData: keepPreviousData,
    // Matrices are large: only those on the screen are kept.
    gcTime: 0,
    structuralSharing: false,
    // The same matrices again would draw everything again.
    staleTime: Number.POSITIVE_INFINITY,
  })
  const isCurrent = JSON.stringify(asked) === JSON.stringify(question)
  return {
    activity: data ?? null,
    error: isFetching || !isCurrent ? null : error,
    isLoading: !isCurrent || (isFetching && (!data || isPlaceholderData)),
    progress,
    retry: refetch,
  }
}
