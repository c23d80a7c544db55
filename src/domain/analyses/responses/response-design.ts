import { EpochNotFoundError, InvalidArgumentError } from '../../../errors.ts'
import {
  findParameter,
  presentationParameters,
  type StimulusConditions,
} from '../../stimuli/conditions.ts'
import type { PresentationList } from '../../stimuli/presentations.ts'
import { type ResponseStimulus, responseStimuli } from './response-stimuli.ts'

/** Presentations of one stimulus, and the conditions that they show. */
export interface ResponseDesign {
  readonly stimulus: ResponseStimulus
  /** names of the stimuli, in order of first appearance */
  readonly stimulusNames: readonly string[]
  /** of the presentations, in order of start time; shape [presentations] */
  readonly ids: Int32Array
  /** seconds; shape [presentations] */
  readonly startTimes: Float64Array
  /** seconds; NaN: not known; shape [presentations] */
  readonly stopTimes: Float64Array
  /** seconds of each presentation in which spikes count */
  readonly trialDuration: number
  /** of the conditions shown, ascending; shape [conditions] */
  readonly conditionIds: Int32Array
  /** position among them of each presentation's; shape [presentations] */
  readonly ofPresentations: Int32Array
  /** 1: a blank screen; shape [conditions] */
  readonly isBlank: Uint8Array
  readonly parameters: ConditionParameters
}

/** Numbers that parameters have; NaN where one does not apply. Shape of each: [conditions]. */
export interface ConditionParameters {
  readonly orientation: Float64Array
  readonly temporalFrequency: Float64Array
  readonly spatialFrequency: Float64Array
  readonly phase: Float64Array
  readonly frame: Float64Array
  readonly color: Float64Array
  readonly direction: Float64Array
  readonly speed: Float64Array
}

/** The frame of natural scenes that is a grey screen. */
const BLANK_FRAME = -1

/**
 * The presentations that metrics of responses to a stimulus are about: those of the first stimulus,
 * in order of time, whose name the AllenSDK takes for it; or those of the stimuli named. Masked
 * ones are not among them.
 *
 * @param names null: the AllenSDK's
 * @param duration of a trial, in seconds; null: the AllenSDK's
 * @throws EpochNotFoundError, InvalidArgumentError
 */
export function designResponses(
  list: PresentationList,
  conditions: StimulusConditions,
  stimulus: ResponseStimulus,
  names: readonly string[] | null,
  duration: number | null,
): ResponseDesign {
  const { trialDuration, shown } = responseStimuli[stimulus]
  const seconds = duration ?? trialDuration
  if (seconds === null) {
    throw new InvalidArgumentError(
      'Natural movies have no usual trial duration; give trialDuration.',
    )
  }
  if (!(seconds > 0 && Number.isFinite(seconds))) {
    throw new InvalidArgumentError(`trialDuration is ${seconds}; it must be above 0 s.`)
  }
  const stimulusNames = namesOf(list, stimulus, names)
  const codes = new Set(stimulusNames.map((name) => list.stimulusNames.values.indexOf(name)))
  const ids = Int32Array.from(list.stimulusNames.codes.keys()).filter((id) =>
    codes.has(list.stimulusNames.codes[id]),
  )
  const conditionIds = Int32Array.from(
    new Set(ids.map((id) => conditions.ofPresentations[id])),
  ).sort()
  const positionOf = new Map(Array.from(conditionIds, (id, position) => [id, position]))
  const parameters = valuesOf(conditions, ids, conditionIds)
  return {
    stimulus,
    stimulusNames,
    ids,
    startTimes: Float64Array.from(ids, (id) => list.startTimes[id]),
    stopTimes: Float64Array.from(ids, (id) => list.stopTimes[id]),
    trialDuration: seconds,
    conditionIds,
    ofPresentations: ids.map((id) => positionOf.get(conditions.ofPresentations[id]) ?? -1),
    isBlank: blanks(shown, parameters),
    parameters,
  }
}

function namesOf(
  { stimulusNames, masked }: PresentationList,
  stimulus: ResponseStimulus,
  names: readonly string[] | null,
): string[] {
  const present = [...new Set(stimulusNames.codes.filter((_, id) => masked[id] === 0))].map(
    (code) => stimulusNames.values[code],
  )
  if (names) {
    const unknown = names.find((name) => !present.includes(name))
    if (unknown !== undefined) throw new EpochNotFoundError(`stimulus "${unknown}"`, present)
    if (names.length === 0) throw new InvalidArgumentError('stimulusNames is empty.')
    return present.filter((name) => names.includes(name))
  }
  const { isName } = responseStimuli[stimulus]
  if (!isName) {
    throw new InvalidArgumentError('Natural movies have several names; give stimulusNames.')
  }
  const first = present.find((name) => isName(name.toLowerCase()))
  if (first !== undefined) return [first]
  const kind = stimulus.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  throw new EpochNotFoundError(`stimulus that is recognized as ${kind}`, present)
}

/** One presentation of each condition has its parameters. */
function valuesOf(
  conditions: StimulusConditions,
  ids: Int32Array,
  conditionIds: Int32Array,
): ConditionParameters {
  const known = new Set(presentationParameters(conditions).map(({ name }) => name))
  const firstOf = Array.from(conditionIds, (condition) =>
    ids.find((id) => conditions.ofPresentations[id] === condition),
  )
  const column = (name: string) => {
    if (!known.has(name)) return new Float64Array(conditionIds.length).fill(Number.NaN)
    const { values, codeOf } = findParameter(conditions, name)
    return Float64Array.from(firstOf, (id) => {
      const value = id === undefined ? undefined : values[codeOf(id)]
      return typeof value === 'number' ? value : Number.NaN
    })
  }
  return {
    orientation: column('orientation'),
    temporalFrequency: column('temporal_frequency'),
    spatialFrequency: column('spatial_frequency'),
    phase: column('phase'),
    frame: column('frame'),
    color: column('color'),
    direction: column('Dir'),
    speed: column('Speed'),
  }
}

function blanks(shown: keyof ConditionParameters | null, parameters: ConditionParameters) {
  if (shown === null) return new Uint8Array(parameters.orientation.length)
  return Uint8Array.from(parameters[shown], (value) =>
    Number(shown === 'frame' ? value === BLANK_FRAME : Number.isNaN(value)),
  )
}
