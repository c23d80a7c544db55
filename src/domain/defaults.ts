// What a request means that does not say otherwise: the notebook's dataset of the AllenSDK's
// units. schema.graphql, src/client/documents.graphql and web/src/app/defaults.ts repeat it, where
// nothing can be imported; test/domain/defaults.test.ts holds them to it.
import { INVALID_PRESENTATION, SPONTANEOUS } from './stimuli/epochs.ts'
import type { UnitFilter } from './units/unit-filter.ts'

/** Around an epoch's start, in seconds. */
export const defaultWindow = { before: 10, after: 90, binSize: 0.1 } as const

/**
 * The six cortical areas of the Visual Coding dataset, in its papers'
 * order: V1, LM, RL, AL, PM, AM.
 */
export const visualAreas = ['VISp', 'VISl', 'VISrl', 'VISal', 'VISpm', 'VISam'] as const

/** Epochs that a dataset leaves out: nothing is shown to the animal, or nothing that counts. */
export const excludedStimuli = [SPONTANEOUS, INVALID_PRESENTATION] as const

/** The AllenSDK's UNIT_FILTER_DEFAULTS and validity filters. */
export const sdkUnitFilter: UnitFilter = {
  amplitudeCutoffMax: 0.1,
  presenceRatioMin: 0.95,
  isiViolationsMax: 0.5,
  requireMetrics: true,
  validOnly: true,
  inBrainOnly: true,
}
