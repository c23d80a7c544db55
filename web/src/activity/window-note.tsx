import type { ActivityMatrix } from './loading/load-activity.ts'

interface WindowNoteProps {
  /** part of the window that was recorded, and what it touches, are the same for all areas */
  readonly matrix: Pick<ActivityMatrix, 'coverage' | 'invalidTimes'>
}

/** What to know of a window before its numbers are believed. */
export function WindowNote({ matrix: { coverage, invalidTimes } }: WindowNoteProps) {
  const notes = [
    coverage < 1 &&
      `Only ${Math.floor(coverage * 100)} % of this window was recorded; the rest is hatched and left out of rates and z-scores.`,
    invalidTimes.length > 0 &&
      'The window overlaps times that the file marks as invalid; they are hatched and left out of rates and z-scores.',
  ].filter(Boolean)
  if (notes.length === 0) return null
  return <p className="activity-note">{notes.join(' ')}</p>
}
