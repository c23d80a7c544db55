import '../components/controls/controls.css'
import '../components/layout/table.css'
import './app.css'
import { useEffect, useRef } from 'react'
import { ActivityView } from '../activity/activity-view.tsx'
import { ErrorBoundary } from '../components/notices/error-boundary.tsx'
import { EventsView } from '../events/events-view.tsx'
import { FileView } from '../file/file-view.tsx'
import { SessionView } from '../session/session-view.tsx'
import { SessionsView } from '../sessions/sessions-view.tsx'
import { TablesView } from '../tables/tables-view.tsx'
import { UnitView } from '../unit/unit-view.tsx'
import { UnitsView } from '../units/units-view.tsx'
import { type Address, placeOf } from './address.ts'
import { Header } from './header.tsx'
import { useAddress } from './use-address.ts'

/** The explorer: a header, and the view that the address bar names. */
export function App() {
  const address = useAddress()
  const place = placeOf(address)
  const main = useRef<HTMLElement>(null)
  const shown = useRef(place)
  useEffect(() => {
    document.title = titleOf(address)
    // A new view begins at its heading, also for who listens to the page.
    if (shown.current === place) return
    shown.current = place
    main.current?.querySelector('h1')?.focus({ preventScroll: true })
  }, [address, place])
  return (
    <>
      <a className="skip-link" href="#main">
        Skip to the content
      </a>
      <Header address={address} />
      <main id="main" className="main" ref={main} tabIndex={-1}>
        <ErrorBoundary key={place}>
          <CurrentView address={address} />
        </ErrorBoundary>
      </main>
    </>
  )
}

function CurrentView({ address }: { readonly address: Address }) {
  switch (address.view) {
    case 'sessions':
      return <SessionsView address={address} />
    case 'session':
      return <SessionView address={address} />
    case 'units':
      return <UnitsView address={address} />
    case 'tables':
      return <TablesView address={address} />
    case 'file':
      return <FileView address={address} />
    case 'activity':
      return <ActivityView address={address} />
    case 'events':
      return <EventsView address={address} />
    case 'unit':
      return <UnitView address={address} />
  }
}

function titleOf({ view, session, unit, table, path }: Address): string {
  const parts: Record<Address['view'], string> = {
    sessions: 'Sessions',
    session: `Session ${session}`,
    units: `Units · session ${session}`,
    tables: `${table ?? 'Tables'} · session ${session}`,
    file: `${path ?? 'File'} · session ${session}`,
    activity: `Activity · session ${session}`,
    events: `Responses · session ${session}`,
    unit: `Unit ${unit} · session ${session}`,
  }
  return `${parts[view]} · SpikeQL`
}
