import { useCallback, useEffect, useState } from 'react'
import { client } from '../../app/client.ts'
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
  const key = question && JSON.stringify(question)
  const [activity, setActivity] = useState<Activity | null>(null)
  const [failure, setFailure] = useState<{ key: string; error: Error } | null>(null)
  const [progress, setProgress] = useState(0)
  const [attempt, setAttempt] = useState(0)
  const isFirst = activity === null

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the question
  useEffect(() => {
    if (!question || !key) return
    const controller = new AbortController()
    const { signal } = controller
    const load = async () => {
      setProgress(0)
      try {
        const onProgress = (share: number) => !signal.aborted && setProgress(share)
        const loaded = await loadActivity(client, question, { signal, onProgress })
        if (signal.aborted) return
        performance.mark('activity-arrived')
        setActivity(loaded)
        setFailure(null)
      } catch (error) {
        if (signal.aborted) return
        setFailure({ key, error: error instanceof Error ? error : new Error(String(error)) })
      }
    }
    const timer = setTimeout(load, isFirst ? 0 : SETTLE_MS)
    return () => {
      clearTimeout(timer)
      controller.abort()
    }
  }, [key, attempt])

  const retry = useCallback(() => {
    setFailure(null)
    setAttempt((count) => count + 1)
  }, [])
  const error = failure?.key === key ? failure.error : null
  const isCurrent = activity !== null && JSON.stringify(activity.question) === key
  return { activity, error, isLoading: key !== null && !isCurrent && !error, progress, retry }
}
