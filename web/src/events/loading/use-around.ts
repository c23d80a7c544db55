import { useMemo } from 'react'
import { useQuery } from '../../app/use-query.ts'
import { AroundEventsDocument, AroundPresentationsDocument } from '../../gql/graphql.ts'
import type { ShownQuery } from '../../query/shown-query.ts'
import { type Around, aroundEvents, aroundPresentations } from './around.ts'
import type { EventRequest } from './event-request.ts'

export interface AroundState {
  readonly around: Around | null
  readonly error: Error | null
  readonly isLoading: boolean
  readonly retry: () => void
  readonly query: ShownQuery
}

/**
 * Mean responses around the chosen events.
 *
 * @param isKnown whether it is known of which units; nothing is requested before
 */
export function useAround(request: EventRequest, isKnown: boolean): AroundState {
  const { shared, baseline, grouping, presentations, events } = request
  const isStimulus = request.event.kind === 'stimulus'
  const ofPresentations = {
    ...shared,
    presentations,
    baseline,
    by: [grouping === null ? ('ALL' as const) : ('PARAMETERS' as const)],
    parameters: grouping === null ? null : [grouping],
  }
  const ofEvents = {
    ...shared,
    events,
    baseline,
    by: grouping === null ? ('ALL' as const) : ('SOURCE_VALUE' as const),
  }
  const aligned = useQuery(
    AroundPresentationsDocument,
    isKnown && isStimulus ? ofPresentations : null,
  )
  const event = useQuery(AroundEventsDocument, isKnown && !isStimulus ? ofEvents : null)
  const around = useMemo(() => {
    if (isStimulus) {
      const response = aligned.data?.session?.alignedActivity
      return response ? aroundPresentations(response, grouping) : null
    }
    const response = event.data?.session?.eventActivity
    return response ? aroundEvents(response, grouping) : null
  }, [isStimulus, aligned.data, event.data, grouping])
  const { error, isLoading, retry } = isStimulus ? aligned : event
  const document = isStimulus ? AroundPresentationsDocument : AroundEventsDocument
  return {
    // An earlier answer may be of other groups, or another window.
    around: isLoading || !isKnown ? null : around,
    error,
    isLoading,
    retry,
    query: {
      text: document.toString(),
      variables: isStimulus ? ofPresentations : ofEvents,
      matricesAt: null,
    },
  }
}
