import type { CountMatrix } from '../../domain/counting/count-matrix.ts'
import type { ExactNumbers } from '../../domain/numeric/exact-numbers.ts'
import type { StimulusEpoch } from '../../domain/session/session-tables.ts'
import type { ArrayLabels } from '../labelled-arrays.ts'
import type { NdArray } from '../numpy/npy.ts'

/** A matrix, and what it is. */
export interface LabelledMatrix {
  readonly matrix: CountMatrix
  /** shape [units] */
  readonly unitIds: ExactNumbers
  /** what else is known of the units, along `unit` */
  readonly unitColumns?: readonly (ArrayLabels & NdArray)[]
  readonly labels: MatrixLabels
}

export interface MatrixLabels {
  readonly sessionId: string
  readonly fileVersion: string
  /** acronym; null: all areas as one matrix */
  readonly area: string | null
  /** seconds */
  readonly start: number
  /** seconds */
  readonly stop: number
  /** seconds */
  readonly binSize: number
  /** that the window is aligned to */
  readonly epoch: StimulusEpoch | null
}
