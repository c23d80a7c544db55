import { stimulusText } from '../components/stimuli/stimulus-colors.ts'
import type { Activity } from './loading/load-activity.ts'

/** What the time axis counts from. */
export function timeLabel({
  question,
  stimulusName,
}: Pick<Activity, 'question' | 'stimulusName'>): string {
  if (question.kind === 'window' && question.anchor.name !== null)
    return `time from ${question.anchor.name} (s)`
  if (stimulusName === null) return 'time from the first moment recorded (s)'
  return `time from the start of ${stimulusText(stimulusName)} (s)`
}
