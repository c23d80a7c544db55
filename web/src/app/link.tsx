import type { AnchorHTMLAttributes, MouseEvent } from 'react'
import type { Address } from './address.ts'
import { go, hrefOf, useAddress } from './use-address.ts'

interface LinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  /** of the address as it is now */
  readonly to: Partial<Address>
}

/** A link within the explorer: to be opened in a new tab, copied and sent like any other. */
export function Link({ to, onClick, ...rest }: LinkProps) {
  const address = useAddress()
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey
    if (!isPlain || event.altKey || event.defaultPrevented) return
    event.preventDefault()
    go(to)
  }
  return <a {...rest} href={hrefOf({ ...address, ...to })} onClick={follow} />
}
