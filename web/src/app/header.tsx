import { type Address, leaveSession } from './address.ts'
import icon from './icon.svg'
import { Link } from './link.tsx'
import { ThemeSwitch } from './theme-switch.tsx'

/** The name, the way here, and what belongs to every view. */
export function Header({ address }: { readonly address: Address }) {
  const { view, session, unit } = address
  return (
    <header className="header">
      <Link className="brand" to={leaveSession()}>
        <img src={icon} alt="" width="26" height="26" />
        SpikeQL
      </Link>
      <nav className="trail" aria-label="Breadcrumb">
        <ol>
          <li>
            <Link to={leaveSession()} aria-current={view === 'sessions' ? 'page' : undefined}>
              Sessions
            </Link>
          </li>
          {session && (
            <li>
              <Link
                to={{ view: 'session', unit: null }}
                aria-current={view === 'session' ? 'page' : undefined}
              >
                {session}
              </Link>
            </li>
          )}
          {session && (view === 'activity' || address.epoch !== null) && (
            <li>
              <Link
                to={{ view: 'activity', unit: null }}
                aria-current={view === 'activity' ? 'page' : undefined}
              >
                Activity
              </Link>
            </li>
          )}
          {view === 'unit' && (
            <li>
              <Link to={{}} aria-current="page">
                Unit {unit}
              </Link>
            </li>
          )}
        </ol>
      </nav>
      <div className="header-end">
        <a className="button" href="./graphiql">
          GraphiQL
        </a>
        <ThemeSwitch />
      </div>
    </header>
  )
}
