import { excludedStimuli } from '../../app/defaults.ts'
import { stimulusText } from '../../components/stimuli/stimulus-colors.ts'

/** A stimulus parameter's value, as the API gives it. */
export type ParameterValue = number | string | readonly number[] | readonly string[]

/** The values that a parameter takes among a stimulus's presentations. */
export interface ParameterValues {
  readonly name: string
  readonly values: readonly ParameterValue[]
}

/** All presentations as one group. */
export const ALL_TOGETHER = 'all'

/** More groups than this are no overview. */
const MOST_GROUPS = 130

/** Parameters worth seeing first, most wanted first. */
const wanted = ['orientation', 'color', 'direction', 'Dir', 'frame', 'contrast']

/**
 * What presentations can be grouped by: the parameters that take several values, but not too many.
 * Times, which tell trials apart, come last.
 */
export function groupings(parameters: readonly ParameterValues[]): string[] {
  const names = parameters
    .filter(({ values }) => values.length > 1 && values.length <= MOST_GROUPS)
    .map(({ name }) => name)
  const isTime = (name: string) => /_times?$/.test(name)
  return [...names.filter((name) => !isTime(name)), ...names.filter(isTime)]
}

/**
 * The grouping that the address names, where there is such a one; else the
 * most wanted; else all as one.
 */
export function chooseGrouping(options: readonly string[], requested: string | null): string {
  if (requested !== null && (requested === ALL_TOGETHER || options.includes(requested)))
    return requested
  return wanted.find((name) => options.includes(name)) ?? options[0] ?? ALL_TOGETHER
}

/** Parameters that a surface is drawn over, most wanted first: across, and up. */
const surfaces: readonly (readonly [string, string])[] = [
  ['orientation', 'temporal_frequency'],
  ['orientation', 'spatial_frequency'],
  ['Dir', 'Speed'],
]

/** Two parameters that both take several values; null: there are no such. */
export function gridParameters(options: readonly string[]): readonly [string, string] | null {
  return surfaces.find((pair) => pair.every((name) => options.includes(name))) ?? null
}

/**
 * The stimulus that the address names; else the one whose responses say most; else the
 * first. Null without stimuli.
 */
export function chooseStimulus(names: readonly string[], requested: string | null): string | null {
  if (requested !== null) return requested
  const first = ['drifting_gratings', 'static_gratings', 'flashes', 'gabors']
  return (
    first.find((name) => names.includes(name)) ??
    names.find((name) => !excludedStimuli.includes(name)) ??
    names[0] ??
    null
  )
}

/** Units of parameters that have one. */
const unitOf: Readonly<Record<string, string>> = {
  orientation: '°',
  Dir: '°',
  direction: '°',
  temporal_frequency: ' Hz',
  spatial_frequency: ' cycles/°',
  x_position: '°',
  y_position: '°',
}

/** A value in words: `45°`, `white`, `frame 12`. */
export function valueLabel(name: string, value: ParameterValue): string {
  if (name === 'color' && value === 1) return 'white'
  if (name === 'color' && value === -1) return 'black'
  if (name === 'frame') return `frame ${String(value).replace(/^-/, '−')}`
  const text = Array.isArray(value) ? value.join(', ') : String(value).replace(/^-/, '−')
  return unitOf[name] === undefined ? `${stimulusText(name)} ${text}` : `${text}${unitOf[name]}`
}

/** A parameter with its unit, for an axis: `orientation (°)`. */
export function parameterLabel(name: string): string {
  const unit = unitOf[name]?.trim()
  return unit ? `${stimulusText(name)} (${unit})` : stimulusText(name)
}
