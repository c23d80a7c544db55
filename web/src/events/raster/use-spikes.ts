import { useQuery } from '../../app/use-query.ts'
import { SpikesOfEventsDocument, SpikesOfPresentationsDocument } from '../../gql/graphql.ts'
import type { EventRequest } from '../loading/event-request.ts'
import type { ListedSpikes } from './raster-rows.ts'

/** Single spikes around the events of a request. */
export function useSpikes({ event, shared, presentations, events }: EventRequest) {
  const isStimulus = event.kind === 'stimulus'
  const aligned = useQuery(
    SpikesOfPresentationsDocument,
    isStimulus ? { ...shared, presentations } : null,
  )
  const around = useQuery(SpikesOfEventsDocument, isStimulus ? null : { ...shared, events })
  const { error, isLoading, retry } = isStimulus ? aligned : around
  const listed: ListedSpikes | undefined = isStimulus
    ? aligned.data?.session?.alignedActivity
    : around.data?.session?.eventActivity
  return { listed: isLoading ? null : (listed ?? null), error, retry }
}
