// The same as in src/domain/defaults.ts, which a page cannot import; a test holds them to it.

/** Around an epoch's start, in seconds. */
export const defaultWindow = { before: 10, after: 90, binSize: 0.1 } as const

/** The visual cortex as the notebook takes it: V1 LM RL AL PM AM. */
export const visualAreas: readonly string[] = ['VISp', 'VISl', 'VISrl', 'VISal', 'VISpm', 'VISam']

/** Not a stimulus, but the time between. */
export const SPONTANEOUS = 'spontaneous'

/** What an invalid time masks. */
export const INVALID = 'invalid_presentation'

/** Epochs in which nothing is shown to the animal, or nothing that counts. */
export const excludedStimuli: readonly string[] = [SPONTANEOUS, INVALID]

/** The AllenSDK's limits on units' quality metrics. */
export const defaultLimits = {
  amplitudeCutoffMax: 0.1,
  presenceRatioMin: 0.95,
  isiViolationsMax: 0.5,
} as const
