import { stimulusText } from '../../components/stimuli/stimulus-colors.ts'
import { amount, duration } from '../../components/texts/amounts.ts'
import type { ScheduledEpoch } from './scheduled-epoch.ts'

/** One line on the epoch pointed at; what to do, when there is none. */
export function EpochText({ epoch }: { readonly epoch: ScheduledEpoch | null }) {
  if (!epoch) {
    return <p className="epoch-text soft">Choose an epoch to see the activity around its start.</p>
  }
  const { index, stimulusName, presentationCount, touchesInvalidTime } = epoch
  return (
    <p className="epoch-text">
      <strong>{stimulusText(stimulusName)}</strong>
      <span className="soft">
        epoch {index} · {timesText(epoch)} · {amount(presentationCount, 'presentation')}
        {touchesInvalidTime && ' · touches an invalid time'}
      </span>
    </p>
  )
}

/** `from 84.4 s for 1 min 24 s` */
export function timesText({ startTime, duration: seconds }: ScheduledEpoch): string {
  const start = `from ${startTime.toFixed(1)} s`
  return seconds === null ? start : `${start} for ${duration(seconds)}`
}
