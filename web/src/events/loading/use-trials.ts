import { useMemo } from 'react'
import { decodeArray } from '../../../../src/client/index.ts'
import { useQuery } from '../../app/use-query.ts'
import { TrialsOfEventsDocument, TrialsOfPresentationsDocument } from '../../gql/graphql.ts'
import type { EventRequest } from './event-request.ts'

/** Counts around each single event. */
export interface Trials {
  /** [events, bins, units] */
  readonly shape: readonly number[]
  /** NaN where the count is not known */
  readonly data: ArrayLike<number>
}

/** @param isWanted whether they are shown; they are larger than the means */
export function useTrials(
  { event, shared, presentations, events }: EventRequest,
  isWanted: boolean,
) {
  const isStimulus = event.kind === 'stimulus'
  const aligned = useQuery(
    TrialsOfPresentationsDocument,
    isWanted && isStimulus ? { ...shared, presentations } : null,
  )
  const around = useQuery(
    TrialsOfEventsDocument,
    isWanted && !isStimulus ? { ...shared, events } : null,
  )
  const { error, isLoading, retry } = isStimulus ? aligned : around
  const encoded = isStimulus
    ? aligned.data?.session?.alignedActivity.data
    : around.data?.session?.eventActivity.data
  const trials = useMemo((): Trials | null => {
    if (!encoded) return null
    const { shape, data } = decodeArray(encoded)
    return { shape, data: data as ArrayLike<number> }
  }, [encoded])
  return { trials: isLoading || !isWanted ? null : trials, error, isLoading, retry }
}
