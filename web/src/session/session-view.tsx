import './session.css'
import { type Address, otherTable } from '../app/address.ts'
import { Link } from '../app/link.tsx'
import { useQuery } from '../app/use-query.ts'
import { ViewTitle } from '../components/layout/view-title.tsx'
import { ErrorNotice } from '../components/notices/error-notice.tsx'
import { Loading } from '../components/notices/loading.tsx'
import { Notice } from '../components/notices/notice.tsx'
import { dateTime } from '../components/texts/amounts.ts'
import { subjectText } from '../components/texts/subject-text.ts'
import { SessionDocument, type SessionQuery } from '../gql/graphql.ts'
import { AreasPanel } from './areas-panel.tsx'
import { ProbeMapPanel } from './probe-map/probe-map-panel.tsx'
import { ProbesPanel } from './probes-panel.tsx'
import { RecordingPanel } from './recording-panel.tsx'
import { SchedulePanel } from './schedule/schedule-panel.tsx'
import { WarningsNotice } from './warnings-notice.tsx'

interface SessionViewProps {
  readonly address: Address
}

/** One session: what was shown, where units were found, and what of them passes. */
export function SessionView({ address }: SessionViewProps) {
  const id = address.session ?? ''
  const { data, error, retry } = useQuery(SessionDocument, { id })
  const session = data?.session
  return (
    <>
      <ViewTitle note={session && noteOf(session)} aside={session?.available && <SessionLinks />}>
        Session {id}
      </ViewTitle>
      {error && <ErrorNotice error={error} retry={retry} />}
      {!data && !error && <Loading what="the session" />}
      {session && (
        <>
          {session.available ? (
            <SchedulePanel id={id} />
          ) : (
            <Notice tone="warning" title="This session’s file is absent.">
              <p>
                What is shown comes from the tables of the AllenSDK cache. For stimuli and spikes,
                put <code>{session.fileName}</code> next to them.
              </p>
            </Notice>
          )}
          <WarningsNotice id={id} />
          <div className="session-parts">
            <ProbeMapPanel address={address} id={id} />
            <AreasPanel address={address} id={id} />
          </div>
          <div className="session-about">
            <RecordingPanel session={session} />
            <ProbesPanel probes={session.probes} />
          </div>
        </>
      )}
    </>
  )
}

/** The views of a session. */
function SessionLinks() {
  return (
    <nav className="session-links" aria-label="Views of the session">
      <Link className="button" to={{ view: 'activity' }}>
        Activity
      </Link>
      <Link className="button" to={{ view: 'events' }}>
        Responses
      </Link>
      <Link className="button" to={{ view: 'units', areas: [], probe: null, order: null }}>
        Units
      </Link>
      <Link className="button" to={{ view: 'tables', ...otherTable(null) }}>
        Tables
      </Link>
      <Link className="button" to={{ view: 'file', path: null, page: null }}>
        File
      </Link>
    </nav>
  )
}

function noteOf(session: NonNullable<SessionQuery['session']>): string {
  const { sessionType, startTime, institution, lab, subject } = session
  const parts = [
    sessionType,
    startTime && dateTime(startTime),
    subject && subjectText(subject),
    institution ?? lab,
  ]
  return parts.filter(Boolean).join(' · ')
}
