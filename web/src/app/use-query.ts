import { useCallback, useEffect, useState } from 'react'
import type { TypedDocument } from '../../../src/client/index.ts'
import { client } from './client.ts'

export interface QueryState<Result> {
  /** the last answer; while `isLoading`, perhaps that to earlier variables */
  readonly data: Result | null
  readonly error: Error | null
  readonly isLoading: boolean
  /** ask once more */
  readonly retry: () => void
}

/**
 * Answers kept, so that going back shows at once what was there; they are asked again behind it.
 */
const kept = new Map<string, unknown>()
const MAX_KEPT = 40

/**
 * Ask the API while a component is shown. What is under way is cancelled when the variables
 * change, or the component goes.
 *
 * @param variables null: ask nothing
 * @param delayMs to wait, in case they change again at once
 */
export function useQuery<Result, Variables extends Readonly<Record<string, unknown>>>(
  document: TypedDocument<Result, Variables>,
  variables: Variables | null,
  { delayMs = 0 } = {},
): QueryState<Result> {
  const key = variables === null ? null : `${document}${JSON.stringify(variables)}`
  const [answer, setAnswer] = useState<{
    key: string | null
    data: Result | null
    error: Error | null
  }>({ key: null, data: null, error: null })
  const [attempt, setAttempt] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: key covers query and variables
  useEffect(() => {
    if (key === null || variables === null) return
    const controller = new AbortController()
    const ask = async () => {
      try {
        const data = await client.query<Result>(`${document}`, variables, {
          signal: controller.signal,
        })
        if (controller.signal.aborted) return
        keep(key, data)
        setAnswer({ key, data, error: null })
      } catch (error) {
        if (controller.signal.aborted) return
        setAnswer({
          key,
          data: null,
          error: error instanceof Error ? error : new Error(String(error)),
        })
      }
    }
    const timer = setTimeout(ask, delayMs)
    return () => {
      clearTimeout(timer)
      controller.abort()
    }
  }, [key, attempt, delayMs])

  const retry = useCallback(() => {
    setAnswer((before) => ({ ...before, key: null, error: null }))
    setAttempt((count) => count + 1)
  }, [])
  const isCurrent = answer.key === key
  const known = key === null ? undefined : (kept.get(key) as Result | undefined)
  return {
    data: isCurrent ? answer.data : (known ?? answer.data),
    error: isCurrent ? answer.error : null,
    isLoading: key !== null && !isCurrent,
    retry,
  }
}

function keep(key: string, data: unknown): void {
  kept.delete(key)
  kept.set(key, data)
  for (const oldest of kept.keys()) {
    if (kept.size <= MAX_KEPT) break
    kept.delete(oldest)
  }
}
