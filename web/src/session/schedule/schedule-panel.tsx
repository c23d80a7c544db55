import '../../components/stimuli/stimulus-colors.css'
import { useState } from 'react'
import { Link } from '../../app/link.tsx'
import { useQuery } from '../../app/use-query.ts'
import { Panel } from '../../components/layout/panel.tsx'
import { ErrorNotice } from '../../components/notices/error-notice.tsx'
import { Loading } from '../../components/notices/loading.tsx'
import { stimulusClasses } from '../../components/stimuli/stimulus-colors.ts'
import { amount } from '../../components/texts/amounts.ts'
import { StimulusScheduleDocument } from '../../gql/graphql.ts'
import { EpochTable } from './epoch-table.tsx'
import { EpochText } from './epoch-text.tsx'
import type { ScheduledEpoch } from './scheduled-epoch.ts'
import { StimulusLegend } from './stimulus-legend.tsx'
import { Timeline } from './timeline.tsx'

/** What was shown when; an epoch leads to the activity around it. */
export function SchedulePanel({ id }: { readonly id: string }) {
  const { data, error, retry } = useQuery(StimulusScheduleDocument, { id })
  const [pointed, setPointed] = useState<ScheduledEpoch | null>(null)
  const [isListed, setListed] = useState(false)
  const session = data?.session
  const epochs = session?.stimulusEpochs ?? []
  const classes = stimulusClasses(epochs.map(({ stimulusName }) => stimulusName))
  return (
    <Panel
      title="Stimulus schedule"
      aside={session && <span className="soft small">{amount(epochs.length, 'epoch')}</span>}
    >
      {error && <ErrorNotice error={error} retry={retry} />}
      {!session && !error && <Loading what="the stimuli" />}
      {(error || (session && epochs.length === 0)) && (
        <p className="soft">
          {!error && 'This file has no stimuli, trials or epochs. '}
          <Link to={{ view: 'activity', epoch: null }}>See the activity from the start</Link>
        </p>
      )}
      {session && epochs.length > 0 && (
        <div className="schedule">
          <Timeline
            epochs={epochs}
            invalidTimes={session.invalidTimes}
            recorded={session.recordedSpan}
            classes={classes}
            onPoint={setPointed}
          />
          <EpochText epoch={pointed} />
          <StimulusLegend epochs={epochs} classes={classes} invalidTimes={session.invalidTimes} />
          <button
            type="button"
            className="button"
            aria-expanded={isListed}
            onClick={() => setListed(!isListed)}
          >
            {isListed ? 'Hide the list of epochs' : 'List the epochs'}
          </button>
          {isListed && <EpochTable epochs={epochs} classes={classes} />}
        </div>
      )}
    </Panel>
  )
}
