import { stimulusText } from '../../components/stimuli/stimulus-colors.ts'
import type { ScheduledEpoch } from './scheduled-epoch.ts'

interface StimulusLegendProps {
  readonly epochs: readonly ScheduledEpoch[]
  readonly classes: ReadonlyMap<string, string>
  readonly invalidTimes: readonly unknown[]
}

/** What the colours stand for, in order of first appearance. */
export function StimulusLegend({ epochs, classes, invalidTimes }: StimulusLegendProps) {
  return (
    <ul className="legend small">
      {[...classes].map(([name, className]) => (
        <li key={name}>
          <span className={`swatch ${className}`} />
          {stimulusText(name)}
          <span className="soft">
            {epochs.filter(({ stimulusName }) => stimulusName === name).length}
          </span>
        </li>
      ))}
      {invalidTimes.length > 0 && (
        <li>
          <span className="swatch swatch-line" />
          invalid time
          <span className="soft">{invalidTimes.length}</span>
        </li>
      )}
    </ul>
  )
}
