import type { StimulusConditions } from './conditions.ts'

/** The parameter without which a stimulus shows a blank screen, by how its name begins. */
const shownBy: Readonly<Record<string, string>> = {
  drifting_gratings: 'temporal_frequency',
  static_gratings: 'spatial_frequency',
}

/**
 * Which conditions are a blank screen: drifting gratings without a temporal frequency, static
 * gratings without a spatial frequency, and frame -1 of natural scenes. 1 or 0; shape [conditions].
 */
export function blankConditions(conditions: StimulusConditions): Uint8Array {
  const codeOf = (name: string) => {
    const column = conditions.parameters.columns.find((candidate) => candidate.name === name)
    return (condition: number) => column?.values[column.codes[condition]] ?? null
  }
  const frameOf = codeOf('frame')
  return Uint8Array.from(conditions.stimulusNames, (stimulusName, condition) => {
    if (stimulusName.startsWith('natural_scenes')) return Number(frameOf(condition) === -1)
    const stimulus = Object.keys(shownBy).find((name) => stimulusName.startsWith(name))
    return Number(stimulus !== undefined && codeOf(shownBy[stimulus])(condition) === null)
  })
}
