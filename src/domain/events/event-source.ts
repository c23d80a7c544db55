import type { ParameterValue } from '../stimuli/stimulus-parameters.ts'

/** Moments on the session's clock, as a query or a file lists them. */
export interface EventSource {
  /** seconds, in any order; NaN: not known. Shape [moments] */
  readonly times: Float64Array
  /**
   * what the source says of a moment, by its position; null where it is missing, and of a source
   * that says nothing
   */
  readonly valueAt: (position: number) => ParameterValue | null
}

export const noValue = (): null => null
