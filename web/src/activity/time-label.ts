import { stimulusText } from '../components/stimulus-colors.ts'

/** What the time axis counts from. */
export function timeLabel(stimulusName: string | null): string {
  if (stimulusName === null) return 'time from the first moment recorded (s)'
  return `time from the start of ${stimulusText(stimulusName)} (s)`
}
