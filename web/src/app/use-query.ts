import { keepPreviousData, QueryClient, useQuery as useTanStackQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { TypedDocument } from '../../../src/client/index.ts'
import { queryNoted } from '../fetching/query-noted.ts'
import { useFetchLog } from '../fetching/use-fetch-log.ts'
import { client } from './client.ts'

export interface QueryState<Result> {
  /** the last answer; while `isLoading`, perhaps that to earlier variables */
  readonly data: Result | null
  readonly error: Error | null
  readonly isLoading: boolean
  /** repeat the request */
  readonly retry: () => void
}

/**
 * Going back shows the old response until the new one arrives. Errors are shown, not
 * retried: the server says which of them pass by themselves.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      retry: false,
      networkMode: 'always',
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
    },
  },
})

/**
 * Ask the API while a component is shown. What is under way is cancelled when the variables
 * change, or the component goes.
 *
 * @param variables null: no request
 */
export function useQuery<Result, Variables extends Readonly<Record<string, unknown>>>(
  document: TypedDocument<Result, Variables>,
  variables: Variables | null,
): QueryState<Result> {
  const log = useFetchLog()
  const key = JSON.stringify([`${document}`, variables])
  useEffect(() => () => log?.forget(key), [log, key])
  const { data, error, isFetching, isPending, isPlaceholderData, refetch } = useTanStackQuery({
    queryKey: [`${document}`, variables],
    queryFn: ({ signal }) =>
      queryNoted(client, {
        ...{ log, key, signal, document },
        variables: variables as Variables,
      }),
    enabled: variables !== null,
    placeholderData: keepPreviousData,
  })
  return {
    data: data ?? null,
    error: isFetching ? null : error,
    isLoading: isFetching && (isPending || isPlaceholderData),
    retry: refetch,
  }
}
