/** What libhdf5 writes on stderr before the trace of a call that failed. */
const HEADER = 'HDF5-DIAG'

/** A line of the trace, from the call (#000) down to where it failed. */
const STEP = /^\s*#\d{3}: .* in \w+\(\): (.*)$/

/**
 * Counts the calls of libhdf5 that failed. The wrapper around it drops most of their
 * statuses, and goes on with what happened to lie in memory; but libhdf5 itself writes a
 * trace of each failure on stderr.
 */
export class Hdf5Diagnostics {
  failures = 0
  /** why the last call failed, where libhdf5 noticed it */
  reason = ''

  /** @param line of what libhdf5 writes on stderr */
  readonly note = (line: unknown): void => {
    const text = String(line)
    if (text.startsWith(HEADER)) this.failures++
    else this.reason = STEP.exec(text)?.[1] ?? this.reason
  }
}
