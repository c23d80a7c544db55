import type { ActivityMatrix } from './loading/load-activity.ts'

interface WindowNoteProps {
  /** part of the window that was recorded, and what it touches, are the same for all areas */
  readonly matrix: Pick<ActivityMatrix, 'coverage' | 'touchesInvalidTime'>
}

/** What to know of a window before its numbers are believed. */
export function WindowNote({ matrix: { coverage, touchesInvalidTime } }: WindowNoteProps) {
  const notes = [
    coverage < 1 &&
      `Only ${Math.floor(coverage * 100)} % of this window was recorded; bins outside it hold 0 and have no rate.`,
    touchesInvalidTime &&
      'The window overlaps times that the file marks as invalid; their spikes are still counted.',
  ].filter(Boolean)
  if (notes.length === 0) return null
  return <p className="activity-note">{notes.join(' ')}</p>
}
