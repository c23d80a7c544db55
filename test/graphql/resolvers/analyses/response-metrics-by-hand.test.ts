import { describe, expect, test } from 'vitest'
import type { MemorySessionOptions } from '../../../support/memory/memory-session.ts'
import { execute, oneSession } from '../../execute.ts'

interface Shown {
  readonly at: number
  readonly parameters: Record<string, number>
}

/** Presentations of a stimulus, each of a duration, to units with these spikes. */
function sessionOf(
  stimulusName: string,
  duration: number,
  shown: readonly Shown[],
  trains: readonly (readonly number[])[],
): MemorySessionOptions {
  return {
    units: trains.map((spikes, unit) => ({ id: 11 + unit, area: 'VISp', spikes: [...spikes] })),
    presentations: shown.map(({ at, parameters }) => ({
      stimulusName,
      startTime: at,
      stopTime: at + duration,
      block: 0,
      parameters,
    })),
  }
}

async function metrics(options: MemorySessionOptions, args: string, fields: string) {
  const { catalog } = await oneSession(options)
  const query = `{ session(id: "1") { responseMetrics(${args}) { ${fields} } } }`
  const { data, errors } = await execute(catalog, query)
  expect(errors).toEqual([])
  return data.session.responseMetrics
}

describe('metrics of flashes', () => {
  const white = { color: 1 }
  const black = { color: -1 }
  const shown = [
    { at: 0, parameters: white },
    { at: 2, parameters: white },
    { at: 4, parameters: black },
    { at: 6, parameters: black },
  ]
  // White: 2 and 1 spikes; black: 1 and none.
  const both = [0.1005, 0.2005, 2.1005, 4.1005]
  const whiteOnly = [0.1005]

  test('compare white with black; a unit without spikes in black has no ratio', async () => {
    const session = sessionOf('flashes', 0.25, shown, [both, whiteOnly, []])
    expect(await metrics(session, 'stimulus: FLASHES', 'onOffRatio')).toEqual({
      onOffRatio: [1.5 / 0.5, null, null],
    })
  })

  test('have no ratio where one colour was never shown', async () => {
    for (const one of [shown.slice(0, 2), shown.slice(2)]) {
      const session = sessionOf('flashes', 0.25, one, [both])
      expect(await metrics(session, 'stimulus: FLASHES', 'onOffRatio')).toEqual({
        onOffRatio: [null],
      })
    }
  })

  test('find the peak of the preferred colour in bins of 1 ms, and how long it lasts', async () => {
    const session = sessionOf('flashes', 0.25, shown, [both, []])
    const fields = 'timeToPeak sustainedIdx'
    // White: both presentations have a spike in bin 100, one in bin 200 of the 249.
    const ofFirst = [expect.closeTo(0.1005, 12), expect.closeTo(1.5 / 249, 14)]
    expect(await metrics(session, 'stimulus: FLASHES', fields)).toEqual({
      // Of equal bins the first: the AllenSDK has a peak of a unit without spikes.
      timeToPeak: [ofFirst[0], expect.closeTo(0.0005, 12)],
      sustainedIdx: [ofFirst[1], null],
    })
    const corrected = await metrics(session, 'stimulus: FLASHES, rule: CORRECTED', fields)
    expect(corrected.timeToPeak).toEqual([ofFirst[0], null])
  })
})

describe('metrics of natural scenes', () => {
  // Frame 5 twice, a spike each; frame 7 once, two spikes; the blank screen, three.
  const session = sessionOf(
    'natural_scenes',
    0.25,
    [
      { at: 0, parameters: { frame: 5 } },
      { at: 1, parameters: { frame: 5 } },
      { at: 2, parameters: { frame: 7 } },
      { at: 3, parameters: { frame: -1 } },
    ],
    [[0.1, 1.1, 2.1, 2.2, 3.05, 3.1, 3.15], []],
  )
  const fields = 'prefImage prefFrame prefImagesMulti imageSelectivity lifetimeSparseness'

  test('prefer a frame, never the blank; the AllenSDK’s image is the id of its condition', async () => {
    expect(await metrics(session, 'stimulus: NATURAL_SCENES', fields)).toEqual({
      prefImage: [1, 0],
      prefFrame: [7, 5],
      prefImagesMulti: [0, 1],
      // Above any threshold lies one of two images: 1 - 2 * 1/2; none of equal ones.
      imageSelectivity: [0, 0],
      // Sums 2 and 2
      lifetimeSparseness: [0, null],
    })
  })

  test('by the corrected rule have no preference without spikes, and take means', async () => {
    expect(await metrics(session, 'stimulus: NATURAL_SCENES, rule: CORRECTED', fields)).toEqual({
      prefImage: [1, null],
      prefFrame: [7, null],
      prefImagesMulti: [0, null],
      imageSelectivity: [0, 0],
      // Means 1 and 2
      lifetimeSparseness: [expect.closeTo((1 - 9 / (2 * 5)) / (1 - 1 / 2), 14), null],
    })
  })
})

test('metrics of dot motion prefer a direction and a speed, each over the other', async () => {
  // Means: 90° at 1: 3; 90° at 2: 0; 180° at 1: 0; 180° at 2: 4. 90°: 1.5, 180°: 2; 1: 1.5, 2: 2.
  const session = sessionOf(
    'dot_motion',
    1,
    [
      { at: 0, parameters: { Dir: 90, Speed: 1 } },
      { at: 2, parameters: { Dir: 90, Speed: 2 } },
      { at: 4, parameters: { Dir: 180, Speed: 1 } },
      { at: 6, parameters: { Dir: 180, Speed: 2 } },
    ],
    [[0.1, 0.2, 0.3, 6.1, 6.2, 6.3, 6.4], []],
  )
  const fields = 'prefDir prefSpeed'
  expect(await metrics(session, 'stimulus: DOT_MOTION', fields)).toEqual({
    prefDir: [180, 90],
    prefSpeed: [2, 1],
  })
  expect(await metrics(session, 'stimulus: DOT_MOTION, rule: CORRECTED', fields)).toEqual({
    prefDir: [180, null],
    prefSpeed: [2, null],
  })
})
