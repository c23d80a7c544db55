import type { ReactNode } from 'react'

interface ChipProps {
  readonly isPressed: boolean
  readonly onPress: () => void
  readonly title?: string
  readonly children: ReactNode
}

/** A choice that is on or off. */
export function Chip({ isPressed, onPress, title, children }: ChipProps) {
  return (
    <button type="button" className="chip" aria-pressed={isPressed} title={title} onClick={onPress}>
      {children}
    </button>
  )
}
