import { useInfiniteQuery } from '@tanstack/react-query'
import { GraphQLRequestError } from '../../../src/client/index.ts'
import { client } from '../app/client.ts'
import { FileMembersDocument } from '../gql/graphql.ts'
import type { Member } from './object-text.ts'

interface Members {
  readonly members: readonly Member[]
  readonly totalCount: number
  readonly error: Error | null
  readonly isLoading: boolean
  readonly loadMore: () => void
}

/** Those members of a group that have been requested. */
export function useMembers(session: string, path: string): Members {
  const { data, error, isFetching, fetchNextPage } = useInfiniteQuery({
    queryKey: ['file members', session, path],
    queryFn: ({ pageParam, signal }) => loadPage({ session, path, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null),
  })
  const pages = data?.pages ?? []
  return {
    members: pages.flatMap((page) => page?.nodes ?? []),
    totalCount: pages[0]?.totalCount ?? 0,
    error: isFetching ? null : error,
    isLoading: isFetching,
    loadMore: () => fetchNextPage(),
  }
}

/** A member that cannot be read is listed without what it is; the others are there. */
async function loadPage(
  variables: { session: string; path: string; after: string | null },
  signal: AbortSignal,
) {
  const { data, errors } = await client.request(FileMembersDocument, variables, { signal })
  const page = data?.session?.fileObject?.children
  if (!page && errors.length > 0) throw new GraphQLRequestError(errors, data)
  return page ?? null
}
