import type { ResponseDesign } from '../../../../src/domain/analyses/responses/response-design.ts'

export interface Gratings {
  /** of the conditions, in degrees; all are at 2 Hz */
  readonly orientations: readonly number[]
  /** of each presentation; one of each condition, in order, when left out */
  readonly conditions?: readonly number[]
  /** of the presentations, in seconds; 0, 1, 2, … when left out */
  readonly startTimes?: readonly number[]
  /** a second after the starts when left out */
  readonly stopTimes?: readonly number[]
  /** conditions that are a blank screen */
  readonly blanks?: readonly number[]
}

/** Presentations of drifting gratings, with trials of a second. */
export function gratingsDesign({
  orientations,
  conditions = [...orientations.keys()],
  startTimes = [...conditions.keys()],
  stopTimes = startTimes.map((start) => start + 1),
  blanks = [],
}: Gratings): ResponseDesign {
  const none = new Float64Array(orientations.length).fill(Number.NaN)
  return {
    stimulus: 'driftingGratings',
    stimulusNames: ['drifting_gratings'],
    ids: Int32Array.from(conditions.keys()),
    startTimes: Float64Array.from(startTimes),
    stopTimes: Float64Array.from(stopTimes),
    trialDuration: 1,
    conditionIds: Int32Array.from(orientations.keys()),
    ofPresentations: Int32Array.from(conditions),
    isBlank: Uint8Array.from(orientations, (_, condition) => Number(blanks.includes(condition))),
    parameters: {
      orientation: Float64Array.from(orientations),
      temporalFrequency: new Float64Array(orientations.length).fill(2),
      spatialFrequency: none,
      phase: none,
      frame: none,
      color: none,
      direction: none,
      speed: none,
    },
  }
}
