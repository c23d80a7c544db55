import './view-title.css'
import type { ReactNode } from 'react'

interface ViewTitleProps {
  readonly children: ReactNode
  /** a line under it */
  readonly note?: ReactNode
  /** beside it: buttons */
  readonly aside?: ReactNode
}

/** The heading of a view; it takes the focus when the view opens. */
export function ViewTitle({ children, note, aside }: ViewTitleProps) {
  return (
    <div className="view-title">
      <div>
        <h1 tabIndex={-1}>{children}</h1>
        {note && <p className="view-note">{note}</p>}
      </div>
      {aside}
    </div>
  )
}
