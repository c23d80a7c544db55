import { stimulusText } from '../components/stimuli/stimulus-colors.ts'
import type { Activity } from './loading/load-activity.ts'

/** What the time axis counts from. */
export function timeLabel({
  request,
  stimulusName,
}: Pick<Activity, 'request' | 'stimulusName'>): string {
  if (request.kind === 'window' && request.anchor.name !== null)
    return `time from ${request.anchor.name} (s)`
  if (stimulusName === null) return 'time from the first moment recorded (s)'
  return `time from the start of ${stimulusText(stimulusName)} (s)`
}
