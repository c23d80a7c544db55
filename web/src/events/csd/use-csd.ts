import { useMemo } from 'react'
import { useQuery } from '../../app/use-query.ts'
import { CsdOfEventsDocument, CsdOfPresentationsDocument } from '../../gql/graphql.ts'
import type { EventRequest } from '../loading/event-request.ts'
import type { Density } from './csd-cells.ts'

export interface Csd {
  readonly density: Density
  /** of the columns of the density */
  readonly channelIds: readonly string[]
  readonly eventCount: number
}

/**
 * The current source density of the mean LFP around the events of a request.
 *
 * @param channels null: not known yet; fewer than three have none
 * @param binSize seconds
 * @param spacing µm between the channels; null: what the file says
 */
export function useCsd(
  { event, shared, presentations, events }: EventRequest,
  probe: string,
  channels: readonly string[] | null,
  binSize: number,
  spacing: number | null,
) {
  const isStimulus = event.kind === 'stimulus'
  const { before, after } = shared
  const around =
    channels && channels.length > 2
      ? { probe, channels: [...channels], before, after, binSize, spacing }
      : null
  const aligned = useQuery(
    CsdOfPresentationsDocument,
    around && isStimulus ? { ...around, presentations } : null,
  )
  const other = useQuery(CsdOfEventsDocument, around && !isStimulus ? { ...around, events } : null)
  const { error, isLoading, retry } = isStimulus ? aligned : other
  const ofStimulus = aligned.data?.node
  const ofEvents = other.data?.node
  const csd = useMemo((): Csd | null => {
    if (isLoading || !around) return null
    if (isStimulus) {
      const response = ofStimulus && 'aligned' in ofStimulus ? ofStimulus.aligned : null
      return response && csdOf(response, response.groups[0]?.average)
    }
    const response = ofEvents && 'aligned' in ofEvents ? ofEvents.aligned : null
    return response && csdOf(response, response.average)
  }, [isLoading, around, isStimulus, ofStimulus, ofEvents])
  return { csd, error, retry }
}

function csdOf(
  response: { readonly channelIds: readonly (string | null)[]; readonly startTimes: unknown },
  average: { readonly currentSourceDensity: unknown } | undefined,
): Csd {
  return {
    density: (average?.currentSourceDensity ?? []) as Density,
    channelIds: response.channelIds.map((channelId) => channelId ?? ''),
    eventCount: (response.startTimes as readonly number[]).length,
  }
}
