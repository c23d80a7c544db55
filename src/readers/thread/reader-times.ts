/** When a thread worked on a request. */
export interface ReaderTimes {
  /** ms since 1970 */
  readonly begin: number
  /** ms in which it waited for bytes of the recording */
  readonly reading: number
  /** ms since 1970 */
  readonly end: number
}

/** Now, in ms since 1970: the clocks of threads begin at different times. */
export const epochNow = (): number => performance.timeOrigin + performance.now()
