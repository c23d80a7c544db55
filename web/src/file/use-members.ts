import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { GraphQLRequestError } from '../../../src/client/index.ts'
import { client } from '../app/client.ts'
import { FileMembersDocument } from '../gql/graphql.ts'
import type { Member } from './object-text.ts'

interface Members {
  readonly members: readonly Member[]
  readonly totalCount: number
  readonly error: Error | null
  readonly isLoading: boolean
  /** whether what is sought was not found among as many as are listed */
  readonly isBeyond: boolean
  readonly loadMore: () => void
}

/** Members that are listed at first, and with each step further. */
export const PAGE_LENGTH = 100

/** As many as a request may list, where one of them is sought. */
const LONG_PAGE = 1000

/** Members through which one is sought: more would make the page slow. */
export const MOST_SOUGHT = 10_000

/**
 * Those members of a group that have been requested.
 *
 * @param sought path of a member up to which all are listed; null: none
 */
export function useMembers(session: string, path: string, sought: string | null): Members {
  const { data, error, isFetching, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['file members', session, path],
    queryFn: ({ pageParam, signal }) => loadPage({ session, path, ...pageParam }, signal),
    initialPageParam: { first: PAGE_LENGTH, after: null as string | null },
    getNextPageParam: (page) =>
      page?.pageInfo.hasNextPage
        ? { first: sought === null ? PAGE_LENGTH : LONG_PAGE, after: page.pageInfo.endCursor }
        : null,
  })
  const members = useMemo(() => (data?.pages ?? []).flatMap((page) => page?.nodes ?? []), [data])
  const isMissing = sought !== null && !members.some((member) => member.path === sought)
  const isSeeking = isMissing && hasNextPage && !error && members.length < MOST_SOUGHT
  useEffect(() => {
    if (isSeeking && !isFetching) void fetchNextPage()
  }, [isSeeking, isFetching, fetchNextPage])
  return {
    members,
    totalCount: data?.pages[0]?.totalCount ?? 0,
    error: isFetching ? null : error,
    isLoading: isFetching,
    isBeyond: isMissing && hasNextPage && members.length >= MOST_SOUGHT,
    loadMore: () => fetchNextPage(),
  }
}

/** A member that cannot be read is listed without what it is; the others are there. */
async function loadPage(
  variables: { session: string; path: string; first: number; after: string | null },
  signal: AbortSignal,
) {
  const { data, errors } = await client.request(FileMembersDocument, variables, { signal })
  const page = data?.session?.fileObject?.children
  if (!page && errors.length > 0) throw new GraphQLRequestError(errors, data)
  return page ?? null
}
