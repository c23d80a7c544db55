import { planFullRecording } from './full-recording.ts'
import type { WriteOptions } from './sample-sessions.ts'
import { writeRecording } from './session-file.ts'

/** as the public sessions have on average: 99,180 units in 58 sessions */
const UNITS = 1705
/** makes a file of the public sessions' size */
const SPIKES = 111_000_000

export interface FullSessionOptions extends WriteOptions {
  readonly units?: number
  readonly spikes?: number
}

/**
 * Write one session of real size: 2.2 GB, about 70,000 presentations. For
 * measurements, and for questions of scale.
 *
 * @param file its path; replaced when it exists
 */
export async function writeFullSession(
  file: string,
  { units = UNITS, spikes = SPIKES, onProgress }: FullSessionOptions = {},
): Promise<void> {
  await writeRecording(planFullRecording(units, spikes), file, onProgress)
}
