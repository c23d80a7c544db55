import { numpySum } from '../../numeric/numpy-sum.ts'
import { fanoFactor } from './fano-factor.ts'
import { wholeTrialEdges } from './fine-bins.ts'
import { cycleModulation, foldedModulation, type ModulationIndex } from './grating-modulation.ts'
import { imageSelectivity } from './image-selectivity.ts'
import { lifetimeSparseness } from './lifetime-sparseness.ts'
import {
  globalSelectivity,
  type OrientationTuning,
  pairSelectivity,
} from './orientation-selectivity.ts'
import { preferredValue } from './preferred-parameter.ts'
import type { ConditionParameters } from './response-design.ts'
import type { ResponseMetric } from './response-stimuli.ts'
import { runningModulation } from './running-modulation.ts'
import type { UnitResponses } from './unit-responses.ts'

/**
 * - `allenSdk`: what the AllenSDK computes, with its quirks
 * - `corrected`: the same definitions without them
 */
export type MetricRule = 'allenSdk' | 'corrected'

/** What metrics are computed from, beside the responses themselves. */
export interface MetricContext {
  readonly rule: MetricRule
  /** mean running speed in each presentation, cm/s; NaN: unknown; null: it was not recorded */
  readonly speeds: Float64Array | null
  /** Hz */
  readonly firingRate: number
  /** of the bins of 1 ms in which the AllenSDK looks at time, in seconds from the start */
  readonly edges: Float64Array
  readonly modulationIndex: ModulationIndex
  /** degrees; NaN: no receptive field */
  readonly field: { readonly azimuth: number; readonly elevation: number; readonly area: number }
}

type MetricFunction = (responses: UnitResponses, context: MetricContext) => number

/** NaN: the unit does not have the metric. */
export const metricRules: Readonly<Record<ResponseMetric, MetricFunction>> = {
  firingRate: (_, { firingRate }) => firingRate,
  fano: ({ preferredCounts }) => fanoFactor(preferredCounts),

  // Sums as the AllenSDK takes them weigh a condition by how often it was shown.
  lifetimeSparseness: (unit, { rule }) =>
    lifetimeSparseness(unit.shown(rule === 'allenSdk' ? unit.sums : unit.means)),

  runMod: (unit, context) => running(unit, context).modulation,
  runPval: (unit, context) => running(unit, context).pValue,
  prefOri: preferredOf('orientation'),
  prefOriMulti: sharedOf('orientation'),
  prefTf: preferredOf('temporalFrequency'),
  prefTfMulti: sharedOf('temporalFrequency'),
  prefSf: preferredOf('spatialFrequency'),
  prefSfMulti: sharedOf('spatialFrequency'),
  prefPhase: preferredOf('phase'),
  prefPhaseMulti: sharedOf('phase'),
  prefSpeed: preferredOf('speed'),
  prefDir: preferredOf('direction'),

  prefImage: (unit, { rule }) =>
    isUndecided(unit, rule) ? Number.NaN : unit.design.conditionIds[unit.preferred],
  prefImagesMulti: sharedOf('frame'),
  prefFrame: (unit, { rule }) =>
    isUndecided(unit, rule) ? Number.NaN : unit.design.parameters.frame[unit.preferred],

  gOsi: (unit, { rule }) => globalSelectivity(tuningOf(unit, rule), 2),
  gDsi: (unit, { rule }) => globalSelectivity(tuningOf(unit, rule), 1),
  osi: (unit, { rule }) =>
    pairSelectivity(
      tuningOf(unit, rule),
      [90, -90],
      unit.design.stimulus === 'staticGratings' ? 180 : 360,
    ),
  dsi: (unit, { rule }) => pairSelectivity(tuningOf(unit, rule), [180], 360),

  f1F0(unit, { rule, edges }) {
    const frequency = unit.design.parameters.temporalFrequency[unit.preferred]
    const { trialDuration } = unit.design
    if (rule === 'corrected') {
      const allEdges = wholeTrialEdges(trialDuration)
      const counts = unit.preferredBins(allEdges, 'numpy')
      return cycleModulation({ counts, binCount: allEdges.length - 1 }, frequency, trialDuration)
    }
    const counts = unit.preferredBins(edges, 'allenSdk')
    const binCount = edges.length - 1
    return foldedModulation({ counts, binCount }, frequency, centreOf(edges, binCount - 1))
  },

  modIdx(unit, { rule, edges, modulationIndex }) {
    if (isUndecided(unit, rule)) return Number.NaN
    return modulationIndex.of(
      unit.psth(edges),
      unit.design.parameters.temporalFrequency[unit.preferred],
    )
  },

  timeToPeak(unit, { rule, edges }) {
    if (isUndecided(unit, rule)) return Number.NaN
    const psth = unit.psth(edges)
    const most = psth.reduce((a, b) => Math.max(a, b), 0)
    if (rule === 'corrected' && most === 0) return Number.NaN
    return centreOf(edges, psth.indexOf(most))
  },

  sustainedIdx(unit, { edges }) {
    const psth = unit.psth(edges)
    return numpySum(psth) / psth.length / psth.reduce((a, b) => Math.max(a, b), 0)
  },

  onOffRatio({ design, means }) {
    const meanOf = (wanted: number) => means[design.parameters.color.indexOf(wanted)] ?? Number.NaN
    const off = meanOf(-1)
    return off > 0 ? meanOf(1) / off : Number.NaN
  },

  imageSelectivity: (unit) => imageSelectivity(unit.shown(unit.means)),
  azimuth: (_, { field }) => field.azimuth,
  elevation: (_, { field }) => field.elevation,
  area: (_, { field }) => field.area,
}

