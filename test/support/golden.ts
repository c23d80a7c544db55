import { fileURLToPath } from 'node:url'

/** Sessions written, and answered, by the AllenSDK; beside the project where they are at hand. */
export const goldenFolder = fileURLToPath(new URL('../../../shared/golden', import.meta.url))

export const goldenSessionIds = ['715093703', '766640955'] as const

export const goldenSessionFile = (id: string): string =>
  `${goldenFolder}/cache/session_${id}/session_${id}.nwb`

/** Recordings of other laboratories, as published; beside the golden sessions. */
export const realRecordingsFolder = fileURLToPath(new URL('../../../shared/real', import.meta.url))
