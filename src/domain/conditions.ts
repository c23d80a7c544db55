import type { ParameterTable } from './stimulus-parameters.ts'

/**
 * The distinct combinations of stimulus name and parameters that a session shows, numbered by first appearance in order of
 * start time, as the AllenSDK's `stimulus_conditions` are. Masked presentations have taken part in the numbering.
 */
export interface StimulusConditions {
  readonly count: number
  /** condition of each presentation; -1: masked. Shape [presentations] */
  readonly ofPresentations: Int32Array
  /** shape [conditions] */
  readonly stimulusNames: readonly string[]
  /** how many presentations show it, without masked ones. Shape [conditions] */
  readonly presentationCounts: Int32Array
  /** parameters that tell conditions apart; one row a condition */
  readonly parameters: ParameterTable
}
