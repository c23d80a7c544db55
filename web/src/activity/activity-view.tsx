import { useMemo } from 'react'
import type { Address } from '../app/address.ts'
import { unitFilter } from '../app/unit-filter.ts'
import { useQuery } from '../app/use-query.ts'
import { ViewTitle } from '../components/layout/view-title.tsx'
import { ErrorNotice } from '../components/notices/error-notice.tsx'
import { Loading } from '../components/notices/loading.tsx'
import { Notice } from '../components/notices/notice.tsx'
import { stimulusText } from '../components/stimuli/stimulus-colors.ts'
import { clock } from '../components/texts/amounts.ts'
import { FetchStatus } from '../fetching/fetch-status.tsx'
import {
  ActivityChoicesDocument,
  ActivityEpochsDocument,
  RecordedSpanDocument,
} from '../gql/graphql.ts'
import { ActivityBar } from './bar/activity-bar.tsx'
import { TimeRuler } from './bar/time-ruler.tsx'
import {
  type ActivityChoices,
  activityRequest,
  anchorOf,
  chooseEpoch,
} from './loading/activity-request.ts'
import { LoadingShare } from './loading/loading-share.tsx'
import { useActivity } from './loading/use-activity.ts'
import { ShownActivity } from './shown-activity.tsx'
import { useHeatmaps } from './use-heatmaps.ts'

const noEpochs: ActivityChoices['stimulusEpochs'] = []

/** Activity around a stimulus epoch: heatmaps by area, population rate and running speed. */
export function ActivityView({ address }: { readonly address: Address }) {
  const session = address.session as string
  const { data, error, retry } = useQuery(ActivityChoicesDocument, {
    session,
    units: unitFilter(address.limits),
  })
  const known = data?.session?.id === session ? data.session : null
  const epochs = useQuery(ActivityEpochsDocument, known?.available ? { session } : null)
  const listed = epochs.data?.session?.id === session ? epochs.data.session.stimulusEpochs : null
  // Where no epoch can be read, there is still the activity from the first moment on.
  const stimulusEpochs = listed ?? (epochs.error || known?.available === false ? noEpochs : null)
  const choices = useMemo(
    () => known && stimulusEpochs && { ...known, stimulusEpochs },
    [known, stimulusEpochs],
  )
  return (
    <>
      <ViewTitle note={<ActivityNote choices={choices} address={address} />}>Activity</ViewTitle>
      {error && <ErrorNotice error={error} retry={retry} />}
      {epochs.error && <ErrorNotice error={epochs.error} retry={epochs.retry} />}
      {!choices && !error && <Loading what="the session" />}
      {choices && !choices.available && (
        <Notice title="This session’s file is absent.">
          <p>
            Only its tables are here. To see its activity, put the file in a folder that SpikeQL
            serves.
          </p>
        </Notice>
      )}
      {choices?.available && (
        <FetchStatus location={choices.location}>
          <ActivityOfSession address={address} choices={choices} />
        </FetchStatus>
      )}
    </>
  )
}

interface ActivityOfSessionProps {
  readonly address: Address
  readonly choices: ActivityChoices
}

function ActivityOfSession({ address, choices }: ActivityOfSessionProps) {
  const hasEpochs = choices.stimulusEpochs.length > 0
  const hasStart = hasEpochs || anchorOf(address) !== null
  const span = useQuery(RecordedSpanDocument, hasStart ? null : { session: choices.id })
  const recorded = span.data?.session?.recordedSpan ?? null
  const request = useMemo(
    () => activityRequest(choices, address, recorded?.startTime ?? null),
    [choices, address, recorded],
  )
  const { activity, error, isLoading, share, retry } = useActivity(request)
  const shown = useHeatmaps(address, activity)
  if (choices.unitCount === 0 || (span.data && !recorded)) {
    return <Notice title="This file has no spikes, so there is no activity to show." />
  }
  return (
    <>
      <ActivityBar address={address} choices={choices} shown={shown}>
        {activity && shown && (
          <TimeRuler activity={activity} shown={shown} epochs={choices.stimulusEpochs} />
        )}
      </ActivityBar>
      {span.error && <ErrorNotice error={span.error} retry={span.retry} />}
      {error && <ErrorNotice error={error} retry={retry} />}
      {activity && shown && <ShownActivity {...{ address, activity, shown, isLoading, share }} />}
      {!activity && !error && <LoadingShare share={share} />}
    </>
  )
}

interface ActivityNoteProps {
  readonly address: Address
  readonly choices: ActivityChoices | null
}

function ActivityNote({ address, choices }: ActivityNoteProps) {
  const anchor = anchorOf(address)
  const chosen = choices && !anchor ? chooseEpoch(choices, address.epoch) : null
  const epoch = choices?.stimulusEpochs.find(({ index }) => index === chosen)
  return (
    <>
      Session {address.session}
      {anchor && `, around ${anchor.name}, at ${clock(anchor.time)}`}
      {epoch && `, epoch ${epoch.index}: ${stimulusText(epoch.stimulusName)}`}
    </>
  )
}
