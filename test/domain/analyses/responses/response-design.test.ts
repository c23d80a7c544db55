import { describe, expect, test } from 'vitest'
import { designResponses } from '../../../../src/domain/analyses/responses/response-design.ts'
import type { ResponseStimulus } from '../../../../src/domain/analyses/responses/response-stimuli.ts'
import type { StimulusConditions } from '../../../../src/domain/stimuli/conditions.ts'
import type { PresentationList } from '../../../../src/domain/stimuli/presentations.ts'

/** Scenes 7, blank, (masked), 7; a movie; gratings of another name, once blank. */
const list: PresentationList = {
  count: 7,
  startTimes: Float64Array.of(10, 11, 12, 13, 20, 30, 31),
  stopTimes: Float64Array.of(10.5, 11.5, 12.5, Number.NaN, 25, 30.5, 31.5),
  stimulusNames: {
    codes: Int32Array.of(0, 0, 1, 0, 2, 3, 3),
    values: ['natural_scenes', 'invalid_presentation', 'movie_one', 'Static_Gratings'],
  },
  storedNames: {
    codes: Int32Array.of(0, 0, 0, 0, 1, 2, 2),
    values: ['natural_scenes', 'movie_one', 'Static_Gratings'],
  },
  blocks: new Float64Array(7),
  masked: Uint8Array.of(0, 0, 1, 0, 0, 0, 0),
  epochIndexes: new Int32Array(7),
  tableNumbers: new Int32Array(7),
  tableRows: new Int32Array(7),
  tables: ['all'],
}

const conditions: StimulusConditions = {
  count: 5,
  ofPresentations: Int32Array.of(4, 1, -1, 4, 0, 3, 2),
  stimulusNames: [
    'movie_one',
    'natural_scenes',
    'Static_Gratings',
    'Static_Gratings',
    'natural_scenes',
  ],
  presentationCounts: Int32Array.of(1, 1, 1, 1, 2),
  parameters: {
    count: 5,
    columns: [
      { name: 'frame', codes: Int32Array.of(-1, 1, -1, -1, 0), values: [7, -1] },
      { name: 'spatial_frequency', codes: Int32Array.of(-1, -1, -1, 0, -1), values: [0.04] },
      { name: 'color', codes: Int32Array.of(-1, -1, -1, 0, -1), values: ['white'] },
    ],
  },
  trialParameters: { count: 7, columns: [] },
}

const design = (
  stimulus: ResponseStimulus,
  names: readonly string[] | null = null,
  duration: number | null = null,
) => designResponses(list, conditions, stimulus, names, duration)

describe('designResponses', () => {
  test('takes the stimulus that the AllenSDK would, without masked presentations', () => {
    expect(design('naturalScenes')).toMatchObject({
      stimulusNames: ['natural_scenes'],
      ids: Int32Array.of(0, 1, 3),
      startTimes: Float64Array.of(10, 11, 13),
      stopTimes: Float64Array.of(10.5, 11.5, Number.NaN),
      trialDuration: 0.25,
      conditionIds: Int32Array.of(1, 4),
      ofPresentations: Int32Array.of(1, 0, 1),
    })
  })

  test('knows names in any case', () => {
    expect(design('staticGratings').stimulusNames).toEqual(['Static_Gratings'])
  })

  test('takes the frame -1 for a blank screen, or the lack of a frequency', () => {
    expect(design('naturalScenes').isBlank).toEqual(Uint8Array.of(1, 0))
    expect(design('staticGratings').isBlank).toEqual(Uint8Array.of(1, 0))
    expect(design('naturalMovies', ['movie_one'], 1).isBlank).toEqual(Uint8Array.of(0))
  })

  test('gives parameters that are numbers, and NaN for others', () => {
    const { parameters } = design('staticGratings')
    expect(parameters.spatialFrequency).toEqual(Float64Array.of(Number.NaN, 0.04))
    expect(parameters.color).toEqual(Float64Array.of(Number.NaN, Number.NaN))
    expect(parameters.orientation).toEqual(Float64Array.of(Number.NaN, Number.NaN))
  })

  test('gives no number for a list of one', () => {
    const columns = [{ name: 'color', codes: Int32Array.of(-1, -1, 1, 0, -1), values: [[1], -1] }]
    const listed = { ...conditions, parameters: { count: 5, columns } }
    const { parameters } = designResponses(list, listed, 'staticGratings', null, null)
    expect(parameters.color).toEqual(Float64Array.of(-1, Number.NaN))
  })

  test('takes the stimuli named, in order of first appearance, and a duration', () => {
    expect(design('naturalMovies', ['movie_one', 'natural_scenes'], 2)).toMatchObject({
      stimulusNames: ['natural_scenes', 'movie_one'],
      ids: Int32Array.of(0, 1, 3, 4),
      trialDuration: 2,
    })
  })

  test.each([
    ['flashes', null, null, /No stimulus that is recognized as flashes in this session/],
    ['dotMotion', null, null, /recognized as dot motion/],
    ['flashes', ['flash'], null, /stimulus "flash"/],
    ['flashes', ['invalid_presentation'], null, /stimulus "invalid_presentation"/],
    ['flashes', [], null, /stimulusNames is empty/],
    ['naturalMovies', null, 1, /give stimulusNames/],
    ['naturalMovies', ['movie_one'], null, /give trialDuration/],
    ['naturalScenes', null, 0, /trialDuration is 0/],
    ['naturalScenes', null, Number.POSITIVE_INFINITY, /trialDuration is Infinity/],
  ] as const)('refuses %s named %j of %j s', (stimulus, names, duration, message) => {
    expect(() => design(stimulus, names, duration)).toThrow(message)
  })
})
