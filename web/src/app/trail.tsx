import type { ReactNode } from 'react'
import { type Address, leaveSession } from './address.ts'
import { Link } from './link.tsx'

/** The way from the list of sessions to what is shown. */
export function Trail({ address }: { readonly address: Address }) {
  const { view, session, unit, epoch, moment, table } = address
  const hasActivity = view === 'activity' || epoch !== null || moment !== null
  const hasTables = view === 'tables' || (table !== null && moment !== null)
  return (
    <nav className="trail" aria-label="Breadcrumb">
      <ol>
        <Step to={leaveSession()}>Sessions</Step>
        <Step to={{ view: 'session', unit: null }} isHere={view === 'session'}>
          {session}
        </Step>
        {(view === 'units' || view === 'unit') && (
          <Step to={{ view: 'units', unit: null }} isHere={view === 'units'}>
            Units
          </Step>
        )}
        {hasTables && (
          <Step to={{ view: 'tables', unit: null }} isHere={view === 'tables'}>
            Tables
          </Step>
        )}
        {view === 'file' && (
          <Step to={{}} isHere>
            File
          </Step>
        )}
        {hasActivity && (
          <Step to={{ view: 'activity', unit: null }} isHere={view === 'activity'}>
            Activity
          </Step>
        )}
        {view === 'events' && (
          <Step to={{}} isHere>
            Responses
          </Step>
        )}
        {view === 'unit' && (
          <Step to={{}} isHere>
            Unit {unit}
          </Step>
        )}
      </ol>
    </nav>
  )
}

interface StepProps {
  readonly to: Partial<Address>
  readonly isHere?: boolean
  readonly children: ReactNode
}

function Step({ to, isHere = false, children }: StepProps) {
  return (
    <li>
      <Link to={to} aria-current={isHere ? 'page' : undefined}>
        {children}
      </Link>
    </li>
  )
}
