import { useMemo, useSyncExternalStore } from 'react'
import { type Address, formatAddress, parseAddress, placeOf } from './address.ts'

const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener('popstate', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('popstate', listener)
  }
}

/** What the address bar stands for; the component is drawn anew when it changes. */
export function useAddress(): Address {
  const search = useSyncExternalStore(subscribe, () => window.location.search)
  return useMemo(() => parseAddress(search), [search])
}

/**
 * Change the address bar. A step that "back" should undo is pushed; one that refines what is shown
 * (a slider, a window) replaces.
 *
 * @param change of the address as it is now
 */
export function go(change: Partial<Address>, { replace = false } = {}): void {
  const before = parseAddress(window.location.search)
  const after = { ...before, ...change }
  const href = hrefOf(after)
  if (href === hrefOf(before)) return
  if (replace) window.history.replaceState(null, '', href)
  else window.history.pushState(null, '', href)
  for (const listener of listeners) listener()
  // As a link to another page would; on the way back the browser itself returns to where one was.
  if (placeOf(after) !== placeOf(before)) window.scrollTo(0, 0)
}

/** The link to an address. */
export function hrefOf(address: Address): string {
  return formatAddress(address) || '.'
}
