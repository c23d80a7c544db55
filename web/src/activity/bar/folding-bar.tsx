import './activity-bar.css'
import { type ReactNode, useId, useState } from 'react'

interface FoldingBarProps {
  /** before the buttons; told whether the controls are open */
  readonly head: (isOpen: boolean) => ReactNode
  /** buttons that stay when the controls are folded */
  readonly buttons: ReactNode
  readonly controls: ReactNode
  /** below the controls: the time axis */
  readonly children?: ReactNode
}

/** Screens on which the controls leave room for the plots. */
const ROOMY = '(min-width: 900px) and (min-height: 700px)'

/** What is shown and how, always in sight: its controls fold away. */
export function FoldingBar({ head, buttons, controls, children }: FoldingBarProps) {
  const [isOpen, setOpen] = useState(() => window.matchMedia(ROOMY).matches)
  const id = useId()
  return (
    <section className="activity-bar" aria-label="What is shown">
      <div className="activity-bar-head">
        {head(isOpen)}
        <div className="activity-bar-buttons">
          {buttons}
          <button
            type="button"
            className="button"
            aria-expanded={isOpen}
            aria-controls={id}
            onClick={() => setOpen(!isOpen)}
          >
            {isOpen ? 'Fold' : 'Change'}
          </button>
        </div>
      </div>
      <div id={id} hidden={!isOpen}>
        {controls}
      </div>
      {children}
    </section>
  )
}
