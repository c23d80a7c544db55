import { type Address, leaveSession } from './address.ts'
import icon from './icon.svg'
import { Link } from './link.tsx'
import { ThemeSwitch } from './theme/theme-switch.tsx'
import { Trail } from './trail.tsx'

/** The name, the way here, and what belongs to every view. */
export function Header({ address }: { readonly address: Address }) {
  return (
    <header className="header">
      <Link className="brand" to={leaveSession()}>
        <img src={icon} alt="" width="26" height="26" />
        SpikeQL
      </Link>
      {address.session !== null && <Trail address={address} />}
      <div className="header-end">
        <a className="button" href="./graphiql">
          GraphiQL
        </a>
        <ThemeSwitch />
      </div>
    </header>
  )
}
