import { type KeyboardEvent, useRef, useState } from 'react'
import { type Address, leaveRow } from '../../app/address.ts'
import { Link } from '../../app/link.tsx'
import { stimulusText } from '../../components/stimuli/stimulus-colors.ts'
import { timesText } from './epoch-text.tsx'
import type { ScheduledEpoch } from './scheduled-epoch.ts'
import { type Interval, placeIntervals, spanOf, ticks, tickText } from './timeline-layout.ts'

interface TimelineProps {
  /** in order of their starts */
  readonly epochs: readonly ScheduledEpoch[]
  readonly invalidTimes: readonly { readonly startTime: number; readonly stopTime: number }[]
  readonly recorded: Interval | null
  readonly classes: ReadonlyMap<string, string>
  /** called with the epoch that pointer or focus is on; null: none */
  readonly onPoint: (epoch: ScheduledEpoch | null) => void
}

/** Where an epoch leads: the activity around it. */
export const epochActivity = ({ index }: ScheduledEpoch): Partial<Address> => ({
  ...leaveRow(),
  view: 'activity',
  epoch: index,
  shown: null,
  colourLimit: null,
})

/**
 * The epochs on the session's clock. One stop for the tabulator key; arrows go from epoch to epoch.
 */
export function Timeline({ epochs, invalidTimes, recorded, classes, onPoint }: TimelineProps) {
  const [current, setCurrent] = useState(0)
  const links = useRef<HTMLUListElement>(null)
  const span = spanOf(epochs, recorded)
  if (!span) return null
  const placed = placeIntervals(epochs, span)
  const axis = ticks(span, 9)
  const laneCount = 1 + Math.max(...placed.map(({ lane }) => lane))

  const move = (event: KeyboardEvent) => {
    const next = nextOf(event.key, current, epochs.length)
    if (next === null) return
    event.preventDefault()
    setCurrent(next)
    links.current?.querySelectorAll('a')[next]?.focus()
  }

  return (
    <div className="timeline">
      <ul
        ref={links}
        className="timeline-track"
        style={{ height: `${laneCount * (laneCount === 1 ? 3.5 : 2.25)}rem` }}
        aria-label="Stimulus epochs, in order of time"
        onKeyDown={move}
        onPointerLeave={() => onPoint(null)}
      >
        {placed.map(({ entry: epoch, lane, left, width }, i) => (
          <li key={epoch.index}>
            <Link
              to={epochActivity(epoch)}
              className={`timeline-epoch ${classes.get(epoch.stimulusName)}`}
              style={{
                left: `${100 * left}%`,
                width: `${100 * width}%`,
                top: `${(100 * lane) / laneCount}%`,
                height: `${100 / laneCount}%`,
              }}
              tabIndex={i === current ? 0 : -1}
              aria-label={`${stimulusText(epoch.stimulusName)}, epoch ${epoch.index}, ${timesText(epoch)}`}
              onPointerEnter={() => onPoint(epoch)}
              onFocus={() => {
                setCurrent(i)
                onPoint(epoch)
              }}
              onBlur={() => onPoint(null)}
            >
              <span
                className={`timeline-label timeline-label-${wordLength(epoch.stimulusName)}`}
                aria-hidden="true"
              >
                {stimulusText(epoch.stimulusName)}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      <div className="timeline-invalid" aria-hidden="true">
        {placeIntervals(invalidTimes, span).map(({ entry, left, width }) => (
          <span
            className="timeline-mark"
            key={`${entry.startTime} ${entry.stopTime}`}
            style={{ left: `${100 * left}%`, width: `${100 * width}%` }}
          />
        ))}
      </div>
      <div className="timeline-axis" aria-hidden="true">
        {axis.map((seconds) => (
          <span
            className="timeline-tick"
            key={seconds}
            style={{ left: `${(100 * (seconds - span[0])) / (span[1] - span[0])}%` }}
          >
            {tickText(seconds, axis)}
          </span>
        ))}
      </div>
    </div>
  )
}

/** How wide the longest word of a label is: it may wrap between words only. */
function wordLength(stimulusName: string): 'short' | 'medium' | 'long' {
  const longest = Math.max(
    ...stimulusText(stimulusName)
      .split(' ')
      .map(({ length }) => length),
  )
  if (longest <= 8) return 'short'
  return longest <= 12 ? 'medium' : 'long'
}

function nextOf(key: string, current: number, length: number): number | null {
  if (key === 'ArrowRight' || key === 'ArrowDown') return Math.min(current + 1, length - 1)
  if (key === 'ArrowLeft' || key === 'ArrowUp') return Math.max(current - 1, 0)
  if (key === 'Home') return 0
  return key === 'End' ? length - 1 : null
}
