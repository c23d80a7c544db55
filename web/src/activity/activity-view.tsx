import type { Address } from '../app/address.ts'
import { ViewTitle } from '../components/view-title.tsx'

/** The activity of one session's epoch. */
export function ActivityView({ address }: { readonly address: Address }) {
  return <ViewTitle note={`Session ${address.session}`}>Activity</ViewTitle>
}
