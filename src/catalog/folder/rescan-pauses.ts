/** Seconds between two looks at the folders, unless a look takes long. */
export const DEFAULT_RESCAN_SECONDS = 5

/**
 * An unknown id, or one whose file was not there, makes the catalog look again,
 * but not more often than this.
 */
export const SHORTEST_PAUSE_MS = 1000

/** A look that takes longer, as at some ten thousand files, makes the pause after it longer. */
const LIGHT_LOOK_MS = 250

/** Longer by how many times: looks take a twentieth of a core. */
const PAUSE_PER_LOOK = 20

/** The same where an unknown id is requested. */
const PAUSE_PER_REQUESTED_LOOK = 4

/**
 * The pause until the next look at the folders, in ms.
 *
 * @param rescanMs the pause after a light look
 * @param lookTook ms that the last look took
 */
export function rescanPause(rescanMs: number, lookTook: number): number {
  return Math.max(rescanMs, PAUSE_PER_LOOK * (lookTook - LIGHT_LOOK_MS))
}

/**
 * For how long after a look, in ms, an unknown id is not looked for again.
 *
 * @param lookTook ms that the last look took
 */
export function unknownIdPause(lookTook: number): number {
  return Math.max(SHORTEST_PAUSE_MS, PAUSE_PER_REQUESTED_LOOK * lookTook)
}
