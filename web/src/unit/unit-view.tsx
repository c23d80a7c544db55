import type { Address } from '../app/address.ts'
import { ViewTitle } from '../components/view-title.tsx'

/** One unit of a session. */
export function UnitView({ address }: { readonly address: Address }) {
  return <ViewTitle note={`Session ${address.session}`}>Unit {address.unit}</ViewTitle>
}
