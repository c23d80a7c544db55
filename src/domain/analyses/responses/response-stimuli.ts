/** A stimulus whose responses the AllenSDK has metrics of (`ecephys.stimulus_analysis`). */
export type ResponseStimulus =
  | 'driftingGratings'
  | 'staticGratings'
  | 'naturalScenes'
  | 'flashes'
  | 'receptiveFieldMapping'
  | 'dotMotion'
  | 'naturalMovies'

/** What the AllenSDK knows of a stimulus, and which metrics it has. */
export interface ResponseStimulusRules {
  /** whether a name in lower case is one of the stimulus's; null: it has to be named */
  readonly isName: ((name: string) => boolean) | null
  /** seconds; null: it has to be given */
  readonly trialDuration: number | null
  /**
   * parameter without which, or with a frame of -1, a presentation shows a blank screen; null:
   * there are no blanks
   */
  readonly shown: 'temporalFrequency' | 'spatialFrequency' | 'frame' | null
  /** end of the names of its metrics in the AllenSDK's tables */
  readonly suffix: string
  readonly metrics: readonly ResponseMetric[]
}

const ofAll = ['firingRate', 'fano', 'lifetimeSparseness', 'runPval', 'runMod'] as const

/** A metric of a unit's responses; in snake case and with the stimulus's suffix, the AllenSDK's. */
export type ResponseMetric =
  | (typeof ofAll)[number]
  | 'prefOri'
  | 'prefOriMulti'
  | 'prefTf'
  | 'prefTfMulti'
  | 'prefSf'
  | 'prefSfMulti'
  | 'prefPhase'
  | 'prefPhaseMulti'
  | 'prefSpeed'
  | 'prefDir'
  | 'prefImage'
  | 'prefImagesMulti'
  | 'prefFrame'
  | 'gOsi'
  | 'gDsi'
  | 'osi'
  | 'dsi'
  | 'f1F0'
  | 'modIdx'
  | 'timeToPeak'
  | 'onOffRatio'
  | 'sustainedIdx'
  | 'imageSelectivity'
  | 'azimuth'
  | 'elevation'
  | 'area'

const oneOf =
  (...names: readonly string[]) =>
  (name: string) =>
    names.includes(name)

const beginsWith =
  (...beginnings: readonly string[]) =>
  (name: string) =>
    beginnings.some((beginning) => name.startsWith(beginning))

export const responseStimuli: Readonly<Record<ResponseStimulus, ResponseStimulusRules>> = {
  driftingGratings: {
    isName: oneOf('drifting_gratings', 'drifting_gratings_75_repeats'),
    trialDuration: 2,
    shown: 'temporalFrequency',
    suffix: 'dg',
    metrics: [
      'prefOri',
      'prefOriMulti',
      'prefTf',
      'prefTfMulti',
      'f1F0',
      'modIdx',
      'gOsi',
      'gDsi',
      'osi',
      'dsi',
      ...ofAll,
    ],
  },
  staticGratings: {
    isName: oneOf('static_gratings'),
    trialDuration: 0.25,
    shown: 'spatialFrequency',
    suffix: 'sg',
    metrics: [
      'prefSf',
      'prefSfMulti',
      'prefOri',
      'prefOriMulti',
      'prefPhase',
      'prefPhaseMulti',
      'gOsi',
      'osi',
      'timeToPeak',
      ...ofAll,
    ],
  },
  naturalScenes: {
    isName: oneOf('natural_scenes', 'natural_images', 'natural images'),
    trialDuration: 0.25,
    shown: 'frame',
    suffix: 'ns',
    metrics: [
      'prefImage',
      'prefImagesMulti',
      'prefFrame',
      'imageSelectivity',
      'timeToPeak',
      ...ofAll,
    ],
  },
  flashes: {
    isName: beginsWith('flash'),
    trialDuration: 0.25,
    shown: null,
    suffix: 'fl',
    metrics: ['onOffRatio', 'sustainedIdx', 'timeToPeak', ...ofAll],
  },
  receptiveFieldMapping: {
    isName: beginsWith('receptive_field_mapping', 'gabor'),
    trialDuration: 0.25,
    shown: null,
    suffix: 'rf',
    metrics: ['azimuth', 'elevation', 'area', 'timeToPeak', ...ofAll],
  },
  dotMotion: {
    isName: oneOf('motion_stimulus', 'dot_motion'),
    trialDuration: 1,
    shown: null,
    suffix: 'dm',
    metrics: ['prefSpeed', 'prefDir', 'timeToPeak', ...ofAll],
  },
  naturalMovies: {
    isName: null,
    trialDuration: null,
    shown: null,
    suffix: 'nm',
    metrics: ofAll,
  },
}

/** The name of a metric in the AllenSDK's tables: `g_osi_dg`. */
export function metricName(metric: ResponseMetric, stimulus: ResponseStimulus): string {
  const snake = metric.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  return `${snake}_${responseStimuli[stimulus].suffix}`
}

/** Names of a stimulus's metrics, in the order in which they are computed. */
export function metricNames(stimulus: ResponseStimulus): string[] {
  return responseStimuli[stimulus].metrics.map((metric) => metricName(metric, stimulus))
}
