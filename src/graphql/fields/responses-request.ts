import type { MetricRule } from '../../domain/analyses/responses/metric-rules.ts'
import type { ResponseStimulus } from '../../domain/analyses/responses/response-stimuli.ts'
import type { ResponsesRequest } from '../../request/analyses/responses.ts'
import type {
  MetricRule as MetricRuleName,
  ResponseStimulus as ResponseStimulusName,
  UnitFilter,
} from '../generated.ts'
import { toUnitFilter } from './units/unit-arguments.ts'

/** The arguments of every field about responses to a stimulus. */
interface ResponsesArguments {
  readonly stimulus: ResponseStimulusName
  readonly units: UnitFilter
  readonly rule: MetricRuleName
  readonly stimulusNames?: readonly string[] | null | undefined
  readonly trialDuration?: number | null | undefined
}

const stimuli: Readonly<Record<ResponseStimulusName, ResponseStimulus>> = {
  DRIFTING_GRATINGS: 'driftingGratings',
  STATIC_GRATINGS: 'staticGratings',
  NATURAL_SCENES: 'naturalScenes',
  FLASHES: 'flashes',
  RECEPTIVE_FIELD_MAPPING: 'receptiveFieldMapping',
  DOT_MOTION: 'dotMotion',
  NATURAL_MOVIES: 'naturalMovies',
}

const rules: Readonly<Record<MetricRuleName, MetricRule>> = {
  ALLENSDK: 'allenSdk',
  CORRECTED: 'corrected',
}

export function responsesRequest({
  stimulus,
  units,
  rule,
  stimulusNames,
  trialDuration,
}: ResponsesArguments): ResponsesRequest {
  return {
    stimulus: stimuli[stimulus],
    units: toUnitFilter(units),
    rule: rules[rule],
    stimulusNames: stimulusNames ?? null,
    trialDuration: trialDuration ?? null,
  }
}
