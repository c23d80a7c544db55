import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { decodeArray } from '../../../../src/client/index.ts'
import { client } from '../../app/client.ts'
import type { FetchLog } from '../../fetching/fetch-log.ts'
import { queryNoted } from '../../fetching/query-noted.ts'
import { useFetchLog } from '../../fetching/use-fetch-log.ts'
import { LfpWindowDocument, type LfpWindowQuery } from '../../gql/graphql.ts'
import { type Range, spanOf } from '../../heatmap/cells/range.ts'
import { type LfpCells, lfpCells } from './lfp-cells.ts'

export interface LfpRequest {
  readonly probe: string
  readonly channels: readonly string[]
  /** what the window counts from, in seconds on the session's clock */
  readonly onset: number
  /** seconds from the onset */
  readonly window: Range
  readonly points: number
}

/** What came for a request. */
export interface LfpPoints {
  readonly request: LfpRequest
  /** null: no samples in the window */
  readonly cells: LfpCells | null
  /** of the cells, in the file's order */
  readonly channelIds: readonly string[]
  /** samples that a point is the mean of */
  readonly samplesPerPoint: number
}

/**
 * LFP of a window; while it is on its way, the last that came for the same channels.
 *
 * @param request null: request nothing
 */
export function useLfpPoints(request: LfpRequest | null) {
  const log = useFetchLog()
  const { data, error, isFetching, isPlaceholderData, refetch } = useQuery({
    queryKey: ['lfp', request],
    queryFn: ({ signal }) => request && loadPoints(request, log, signal),
    enabled: request !== null,
    placeholderData: keepPreviousData,
    gcTime: 0,
    structuralSharing: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const points = request && data && isOfSame(data.request, request) ? data : null
  return {
    points,
    error: isFetching ? null : error,
    isLoading: isFetching && (!points || isPlaceholderData),
    retry: () => void refetch(),
  }
}

async function loadPoints(
  request: LfpRequest,
  log: FetchLog | null,
  signal: AbortSignal,
): Promise<LfpPoints> {
  const { probe, channels, onset, window, points } = request
  const [start, stop] = [onset + window.start, onset + window.stop]
  const variables = { probe, channels, start, stop, points }
  const { node } = await queryNoted<LfpWindowQuery, typeof variables>(client, {
    ...{ log, key: JSON.stringify(request), signal, variables },
    document: LfpWindowDocument,
  })
  const lfp = node && 'lfp' in node ? node.lfp : null
  if (!lfp) return { request, cells: null, channelIds: [], samplesPerPoint: 1 }
  const times = numbersOf(lfp.timesData).map((time) => time - onset)
  return {
    request,
    cells: lfpCells(times, numbersOf(lfp.data), window),
    channelIds: lfp.channelIds.map((channel) => channel ?? ''),
    samplesPerPoint: lfp.samplesPerGroup,
  }
}

const numbersOf = (array: Parameters<typeof decodeArray>[0]) =>
  Float64Array.from(decodeArray(array).data as ArrayLike<number>)

function isOfSame(one: LfpRequest, other: LfpRequest): boolean {
  return (
    one.probe === other.probe &&
    one.onset === other.onset &&
    `${one.channels}` === `${other.channels}`
  )
}

/** Whether all of a range is in the window of points. */
export function holds({ request: { window } }: LfpPoints, range: Range): boolean {
  const slack = 1e-9 * spanOf(window)
  return range.start >= window.start - slack && range.stop <= window.stop + slack
}
