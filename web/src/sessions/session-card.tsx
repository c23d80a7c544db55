import { openSession } from '../app/address.ts'
import { areaName, visualOrder } from '../app/areas.ts'
import { Link } from '../app/link.tsx'
import { amount, count, dateTime } from '../components/texts/amounts.ts'
import { subjectText } from '../components/texts/subject-text.ts'
import type { CatalogQuery, SessionsQuery } from '../gql/graphql.ts'
import { SessionStrip } from './session-strip.tsx'

type ListedSession = SessionsQuery['sessions']['nodes'][number]

interface SessionCardProps {
  readonly session: ListedSession
  readonly areas: CatalogQuery['areas']
}

/** More names than this would hide the numbers. */
const AREAS_SHOWN = 8

/** One session of the list: what tells it from the others. */
export function SessionCard({ session, areas }: SessionCardProps) {
  const { id, available, location, sessionType, startTime, subject, unitCount, probeCount } =
    session
  const recordedAreas = session.recordedAreas ?? []
  const named = recordedAreas.map(
    (acronym) => areas.find((area) => area.acronym === acronym) ?? { acronym, alias: null },
  )
  const ordered = named.toSorted((a, b) => visualOrder(a) - visualOrder(b))
  const rest = ordered.length - AREAS_SHOWN
  const about = [startTime && dateTime(startTime), subject && subjectText(subject)]
  return (
    <li className="session-card">
      <div className="session-card-head">
        <h2>
          <Link className="card-link" to={openSession(id)}>
            {id}
          </Link>
        </h2>
        {sessionType && <span className="badge">{sessionType}</span>}
        {!available && <span className="badge badge-warning">file absent</span>}
      </div>
      <p className="soft small">{about.filter(Boolean).join(' · ')}</p>
      <p className="session-areas small">
        {ordered.slice(0, AREAS_SHOWN).map((area) => (
          <span key={area.acronym} className="area-name">
            {areaName(area)}
          </span>
        ))}
        {rest > 0 && <span className="soft">and {rest} more</span>}
      </p>
      {available && location === null && <SessionStrip id={id} />}
      <dl className="session-numbers">
        {unitCount !== null && session.passingUnitCount !== null && (
          <div>
            <dd>{count(session.passingUnitCount)}</dd>
            <dt>
              of {amount(unitCount, 'unit')} {session.passingUnitCount === 1 ? 'passes' : 'pass'}
            </dt>
          </div>
        )}
        {session.recordedAreas && (
          <div>
            <dd>{recordedAreas.length}</dd>
            <dt>{recordedAreas.length === 1 ? 'area' : 'areas'}</dt>
          </div>
        )}
        {probeCount !== null && (
          <div>
            <dd>{probeCount}</dd>
            <dt>{probeCount === 1 ? 'probe' : 'probes'}</dt>
          </div>
        )}
      </dl>
    </li>
  )
}
