import './panel.css'
import { type ReactNode, useId } from 'react'

interface PanelProps {
  readonly title: string
  /** beside the title: a count, a switch */
  readonly aside?: ReactNode
  readonly children: ReactNode
}

/** A titled part of a view. */
export function Panel({ title, aside, children }: PanelProps) {
  const id = useId()
  return (
    <section className="panel" aria-labelledby={id}>
      <div className="panel-head">
        <h2 id={id}>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  )
}
