import type { Address } from '../app/address.ts'
import { Link } from '../app/link.tsx'
import { ViewTitle } from '../components/view-title.tsx'

/** One session. */
export function SessionView({ address }: { readonly address: Address }) {
  return (
    <ViewTitle aside={<Link to={{ view: 'activity', epoch: 1 }}>Activity</Link>}>
      Session {address.session}
    </ViewTitle>
  )
}
