import { presentationParameters, type StimulusConditions } from './conditions.ts'
import { distinctNumbers } from './stimulus-groups.ts'
import type { ParameterValue } from './stimulus-parameters.ts'

/**
 * What the AllenSDK hides unless `include_detailed_parameters` asks for it; and
 * the colour's three components.
 */
export const detailedParameters: readonly string[] = [
  'colorSpace',
  'flipHoriz',
  'flipVert',
  'depth',
  'interpolate',
  'mask',
  'opacity',
  'rgbPedestal',
  'tex',
  'texRes',
  'units',
  'rgb',
  'signalDots',
  'noiseDots',
  'fieldSize',
  'fieldShape',
  'fieldPos',
  'nDots',
  'dotSize',
  'dotLife',
]

/**
 * The values that each parameter takes among some presentations, without missing ones; in order of
 * first appearance. AllenSDK: `get_stimulus_parameter_values`.
 *
 * @param ids of the presentations, ascending
 * @param detailed also how stimuli were drawn
 */
export function parameterValues(
  conditions: StimulusConditions,
  ids: Int32Array,
  detailed: boolean,
): { readonly name: string; readonly values: readonly ParameterValue[] }[] {
  return presentationParameters(conditions)
    .filter(({ name }) => detailed || !detailedParameters.includes(name))
    .map(({ name, values, codeOf }) => ({
      name,
      values: distinctNumbers(ids.map(codeOf))
        .map((code) => values[code])
        .filter((value) => detailed || name !== 'color' || typeof value === 'number'),
    }))
    .filter(({ values }) => values.length > 0)
}
