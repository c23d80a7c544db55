import { describe, expect, test } from 'vitest'
import { blankConditions } from '../../../src/domain/stimuli/blank-conditions.ts'
import type { StimulusConditions } from '../../../src/domain/stimuli/conditions.ts'

function blanksOf(shown: readonly (readonly [string, Record<string, number>])[]) {
  const names = [...new Set(shown.flatMap(([, parameters]) => Object.keys(parameters)))]
  const columns = names.map((name) => {
    const values = shown.flatMap(([, parameters]) => parameters[name] ?? [])
    let next = 0
    const codes = Int32Array.from(shown, ([, parameters]) => (name in parameters ? next++ : -1))
    return { name, values, codes }
  })
  const conditions: StimulusConditions = {
    count: shown.length,
    ofPresentations: Int32Array.from(shown.keys()),
    stimulusNames: shown.map(([stimulusName]) => stimulusName),
    presentationCounts: new Int32Array(shown.length).fill(1),
    parameters: { count: shown.length, columns },
    trialParameters: { count: shown.length, columns: [] },
  }
  return [...blankConditions(conditions)]
}

describe('blankConditions', () => {
  test('are gratings without their frequency, and frame -1 of natural scenes', () => {
    expect(
      blanksOf([
        ['drifting_gratings', { temporal_frequency: 2, orientation: 0 }],
        ['drifting_gratings', {}],
        ['drifting_gratings_75_repeats', { temporal_frequency: 1 }],
        ['drifting_gratings_75_repeats', {}],
        ['static_gratings', { spatial_frequency: 0.04 }],
        ['static_gratings', { phase: 0.5 }],
        ['natural_scenes', { frame: 0 }],
        ['natural_scenes', { frame: -1 }],
        ['flashes', {}],
        ['natural_movie_one', { frame: -1 }],
      ]),
    ).toEqual([0, 1, 0, 1, 0, 1, 0, 1, 0, 0])
  })

  test('are none where the session has no such parameters', () => {
    expect(blanksOf([['gabors', {}]])).toEqual([0])
    expect(blanksOf([['natural_scenes', {}]])).toEqual([0])
  })
})