/** Whether nothing is preferred: the AllenSDK gives the first of equal responses, also of none. */
function isUndecided(unit: UnitResponses, rule: MetricRule): boolean {
  return unit.preferred < 0 || (rule === 'corrected' && unit.isSilent)
}

function preferredOf(parameter: keyof ConditionParameters): MetricFunction {
  return (unit, { rule }) =>
    isUndecided(unit, rule)
      ? Number.NaN
      : preferredValue(unit.design.parameters[parameter], unit.means).value
}

/** 1 where several values have the largest response, else 0. */
function sharedOf(parameter: keyof ConditionParameters): MetricFunction {
  return (unit, { rule }) => {
    if (isUndecided(unit, rule)) return Number.NaN
    const values = unit.design.parameters[parameter].map((value, condition) =>
      unit.design.isBlank[condition] === 1 ? Number.NaN : value,
    )
    return Number(preferredValue(values, unit.means).isShared)
  }
}

function running(unit: UnitResponses, { speeds, rule }: MetricContext) {
  if (!speeds) return { modulation: Number.NaN, pValue: Number.NaN }
  const ofPreferred = Float64Array.from(
    unit.preferredPresentations,
    (presentation) => speeds[presentation],
  )
  return runningModulation(unit.preferredCounts, ofPreferred, rule === 'allenSdk')
}

/**
 * Responses at the preferred temporal frequency, or the preferred spatial frequency and phase, in
 * order of orientation. The AllenSDK has none unless there is one condition for each orientation;
 * corrected, an orientation's conditions are averaged.
 */
function tuningOf(unit: UnitResponses, rule: MetricRule): OrientationTuning {
  const { parameters, stimulus, isBlank } = unit.design
  const fixed: readonly (keyof ConditionParameters)[] =
    stimulus === 'driftingGratings' ? ['temporalFrequency'] : ['spatialFrequency', 'phase']
  const preferences = fixed.map((name) => preferredValue(parameters[name], unit.means).value)
  const isTuned = (condition: number) =>
    isBlank[condition] === 0 &&
    fixed.every((name, i) => parameters[name][condition] === preferences[i])
  const distinct = [...new Set(parameters.orientation.filter((value) => !Number.isNaN(value)))]
  const orientations = Float64Array.from(distinct).sort()
  const meansOf = (orientation: number) =>
    unit.means.filter(
      (mean, condition) =>
        isTuned(condition) &&
        parameters.orientation[condition] === orientation &&
        !Number.isNaN(mean),
    )
  const ofEach = Array.from(orientations, meansOf)
  const isWhole = ofEach.every(({ length }) => (rule === 'allenSdk' ? length === 1 : length > 0))
  if (!isWhole) return { orientations: new Float64Array(0), responses: new Float64Array(0) }
  return {
    orientations,
    responses: Float64Array.from(ofEach, (means) => numpySum(means) / means.length),
  }
}

function centreOf(edges: Float64Array, bin: number): number {
  return edges[bin] + (edges[bin + 1] - edges[bin]) / 2
}
